// What surrounds a figure, read over bounded distances so that a text of figures alone stays linear.

const SENTENCE_END = '。！？；!?;\n\r';
const CLAUSE_END = `${SENTENCE_END}，,：:（）()`;
/** How far back or forward a sentence is followed, in UTF-16 code units. */
export const REACH = 120;

/** Start of the sentence that holds `at`, at most `reach` code units back. */
export const sentenceStart = (text: string, at: number, reach = REACH): number =>
  boundaryBefore(text, at, reach, SENTENCE_END);

/** Start of the clause that holds `at`, at most `reach` code units back. A comma between digits is none. */
export const clauseStart = (text: string, at: number, reach = REACH): number =>
  boundaryBefore(text, at, reach, CLAUSE_END);

/** End of the sentence that holds `at`, at most `reach` code units on. */
export function sentenceEnd(text: string, at: number, reach = REACH): number {
  const stop = Math.min(text.length, at + reach);
  let i = at;
  while (i < stop && !isBoundary(text, i, SENTENCE_END)) i++;
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

function boundaryBefore(text: string, at: number, reach: number, marks: string): number {
  const floor = Math.max(0, at - reach);
  let i = at;
  while (i > floor && !isBoundary(text, i - 1, marks)) i--;
  return i;
}

function isBoundary(text: string, i: number, marks: string): boolean {
  const c = text[i]!;
  if (!marks.includes(c)) return false;
  return !(
    isDigit(text.charCodeAt(i - 1)) &&
    isDigit(text.charCodeAt(i + 1)) &&
    (c === ',' || c === ':' || c === '：')
  );
}

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;
