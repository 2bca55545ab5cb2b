// Lines found from a place in the text, for those who look at a few of them and need no index of all. A line ends at
// LF, CRLF or CR.

/** Offset of the first code unit of the line that holds `at`. */
export function lineStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && !isLineBreak(text.charCodeAt(start - 1))) start--;
  return start;
}

/** Offset of the first line break at or behind `at`; the length of the text for none. */
export function lineEnd(text: string, at: number): number {
  // Spelt out: each report has its front matter looked through, mostly by code that is not optimised yet.
  for (let end = at; end < text.length; end++) {
    const unit = text.charCodeAt(end);
    if (unit === 10 || unit === 13) return end;
  }
  return text.length;
}

/** Offset behind the line break at `end`, or the length of the text. */
export function behindLineBreak(text: string, end: number): number {
  if (text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10) return end + 2;
  return Math.min(end + 1, text.length);
}

/** Offset of the first code unit of the line after the one that holds `at`, or the length of the text. */
export const nextLineStart = (text: string, at: number): number => behindLineBreak(text, lineEnd(text, at));

/** `end`, or where the line breaks begin that stand before it. */
export function withoutLineBreaks(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && (text.charCodeAt(at - 1) === 10 || text.charCodeAt(at - 1) === 13)) at--;
  return at;
}

/** The line break a text uses, by its first one; LF where it has none. */
export function eolOf(text: string): string {
  const at = text.search(/[\r\n]/);
  if (at < 0 || text[at] === '\n') return '\n';
  return text[at + 1] === '\n' ? '\r\n' : '\r';
}

const isLineBreak = (unit: number): boolean => unit === 10 || unit === 13;
