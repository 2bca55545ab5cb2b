// What a run of lost bytes may read as, up to one place: for each possible last character the likeliest way to it. Where
// ways meet only the best one is kept, with how much worse the next one was, so the work does not grow with the ways.
export type CostOf = (previous: number, next: number) => number;

/** How many transitions may still be looked up in a document, so that no text takes long. */
export interface Effort {
  left: number;
}

export interface Way {
  /** The last character, a UTF-16 code unit. */
  readonly unit: number;
  /** Nats of all characters up to it. */
  readonly cost: number;
  /** Nats by which the next likeliest way to this character is worse. */
  readonly margin: number;
  /** False as soon as bytes had to be guessed. */
  readonly whole: boolean;
  /** Where the way came from; undefined at its start. */
  readonly back: Way | undefined;
}

/** The start of all ways at a character that is in step and no part of the run. */
export const startAt = (unit: number): Way[] => [
  { unit, cost: 0, margin: Number.POSITIVE_INFINITY, whole: true, back: undefined },
];

/** The likeliest of `ways`, continued by `unit`. */
export function continued(ways: readonly Way[], unit: number, costOf: CostOf): Way {
  let best = ways[0]!;
  let cost = Number.POSITIVE_INFINITY;
  let second = Number.POSITIVE_INFINITY;
  for (const way of ways) {
    const own = way.cost + costOf(way.unit, unit);
    if (own < cost) {
      second = cost;
      cost = own;
      best = way;
    } else if (own < second) second = own;
  }
  return { unit, cost, margin: Math.min(best.margin, second - cost), whole: best.whole, back: best };
}

/** Ways beyond the best one that are kept, and by how many nats they may be worse. */
const MOST = 12;
const WINDOW = 12;

/** The likeliest of `ways`, one for each last character, the best first. */
export function pruned(ways: readonly Way[], aheadOf: (unit: number) => number): Way[] {
  const byUnit = new Map<number, Way>();
  for (const way of ways) {
    const known = byUnit.get(way.unit);
    byUnit.set(way.unit, known ? joined(known, way) : way);
  }
  const weighed = [...byUnit.values()].map(way => ({ way, total: way.cost + aheadOf(way.unit) }));
  weighed.sort((a, b) => a.total - b.total);
  const limit = (weighed[0]?.total ?? 0) + WINDOW;
  return weighed
    .slice(0, MOST)
    .filter(({ total }) => total < limit)
    .map(({ way }) => way);
}

function joined(a: Way, b: Way): Way {
  const [best, other] = a.cost <= b.cost ? [a, b] : [b, a];
  return { ...best, margin: Math.min(best.margin, other.cost - best.cost) };
}

/** The characters of a way, without the one that it started at. */
export function textOf(way: Way): string {
  const units: number[] = [];
  for (let now: Way = way; now.back; now = now.back) units.push(now.unit);
  return String.fromCharCode(...units.reverse());
}
