// What belongs between two halves of a sentence: nothing between Han, a space between Latin words, and between Han and
// Latin, digits or ASCII marks whatever the rest of the document does.
import type { Document } from '../document/document.ts';
import { CharClass, CLASS_OF, isHan, tableOfClasses } from '../text/charClass.ts';
import type { Unit } from './units.ts';
import { wrapsOf } from './wraps.ts';

export function joinText(doc: Document, a: Unit, b: Unit): string {
  const { text } = doc;
  const left = text.charCodeAt(a.end - 1);
  const right = text.charCodeAt(b.start);
  // Who counts characters cuts words and figures anywhere; who counts columns keeps Latin words whole.
  const missing = doc.share(wrapsOf).missing(a);
  if (isWord(left) && isWord(right)) {
    if (CLASS_OF[left] === CharClass.Digit && CLASS_OF[right] === CharClass.Digit) return '';
    if (Number.isNaN(missing)) return ' ';
    return missing === 0 || doc.share(wordsOf).has(wordAcross(text, a.end, b.start)) ? '' : ' ';
  }
  const [from, to] = [KIND_OF[left]!, KIND_OF[right]!];
  if (from < FIRST_NARROW && to < FIRST_NARROW) return '';
  if (missing === 1 && NO_LINE_START.test(text[b.start + 1] ?? '')) return ' ';
  return (isSpacedBeyond(text, a, b) ?? isSpaced(doc.share(spacingOf), from, to)) ? ' ' : '';
}

// A word or a bracket set apart from the Han on its one side is set apart on the other. Undefined where it stands
// beside a mark or the end of a line.
function isSpacedBeyond(text: string, a: Unit, b: Unit): boolean | undefined {
  if (isHan(text.charCodeAt(b.start))) {
    const start = tokenStart(text, a);
    return start === a.end ? undefined : apartFromHan(text, a.start, start - 1, -1, b.end);
  }
  if (!isHan(text.charCodeAt(a.end - 1))) return undefined;
  const end = tokenEnd(text, b);
  return end === b.start ? undefined : apartFromHan(text, a.start, end, 1, b.end);
}

function apartFromHan(text: string, from: number, at: number, step: number, to: number): boolean | undefined {
  if (at < from || at >= to) return undefined;
  if (isHan(text.charCodeAt(at))) return false;
  const isApart = text.charCodeAt(at) === 32 && at + step >= from && at + step < to;
  return isApart && isHan(text.charCodeAt(at + step)) ? true : undefined;
}

// The word at the end of the one line, or the bracket that closes there.
function tokenStart(text: string, { start, end }: Unit): number {
  const open = BRACKETS.get(text[end - 1]!);
  if (open !== undefined) {
    const from = Math.max(start, end - LONGEST_TOKEN);
    const at = text.slice(from, end - 1).lastIndexOf(open);
    return at < 0 ? end : from + at;
  }
  let at = end;
  while (at > start && end - at < LONGEST_TOKEN && isWord(text.charCodeAt(at - 1))) at--;
  return at;
}

// The word at the start of the other, or the bracket that opens there.
function tokenEnd(text: string, { start, end }: Unit): number {
  const close = BRACKETS.get(text[start]!);
  if (close !== undefined) {
    return start + text.slice(start, Math.min(end, start + LONGEST_TOKEN)).indexOf(close) + 1;
  }
  let at = start;
  while (at < end && at - start < LONGEST_TOKEN && isWord(text.charCodeAt(at))) at++;
  return at;
}

const LONGEST_TOKEN = 40;
const BRACKETS = new Map([...'()[]'].map((mark, i, all) => [mark, all[i ^ 1]!]));

const NO_LINE_START = /[^，。、；：！？）》」』”’】〉…,.;:!?)\]]/;

const isWord = (unit: number): boolean =>
  CLASS_OF[unit] === CharClass.Latin || CLASS_OF[unit] === CharClass.Digit;

function wordAcross(text: string, end: number, start: number): string {
  let from = end;
  while (from > 0 && end - from < LONGEST_WORD && isWord(text.charCodeAt(from - 1))) from--;
  let to = start;
  while (to < text.length && to - start < LONGEST_WORD && isWord(text.charCodeAt(to))) to++;
  return text.slice(from, end) + text.slice(start, to);
}

const LONGEST_WORD = 40;
const SAMPLE = 200_000;

/** The Latin words of the document's beginning. */
const wordsOf = (doc: Document): ReadonlySet<string> =>
  new Set(doc.text.slice(0, SAMPLE).match(/[A-Za-z\d]{2,40}/g));

// Kinds of characters, for how spaces are set between two of them: wide ones in three, then what is narrow, each ASCII
// mark by itself.
const OTHER = 0;
const HAN = 1;
const WIDE_MARK = 2;
const FIRST_NARROW = 3;
const LATIN = 3;
const DIGIT = 4;
const FIRST_MARK = 5;
const KINDS = FIRST_MARK + 94;
const KIND_OF = tableOfClasses(cls => {
  if (cls === CharClass.Han) return HAN;
  if (cls === CharClass.CjkPunctuation || cls === CharClass.FullwidthPunctuation) return WIDE_MARK;
  return cls === CharClass.Latin ? LATIN : cls === CharClass.Digit ? DIGIT : OTHER;
});
for (let unit = 33; unit < 127; unit++) if (KIND_OF[unit] === OTHER) KIND_OF[unit] = FIRST_MARK + unit - 33;

/** For an ASCII bracket the other one of its pair, else 0; and 1 for those that open. */
const PARTNER = new Uint8Array(KINDS);
const OPENS = new Uint8Array(KINDS);
for (const [open, close] of ['()', '[]', '{}', '<>']) {
  const [from, to] = [KIND_OF[open!.charCodeAt(0)]!, KIND_OF[close!.charCodeAt(0)]!];
  PARTNER[from] = to;
  PARTNER[to] = from;
  OPENS[from] = 1;
}

/** How often two kinds of characters stand close and apart, at `from * KINDS + to`. */
interface Spacing {
  readonly close: Uint32Array;
  readonly apart: Uint32Array;
}

function spacingOf({ text }: Document): Spacing {
  const close = new Uint32Array(KINDS * KINDS);
  const apart = new Uint32Array(KINDS * KINDS);
  const end = Math.min(text.length, SAMPLE);
  let before = OTHER;
  for (let i = 0; i < end; i++) {
    const unit = text.charCodeAt(i);
    const kind = KIND_OF[unit]!;
    if (unit === 32) {
      if (before !== OTHER && i + 1 < end) apart[before * KINDS + KIND_OF[text.charCodeAt(i + 1)]!]!++;
    } else if (before !== OTHER) close[before * KINDS + kind]!++;
    before = kind;
  }
  return { close, apart };
}

/** Fewer cases than this say nothing; what is alike is asked too. */
const FEWEST = 3;

function isSpaced({ close, apart }: Spacing, from: number, to: number): boolean {
  let [together, spaced] = [0, 0];
  const add = (a: number, b: number): void => {
    together += close[a * KINDS + b]!;
    spaced += apart[a * KINDS + b]!;
  };
  const isEnough = (): boolean => together + spaced >= FEWEST;
  add(from, to);
  // What stands outside one bracket of a pair stands outside the other as well; the inside is close.
  if (!isEnough() && PARTNER[from] !== 0 && !OPENS[from]) add(to, PARTNER[from]!);
  if (!isEnough() && PARTNER[to] !== 0 && OPENS[to]) add(PARTNER[to]!, from);
  if (!isEnough() && isLetter(from) && to === HAN) add(to, from);
  if (!isEnough() && from === HAN && isLetter(to)) add(to, from);
  if (isEnough() || OPENS[from] || (PARTNER[to] !== 0 && !OPENS[to])) return spaced > together;
  const other = from === HAN ? to : from;
  if ((from === HAN || to === HAN) && isLetter(other))
    for (const kind of [LATIN, DIGIT]) {
      add(HAN, kind);
      add(kind, HAN);
    }
  return spaced > together;
}

const isLetter = (kind: number): boolean => kind === LATIN || kind === DIGIT;
