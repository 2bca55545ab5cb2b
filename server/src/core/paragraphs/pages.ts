// What text taken from a PDF has where its pages meet: a running head behind the form feed, notes at the foot, and the
// numbers of notes behind sentences.
import type { Unit } from './units.ts';

/** True for the first line of a page that is set in columns: "第三章 调度          3.2 水位". */
export const isPageHead = (text: string, { kind, start, end, fullStart }: Unit): boolean =>
  kind === 'paragraph' &&
  end - start < LONGEST_HEAD &&
  followsFormFeed(text, fullStart, start) &&
  COLUMNS.test(text.slice(start, end));
const LONGEST_HEAD = 160;
const COLUMNS = /\S {4,}\S/;

function followsFormFeed(text: string, fullStart: number, start: number): boolean {
  for (let i = start; i >= Math.max(0, fullStart - 1); i--) {
    if (text[i] === '\f') return true;
    if (i < start && text.charCodeAt(i) > 0x20) return false;
  }
  return false;
}

/** True where a sentence ends before `end` and the number of a note stands behind it: 水位上升。12 */
export const endsInNote = (text: string, end: number): boolean =>
  isNoteUnit(text.charCodeAt(end - 1)) &&
  NOTE.test(text.slice(Math.max(0, end - 5), end)) &&
  !/^\s*\d/.test(text.slice(end, end + 8));
const NOTE = /[。！？][”’」』）]?(?:\d{1,3}|[⁰¹²³⁴-⁹]+)$/;
const isNoteUnit = (unit: number): boolean =>
  (unit >= 48 && unit <= 57) ||
  unit === 0xb9 ||
  unit === 0xb2 ||
  unit === 0xb3 ||
  (unit >= 0x2070 && unit <= 0x2079);

/** True for a note at the foot of a page: ⁵参见第三章。 */
export const isNote = (text: string, { start }: Unit): boolean => /[⁰¹²³⁴-⁹]/.test(text[start]!);
