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
