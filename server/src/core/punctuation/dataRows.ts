// Rows of data: many short items with a tight half-width mark between any two, 甲,乙,丙 or 甲;乙;丙; or 收入:工资:奖金.
// A program reads them; Chinese prose lists with 、 and seldom so much.
import { Mark, type Marks, WidthKind } from './marks.ts';

/** How many separators in a row make data, by `Mark`; 0 for a mark that separates none. */
const ENOUGH = new Uint8Array(Mark.Question + 1);
ENOUGH[Mark.Comma] = 12;
ENOUGH[Mark.Semicolon] = 4;
ENOUGH[Mark.Colon] = 2;
const LONGEST_ITEM = new Uint8Array(Mark.Question + 1);
LONGEST_ITEM[Mark.Comma] = 12;
LONGEST_ITEM[Mark.Semicolon] = 10;
LONGEST_ITEM[Mark.Colon] = 8;

/** So many commas are enough where the items are as short as names. */
const ENOUGH_NAMES = 8;
const LONGEST_NAME = 5;

const isData = (kind: number, separators: number, length: number): boolean =>
  separators >= ENOUGH[kind]! ||
  (kind === Mark.Comma && separators >= ENOUGH_NAMES && length <= separators * LONGEST_NAME);

/** Makes the marks of data rows doubtful in `of` (`MarkContexts.of`). */
export function leaveDataRows(text: string, marks: Marks, of: Uint8Array): void {
  const { count, at, kind, block } = marks;
  const heads = new Set<string>();
  let first = 0;
  while (first < count) {
    const k = kind[first]!;
    let last = first;
    if (k <= Mark.Colon && of[first] !== 0)
      while (
        last + 1 < count &&
        kind[last + 1] === k &&
        block[last + 1] === block[first] &&
        at[last + 1]! - at[last]! <= LONGEST_ITEM[k]! + 1 &&
        isTight(text, at[last]!)
      )
        last++;
    if (
      last > first &&
      isData(k, last - first + 1, at[last]! - at[first]!) &&
      !isInList(text, marks, first, last)
    ) {
      // What is nobody's concern, as the colon of 4:1, stays so.
      for (let m = first; m <= last; m++) if (of[m] !== 0) of[m] = WidthKind.Doubtful + 1;
      if (k === Mark.Colon) heads.add(headOf(text, at[first]!));
    }
    first = last + 1;
  }
  if (heads.size > 0) leavePaths(text, marks, of, heads);
}

// 甲, 乙,丙,…,丁，戊: a row is the same throughout; where commas of another kind go on, a row that is not long is part
// of a list in a sentence.
function isInList(text: string, marks: Marks, first: number, last: number): boolean {
  if (marks.kind[first] !== Mark.Comma || last - first + 1 >= ENOUGH[Mark.Comma]!) return false;
  return goesOn(text, marks, first, first - 1) || goesOn(text, marks, last, last + 1);
}

function goesOn(text: string, { count, kind, at, block }: Marks, end: number, m: number): boolean {
  if (m < 0 || m >= count || block[m] !== block[end]) return false;
  if (kind[m] !== Mark.Comma && kind[m] !== Mark.WideComma) return false;
  const from = Math.min(at[m]!, at[end]!);
  const to = Math.max(at[m]!, at[end]!);
  return to - from <= LONGEST_ITEM[Mark.Comma]! + 1 && !text.slice(from, to).includes('\n');
}

// 支出:餐饮 in a text that has 支出:修缮:屋顶 is a path of the same tree.
function leavePaths(
  text: string,
  { count, at, kind }: Marks,
  of: Uint8Array,
  heads: ReadonlySet<string>,
): void {
  for (let m = 0; m < count; m++)
    if (kind[m] === Mark.Colon && of[m] !== 0 && isTight(text, at[m]!) && heads.has(headOf(text, at[m]!)))
      of[m] = WidthKind.Doubtful + 1;
}

const headOf = (text: string, at: number): string => text.slice(Math.max(0, at - 2), at);
const isTight = (text: string, at: number): boolean => text[at + 1] !== ' ' && text[at + 1] !== '\n';
