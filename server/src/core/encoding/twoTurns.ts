// Offsets through two readings: spans found in a text that a first reading mended, as spans of the damaged text.
import type { Reread } from './readAgain.ts';

interface Segment {
  /** Offsets in the mended text and in the damaged one. */
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
  readonly guessed: number;
}

export interface Mended {
  readonly text: string;
  /** Offset in the damaged text of the first character. */
  readonly from: number;
  /** The mended spans, in order; what lies between them is as it was. */
  readonly segments: readonly Segment[];
}

/** `text[from, to)` with `spans`, which are in order, put right. */
export function mendWith(text: string, from: number, to: number, spans: readonly Reread[]): Mended {
  const segments: Segment[] = [];
  let mended = '';
  let at = from;
  for (const span of spans) {
    mended += text.slice(at, span.start);
    const start = mended.length;
    mended += span.text;
    segments.push({ start, end: mended.length, from: span.start, to: span.end, guessed: span.guessed });
    at = span.end;
  }
  return { text: mended + text.slice(at, to), from, segments };
}

type Whole = Pick<Reread, 'start' | 'end' | 'text' | 'guessed'>;

/** Spans that were found in a mended text, widened to the whole segments that they touch; others are left out. */
export function joinTurns(mended: Mended, inner: readonly Reread[]): readonly Whole[] {
  const { text, segments } = mended;
  const found: Whole[] = [];
  let next = 0;
  /** What to add to an offset in the mended text after the last segment that was passed. */
  let shift = mended.from;
  for (let i = 0; i < inner.length; ) {
    while (next < segments.length && segments[next]!.end <= inner[i]!.start)
      shift = shiftAfter(segments[next++]!);
    if (next === segments.length) break;
    if (segments[next]!.start >= inner[i]!.end) {
      i++;
      continue;
    }
    const start = Math.min(inner[i]!.start, segments[next]!.start);
    const damagedStart = start + shift;
    let repaired = '';
    let at = start;
    let guessed = 0;
    let end = start;
    // Spans and segments that overlap one another in turn are one span.
    for (;;) {
      if (i < inner.length && inner[i]!.start < Math.max(end, start + 1)) {
        const span = inner[i++]!;
        repaired += text.slice(at, span.start) + span.text;
        at = span.end;
        guessed += span.guessed;
        end = Math.max(end, span.end);
      } else if (next < segments.length && segments[next]!.start < Math.max(end, start + 1)) {
        const segment = segments[next++]!;
        guessed += segment.guessed;
        end = Math.max(end, segment.end);
        shift = shiftAfter(segment);
      } else break;
    }
    repaired += text.slice(at, end);
    found.push({ start: damagedStart, end: end + shift, text: repaired, guessed });
  }
  return found;
}

const shiftAfter = (segment: Segment): number => segment.to - segment.end;
