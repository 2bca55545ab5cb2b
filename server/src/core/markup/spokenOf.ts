// Text on HTML shows tags and character references instead of using them. A word for them near by tells.
import type { Document } from '../document/document.ts';

/** Units of text, tags not counted, in which the word must stand on either side. */
const NEAR = 60;
/** Units looked at, tags included. */
const WINDOW = 400;

const TAG = /<[^<>]{0,300}>/g;
/** Words for markup, and for tags alone. */
const MARKUP = /\bX?HTML|\bXML\b|转义|轉義|\b[Ee]scap(?:e|ing)/;
const TAGS = /\bX?HTML|\bXML\b|标签|標籤|标记|標記|\b[Tt]ags?\b/;

/** True where the tag in `[start, end)` is near a word for such things. */
export const isTagSpokenOf = ({ text }: Document, start: number, end: number): boolean =>
  isNear(text, start, end, TAGS);

/** True where the character reference in `[start, end)` is near a name of markup. */
export const isReferenceSpokenOf = ({ text }: Document, start: number, end: number): boolean =>
  isNear(text, start, end, MARKUP);

const ITEM = '(?:<[a-zA-Z][^<>]{0,80}>(?:</[a-zA-Z]+>|(?![^<>、]{1,60}</))|&#?\\w{2,8};)';
const ENUMERATION = new RegExp(`${ITEM}(?:\\s?(?:[、和与與及或]|以及|或者)\\s?${ITEM})+`, 'g');

/** True where the tag or reference in `[start, end)` is one of several that a sentence lists: 常用的有<br>、<hr>. */
export function isEnumerated(text: string, start: number, end: number): boolean {
  if (
    !SEPARATED.test(text.slice(Math.max(0, start - 12), start)) &&
    !SEPARATED.test(text.slice(end, end + 9))
  )
    return false;
  const from = Math.max(0, start - WINDOW);
  for (const { 0: list, index } of text.slice(from, end + WINDOW).matchAll(ENUMERATION)) {
    if (from + index > start) return false;
    // The same twice round a mark is debris: 甲&nbsp;、&nbsp;乙.
    if (from + index + list.length >= end) return new Set(list.match(NAME)).size > 1;
  }
  return false;
}
const SEPARATED = /[、和与與及或]/;
const NAME = /<[a-zA-Z]+|&#?\w+;/g;

function isNear(text: string, start: number, end: number, word: RegExp): boolean {
  const before = text.slice(Math.max(0, start - WINDOW), start).replace(TAG, '');
  if (word.test(before.slice(-NEAR))) return true;
  const after = text.slice(end, end + WINDOW).replace(TAG, '');
  return word.test(after.slice(0, NEAR));
}
