// Words packed in one bucket for each first character, as scripts/generate/wordBuckets.ts writes them. A bucket is read
// when a text first asks for a word in it: a report of a few kilobytes needs a few dozen of a hundred thousand words.
import { type Reader, readPacked } from './unpack.ts';

/** Where the words are; plain arrays, fit for `madeTable`. */
export interface WordIndex {
  /** The characters that words are spelt with, by number. */
  readonly chars: Uint16Array;
  /** For each first code unit the place of its bucket, from 1 on; 0 where no word begins with it. */
  readonly places: Uint16Array;
  /** Where the bucket of each place ends among the words. */
  readonly ends: Uint32Array;
}

export function readWordIndex(packedCharacters: string, packedIndex: string): WordIndex {
  const alphabet = readPacked(packedCharacters);
  const chars = new Uint16Array(alphabet.number());
  for (let i = 0; i < chars.length; i++) chars[i] = alphabet.number();
  const index = readPacked(packedIndex);
  const places = new Uint16Array(0x10000);
  const ends = new Uint32Array(index.number() + 1);
  for (let place = 1; place < ends.length; place++) {
    places[chars[index.number()]!] = place;
    ends[place] = ends[place - 1]! + index.number();
  }
  return { chars, places, ends };
}

/** Reads what follows a word in its bucket; `character` gives the next character of the words' alphabet. */
export type ReadEntry = (word: string, reader: Reader, character: () => string) => void;

/**
 * What `add` keeps of the words that begin with a character, by that character; undefined where none does. `start`
 * makes the keeper of one bucket and what reads an entry into it.
 */
export function wordBuckets<T>(
  { chars, places, ends }: WordIndex,
  words: () => string,
  start: () => { readonly bucket: T; readonly add: ReadEntry },
): (first: string) => T | undefined {
  const known = new Map<string, T>();
  return first => {
    const place = places[first.charCodeAt(0)]!;
    if (place === 0) return undefined;
    let bucket = known.get(first);
    if (bucket === undefined) {
      const started = start();
      bucket = started.bucket;
      known.set(first, bucket);
      const reader = readPacked(words().slice(ends[place - 1], ends[place]));
      const character = (): string => String.fromCharCode(chars[reader.number()]!);
      let word = first;
      while (!reader.done) {
        // How much the word shares with the one before, and how much follows.
        const sizes = reader.digit();
        word = word.slice(0, Math.floor(sizes / 9));
        for (let rest = sizes % 9; rest > 0; rest--) word += character();
        started.add(word, reader, character);
      }
    }
    return bucket;
  };
}
