// A pair of bytes that GBK does not define, in a run that was read one byte late: decoders drop it or show "?" for it.
// Its first byte was the end of one character and its second one the start of the next, so both are known but for that.
import { characterCost, transitionCost } from '../language/bigrams.ts';
import { lazyTable } from '../text/unpack.ts';
import { gbk } from './tables.ts';

export interface LostPair {
  /** The characters before and after the gap. */
  readonly first: number;
  readonly second: number;
  /** Nats from the character before them to the one after. */
  readonly cost: number;
}

/** Characters that cost more are not guessed. */
const RAREST = 11.5;

interface Choices {
  /** By lead byte: characters with their trail bytes. By trail byte: the same with their lead bytes. */
  readonly byLead: readonly (readonly Choice[])[];
  readonly byTrail: readonly (readonly Choice[])[];
  /** 1 for each pair of bytes that GBK has no character for. */
  readonly isLost: Uint8Array;
}

interface Choice {
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

interface Weighed extends Choice {
  readonly cost: number;
}

/** The likeliest two characters whose outer bytes are `lead` and `trail` and whose inner ones are a lost pair. */
export function guessLostPair(
  previous: number,
  lead: number,
  trail: number,
  next: number,
): LostPair | undefined {
  const { byLead, byTrail, isLost } = choices();
  // The cheapest first on either side: most pairs need not be looked at.
  const firsts = weighed(byLead[lead]!, unit => transitionCost(previous, unit));
  const seconds = weighed(byTrail[trail]!, unit => transitionCost(unit, next));
  let best: LostPair | undefined;
  for (const { unit: first, byte: low, cost: before } of firsts) {
    if (best && seconds.length > 0 && before + seconds[0]!.cost >= best.cost) break;
    for (const { unit: second, byte: high, cost: after } of seconds) {
      if (best && before + after >= best.cost) break;
      if (isLost[(low << 8) | high] === 0) continue;
      const cost = before + transitionCost(first, second) + after;
      if (!best || cost < best.cost) best = { first, second, cost };
    }
  }
  return best;
}

const weighed = (choices: readonly Choice[], costOf: (unit: number) => number): Weighed[] =>
  choices.map(({ unit, byte }) => ({ unit, byte, cost: costOf(unit) })).sort((a, b) => a.cost - b.cost);

export const isPrivate = (unit: number): boolean => unit >= 0xe000 && unit <= 0xf8ff;
