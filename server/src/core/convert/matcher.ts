// Longest match over OpenCC's dictionaries, by position. A trie of maps, as opencc-js builds it, spends most of its
// time on characters that begin no entry; here one look at a table turns those away, one hash of two characters finds
// the few entries that may match, and single characters are an array. test/core/convert.test.ts holds it against
// opencc-js's own trie.

/** A group of dictionaries, "key value|key value" each; of equal keys the first dictionary's counts. */
export type DictionaryGroup = readonly string[];

export interface Matcher {
  /** Longest entry at `at` within `end`: its length in code units, 0 for none. */
  matchAt(text: string, at: number, end: number): number;
  /** The value of the entry that `matchAt` has just found. */
  readonly value: string;
  /** Not 0 for each code unit that begins an entry. */
  readonly begins: Uint8Array;
}

/** A code unit has an entry of its own, or begins longer ones. */
const SINGLE = 1;
const LONGER = 2;

export function createMatcher(group: DictionaryGroup): Matcher {
  const begins = new Uint8Array(0x10000);
  // One string for each, shared by every edit, instead of one for each occurrence.
  const single: string[] = new Array(0x10000);
  const keys: string[] = [];
  const values: string[] = [];
  // Later dictionaries first, so that earlier ones overwrite or shadow them.
  for (let d = group.length - 1; d >= 0; d--) readDictionary(group[d]!);
  const buckets = createBuckets(keys);
  let found = '';

  function readDictionary(dictionary: string): void {
    for (let from = 0; from < dictionary.length; ) {
      let to = dictionary.indexOf('|', from);
      if (to < 0) to = dictionary.length;
      const space = dictionary.indexOf(' ', from);
      if (space - from === 1) {
        const unit = dictionary.charCodeAt(from);
        begins[unit]! |= SINGLE;
        single[unit] = dictionary.slice(space + 1, to);
      } else {
        begins[dictionary.charCodeAt(from)]! |= LONGER;
        keys.push(dictionary.slice(from, space));
        values.push(dictionary.slice(space + 1, to));
      }
      from = to + 1;
    }
  }

  return {
    begins,
    get value() {
      return found;
    },
    matchAt(text, at, end) {
      const unit = text.charCodeAt(at);
      const kinds = begins[unit]!;
      if (kinds === 0) return 0;
      if ((kinds & LONGER) !== 0 && at + 1 < end) {
        for (
          let entry = buckets.first(unit, text.charCodeAt(at + 1));
          entry >= 0;
          entry = buckets.next[entry]!
        ) {
          const key = keys[entry]!;
          if (key.length === 2 || (at + key.length <= end && text.startsWith(key, at))) {
            found = values[entry]!;
            return key.length;
          }
        }
      }
      if ((kinds & SINGLE) === 0) return 0;
      found = single[unit]!;
      return 1;
    },
  };
}

interface Buckets {
  /** First entry that begins with two code units, longest first; -1 for none. */
  first(a: number, b: number): number;
  readonly next: Int32Array;
}

function createBuckets(keys: readonly string[]): Buckets {
  let size = 16;
  while (size < keys.length * 2) size *= 2;
  const mask = size - 1;
  const pairs = new Uint32Array(size);
  const heads = new Int32Array(size).fill(-1);
  const next = new Int32Array(keys.length).fill(-1);
  const slotOf = (pair: number): number => {
    let slot = (Math.imul(pair, 0x9e3779b1) >>> 12) & mask;
    while (heads[slot] !== -1 && pairs[slot] !== pair) slot = (slot + 1) & mask;
    return slot;
  };
  const pairOf = (a: number, b: number): number => ((a << 16) | b) >>> 0;
  // Shorter keys go in first and end up last; of equal keys the later one, of the earlier dictionary, comes first.
  const longest = keys.reduce((max, key) => Math.max(max, key.length), 0);
  const byLength: number[][] = Array.from({ length: longest + 1 }, () => []);
  keys.forEach((key, entry) => {
    byLength[key.length]!.push(entry);
  });
  for (const entries of byLength) {
    for (const entry of entries) {
      const key = keys[entry]!;
      const pair = pairOf(key.charCodeAt(0), key.charCodeAt(1));
      const slot = slotOf(pair);
      pairs[slot] = pair;
      next[entry] = heads[slot]!;
      heads[slot] = entry;
    }
  }
  return { first: (a, b) => heads[slotOf(pairOf(a, b))]!, next };
}
