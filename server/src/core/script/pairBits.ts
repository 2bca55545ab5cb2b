// A set of pairs of code units as bits under a hash: scripts/generate/words.ts fills it, the rules ask it. A pair that
// was never put in may still be found; what follows a hit decides.

/** The set has 2 ** PAIR_BITS bits. */
export const PAIR_BITS = 19;

export const pairHash = (before: number, after: number): number =>
  (Math.imul(before, 0x9e3779b1) ^ Math.imul(after, 0x85ebca6b)) >>> (32 - PAIR_BITS);

export const hasPair = (bits: Uint8Array, before: number, after: number): boolean => {
  const bit = pairHash(before, after);
  return (bits[bit >>> 3]! & (1 << (bit & 7))) !== 0;
};
