// Every decision about a character starts from one table look-up. The alternative, regular expressions with
// Unicode properties in each rule, costs a scan per rule and lets two rules disagree about what a letter is.
import { ASTRAL_CLASSES, BMP_CLASSES } from './charClass.gen.ts';
import { madeTable } from './madeTable.ts';

/** What kind of character a code point is, for Chinese text. Values index typed arrays and are not stable. */
export const CharClass = {
  Other: 0,
  /** Unified ideographs of every block, 々 and 〇. */
  Han: 1,
  Latin: 2,
  Digit: 3,
  Space: 4,
  Newline: 5,
  Tab: 6,
  AsciiPunctuation: 7,
  /** 。、“”《》「」…—· and the other marks that GB/T 15834 and clreq use outside U+FF00–FFEF. */
  CjkPunctuation: 8,
  FullwidthPunctuation: 9,
  FullwidthDigit: 10,
  FullwidthLetter: 11,
  Kana: 12,
  Hangul: 13,
  Bopomofo: 14,
  CompatibilityHan: 15,
  Radical: 16,
  SpecialSpace: 17,
  Invisible: 18,
  BidiControl: 19,
  Control: 20,
  /** Private use, non-characters and unassigned code points. */
  PrivateUse: 21,
  Replacement: 22,
  /** A surrogate code unit; only unpaired ones reach a rule under this class. */
  Surrogate: 23,
  Cyrillic: 24,
  Greek: 25,
  OtherLetter: 26,
  Mark: 27,
  Symbol: 28,
  Emoji: 29,
} as const;

export type CharClass = (typeof CharClass)[keyof typeof CharClass];
export const CHAR_CLASS_COUNT = 30;

/** Where each run of code units of one class starts; the last one ends with the Basic Multilingual Plane. */
export const CLASS_RUNS = madeTable('class runs', () => decodeRuns(BMP_CLASSES));

/** Class of each code unit of the Basic Multilingual Plane. */
export const CLASS_OF: Uint8Array = madeTable('classes', () => tableOfClasses(cls => cls));

const astral = madeTable('astral classes', () => decodePairs(ASTRAL_CLASSES));

/** Class of the code point at `offset`; a surrogate pair is looked up whole, an unpaired one is `Surrogate`. */
export function classAt(text: string, offset: number): CharClass {
  const unit = text.charCodeAt(offset);
  const cls = CLASS_OF[unit] as CharClass;
  if (cls !== CharClass.Surrogate) return cls;
  const point = text.codePointAt(offset)!;
  return point > 0xffff ? astralClass(point) : cls;
}

export function astralClass(point: number): CharClass {
  let low = 0;
  let high = astral.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (astral.starts[middle]! <= point) low = middle;
    else high = middle - 1;
  }
  return astral.classes[low] as CharClass;
}

export const isHan = (unit: number): boolean => CLASS_OF[unit] === CharClass.Han;
export const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;
export const isAsciiLetter = (unit: number): boolean => (unit | 32) >= 97 && (unit | 32) <= 122;
export const isAsciiAlnum = (unit: number): boolean => isDigit(unit) || isAsciiLetter(unit);

/** True when the code point ending at or starting at `offset` (seen from either side) is Han, astral Han included. */
export const isHanAt = (text: string, offset: number): boolean => {
  const unit = text.charCodeAt(offset);
  if (CLASS_OF[unit] === CharClass.Han) return true;
  if (unit < 0xd800 || unit > 0xdfff) return false;
  const at = unit >= 0xdc00 ? offset - 1 : offset;
  return at >= 0 && classAt(text, at) === CharClass.Han;
};

/** True for the first code unit of an astral character of planes 2 and 3, which hold nothing but Han. */
export const isLeadOfHan = (unit: number): boolean => unit >= 0xd840 && unit < 0xd8c0;

/** True for the second code unit of a surrogate pair. */
export function isSecondOfPair(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset);
  if (unit < 0xdc00 || unit > 0xdfff || offset === 0) return false;
  const before = text.charCodeAt(offset - 1);
  return before >= 0xd800 && before <= 0xdbff;
}

/**
 * A table of what `value` makes of the class of each code unit. It is filled run by run: a loop over all code units
 * costs a process that lints one file more than the file does.
 */
export function tableOfClasses(value: (cls: number) => number): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (let run = 0; run < CLASS_RUNS.starts.length; run++)
    table.fill(value(CLASS_RUNS.classes[run]!), CLASS_RUNS.starts[run], CLASS_RUNS.starts[run + 1]);
  return table;
}

// "class:length" runs in base 36, so that the table stays one readable line and decodes in microseconds.
function decodeRuns(packed: string): { starts: Uint32Array; classes: Uint8Array } {
  const runs = packed.split(' ');
  const starts = new Uint32Array(runs.length);
  const classes = new Uint8Array(runs.length);
  let at = 0;
  runs.forEach((run, index) => {
    const colon = run.indexOf(':');
    starts[index] = at;
    classes[index] = Number.parseInt(colon < 0 ? run : run.slice(0, colon), 36);
    at += colon < 0 ? 1 : Number.parseInt(run.slice(colon + 1), 36);
  });
  return { starts, classes };
}

function decodePairs(packed: string): { starts: Uint32Array; classes: Uint8Array } {
  const runs = packed.split(' ').map(run => run.split(':').map(part => Number.parseInt(part, 36)));
  return { starts: Uint32Array.from(runs, run => run[0]!), classes: Uint8Array.from(runs, run => run[1]!) };
}
