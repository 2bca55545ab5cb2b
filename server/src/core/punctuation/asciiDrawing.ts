// Drawings and tables that are made of ASCII and blanks: boxes joined by lines of | and v, columns of short cells.
// Their marks are placed by the column, and a wide one would shift the rest of the line.
import type { Document } from '../document/document.ts';

/** How many lines above and below are looked at, and how much of each in UTF-16 code units. */
const LINES = 3;
const LONGEST_LINE = 240;
/** A line that only joins: "      |        v". */
const JOINT = /^ {3,}[ |v^/\\_.]*[|][ |v^/\\_.]*$/;
/** An arrow to a remark. */
const ARROW = /<-{3,}|-{3,}>/;
/** A row of a table drawn with lines. */
const BOX = /[│┃║][^\n]*[│┃║]/;
/** Three columns or more, of short cells. */
const GAP = / {3,}/;
const COLUMNS = 3;
const LONGEST_CELL = 24;

export function isInAsciiDrawing({ text, format }: Document, at: number): boolean {
  const [start, end] = lineOf(text, at);
  if (BOX.test(text.slice(start, end))) return true;
  if (format !== 'text') return false;
  if (end - start > LONGEST_LINE || !text.startsWith('  ', start)) return false;
  const line = text.slice(start, end);
  if (ARROW.test(line) || isRow(line)) return true;
  let above = start;
  let below = end;
  for (let step = 0; step < LINES; step++) {
    if (above > 0) {
      const [from, to] = lineOf(text, above - 1);
      if (JOINT.test(text.slice(from, to))) return true;
      above = from;
    }
    if (below < text.length) {
      const [from, to] = lineOf(text, below + 1);
      if (JOINT.test(text.slice(from, to))) return true;
      below = to;
    }
  }
  return false;
}

function isRow(line: string): boolean {
  const cells = line.trim().split(GAP);
  return cells.length >= COLUMNS && cells.every(cell => cell.length <= LONGEST_CELL);
}

// Bounded: a longer line is cut, and is no line of a drawing.
function lineOf(text: string, at: number): readonly [start: number, end: number] {
  let start = at;
  let end = at;
  while (start > 0 && at - start <= LONGEST_LINE && text[start - 1] !== '\n') start--;
  while (end < text.length && end - at <= LONGEST_LINE && text[end] !== '\n') end++;
  return [start, end];
}
