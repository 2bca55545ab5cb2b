// Words that decide between several characters, indexed by their Simplified spelling: a text of either script is
// brought to that spelling character by character, so that 斗爭, 鬥爭 and 斗争 meet in one entry. The words lie in one
// bucket for each first character, and a bucket is read when a text first asks for it: a report of a few kilobytes
// needs a few dozen of thirty thousand words.
import { madeTable } from '../text/madeTable.ts';
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
  const { chars, places, ends } = madeTable('index of words', readIndex);
  const buckets = new Map<string, ReadonlyMap<string, readonly Phrase[]>>();
  return {
    get(key) {
      const first = key[0]!;
      let bucket = buckets.get(first);
      if (!bucket) {
        const place = places[first.charCodeAt(0)]!;
        bucket = place ? readBucket(words().slice(ends[place - 1], ends[place]), first, chars) : EMPTY;
        buckets.set(first, bucket);
      }
      return bucket.get(key);
    },
    simple: madeTable('Simplified units', simplifiedUnits),
  };
}

const words = lazyTable('words', () => PHRASES);

interface WordIndex {
  /** The characters that words are spelt with, by number. */
  readonly chars: Uint16Array;
  /** For each first code unit the place of its bucket, from 1 on; 0 where no word begins with it. */
  readonly places: Uint16Array;
  /** Where the bucket of each place ends among the words. */
  readonly ends: Uint32Array;
}

function readIndex(): WordIndex {
  const alphabet = readPacked(PHRASE_CHARACTERS);
  const chars = new Uint16Array(alphabet.number());
  for (let i = 0; i < chars.length; i++) chars[i] = alphabet.number();
  const index = readPacked(PHRASE_INDEX);
  const places = new Uint16Array(0x10000);
  const ends = new Uint32Array(index.number() + 1);
  for (let place = 1; place < ends.length; place++) {
    places[chars[index.number()]!] = place;
    ends[place] = ends[place - 1]! + index.number();
  }
  return { chars, places, ends };
}

const EMPTY: ReadonlyMap<string, readonly Phrase[]> = new Map();

// Each word: how much of the last key it shares and how much follows; whether its Simplified form is the key; the
// number of Traditional forms, each as a mask of the positions that differ and the characters there.
function readBucket(
  packed: string,
  first: string,
  chars: Uint16Array,
): ReadonlyMap<string, readonly Phrase[]> {
  const reader = readPacked(packed);
  const bucket = new Map<string, Phrase[]>();
  let key = first;
  const differing = (from: string): string => {
    const mask = reader.number();
    if (mask === 0) return from;
    let word = '';
    for (let i = 0; i < from.length; i++)
      word += mask & (1 << i) ? String.fromCharCode(chars[reader.number()]!) : from[i]!;
    return word;
  };
  while (!reader.done) {
    const sizes = reader.digit();
    key = key.slice(0, Math.floor(sizes / 9));
    for (let rest = sizes % 9; rest > 0; rest--) key += String.fromCharCode(chars[reader.number()]!);
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
