// Offsets through two readings: spans found in a text that a first reading mended, as spans of the damaged text.
import { characterCost, transitionCost } from '../language/bigrams.ts';
import { encode, type Pair } from './pairs.ts';
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
  /** What was mended, and as what. */
  readonly damaged: string;
  readonly pair: Pair;
  /** Offset in the damaged text of the first character. */
  readonly from: number;
  /** The mended spans, in order; what lies between them is as it was. */
  readonly segments: readonly Segment[];
}

/** `text[from, to)` with `spans`, which are in order and were read as `pair`, put right. */
export function mendWith(
  text: string,
  from: number,
  to: number,
  spans: readonly Reread[],
  pair: Pair,
): Mended {
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
  return { text: mended + text.slice(at, to), damaged: text, pair, from, segments };
}

/** Characters at most that a lost byte leaves of the one it belonged to, and what each of them costs at least. */
const DEBRIS = 2;
const STRANGE = 7;
const REPLACEMENT = '\ufffd';

// What is left of a character that lost a byte before the first misreading.
function isDebris(text: string, from: number, to: number): boolean {
  if (from === to || to - from > DEBRIS) return false;
  for (let i = from; i < to; i++)
    if (text.charCodeAt(i) < 0x80 || characterCost(text.charCodeAt(i)) < STRANGE) return false;
  return true;
}

/** Offset in the damaged text of one in the mended text, inside `segment`; -1 where a character lies across it. */
function damagedAt(
  { text, damaged, pair }: Mended,
  { start, from, to, guessed }: Segment,
  at: number,
): number {
  if (guessed > 0) return -1;
  let size = 0;
  for (let i = start; i < at; i++) {
    const unit = text.charCodeAt(i);
    size += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
  }
  const char = encode(damaged, from, to, pair).charAt[size] ?? -1;
  return char < 0 ? -1 : from + char;
}

/** What a character of clean text costs at most that the first reading took for part of the damage. */
const CLEAN = 9;

// At the edge of a damaged span a clean character may look like another one, read again.
function isClean(text: string, from: number, to: number): boolean {
  return (
    to - from === 1 &&
    text.charCodeAt(from) >= 0x80 &&
    transitionCost(text.charCodeAt(from - 1), text.charCodeAt(from)) < CLEAN
  );
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
    let damagedStart = start + shift;
    let repaired = '';
    let at = start;
    let guessed = 0;
    let end = start;
    if (isDebris(text, start, inner[i]!.start)) {
      at = inner[i]!.start;
      end = at;
      const cut = damagedAt(mended, segments[next]!, at);
      if (cut >= 0 && isClean(mended.damaged, damagedStart, cut)) damagedStart = cut;
      else {
        repaired = REPLACEMENT;
        guessed = 1;
      }
    }
    let last: Segment | undefined;
    // Spans and segments that overlap one another in turn are one span.
    for (;;) {
      if (i < inner.length && inner[i]!.start < Math.max(end, start + 1)) {
        const span = inner[i++]!;
        repaired += text.slice(at, span.start) + span.text;
        at = span.end;
        guessed += span.guessed;
        end = Math.max(end, span.end);
      } else if (next < segments.length && segments[next]!.start < Math.max(end, start + 1)) {
        last = segments[next++]!;
        guessed += last.guessed;
        end = Math.max(end, last.end);
        shift = shiftAfter(last);
      } else break;
    }
    let damagedEnd = end + shift;
    if (last && isDebris(text, at, end)) {
      const cut = damagedAt(mended, last, at);
      if (cut >= 0 && isClean(mended.damaged, cut, damagedEnd)) damagedEnd = cut;
      else {
        repaired += REPLACEMENT;
        guessed++;
      }
    } else repaired += text.slice(at, end);
    found.push({ start: damagedStart, end: damagedEnd, text: repaired, guessed });
  }
  return found;
}

const shiftAfter = (segment: Segment): number => segment.to - segment.end;
