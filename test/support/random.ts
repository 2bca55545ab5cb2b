// Everything random in the tests comes from here. `npm test` tries the same cases every time, so that a failure speaks of
// the change alone; `npm run fuzz` tries others. SEED and RUNS repeat or extend a run.
import fc from 'fast-check';

/** What every random test starts from. */
export const SEED = Number(process.env.SEED || 1);

/** How many cases a test tries: RUNS, or what it usually tries. */
export const cases = (usual: number): number => Number(process.env.RUNS || usual);

fc.configureGlobal({ seed: SEED, numRuns: cases(100) });

export { fc };

/** A generator of numbers in [0, 1) from a seed (mulberry32: small, and the same everywhere). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A generator of whole numbers from 0 to below a limit, from a seed. */
export function createPick(seed: number): (limit: number) => number {
  const random = createRandom(seed);
  return limit => (random() * 2 ** 32) % limit;
}
