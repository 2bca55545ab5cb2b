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

// By `indexOf`, which looks at several characters at once.
function lineStarts(text: string): Int32Array {
  let starts = arena;
  let count = 1;
  let lf = text.indexOf('\n');
  let cr = text.indexOf('\r');
  while (lf >= 0 || cr >= 0) {
    const isCr = cr >= 0 && (lf < 0 || cr < lf);
    const at = isCr ? cr : lf;
    if (isCr) cr = text.indexOf('\r', at + 1);
    // The line feed of a CRLF ends the line that its carriage return did not.
    if (isCr && lf === at + 1) continue;
    if (!isCr) lf = text.indexOf('\n', at + 1);
    if (count === starts.length) {
      starts = new Int32Array(2 * count);
      starts.set(arena);
      arena = starts;
    }
    starts[count++] = at + 1;
  }
  return starts.slice(0, count);
}
