// The likeliest reading of a stretch of text in which parts may have been decoded with the wrong table. Two ways run
// side by side over the characters and their bytes: the text as it stands, and the bytes read as what they may have
// been. The cheapest path through both (Viterbi) says where a damaged span begins and ends and what it was; it is
// linear, and it needs no rule about lengths or boundaries. The rejected alternative, trying spans and scoring them,
// is quadratic and gets the edges wrong.
import { transitionCost } from '../language/bigrams.ts';
import { type Encoded, encode, LOSS, latinByte, type Pair, readToken, type Token } from './pairs.ts';

export interface Reread {
  /** Offsets in the text that was read again. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** How much cheaper, in nats, the text is as read again. */
  readonly gain: number;
  /** Characters that were guessed or given up because bytes were missing. */
  readonly guessed: number;
}

/** Price in nats of entering or leaving a damaged span. */
const SWITCH = 4;
/** Price of a byte that fits nothing; it becomes U+FFFD. */
const LOST = 16;
/** Price of guessing a character whose last byte is missing. */
const GUESS = 4;
/** What a letter of a first reading may cost at most: it is one byte, hence one of about a hundred. */
const FLAT_LETTER = 4.5;
/** Highest cost of a character of Japanese, whose own ideographs a model of Chinese does not know. */
const JAPANESE = 9;
const REPLACEMENT = 0xfffd;

/** What a character of the repaired text costs at most. */
export const ceilingOf = ({ was }: Pair): number =>
  was === 'Shift_JIS' ? JAPANESE : Number.POSITIVE_INFINITY;

// Whether a wrong reading gives such characters: letters and marks of Windows-1252, or wide ones.
const isReading = (unit: number): boolean => unit >= 0x2e80 || (unit > 0x7f && latinByte()[unit]! > 0);

/** Whether a character is read as the first one of a span. */
const TRIED = [true, false] as const;
/** Flags of a step on the re-read way. */
const ENTERED = 1;
const INEXACT = 2;

/**
 * Reads `text[start, end)` again as `pair`. With `flat` above 0, no re-read character costs more than that: for a
 * first step whose result is itself damaged.
 */
export function readAgain(text: string, start: number, end: number, pair: Pair, flat = 0): Reread[] {
  const encoded = encode(text, start, end, pair);
  const { bytes, size, charAt } = encoded;
  const way = new Float64Array(size + 2).fill(Number.POSITIVE_INFINITY);
  const stepFrom = new Int32Array(size + 2);
  const point = new Uint32Array(size + 2);
  const flags = new Uint8Array(size + 2);
  /** Byte offset at which the plain way was last joined from the re-read way, by character; -1 for none. */
  const joined = new Int32Array(end - start + 1).fill(-1);
  const token: Token = { point: 0, size: 0 };
  const ceiling = flat > 0 ? flat : ceilingOf(pair);
  const cost = (previous: number, next: number): number => {
    const exact = transitionCost(previous, next);
    if (flat === 0) return exact > ceiling && next > 0x7f ? ceiling : exact;
    const most = next < 0x2e80 ? FLAT_LETTER : flat;
    return exact > most && isReading(next) ? most : exact;
  };
  const reach = (from: number, to: number, price: number, read: number, flag: number): void => {
    if (price >= way[to]!) return;
    way[to] = price;
    stepFrom[to] = from;
    point[to] = read;
    flags[to] = flag;
  };
  let plain = 0;
  let before = start > 0 ? text.charCodeAt(start - 1) : 0;
  for (let at = 0; at <= size; at++) {
    const char = charAt[at]!;
    const isBoundary = char >= 0;
    if (isBoundary && way[at]! < Number.POSITIVE_INFINITY) {
      // Leave the damaged span here, if that is cheaper than having never been in it. The next plain character is
      // charged from what was read.
      const next = start + char < text.length ? text.charCodeAt(start + char) : 0x0a;
      const seam = transitionCost(lastUnit(point[at]!), next) - transitionCost(before, next);
      const left = way[at]! + SWITCH + seam;
      if (left < plain) {
        plain = left;
        joined[char] = at;
      }
    }
    if (at === size) break;
    const entering = isBoundary ? plain + SWITCH : Number.POSITIVE_INFINITY;
    const inside = way[at]!;
    if (entering < Number.POSITIVE_INFINITY || inside < Number.POSITIVE_INFINITY) {
      readToken(pair.was, encoded, at, token);
      // Also where what follows a loss completes the character by chance.
      const crosses = token.size === 3 && charAt[at + 3]! < 0 && charAt[at + 2]! >= 0;
      const isGuessed = (token.size === 0 || crosses) && flat === 0 && pair.was === 'UTF-8';
      // What is read next costs another sum after a clean character than after a damaged one: both ways are tried.
      for (const enters of TRIED) {
        const base = enters ? entering : inside;
        if (base === Number.POSITIVE_INFINITY) continue;
        const flag = enters ? ENTERED : 0;
        const previous = enters ? before : lastUnit(point[at]!);
        if (token.size > 0) {
          const { point: read, size: length } = token;
          const own = cost(previous, firstUnit(read)) + (read > 0xffff ? 3 : 0);
          reach(at, at + length, base + own, read, flag);
        }
        // A byte without its partner: where nothing can be read, after a loss, and at the edges of a span.
        if (
          token.size === 0 ||
          enters ||
          (at > 0 && bytes[at - 1]! >= LOSS) ||
          (!isBoundary && charAt[at + 1]! >= 0)
        )
          reach(at, at + 1, base + LOST, REPLACEMENT, flag | INEXACT);
        if (isGuessed) guess(encoded, at, pair, base, previous, flag, way, reach);
      }
    }
    if (isBoundary) {
      const unit = text.charCodeAt(start + char);
      plain += transitionCost(before, unit);
      before = unit;
    }
  }
  return trace(text, start, end, ceilingOf(pair), { charAt, stepFrom, point, flags, joined });
}

type Reach = (from: number, to: number, price: number, read: number, flag: number) => void;

// A character of three UTF-8 bytes of which one is missing. GBK has no lead byte 80: a decoder that met one as the last
// byte of a character put U+FFFD or "?" for it and for the lead byte after it, so the first is known and the second is
// one of seven. Elsewhere the best of 64 last bytes has to do.
function guess(
  { bytes, size }: Encoded,
  at: number,
  { readAs }: Pair,
  base: number,
  previous: number,
  flag: number,
  way: Float64Array,
  reach: Reach,
): void {
  const first = bytes[at]!;
  const second = at + 1 < size ? bytes[at + 1]! : 0;
  if ((second & 0xc0) !== 0x80) return;
  // The likeliest of `count` characters, each `step` after the one before. A place that is reached for less than the
  // guess alone costs is left as it is.
  const offer = (to: number, from: number, step: number, count: number): void => {
    if (base + GUESS >= way[to]!) return;
    let best = 0;
    let price = Number.POSITIVE_INFINITY;
    for (let n = 0, point = from; n < count; n++, point += step) {
      const own = transitionCost(previous, point);
      if (own >= price) continue;
      price = own;
      best = point;
    }
    reach(at, to, base + price + GUESS, best, flag | INEXACT);
  };
  if (first >= 0xe3 && first <= 0xe9) {
    const isMarked = at + 2 < size && isLoss(bytes[at + 2]!);
    const head = ((first & 0xf) << 12) | ((second & 0x3f) << 6);
    if (readAs === 'GBK' && isMarked && isTail(bytes, size, at + 3)) offer(at + 3, head, 1, 1);
    else offer(at + (isMarked ? 3 : 2), head, 1, 64);
  } else if (isTail(bytes, size, at) && at > 0 && isLoss(bytes[at - 1]!)) {
    const tail = ((first & 0x3f) << 6) | (second & 0x3f);
    // Of punctuation and of unified ideographs: the lead bytes E3 to E9.
    offer(at + 2, 0x3000 | tail, 0x1000, 7);
  }
}

const isLoss = (byte: number): boolean => byte === 0x3f || byte === LOSS;
const isTail = (bytes: Uint8Array, size: number, at: number): boolean =>
  at + 1 < size && (bytes[at]! & 0xc0) === 0x80 && (bytes[at + 1]! & 0xc0) === 0x80;

interface Paths {
  readonly charAt: Int32Array;
  readonly stepFrom: Int32Array;
  readonly point: Uint32Array;
  readonly flags: Uint8Array;
  readonly joined: Int32Array;
}

// Follows the cheapest path back from the end and collects the damaged spans on it.
function trace(text: string, start: number, end: number, ceiling: number, paths: Paths): Reread[] {
  const { charAt, stepFrom, point, flags, joined } = paths;
  const found: Reread[] = [];
  for (let char = end - start; char > 0; char--) {
    let at = joined[char]!;
    if (at < 0) continue;
    const points: number[] = [];
    let guessed = 0;
    for (let entered = false; !entered; at = stepFrom[at]!) {
      points.push(point[at]!);
      if ((flags[at]! & INEXACT) !== 0) guessed++;
      entered = (flags[at]! & ENTERED) !== 0;
    }
    const first = charAt[at]!;
    const span = trim(text, start + first, start + char, points.reverse());
    if (span) found.push({ ...span, guessed, gain: gainOf(text, span, ceiling) });
    char = first + 1;
  }
  return found.reverse();
}

// ASCII reads the same either way and does not belong to the damage at its edges, unless a wrong reading swallowed it.
function trim(
  text: string,
  start: number,
  end: number,
  points: readonly number[],
): Pick<Reread, 'start' | 'end' | 'text'> | undefined {
  let from = 0;
  let to = points.length;
  while (from < to && points[from]! < 0x80 && text.charCodeAt(start + from) < 0x80) from++;
  while (to > from && points[to - 1]! < 0x80 && text.charCodeAt(end - (points.length - to) - 1) < 0x80) to--;
  if (from === to) return undefined;
  let read = '';
  for (let i = from; i < to; i++) read += String.fromCodePoint(points[i]!);
  return { start: start + from, end: end - (points.length - to), text: read };
}

/** How much cheaper, in nats, a text is with `span` replaced by its repair, no character of which costs over `ceiling`. */
export function gainOf(
  text: string,
  span: { start: number; end: number; text: string },
  ceiling = Number.POSITIVE_INFINITY,
): number {
  const before = span.start > 0 ? text.charCodeAt(span.start - 1) : 0;
  const after = span.end < text.length ? text.charCodeAt(span.end) : 0x0a;
  let gain = 0;
  let previous = before;
  for (let i = span.start; i < span.end; i++) {
    const unit = text.charCodeAt(i);
    gain += transitionCost(previous, unit);
    previous = unit;
  }
  gain += transitionCost(previous, after);
  previous = before;
  for (let i = 0; i < span.text.length; i++) {
    const unit = span.text.charCodeAt(i);
    gain -= Math.min(transitionCost(previous, unit), ceiling);
    previous = unit;
  }
  return gain - transitionCost(previous, after);
}

const lastUnit = (point: number): number => (point > 0xffff ? 0xdc00 | (point & 0x3ff) : point);
const firstUnit = (point: number): number => (point > 0xffff ? 0xd800 | ((point - 0x10000) >> 10) : point);
