/** A half-open range of UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const span = (start: number, end: number): Span => ({ start, end });

/** True when the two spans share at least one code unit; an empty span overlaps what strictly surrounds it. */
export const overlaps = (a: Span, b: Span): boolean =>
  a.start === a.end || b.start === b.end
    ? a.start <= b.end && b.start <= a.end && (a.start > b.start || b.start > a.start || a.end === b.end)
    : a.start < b.end && b.start < a.end;
