// Words and how likely each is in running text, in the spelling of the phrase table; and whether a run of Han
// characters is rather read with or without a border inside a span.
import { madeTable } from '../text/madeTable.ts';
import { lazyTable } from '../text/unpack.ts';
import { readWordIndex, wordBuckets } from '../text/wordBuckets.ts';
import { LEXICON, LEXICON_CHARACTERS, LEXICON_INDEX } from './lexicon.gen.ts';

/** Nats for each step of a packed cost, as in scripts/generate/lexicon.ts. */
const STEP = 0.25;
const LONGEST = 4;
/** Cost in nats of a character that no word of the dictionary begins with, or that stands alone in none. */
const UNKNOWN = 15;
/** Cost in nats of a span that is no word of the dictionary, read as one all the same. */
const UNLISTED = 17;

/** Cost in nats of each word that begins with a character; undefined where none does. */
const lexicon = lazyTable('lexicon', () =>
  wordBuckets<ReadonlyMap<string, number>>(
    madeTable('index of the lexicon', () => readWordIndex(LEXICON_CHARACTERS, LEXICON_INDEX)),
    () => LEXICON,
    () => {
      const bucket = new Map<string, number>();
      return { bucket, add: (word, reader) => bucket.set(word, reader.digit() * STEP) };
    },
  ),
);

/**
 * True when the likeliest reading of `run`, Han characters in the spelling of the phrase table, has no border between
 * words inside `start`–`end` (UTF-16 code units of `run`).
 */
export const standsTogether = (run: string, start: number, end: number): boolean =>
  cheapest(run, start, end, true) <= cheapest(run, start, end, false);

/**
 * True when no reading of `run` with a word over an edge of `start`–`end` is likelier than every one that has borders
 * at both edges: 下面条 in 下面|条件 fails.
 */
export const standsApart = (run: string, start: number, end: number): boolean =>
  costApart(run, start, end) <= cheapest(run, 0, 0, false);

/** Cost in nats of the likeliest reading of `run` that has borders at both edges of `start`–`end`. */
export function costApart(run: string, start: number, end: number): number {
  const inside = Math.min(UNLISTED, cheapest(run.slice(start, end), 0, 0, false));
  return inside + cheapest(run.slice(0, start), 0, 0, false) + cheapest(run.slice(end), 0, 0, false);
}

/**
 * How much likelier `run` is read with a word of the dictionary over the border at `at` than with a border there, in
 * nats; -Infinity where no word of the dictionary goes over it.
 */
export function boundAcross(run: string, at: number): number {
  const parted = cheapest(run.slice(0, at), 0, 0, false) + cheapest(run.slice(at), 0, 0, false);
  let bound = Number.POSITIVE_INFINITY;
  const wordsFrom = lexicon();
  for (let from = Math.max(0, at - LONGEST + 1); from < at; from++) {
    const words = wordsFrom(run[from]!);
    for (let to = at + 1; to <= run.length && to - from <= LONGEST; to++) {
      const cost = words?.get(run.slice(from, to));
      if (cost === undefined) continue;
      const rest = cheapest(run.slice(0, from), 0, 0, false) + cheapest(run.slice(to), 0, 0, false);
      bound = Math.min(bound, rest + cost);
    }
  }
  return parted - bound;
}

// The cost of the likeliest segmentation; with `together`, of those that keep the span inside one word.
function cheapest(run: string, start: number, end: number, together: boolean): number {
  const wordsFrom = lexicon();
  const best = new Float64Array(run.length + 1).fill(Number.POSITIVE_INFINITY);
  best[0] = 0;
  for (let from = 0; from < run.length; from++) {
    if (best[from] === Number.POSITIVE_INFINITY) continue;
    const words = wordsFrom(run[from]!);
    for (let to = from + 1; to <= run.length && to - from <= LONGEST; to++) {
      if (together && ((from > start && from < end) || (to > start && to < end))) continue;
      const known = words?.get(run.slice(from, to));
      const cost = known ?? (to === from + 1 ? UNKNOWN : Number.POSITIVE_INFINITY);
      if (best[from]! + cost < best[to]!) best[to] = best[from]! + cost;
    }
    if (together && from === start) best[end] = Math.min(best[end]!, best[from]! + UNLISTED);
  }
  return best[run.length]!;
}
