// Words that decide between several characters, indexed by their Simplified spelling: a text of either script is
// brought to that spelling character by character, so that 斗爭, 鬥爭 and 斗争 meet in one entry. The words lie in one
// bucket for each first character, and a bucket is read when a text first asks for it: a report of a few kilobytes
// needs a few dozen of thirty thousand words.
import { lazyTable, readPacked } from '../text/unpack.ts';
import { PHRASE_CHARACTERS, PHRASE_INDEX, PHRASES, SIMPLE_UNITS } from './phrases.gen.ts';

export interface Phrase {
  /** The word in Simplified writing. */
  readonly simplified: string;
  /** The word in Traditional writing, likeliest first. */
  readonly traditional: readonly string[];
}

export interface PhraseTable {
  /** The entries whose Simplified spelling is `key`, as `spell` spells it. */
  get(key: string): readonly Phrase[] | undefined;
  /** The Simplified code unit of each code unit. */
  readonly simple: Uint16Array;
}

/** No phrase is longer, in code units. */
export const MAX_PHRASE = 8;

export const phraseTable = lazyTable('phrases', decode);

function decode(): PhraseTable {
  const alphabet = readPacked(PHRASE_CHARACTERS);
  const chars = Array.from({ length: alphabet.number() }, () => String.fromCharCode(alphabet.number()));
  const index = readPacked(PHRASE_INDEX);
  const offsets = new Map<string, readonly [start: number, end: number]>();
  let start = 0;
  for (let left = index.number(); left > 0; left--) {
    const first = chars[index.number()]!;
    const end = start + index.number();
    offsets.set(first, [start, end]);
    start = end;
  }
  const buckets = new Map<string, ReadonlyMap<string, readonly Phrase[]>>();
  return {
    get(key) {
      const first = key[0]!;
      let bucket = buckets.get(first);
      if (!bucket) {
        const range = offsets.get(first);
        bucket = range ? readBucket(PHRASES.slice(...range), first, chars) : EMPTY;
        buckets.set(first, bucket);
      }
      return bucket.get(key);
    },
    simple: simplifiedUnits(),
  };
}

const EMPTY: ReadonlyMap<string, readonly Phrase[]> = new Map();

// Each word: how much of the last key it shares and how much follows; whether its Simplified form is the key; the
// number of Traditional forms, each as a mask of the positions that differ and the characters there.
function readBucket(
  packed: string,
  first: string,
  chars: readonly string[],
): ReadonlyMap<string, readonly Phrase[]> {
  const reader = readPacked(packed);
  const bucket = new Map<string, Phrase[]>();
  let key = first;
  const differing = (from: string): string => {
    const mask = reader.number();
    if (mask === 0) return from;
    let word = '';
    for (let i = 0; i < from.length; i++) word += mask & (1 << i) ? chars[reader.number()]! : from[i]!;
    return word;
  };
  while (!reader.done) {
    const sizes = reader.digit();
    key = key.slice(0, Math.floor(sizes / 9));
    for (let rest = sizes % 9; rest > 0; rest--) key += chars[reader.number()]!;
    const count = reader.digit();
    const simplified = count & 1 ? differing(key) : key;
    const traditional = Array.from({ length: count >> 1 }, () => differing(simplified));
    const known = bucket.get(key);
    if (known) known.push({ simplified, traditional });
    else bucket.set(key, [{ simplified, traditional }]);
  }
  return bucket;
}

function simplifiedUnits(): Uint16Array {
  const simple = new Uint16Array(0x10000);
  for (let unit = 0; unit < simple.length; unit++) simple[unit] = unit;
  const reader = readPacked(SIMPLE_UNITS);
  for (let unit = 0; !reader.done; ) {
    unit += reader.number();
    simple[unit] = reader.number();
  }
  return simple;
}
