// Whether a document was wrapped at a fixed width, and where. Judged on lines that have a next line in their block:
// in wrapped text most of them are as long as the next word allows; in verse and lists they are not, or each of them
// ends with a mark.
import type { Document } from '../document/document.ts';
import { CharClass, CLASS_OF } from '../text/charClass.ts';
import { MAX_WIDTH, type Unit, unitsOf } from './units.ts';

export interface Wraps {
  /** True when the line is as long as the column allows, given the line after it. */
  isFull(unit: Unit, next: Unit): boolean;
  /** True when lines of the same paragraph stand in the same block, without blank lines between. */
  readonly inBlock: boolean;
  /** True when a full line that ends with a stop more likely goes on than ends its paragraph. */
  readonly goesOnAfterStop: boolean;
  /** True when the line was cut by counting characters, so that its end may stand inside a Latin word. */
  cutsWords(unit: Unit): boolean;
  /** False where no column was found. */
  readonly found: boolean;
}

const NOT_WRAPPED: Wraps = {
  isFull: () => false,
  goesOnAfterStop: false,
  cutsWords: () => false,
  inBlock: true,
  found: false,
};
/** Narrowest column that can be told from verse, in columns; a character counts two. */
const NARROWEST = 20;
const WIDEST = 200;
const FULL_SHARE = 0.7;
/** Lines that stick out of the column: URLs, mostly. */
const LONG_SHARE = 0.08;
const FEWEST_LINES = 3;
/** Lines apart by blank lines are more often a list. */
const FEWEST_APART = 8;
/** How far full lines differ in length, in columns: a mark that may not start a line, an odd digit. */
const BAND = 4;

export function wrapsOf(doc: Document): Wraps {
  const units = doc.share(unitsOf);
  for (const inBlock of [true, false]) {
    const pairs = neighbours(doc, units, inBlock);
    if (pairs.length < (inBlock ? FEWEST_LINES : FEWEST_APART) || marksAtEnd(doc.text, pairs) > 0.4) continue;
    const byColumn = fitTo(doc.text, pairs, columns);
    const byCharacter = fitTo(doc.text, pairs, characters);
    const best = byCharacter.share > byColumn.share ? byCharacter : byColumn;
    const usual = best === byCharacter ? commonest(pairs.map(([a]) => characters(a))) : 0;
    if (best.share < (inBlock ? FULL_SHARE : 0.9)) continue;
    return {
      isFull: (unit, next) => isFull(doc.text, unit, next, best),
      cutsWords: unit => best === byCharacter && characters(unit) === usual,
      goesOnAfterStop: inBlock && goesOn(doc.text, units, best),
      inBlock,
      found: true,
    };
  }
  return NOT_WRAPPED;
}

// Where paragraphs are set in or apart, a full line goes on. Elsewhere two chances are compared: that a sentence ends at
// the end of a line, and that a paragraph's last line happens to be full, which would run two paragraphs together.
function goesOn(text: string, units: readonly Unit[], best: Fit): boolean {
  let paragraphs = 0;
  let full = 0;
  let stops = 0;
  let length = 0;
  for (let i = 1; i < units.length; i++) {
    const [a, b] = [units[i - 1]!, units[i]!];
    if (!b.continues) continue;
    if (b.indented) return true;
    const isEnd = STOPS.includes(text[a.end - 1]!);
    if (isFull(text, a, b, best)) full++;
    else if (isEnd) paragraphs++;
    length += a.length;
    for (let at = a.start; at < a.end; at++) if (isSentenceEnd(text.charCodeAt(at))) stops++;
  }
  const characters = Math.max(1, best.limit / 2);
  return paragraphs === 0 || (full * stops) / Math.max(1, length) > (2 * paragraphs) / characters;
}

const isSentenceEnd = (unit: number): boolean => unit === 0x3002 || unit === 0xff01 || unit === 0xff1f;

type Pair = readonly [Unit, Unit];
/** The length of a line with what stands before it, in columns. */
type Measure = (unit: Unit) => number;

const STOPS = '。！？：；.!?:;';

function neighbours(doc: Document, units: readonly Unit[], inBlock: boolean): Pair[] {
  const pairs: Pair[] = [];
  for (let i = 1; i < units.length; i++) {
    const [a, b] = [units[i - 1]!, units[i]!];
    if (a.kind === 'tableRow' || a.kind === 'heading' || a.kind === 'code' || b.kind === 'heading') continue;
    const together = b.continues || (b.kind === 'quote' && a.kind === 'quote' && b.blankBefore === 0);
    // The last line of a paragraph says nothing about the column.
    if (STOPS.includes(doc.text[a.end - 1]!)) continue;
    if (
      inBlock ? together : b.blankBefore === 1 && !b.apart && a.kind === 'paragraph' && b.kind === 'paragraph'
    )
      pairs.push([a, b]);
  }
  return pairs;
}

const ENDS = '，、,”」』…';
function marksAtEnd(text: string, pairs: readonly Pair[]): number {
  let marks = 0;
  let narrow = 0;
  for (const [a] of pairs) {
    if (a.width > 60) continue;
    narrow++;
    if (ENDS.includes(text[a.end - 1]!)) marks++;
  }
  return narrow < pairs.length / 2 ? 0 : marks / narrow;
}

interface Fit {
  readonly share: number;
  /** The shortest full line; full lines are up to BAND longer. */
  readonly limit: number;
  readonly measure: Measure;
}

function fitTo(text: string, pairs: readonly Pair[], measure: Measure): Fit {
  const histogram = new Uint32Array(MAX_WIDTH + 64);
  for (const [a] of pairs) histogram[Math.min(measure(a), MAX_WIDTH + 63)]!++;
  // The column is the band of lengths that most lines fall into.
  let limit = 0;
  let most = 0;
  let inBand = 0;
  for (let width = 0; width < WIDEST + BAND; width++) {
    inBand += histogram[width]!;
    if (width > BAND) inBand -= histogram[width - BAND - 1]!;
    if (inBand >= most && inBand > 0) {
      most = inBand;
      limit = width - BAND;
    }
  }
  if (limit < NARROWEST || limit > WIDEST) return { share: 0, limit, measure };
  let full = 0;
  let long = 0;
  const band: Fit = { share: 0, limit, measure };
  for (const [a, b] of pairs) {
    if (isFull(text, a, b, band)) full++;
    else if (measure(a) > limit + BAND) long++;
  }
  return long > pairs.length * LONG_SHARE ? band : { share: full / pairs.length, limit, measure };
}

function isFull(text: string, unit: Unit, next: Unit, { limit, measure }: Fit): boolean {
  const own = measure(unit);
  return own <= limit + BAND && (own >= limit || own + firstWord(text, next) >= limit + BAND / 2);
}

function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>();
  let best = 0;
  for (const value of values) {
    const count = (counts.get(value) ?? 0) + 1;
    counts.set(value, count);
    if (count > (counts.get(best) ?? 0)) best = value;
  }
  return best;
}

const columns: Measure = unit => unit.prefix + unit.width;
const characters: Measure = unit => unit.prefix + unit.length * 2;

// What could not have been parted from the next line's first character: a Latin word, or the marks after it.
function firstWord(text: string, next: Unit): number {
  let at = next.start;
  const stop = Math.min(next.end, next.start + 40);
  while (at < stop && isWordUnit(text.charCodeAt(at))) at++;
  let width = at - next.start;
  if (width === 0) return 0;
  while (at < stop && NO_LINE_START.includes(text[at]!)) {
    width += text.charCodeAt(at) < 128 ? 1 : 2;
    at++;
  }
  return width + 1;
}

const NO_LINE_START = '，。、；：！？）》」』”’】〉…,.;:!?)]';
const isWordUnit = (c: number): boolean => {
  const cls = CLASS_OF[c];
  return (
    cls === CharClass.Latin ||
    cls === CharClass.Digit ||
    (cls === CharClass.AsciiPunctuation && !NO_LINE_START.includes(String.fromCharCode(c)))
  );
};
