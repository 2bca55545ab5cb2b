/** Replaces `[start, end)` (UTF-16 code units) by `text`. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Applies edits that do not overlap, in any order; edits at the same place apply in the order given. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = edits.map((edit, index) => ({ edit, index })).sort(byPosition);
  const parts: string[] = [];
  let from = 0;
  for (const { edit } of sorted) {
    if (edit.start < from) throw new RangeError(`overlapping edits at offset ${edit.start}`);
    parts.push(text.slice(from, edit.start), edit.text);
    from = edit.end;
  }
  parts.push(text.slice(from));
  return parts.join('');
}

/** One edit that has the same effect as all of `edits` on `text`; undefined for none. */
export function mergeEdits(text: string, edits: readonly TextEdit[]): TextEdit | undefined {
  if (edits.length <= 1) return edits[0];
  let start = Number.POSITIVE_INFINITY;
  let end = 0;
  for (const edit of edits) {
    start = Math.min(start, edit.start);
    end = Math.max(end, edit.end);
  }
  const shifted = edits.map(edit => ({ start: edit.start - start, end: edit.end - start, text: edit.text }));
  return { start, end, text: applyEdits(text.slice(start, end), shifted) };
}

type Indexed = { readonly edit: TextEdit; readonly index: number };
const byPosition = (a: Indexed, b: Indexed): number =>
  a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.index - b.index;

/** One set of edits with the effect of `first`, then `second` on its result; sorted, and merged where they touch. */
export function composeEdits(first: readonly TextEdit[], second: readonly TextEdit[]): TextEdit[] {
  if (first.length === 0)
    return second
      .map((edit, index) => ({ edit, index }))
      .sort(byPosition)
      .map(s => s.edit);
  const composed: TextEdit[] = [];
  // Where the next unchanged stretch of the original begins, and what has been put in front of it.
  let from = 0;
  let pending = '';
  const keep = (start: number, end: number): void => {
    if (start === end) return;
    if (start > from || pending !== '') composed.push({ start: from, end: start, text: pending });
    pending = '';
    from = end;
  };
  const middle = pieces(first);
  let piece = middle.next().value as Piece;
  let used = 0;
  // Takes the middle text up to `until`, offsets in the middle text; what is not kept is dropped.
  let at = 0;
  const take = (until: number, kept: boolean): void => {
    while (at < until) {
      const size = Math.min(piece.size - used, until - at);
      if (kept) {
        if (piece.text === undefined) keep(piece.start + used, piece.start + used + size);
        else pending += piece.text.slice(used, used + size);
      }
      used += size;
      at += size;
      if (used < piece.size) return;
      const next = middle.next();
      if (next.done) return;
      piece = next.value;
      used = 0;
    }
  };
  for (const { edit } of second.map((edit, index) => ({ edit, index })).sort(byPosition)) {
    take(edit.start, true);
    take(edit.end, false);
    pending += edit.text;
  }
  take(Number.MAX_SAFE_INTEGER, true);
  return composed;
}

interface Piece {
  /** Offset in the original; meaningless for an inserted text. */
  readonly start: number;
  readonly size: number;
  readonly text?: string;
}

// The text after `edits`, as stretches of the original and inserted texts; the last stretch has no end.
function* pieces(edits: readonly TextEdit[]): Generator<Piece, void> {
  let from = 0;
  for (const { edit } of edits.map((edit, index) => ({ edit, index })).sort(byPosition)) {
    if (edit.start > from) yield { start: from, size: edit.start - from };
    if (edit.text !== '') yield { start: edit.start, size: edit.text.length, text: edit.text };
    from = edit.end;
  }
  yield { start: from, size: Number.MAX_SAFE_INTEGER - from };
}
