// Text on HTML shows tags and character references instead of using them. A word for them near by tells, or a
// document that names HTML again and again.
import type { Document } from '../document/document.ts';

/** Units of text, tags not counted, in which the word must stand on either side. */
const NEAR = 60;
/** Units looked at, tags included. */
const WINDOW = 400;
/** Names of HTML in a document that make it one on HTML. */
const MANY = 3;

const TAG = /<[^<>]{0,300}>/g;
const WORD = /\bX?HTML|\bXML\b|标签|標籤|标记|標記|\b[Tt]ags?\b/;

/** True where the tag or reference in `[start, end)` is near a word for such things. */
export function isNearMarkupWord({ text }: Document, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - WINDOW), start).replace(TAG, '');
  if (WORD.test(before.slice(-NEAR))) return true;
  const after = text.slice(end, end + WINDOW).replace(TAG, '');
  return WORD.test(after.slice(0, NEAR));
}

/** True for a document that names HTML several times; ask through `doc.share(isOnMarkup)`. */
export function isOnMarkup({ text }: Document): boolean {
  let count = 0;
  for (let at = text.indexOf('HTML'); at >= 0 && count < MANY; at = text.indexOf('HTML', at + 4)) count++;
  return count >= MANY;
}
