// Tables in plain text whose columns half-width commas or semicolons part: lines below each other with as many cells,
// hardly one of them without a cell of figures or Latin letters. A program reads them, and a wider comma would make one
// cell of two.
import { isHan } from '../text/charClass.ts';
import { Mark, type Marks } from './marks.ts';

const FEWEST_ROWS = 3;
const FEWEST_SEPARATORS = 2;
/** UTF-16 code units. */
const LONGEST_ROW = 500;

interface Row {
  readonly end: number;
  readonly separators: number;
  /** Whether some cell holds text, but no Han. */
  readonly isBare: boolean;
  readonly firstMark: number;
  lastMark: number;
}

/** Takes the separators of tables out of `of` (`MarkContexts.of`). */
export function leaveTables(text: string, marks: Marks, of: Uint8Array): void {
  leaveTablesOf(Mark.Comma, ',', text, marks, of);
  leaveTablesOf(Mark.Semicolon, ';', text, marks, of);
}

function leaveTablesOf(kind: number, mark: string, text: string, marks: Marks, of: Uint8Array): void {
  let rows: Row[] = [];
  let end = -1;
  const settle = (): void => {
    const bare = rows.filter(row => row.isBare).length;
    if (rows.length >= FEWEST_ROWS && bare >= rows.length - 1)
      for (const { firstMark, lastMark } of rows)
        for (let m = firstMark; m <= lastMark; m++) if (marks.kind[m] === kind) of[m] = 0;
    rows = [];
  };
  for (let m = 0; m < marks.count; m++) {
    if (marks.kind[m] !== kind || of[m] === 0) continue;
    const at = marks.at[m]!;
    if (at <= end) {
      const row = rows[rows.length - 1];
      if (row?.end === end) row.lastMark = m;
      continue;
    }
    const start = text.lastIndexOf('\n', at) + 1;
    const previous = rows[rows.length - 1];
    const stop = text.indexOf('\n', at);
    end = stop < 0 ? text.length : stop;
    const row = readRow(text, start, end, mark, m);
    if (!row || previous?.end !== start - 1 || previous.separators !== row.separators) settle();
    if (row) rows.push(row);
  }
  settle();
}

function readRow(text: string, start: number, end: number, mark: string, m: number): Row | undefined {
  if (end - start > LONGEST_ROW) return undefined;
  let separators = 0;
  let isQuoted = false;
  let isBare = false;
  let han = 0;
  let cell = start;
  for (let i = start; i <= end; i++) {
    const c = text[i];
    if (c === '"') isQuoted = !isQuoted;
    else if (c === '。') return undefined;
    else if (i === end || (c === mark && !isQuoted)) {
      // 分頁映射, 可快取: a person typed this list.
      if (text[i + 1] === ' ') return undefined;
      if (i < end) separators++;
      if (han === 0 && i > cell) isBare = true;
      han = 0;
      cell = i + 1;
    } else if (isHan(text.charCodeAt(i))) han++;
  }
  return separators < FEWEST_SEPARATORS ? undefined : { end, separators, isBare, firstMark: m, lastMark: m };
}
