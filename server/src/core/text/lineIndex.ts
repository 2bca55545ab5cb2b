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

// One text is indexed at a time, so all are indexed into one column, copied at the end.
let arena = new Int32Array(1024);

function lineStarts(text: string): Int32Array {
  let starts = arena;
  let count = 1;
  const { length } = text;
  for (let i = 0; i < length; i++) {
    const c = text.charCodeAt(i);
    if (c > CR || (c !== LF && (c !== CR || text.charCodeAt(i + 1) === LF))) continue;
    if (count === starts.length) {
      const grown = new Int32Array(starts.length * 2);
      grown.set(starts);
      starts = grown;
      arena = grown;
    }
    starts[count++] = i + 1;
  }
  return starts.slice(0, count);
}
