// A pair of bytes that GBK does not define, in a run that was read one byte late: decoders drop it or show "?" for it.
// Its first byte was the end of one character and its second one the start of the next, so both are known but for that.
import { characterCost } from '../language/bigrams.ts';
import { lazyTable } from '../text/unpack.ts';
import { type CostOf, continued, type Effort, pruned, type Way } from './lattice.ts';
import { gbk } from './tables.ts';

/** Characters that cost more are not guessed. */
const RAREST = 11.5;

interface Choices {
  /** By lead byte: characters with their trail bytes. By trail byte: the same with their lead bytes. */
  readonly byLead: readonly (readonly Choice[])[];
  readonly byTrail: readonly (readonly Choice[])[];
  /** 1 for each pair of bytes that GBK has no character for. */
  readonly isLost: Uint8Array;
}

export interface Choice {
  readonly unit: number;
  readonly byte: number;
}

const choices = lazyTable('lost-pairs', (): Choices => {
  const { unitOf } = gbk();
  const byLead: Choice[][] = Array.from({ length: 0x100 }, () => []);
  const byTrail: Choice[][] = Array.from({ length: 0x100 }, () => []);
  const isLost = new Uint8Array(0x10000);
  for (let lead = 0x80; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const pair = (lead << 8) | trail;
      const unit = unitOf[pair]!;
      if (unit === 0 || isPrivate(unit)) {
        if (trail > 0x80) isLost[pair] = 1;
      } else if (characterCost(unit) < RAREST) {
        byLead[lead]!.push({ unit, byte: trail });
        byTrail[trail]!.push({ unit, byte: lead });
      }
    }
  }
  return { byLead, byTrail, isLost };
});

/** Nats by which a way may be worse than the best one at the same place and still win in the end. */
const WINDOW = 6;

/** Characters that end in `trail`, with their lead bytes. */
export const endingIn = (trail: number): readonly Choice[] => choices().byTrail[trail]!;

/**
 * The likeliest ways on from `ways` by a character that begins with `lead` and one of `candidates`, with their lead bytes,
 * where the bytes between are a lost pair; `next` follows them, and `price` is added. What it costs is taken from `effort`.
 */
export function acrossLostPair(
  ways: readonly Way[],
  lead: number,
  candidates: readonly Choice[],
  next: number,
  price: number,
  costOf: CostOf,
  effort: Effort,
): Way[] {
  const { byLead, isLost } = choices();
  const firsts = byLead[lead]!.map(({ unit, byte }) => ({ way: continued(ways, unit, costOf), byte }));
  firsts.sort((a, b) => a.way.cost - b.way.cost);
  const seconds = candidates.map(({ unit, byte }) => ({ unit, byte, ahead: costOf(unit, next) }));
  seconds.sort((a, b) => a.ahead - b.ahead);
  effort.left -= firsts.length * (ways.length + 1) + seconds.length;
  if (firsts.length === 0) return [];
  const least = firsts[0]!.way.cost;
  const found: Way[] = [];
  let limit = Number.POSITIVE_INFINITY;
  for (const { unit, byte: high, ahead } of seconds) {
    if (least + ahead > limit) break;
    let best: Way | undefined;
    let cost = Number.POSITIVE_INFINITY;
    let second = Number.POSITIVE_INFINITY;
    for (const { way, byte: low } of firsts) {
      if (way.cost >= second || way.cost > least + WINDOW || way.cost + ahead > limit) break;
      if (isLost[(low << 8) | high] === 0) continue;
      effort.left--;
      const own = way.cost + costOf(way.unit, unit);
      if (own < cost) {
        second = cost;
        cost = own;
        best = way;
      } else if (own < second) second = own;
    }
    if (!best) continue;
    limit = Math.min(limit, cost + ahead + WINDOW);
    const margin = Math.min(best.margin, second - cost);
    found.push({ unit, cost: cost + price, margin, whole: false, back: best });
  }
  return pruned(found, unit => costOf(unit, next));
}

export const isPrivate = (unit: number): boolean => unit >= 0xe000 && unit <= 0xf8ff;
