// Words and how likely each is in running text, in the spelling of the phrase table; and whether a run of Han characters
// is rather read with or without a border inside a span. The words lie in one bucket for each first character, read
// when a text first asks for it.
import { lazyTable, readPacked } from '../text/unpack.ts';
import { LEXICON, LEXICON_CHARACTERS, LEXICON_INDEX } from './lexicon.gen.ts';

/** Nats for each step of a packed cost, as in scripts/generate/lexicon.ts. */
const STEP = 0.25;
const LONGEST = 4;
/** Cost in nats of a character that no word of the dictionary begins with, or that stands alone in none. */
const UNKNOWN = 15;
/** Cost in nats of a span that is no word of the dictionary, read as one all the same. */
const UNLISTED = 17;

interface Lexicon {
  /** Cost in nats of each word that begins with `first`; undefined where none does. */
  wordsFrom(first: string): ReadonlyMap<string, number> | undefined;
}

const lexicon = lazyTable('lexicon', decode);

/**
 * True when the likeliest reading of `run`, Han characters in the spelling of the phrase table, has no border between
 * words inside `start`–`end` (UTF-16 code units of `run`).
 */
export const standsTogether = (run: string, start: number, end: number): boolean =>
  cheapest(run, start, end, true) <= cheapest(run, start, end, false);

// The cost of the likeliest segmentation; with `together`, of those that keep the span inside one word.
function cheapest(run: string, start: number, end: number, together: boolean): number {
  const table = lexicon();
  const best = new Float64Array(run.length + 1).fill(Number.POSITIVE_INFINITY);
  best[0] = 0;
  for (let from = 0; from < run.length; from++) {
    if (best[from] === Number.POSITIVE_INFINITY) continue;
    const words = table.wordsFrom(run[from]!);
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

function decode(): Lexicon {
  const alphabet = readPacked(LEXICON_CHARACTERS);
  const chars = Array.from({ length: alphabet.number() }, () => String.fromCharCode(alphabet.number()));
  const index = readPacked(LEXICON_INDEX);
  const ranges = new Map<string, readonly [start: number, end: number]>();
  let start = 0;
  for (let left = index.number(); left > 0; left--) {
    const first = chars[index.number()]!;
    const end = start + index.number();
    ranges.set(first, [start, end]);
    start = end;
  }
  const buckets = new Map<string, ReadonlyMap<string, number>>();
  return {
    wordsFrom(first) {
      let bucket = buckets.get(first);
      const range = ranges.get(first);
      if (!bucket && range) {
        bucket = readBucket(LEXICON.slice(...range), first, chars);
        buckets.set(first, bucket);
      }
      return bucket;
    },
  };
}

function readBucket(packed: string, first: string, chars: readonly string[]): ReadonlyMap<string, number> {
  const reader = readPacked(packed);
  const bucket = new Map<string, number>();
  let word = first;
  while (!reader.done) {
    const sizes = reader.digit();
    word = word.slice(0, Math.floor(sizes / LONGEST));
    for (let rest = sizes % LONGEST; rest > 0; rest--) word += chars[reader.number()]!;
    bucket.set(word, reader.digit() * STEP);
  }
  return bucket;
}
