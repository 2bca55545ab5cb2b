// Where a span of double-byte text begins that lost its first byte. The byte that is left takes the next character's first
// one for its own, so that all is read one byte late up to the next ASCII letter; and the clean character before it may
// chance to end in the lost byte. The search for spans prices a lost byte flatly; here the few ways to begin are compared
// by what the lost character may have been.
import { transitionCost } from '../language/bigrams.ts';
import { type DoubleByte, headCost } from './lostHead.ts';
import { type Encoded, readToken, type Token } from './pairs.ts';
import {
  firstUnit,
  GLUED,
  IDEOGRAPHS,
  isGlue,
  isGlued,
  isHead,
  isOdd,
  LOST,
  lastUnit,
  ODD_LETTER,
  REPLACEMENT,
  switchAt,
} from './prices.ts';

/** A reading of bytes: its characters, and the offset of each, with the offset after the last one. */
export interface Path {
  readonly points: number[];
  readonly offsets: number[];
}

/** How many characters before and behind the start are tried in its place, and how many are read to meet the rest. */
export const NEAR = 3;
const FARTHEST = 24;

/** What was read from `text`, whose bytes from `start` on are `encoded`, with its likeliest beginning, not before `clean`. */
export function withLikeliestHead(
  text: string,
  start: number,
  was: DoubleByte,
  encoded: Encoded,
  path: Path,
  clean: number,
): Path {
  const { charAt } = encoded;
  const at = path.offsets[0]!;
  const end = path.offsets[path.points.length]!;
  const beforeAt = (offset: number): number => {
    const index = start + charAt[offset]!;
    return index > 0 ? text.charCodeAt(index - 1) : 0;
  };
  let from = at;
  while (from > 0 && charAt[from] !== clean) from--;
  // What it costs to begin at each place near the start.
  const begin = new Map<number, number>();
  let stands = 0;
  for (let offset = from, behind = 0; behind <= NEAR && offset < end; offset++) {
    if (charAt[offset]! < 0) continue;
    if (offset > from) stands += standing(text, start + charAt[offset]! - 1);
    begin.set(offset, stands + switchAt(beforeAt(offset)));
    if (offset >= at) behind++;
  }
  const after = text.charCodeAt(start + charAt[end]!) || 0x0a;
  const road = new Road(was, encoded, { points: [...path.points, after], offsets: path.offsets });
  road.priceFrom(beforeAt(at), begin.get(at)!);
  let best = path;
  let gain = 0;
  for (const [offset, cost] of begin) {
    for (const isLate of [false, true]) {
      const other = road.joinFrom(offset, isLate, beforeAt(offset), cost, gain);
      if (!other) continue;
      gain = other.gain;
      best = {
        points: [...other.points, ...path.points.slice(other.at)],
        offsets: [...other.offsets, ...path.offsets.slice(other.at)],
      };
    }
  }
  return best;
}

interface Beginning {
  readonly points: readonly number[];
  readonly offsets: readonly number[];
  /** Where it meets the road, and by how much it is cheaper than the road up to there. */
  readonly at: number;
  readonly gain: number;
}

/** The reading that was found, with what it costs up to each of its characters and into it. */
class Road {
  readonly #was: DoubleByte;
  readonly #encoded: Encoded;
  readonly #path: Path;
  readonly #into: number[] = [];

  /** The last character of `path` is the one that follows the span. */
  constructor(was: DoubleByte, encoded: Encoded, path: Path) {
    this.#was = was;
    this.#encoded = encoded;
    this.#path = path;
  }

  priceFrom(before: number, cost: number): void {
    const { points, offsets } = this.#path;
    let sum = cost;
    for (let k = 0; k < points.length && k <= FARTHEST; k++) {
      const byte = this.#encoded.bytes[offsets[0]!]!;
      // What was lost is priced with the character that follows it.
      if (k === 0 && points[0] === REPLACEMENT && isHead(byte)) this.#into.push(Number.NEGATIVE_INFINITY);
      else if (k === 1 && this.#into[0] === Number.NEGATIVE_INFINITY) {
        sum += headCost(this.#was, byte, before, firstUnit(points[1]!));
        this.#into.push(sum);
      } else {
        sum += price(k > 1 ? points[k - 2]! : 0, k > 0 ? points[k - 1]! : before, points[k]!);
        this.#into.push(sum);
      }
    }
  }

  /** A beginning at `offset`, after a lost byte if it is late, that meets the road and is cheaper by more than `least`. */
  joinFrom(
    offset: number,
    isLate: boolean,
    before: number,
    cost: number,
    least: number,
  ): Beginning | undefined {
    const { bytes } = this.#encoded;
    if (isLate && !isHead(bytes[offset]!)) return undefined;
    const road = this.#path;
    const points: number[] = isLate ? [REPLACEMENT] : [];
    const offsets: number[] = isLate ? [offset] : [];
    const token: Token = { point: 0, size: 0 };
    let sum = cost;
    let second = 0;
    let now = offset + (isLate ? 1 : 0);
    for (let k = 0; points.length <= FARTHEST; ) {
      while (k < this.#into.length && road.offsets[k]! < now) k++;
      if (k === this.#into.length) return undefined;
      const meets = road.offsets[k] === now;
      if (!meets) {
        readToken(this.#was, this.#encoded, now, token);
        if (token.size === 0) return undefined;
      }
      const read = meets ? road.points[k]! : token.point;
      const last = points.length;
      // The lost character comes last, as it is the dearest to ask for.
      if (isLate && last === 1) second = firstUnit(read);
      else sum += price(last > 1 ? points[last - 2]! : 0, last > 0 ? points[last - 1]! : before, read);
      if (meets) {
        let gain = this.#into[k]! - sum;
        if (isLate && gain > least) gain -= headCost(this.#was, bytes[offset]!, before, second);
        return gain > least ? { points, offsets, at: k, gain } : undefined;
      }
      // No decoder leaves the byte before an ASCII character that it has lost the partner of.
      if (isLate && last === 1 && token.size === 1) return undefined;
      points.push(read);
      offsets.push(now);
      now += token.size;
    }
    return undefined;
  }
}

/** What `next` costs in a reading, after `previous` and the one before that. */
function price(before: number, previous: number, next: number): number {
  if (next === REPLACEMENT) return LOST;
  const cost = transitionCost(lastUnit(previous), firstUnit(next)) + (isOdd(next) ? ODD_LETTER : 0);
  return next >= IDEOGRAPHS && isGlue(previous) && before >= IDEOGRAPHS ? cost + GLUED : cost;
}

/** What the character of `text` at `index` costs as it stands. */
function standing(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  if (unit === REPLACEMENT) return LOST;
  const cost = transitionCost(index > 0 ? text.charCodeAt(index - 1) : 0, unit);
  return unit >= IDEOGRAPHS && isGlued(text, index - 1) ? cost + GLUED : cost;
}
