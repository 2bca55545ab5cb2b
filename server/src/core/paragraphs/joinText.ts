// What belongs between two halves of a sentence: nothing between Han, a space between Latin words, and between Han and
// Latin, digits or ASCII marks whatever the rest of the document does.
import type { Document } from '../document/document.ts';
import { CharClass, CLASS_OF, tableOfClasses } from '../text/charClass.ts';
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
  return isSpaced(doc.share(spacingOf), from, to) ? ' ' : '';
}

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
  add(from, to);
  if (together + spaced < FEWEST && (from === HAN || to === HAN)) add(to, from);
  if (together + spaced < FEWEST && from !== HAN && to !== HAN) return spaced > together;
  if (together + spaced < FEWEST) {
    const other = from === HAN ? to : from;
    if (other === LATIN || other === DIGIT)
      for (const kind of [LATIN, DIGIT]) {
        add(HAN, kind);
        add(kind, HAN);
      }
  }
  return spaced > together;
}
