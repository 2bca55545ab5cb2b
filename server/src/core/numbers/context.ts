// What surrounds a figure, read over bounded distances so that a text of figures alone stays linear.
import type { Document } from '../document/document.ts';
import { multiplierOf } from './hanNumerals.ts';
import { isDigitUnit } from './lexState.ts';
import { UNITS, type UnitKind, unitAt } from './units.ts';

const SENTENCE_END = new Uint8Array(0x10000);
for (const mark of '。！？；!?;\n\r') SENTENCE_END[mark.charCodeAt(0)] = 1;
/** How far back or forward a sentence is followed, in UTF-16 code units. */
const REACH = 120;

/** Start of the sentence that holds `at`, at most `reach` code units back. */
export function sentenceStart(text: string, at: number, reach = REACH): number {
  const floor = Math.max(0, at - reach);
  let i = at;
  while (i > floor && SENTENCE_END[text.charCodeAt(i - 1)] === 0) i--;
  return i;
}

/** End of the sentence that holds `at`, at most `reach` code units on. */
export function sentenceEnd(text: string, at: number, reach = REACH): number {
  const stop = Math.min(text.length, at + reach);
  let i = at;
  while (i < stop && SENTENCE_END[text.charCodeAt(i)] === 0) i++;
  return i;
}

/** True inside a short quotation or title, where a figure is cited and not stated. */
export function isQuoted(text: string, start: number, end: number): boolean {
  const floor = Math.max(0, start - 20);
  for (let i = start - 1; i >= floor; i--) {
    const c = text[i]!;
    if ('”’」』》〉\n'.includes(c)) return false;
    const opening = '“‘「『《〈'.indexOf(c);
    if (opening < 0) continue;
    const close = text.indexOf('”’」』》〉'[opening]!, end);
    return close >= 0 && close - end <= 20;
  }
  return false;
}

/** True when nothing but a marker or space stands before `at` in its line or block, as before a list number. */
export function opensLine(doc: Document, at: number): boolean {
  let i = at - 1;
  const floor = Math.max(0, at - 8);
  while (i >= floor && ' \t\u3000（('.includes(doc.text[i]!)) i--;
  if (i < 0 || doc.text[i] === '\n' || doc.text[i] === '\r') return true;
  const block = doc.blocks[doc.blockIndexAt(at)];
  return block !== undefined && i < block.contentStart;
}

/** End of the run of digits of either width that starts at `at`; reads at most 40. */
export function digitsEnd(text: string, at: number): number {
  let end = at;
  while (end - at < 40 && isDigitUnit(text.charCodeAt(end))) end++;
  return end;
}

/** Start of the run of digits that ends at `at`; reads at most 40. */
export function digitsStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < 40 && isDigitUnit(text.charCodeAt(start - 1))) start--;
  return start;
}

/** What right after a figure shows that it measures something: a magnitude, a percent sign, a unit or a classifier. */
export function measureAt(text: string, at: number): UnitKind | 'magnitude' | undefined {
  const unit = text.charCodeAt(at);
  if (multiplierOf(unit) >= 1e4) return 'magnitude';
  const index = unitAt(text, at, text.length);
  return index === 0 ? undefined : UNITS[index]!.kind;
}
