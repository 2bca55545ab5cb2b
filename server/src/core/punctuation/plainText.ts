// The text near a mark as a reader sees it, without tags. Where an element begins or ends right beside the mark, a
// control character says so.
import type { Document } from '../document/document.ts';

/** UTF-16 code units looked at on either side, tags included. */
const REACH = 240;
const TAGS = /<[^<>]*>/g;
/** Stand for a start tag before, and an end tag after, that touch the mark or marks. */
const OPENED = '\u0002';
const CLOSED = '\u0003';

export function plainBefore({ text, format }: Document, at: number): string {
  const before = text.slice(Math.max(0, at - REACH), at);
  if (format === 'text' || !before.includes('>')) return before;
  return before
    .replace(/^[^<>]*>/, '')
    .replace(/<[A-Za-z][^<>]*>([!?,:;]*)$/, `${OPENED}$1`)
    .replace(TAGS, '');
}

/** The text of `[from, to)`, of which a tag may have been cut at either end. */
export function plain({ text, format }: Document, from: number, to: number): string {
  const part = text.slice(Math.max(0, from), to);
  if (format === 'text' || !/[<>]/.test(part)) return part;
  return part
    .replace(/^[^<>]*>/, '')
    .replace(TAGS, '')
    .replace(/<[^<>]*$/, '');
}

/** The text from `at` on. */
export function plainAfter({ text, format }: Document, at: number): string {
  const after = text.slice(at, at + REACH);
  if (format === 'text' || !after.includes('<')) return after;
  return after
    .replace(/^([!?,:;]+)<\//, `$1${CLOSED}</`)
    .replace(TAGS, '')
    .replace(/<[^<>]*$/, '');
}
