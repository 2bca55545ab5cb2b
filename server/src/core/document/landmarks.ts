// Every place of the prose that is no ordinary Han character, found once, in the pass that counts the characters. Nine
// in ten characters of a report are ordinary Han: what looks for marks, figures, words or blank space walks this list
// instead of the text, and between two neighbouring landmarks of a region stand ordinary Han and nothing else.

import { CharClass, tableOfClasses } from '../text/charClass.ts';
import { madeTable } from '../text/madeTable.ts';

/**
 * Landmarks of the prose regions (front matter included), in text order, as columns. A landmark is one punctuation mark
 * of `MARKS`, or the longest run of characters of one class inside a region.
 */
export interface Landmarks {
  readonly count: number;
  /** Offsets of each run, the end exclusive. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** For a mark its place in `MARKS` counted from 1 (`Mark`), else a value of `LandmarkKind`. */
  readonly kind: Uint8Array;
  /** Index of the region that holds it. */
  readonly region: Int32Array;
  /** How many landmarks there are of each kind: where that is 0 a rule has nothing to look for. */
  readonly counts: Uint32Array;
}

/** The marks that have a kind of their own; their order is that of `Mark` in punctuation/marks.ts. */
export const MARKS = ',;:!?()，；：！？（）。、.“”‘’「」『』《》〈〉【】〔〕"\'';

const FIRST_CLASS = 40;
/** The kind of a run of characters of a class. */
export const kindOfClass = (cls: number): number => FIRST_CLASS + cls;

export const LandmarkKind = {
  /** Kinds from here on are runs; below are single marks. */
  FirstRun: FIRST_CLASS,
  /** Han outside the Basic Multilingual Plane. */
  AstralHan: kindOfClass(CharClass.Han),
  Latin: kindOfClass(CharClass.Latin),
  Digit: kindOfClass(CharClass.Digit),
  /** ASCII spaces. */
  Space: kindOfClass(CharClass.Space),
  Newline: kindOfClass(CharClass.Newline),
  Tab: kindOfClass(CharClass.Tab),
  AsciiPunctuation: kindOfClass(CharClass.AsciiPunctuation),
  CjkPunctuation: kindOfClass(CharClass.CjkPunctuation),
  FullwidthPunctuation: kindOfClass(CharClass.FullwidthPunctuation),
  FullwidthDigit: kindOfClass(CharClass.FullwidthDigit),
  SpecialSpace: kindOfClass(CharClass.SpecialSpace),
  Symbol: kindOfClass(CharClass.Symbol),
  /** Han that write numbers: `NUMERALS`. */
  Numeral: FIRST_CLASS + 30,
  Count: FIRST_CLASS + 31,
} as const;

/** Characters of Han numbers, in both scripts; a landmark, but Han for every other purpose. */
export const NUMERALS = '〇零一壹二贰貳三叁叄四肆五伍六陆陸七柒八捌九玖十拾百佰千仟万萬亿億兆廿卅卌两兩';

/** Kind of the landmark that a code unit belongs to; 0 for ordinary Han. */
export const KIND_OF_UNIT = madeTable('kinds of landmarks', kinds);

function kinds(): Uint8Array {
  const table = tableOfClasses(cls => (cls === CharClass.Han ? 0 : kindOfClass(cls)));
  for (const numeral of NUMERALS) table[numeral.charCodeAt(0)] = LandmarkKind.Numeral;
  for (let i = 0; i < MARKS.length; i++) table[MARKS.charCodeAt(i)] = i + 1;
  return table;
}
