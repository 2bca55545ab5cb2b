// Line starts as one typed array: a 10 MB line and a million short lines cost the same per character.

/** A 1-based line and column; columns count UTF-16 code units. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

export interface LineIndex {
  /** Offset of the first code unit of each line; lines end at LF, CRLF or CR. */
  readonly starts: Int32Array;
  /** 0-based line holding `offset`; an offset past the end belongs to the last line. */
  lineAt(offset: number): number;
  locate(offset: number): LineColumn;
}

const LF = 10;
const CR = 13;

export function createLineIndex(text: string): LineIndex {
  const starts = lineStarts(text);
  const lineAt = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  return {
    starts,
    lineAt,
    locate(offset) {
      const line = lineAt(offset);
      return { line: line + 1, column: offset - starts[line]! + 1 };
    },
  };
}

function lineStarts(text: string): Int32Array {
  let starts = new Int32Array(Math.max(16, text.length >> 5));
  let count = 1;
  const add = (offset: number): void => {
    if (count === starts.length) {
      const grown = new Int32Array(starts.length * 2);
      grown.set(starts);
      starts = grown;
    }
    starts[count++] = offset;
  };
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) add(at + 1);
  } else {
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i);
      if (c === LF || (c === CR && text.charCodeAt(i + 1) !== LF)) add(i + 1);
    }
  }
  return starts.slice(0, count);
}
