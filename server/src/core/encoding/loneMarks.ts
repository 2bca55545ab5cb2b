// One mark of punctuation read with the wrong table, amid text that was read with the right one: â€œ for “, ï¼Œ for ，,
// Â· for ·, 鈥渉 for “h. A page whose sentences and whose quotation marks came from two sources has nothing else damaged,
// so no stretch is long or dense enough for the search by weight; but no text of any language has these sequences.
import type { Mojibake } from './accept.ts';
import { describePair, latinByte } from './pairs.ts';
import { gbk } from './tables.ts';

const MARKS = '‘’“”—–…•、。〈〉《》「」『』【】〔〕，：；？！（）％～·°\u00a0';
/** E2 80, the first two bytes of ‘ ’ “ ” — … in UTF-8, under GBK. */
const GBK_LEAD = 0x9225;
/** What stands for a mark whose last byte Windows-1252 does not have, and so may have dropped; others are lost. */
const DROPPED = new Map([
  [0xe280, '”'],
  [0xefbc, '！'],
]);
const LOST = 0xe380;

/** Whether a misread mark may begin with the code unit. */
export const isLeadOfMark = (unit: number): boolean =>
  unit === 0xc2 || unit === 0xe2 || unit === 0xe3 || unit === 0xef || unit === GBK_LEAD;

/** Misread marks at `places`, offsets of leads, outside the spans of `known`. All are in text order. */
export function loneMarks(
  text: string,
  places: readonly number[],
  known: readonly Mojibake[],
): readonly Mojibake[] {
  const found: Mojibake[] = [];
  let namesHolmium = false;
  let next = 0;
  for (const at of places) {
    while (next < known.length && known[next]!.end <= at) next++;
    if (next < known.length && known[next]!.start <= at) continue;
    const mark = isHolmium(text, at) ? gbkMark(text, at) : latinMark(text, at);
    if (!mark && isHolmium(text, at)) namesHolmium = true;
    // The span behind may be more of the same.
    if (mark && !(known[next] && known[next]!.start < mark.end)) found.push(mark);
  }
  // A text on the metal asks “什麼是鈥?”, too.
  return namesHolmium ? found.filter(({ start, isLost }) => !isLost || !isHolmium(text, start)) : found;
}

/** 鈥, which is also the metal in Traditional script. */
const isHolmium = (text: string, at: number): boolean => text.charCodeAt(at) === GBK_LEAD;

type Certainty = 'certain' | 'guessed' | 'lost';

function spanOf(start: number, end: number, text: string, readAs: 'Windows-1252' | 'GBK', how: Certainty) {
  const steps = [describePair({ was: 'UTF-8', readAs })];
  return { start, end, text, steps, gain: 0, certain: how === 'certain', isLost: how === 'lost' };
}

function latinMark(text: string, at: number): Mojibake | undefined {
  const byteAt = (i: number): number => latinByte()[text.charCodeAt(i)] ?? 0;
  const isRest = (byte: number): boolean => (byte & 0xc0) === 0x80;
  const [first, second, third] = [byteAt(at), byteAt(at + 1), byteAt(at + 2)];
  if (!isRest(second)) return undefined;
  if (first < 0xe0) {
    const mark = String.fromCharCode(((first & 0x1f) << 6) | (second & 0x3f));
    return MARKS.includes(mark) ? spanOf(at, at + 2, mark, 'Windows-1252', 'certain') : undefined;
  }
  const lead = (first << 8) | second;
  if (isRest(third)) {
    const mark = String.fromCharCode(((first & 0xf) << 12) | ((second & 0x3f) << 6) | (third & 0x3f));
    return MARKS.includes(mark) ? spanOf(at, at + 3, mark, 'Windows-1252', 'certain') : undefined;
  }
  const end = text.charCodeAt(at + 2) === 0xfffd ? at + 3 : at + 2;
  const dropped = DROPPED.get(lead);
  if (dropped) return spanOf(at, end, dropped, 'Windows-1252', 'guessed');
  return lead === LOST ? spanOf(at, end, text.slice(at, end), 'Windows-1252', 'lost') : undefined;
}

// The last byte of the mark and the ASCII character behind it made one character, or none, which is shown as "?".
function gbkMark(text: string, at: number): Mojibake | undefined {
  if (text[at + 1] === '?') return spanOf(at, at + 2, text.slice(at, at + 2), 'GBK', 'lost');
  const pair = gbk().pairOf[text.charCodeAt(at + 1)] ?? 0;
  const [third, ascii] = [pair >> 8, pair & 0xff];
  if ((third & 0xc0) !== 0x80 || ascii >= 0x80) return undefined;
  const mark = String.fromCharCode(0x2000 | (third & 0x3f));
  return MARKS.includes(mark)
    ? spanOf(at, at + 2, mark + String.fromCharCode(ascii), 'GBK', 'certain')
    : undefined;
}
