// Offsets through two readings: spans found in a text that a first reading mended, as spans of the damaged text.
import { characterCost, transitionCost } from '../language/bigrams.ts';
import { encode, type Pair, readToken, type Token } from './pairs.ts';
import { isTableLetter } from './prices.ts';
import type { Reread } from './weight.ts';

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

/** Most characters that a second reading may have missed at an edge, and how much dearer they may be as read. */
const MISSED = 4;
const DEARER = 6;

// What stands at the edge of a mended span between `before` and `after`, read as `inner` like the rest of it: the span
// says where the damage ends, even if the characters there look clean. A loss at the very edge is kept.
function readEdge(
  text: string,
  from: number,
  to: number,
  inner: Pair,
  before: number,
  after: number,
): string {
  let start = from;
  let end = to;
  while (start < end && text[start] === REPLACEMENT) start++;
  while (end > start && text[end - 1] === REPLACEMENT) end--;
  if (start === end || end - start > MISSED) return '';
  const read = readWhole(text, start, end, inner);
  if (read === '') return '';
  const stands = textCost(text.slice(start, end), before, after);
  if (textCost(read, before, after) > stands + DEARER) return '';
  return text.slice(from, start) + read + text.slice(end, to);
}

function textCost(text: string, before: number, after: number): number {
  let cost = 0;
  let previous = before;
  for (let i = 0; i < text.length; i++) {
    cost += transitionCost(previous, text.charCodeAt(i));
    previous = text.charCodeAt(i);
  }
  return cost + transitionCost(previous, after);
}

/** By how many nats a character beside a span must be likelier as what it would be, read twice. */
const LIKELIER = 4;

// A letter of two bytes of UTF-8 is an ordinary ideograph when it is misread, and at the edge of a span no first reading
// takes it for damage. It belongs there if it is likelier as what it would be, read twice.
function widened({ damaged, pair: outer }: Mended, inner: Pair, span: Whole): Whole {
  if (inner.readAs === 'Windows-1252' || outer.readAs === 'Windows-1252') return span;
  const unitAt = (at: number): number => damaged.charCodeAt(at) || 0x0a;
  const readAt = (at: number, previous: number, next: number): string => {
    const once = at < 0 || at >= damaged.length ? '' : readWhole(damaged, at, at + 1, outer);
    if (once.length !== 1 || !isTableLetter(once.charCodeAt(0))) return '';
    const twice = readWhole(once, 0, 1, inner);
    const own = damaged[at]!;
    return twice.length === 1 && textCost(twice, previous, next) + LIKELIER < textCost(own, previous, next)
      ? twice
      : '';
  };
  const { start, end, text, guessed } = span;
  const head = readAt(start - 1, unitAt(start - 2), text.charCodeAt(0));
  const tail = readAt(end, text.charCodeAt(text.length - 1), unitAt(end + 1));
  return { start: start - head.length, end: end + tail.length, text: head + text + tail, guessed };
}

/** `text[start, end)` read as `pair`, '' unless all of it can be. */
function readWhole(text: string, start: number, end: number, pair: Pair): string {
  const encoded = encode(text, start, end, pair);
  const token: Token = { point: 0, size: 0 };
  let read = '';
  for (let at = 0; at < encoded.size; at += token.size) {
    readToken(pair.was, encoded, at, token);
    if (token.size === 0) return '';
    read += String.fromCodePoint(token.point);
  }
  return read;
}

const lossesIn = (text: string): number => text.split(REPLACEMENT).length - 1;

/** Spans that were found in a mended text, widened to the whole segments that they touch; others are left out. */
export function joinTurns(mended: Mended, inner: readonly Reread[], pair: Pair): readonly Whole[] {
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
    const head = inner[i]!.start;
    const edge =
      start < head
        ? readEdge(text, start, head, pair, text.charCodeAt(start - 1) || 0, inner[i]!.text.charCodeAt(0))
        : '';
    if (edge !== '') {
      repaired = edge;
      at = head;
      end = head;
      guessed = lossesIn(edge);
    } else if (isDebris(text, start, head)) {
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
    const tail =
      last && at < end
        ? readEdge(
            text,
            at,
            end,
            pair,
            repaired.charCodeAt(repaired.length - 1),
            text.charCodeAt(end) || 0x0a,
          )
        : '';
    if (tail !== '') {
      repaired += tail;
      guessed += lossesIn(tail);
    } else if (last && isDebris(text, at, end)) {
      const cut = damagedAt(mended, last, at);
      if (cut >= 0 && isClean(mended.damaged, cut, damagedEnd)) damagedEnd = cut;
      else {
        repaired += REPLACEMENT;
        guessed++;
      }
    } else repaired += text.slice(at, end);
    found.push(widened(mended, pair, { start: damagedStart, end: damagedEnd, text: repaired, guessed }));
  }
  return found;
}

const shiftAfter = (segment: Segment): number => segment.to - segment.end;
