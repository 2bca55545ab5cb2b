// Whether a document was wrapped at a fixed width, and where. Judged on lines that have a next line in their block:
// in wrapped text most of them are as long as the next word allows; in verse and lists they are not, or each of them
// ends with a mark.
import type { Document } from '../document/document.ts';
import { CharClass, CLASS_OF } from '../text/charClass.ts';
import { type Fullness, type GoesOn, goesOnAfterStop, neverGoesOn } from './afterStop.ts';
import { type FirstLine, firstLineOf } from './firstLines.ts';
import { MAX_WIDTH } from './ruler.ts';
import { seamsOf } from './seams.ts';
import { type Unit, unitsOf } from './units.ts';

export interface Wraps {
  /** True when the line is as long as the column allows, given the line after it. */
  readonly isFull: Fullness;
  /** True when lines of the same paragraph stand in the same block, without blank lines between. */
  readonly inBlock: boolean;
  /** True when a full line that ends with a stop more likely goes on than ends the paragraph begun at `start`. */
  readonly goesOnAfterStop: GoesOn;
  /**
   * How many characters the line is short of what it was cut at; NaN where lines were not cut by counting characters.
   * 0: its end may stand inside a Latin word. 1: a space stood at its end.
   */
  missing(unit: Unit): number;
  /** False where no column was found. */
  readonly found: boolean;
}

const NOT_WRAPPED: Wraps = {
  isFull: () => false,
  goesOnAfterStop: neverGoesOn,
  missing: () => Number.NaN,
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
const EXACT_SHARE = 0.9;
/** How far full lines differ in length, in columns: a mark that may not start a line, an odd digit. */
const BAND = 4;

export function wrapsOf(doc: Document): Wraps {
  const units = doc.share(unitsOf);
  for (const inBlock of [true, false]) {
    const pairs = neighbours(doc, units, inBlock);
    if (
      pairs.length < (inBlock && !pairs[0]?.[1].apart ? FEWEST_LINES : FEWEST_APART) ||
      marksAtEnd(doc.text, pairs) > 0.4
    )
      continue;
    const byColumn = fitTo(doc.text, pairs, columns);
    const byCharacter = counted(doc.text, units, pairs, fitTo(doc.text, pairs, characters));
    const best = better(doc.text, pairs, byColumn, byCharacter);
    const { first } = best;
    const usual =
      best === byCharacter ? (first?.full ?? commonest(pairs.map(([a]) => characters(a)))) : Number.NaN;
    if (best.share < (inBlock ? FULL_SHARE : 0.9)) continue;
    if (inBlock && pairs.length < FEWEST_APART && isOutgrown(units, best)) continue;
    return {
      isFull: (unit, next) => isFull(doc.text, unit, next, best),
      missing: unit => ((first?.is(unit) ? first.length : usual) - characters(unit)) / 2,
      goesOnAfterStop: inBlock
        ? goesOnAfterStop(doc, units, brimfulOf(doc.text, pairs, best), first)
        : neverGoesOn,
      inBlock,
      found: true,
    };
  }
  return NOT_WRAPPED;
}

// Where characters are counted, most lines have the very same number; two marks may hang, a space may be lost.
function counted(text: string, units: readonly Unit[], pairs: readonly Pair[], fit: Fit): Fit {
  const lengths = pairs.map(([a]) => characters(a));
  const usual = commonest(lengths);
  const first = firstLineOf(text, units, usual, characters);
  const full = first?.full ?? usual;
  if (full < NARROWEST || full > WIDEST) return fit;
  if (!first && (fit.limit < NARROWEST || usual < fit.limit || usual > fit.longest)) return fit;
  const moved: Fit = { ...fit, limit: full - BAND / 2, longest: full + BAND, first };
  const long = lengths.filter(length => length > moved.longest).length;
  if (long > pairs.length * LONG_SHARE) return fit;
  return { ...moved, share: pairs.filter(([a, b]) => isFull(text, a, b, moved)).length / pairs.length };
}

// A few lines of one length beside a paragraph on one longer line are a signature block or rows of names: what was cut
// at a width has no longer line.
const isOutgrown = (units: readonly Unit[], { longest, measure }: Fit): boolean =>
  units.some(unit => unit.kind === 'paragraph' && unit.han >= SENTENCE && measure(unit) > longest + BAND * 2);
/** Han that make a line one of prose. */
const SENTENCE = 20;

function brimfulOf(text: string, pairs: readonly Pair[], fit: Fit): Fullness {
  const full = pairs.filter(([a, b]) => isFull(text, a, b, fit));
  const usual = commonest(full.map(([a]) => fit.measure(a)));
  const holds: Fullness = (a, b) =>
    isFull(text, a, b, fit) && (fit.measure(a) >= usual || fit.measure(a) + firstToken(text, b) > usual);
  const exact = full.filter(([a, b]) => holds(a, b)).length >= full.length * EXACT_SHARE;
  return exact ? holds : (a, b) => isFull(text, a, b, fit);
}

// Only lines with narrow characters tell columns from characters; in Han alone both fit.
function better(text: string, pairs: readonly Pair[], byColumn: Fit, byCharacter: Fit): Fit {
  const mixed = pairs.filter(([a]) => a.width < a.length * 2);
  const fitting = (fit: Fit): number =>
    fit.share === 0 ? 0 : mixed.filter(([a, b]) => isFull(text, a, b, fit)).length;
  const [inColumns, inCharacters] = [fitting(byColumn), fitting(byCharacter)];
  if (inColumns === inCharacters) return byCharacter.share > byColumn.share ? byCharacter : byColumn;
  return inCharacters > inColumns ? byCharacter : byColumn;
}

type Pair = readonly [Unit, Unit];
/** The length of a line with what stands before it, in columns. */
type Measure = (unit: Unit) => number;

const STOPS = '。！？：；.!?:;';

function neighbours(doc: Document, units: readonly Unit[], inBlock: boolean): Pair[] {
  const seams = doc.share(seamsOf);
  const pairs: Pair[] = [];
  for (let i = 1; i < units.length; i++) {
    const [a, b] = [units[i - 1]!, units[i]!];
    if (a.kind === 'tableRow' || a.kind === 'heading' || a.kind === 'code' || b.kind === 'heading') continue;
    const together =
      b.continues || (b.kind === 'quote' && a.kind === 'quote' && b.blankBefore === 0) || seams[i]?.isBreak;
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
  /** The shortest and the longest full line. */
  readonly limit: number;
  readonly longest: number;
  /** A paragraph's first line, where it differs. */
  readonly first?: FirstLine | undefined;
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
  if (limit < NARROWEST || limit > WIDEST) return { share: 0, limit, longest: limit, measure };
  let full = 0;
  let long = 0;
  const band: Fit = { share: 0, limit, longest: limit + BAND, measure };
  for (const [a, b] of pairs) {
    if (isFull(text, a, b, band)) full++;
    else if (measure(a) > limit + BAND) long++;
  }
  return long > pairs.length * LONG_SHARE ? band : { ...band, share: full / pairs.length };
}

function isFull(text: string, unit: Unit, next: Unit, { limit, longest, first, measure }: Fit): boolean {
  const own = measure(unit);
  if (first?.is(unit)) return true;
  return own <= longest && (own >= limit || own + firstWord(text, next) >= limit + BAND / 2);
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

// As `firstWord`, for Han too: a character with the marks that may not start a line.
function firstToken(text: string, next: Unit): number {
  const word = firstWord(text, next);
  if (word > 0) return word - 1;
  let at = next.start + 1;
  while (at < next.end && at < next.start + 6 && NO_LINE_START.includes(text[at]!)) at++;
  return (at - next.start) * 2;
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
