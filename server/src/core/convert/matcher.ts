// Longest match over OpenCC's dictionaries, by position. A trie of maps, as opencc-js builds it, spends most of its
// time on characters that begin no entry; here one look at a table turns those away, a bit for each pair of characters
// most of the others, one hash of the pair finds the few entries that may match, and single characters are an array.
// Everything lies in typed arrays: no string is made while a text is converted. test/random/lexicon.test.ts holds
// it against opencc-js.

/** A group of dictionaries, "key value|key value" each; of equal keys the first dictionary's counts. */
export type DictionaryGroup = readonly string[];

/** Bits of `Matcher.begins`. */
export const Begins = {
  /** The code unit is an entry of its own. */
  Single: 1,
  /** It begins longer entries. */
  Longer: 2,
  /** Free for whoever uses the matcher. */
  Normalized: 4,
  Sequence: 8,
} as const;

const SPACE = 0x20;
const BAR = 0x7c;

export class Matcher {
  /** Not 0 for each code unit that begins an entry. */
  readonly begins = new Uint8Array(0x10000);
  /** The code unit that each single one becomes; 0 where that takes more than one. */
  readonly single = new Uint16Array(0x10000);
  /** Keys and values as code units, entry by entry. */
  readonly pool: Uint16Array;
  /** Of the entry that `matchAt` has just found: where its value lies in the pool. */
  valueStart = 0;
  valueEnd = 0;

  // Columns of the entries longer than one code unit, or with such a value.
  readonly #keys: Int32Array;
  readonly #keySizes: Uint8Array;
  readonly #valueSizes: Uint8Array;
  // Chains of entries with the same first two units, longest first, behind a hash of the two.
  readonly #pairBits = new Uint8Array(1 << (PAIR_BITS - 3));
  readonly #pairs: Uint32Array;
  readonly #heads: Int32Array;
  readonly #next: Int32Array;
  readonly #shift: number;
  readonly #wideSingles = new Map<number, number>();

  /** `separators` are the two code units between entries and between a key and its value. */
  constructor(group: DictionaryGroup, [entryEnd, keyEnd]: readonly [number, number] = [BAR, SPACE]) {
    const length = group.reduce((sum, dictionary) => sum + dictionary.length, 0);
    this.pool = new Uint16Array(length);
    const keys: number[] = [];
    const keySizes: number[] = [];
    const valueSizes: number[] = [];
    const { begins, single, pool } = this;
    let used = 0;
    // Later dictionaries first, so that earlier ones overwrite or shadow them.
    for (let d = group.length - 1; d >= 0; d--) {
      const dictionary = group[d]!;
      let start = used;
      let space = 0;
      for (let at = 0; at <= dictionary.length; at++) {
        const unit = at < dictionary.length ? dictionary.charCodeAt(at) : entryEnd;
        if (unit === keyEnd) space = used;
        else if (unit === entryEnd) {
          const first = pool[start]!;
          const keySize = space - start;
          if (keySize === 1) {
            begins[first]! |= Begins.Single;
            single[first] = used - space === 1 ? pool[space]! : 0;
          }
          if (keySize > 1) begins[first]! |= Begins.Longer;
          if (keySize > 1 || used - space !== 1) {
            if (keySize === 1) this.#wideSingles.set(first, keys.length);
            keys.push(start);
            keySizes.push(keySize);
            valueSizes.push(used - space);
          }
          start = used;
        } else pool[used++] = unit;
      }
    }
    this.#keys = Int32Array.from(keys);
    this.#keySizes = Uint8Array.from(keySizes);
    this.#valueSizes = Uint8Array.from(valueSizes);
    this.#next = new Int32Array(keys.length).fill(-1);
    let bits = 4;
    while (1 << bits < keys.length * 2) bits++;
    this.#shift = 32 - bits;
    this.#pairs = new Uint32Array(1 << bits);
    this.#heads = new Int32Array(1 << bits).fill(-1);
    this.#link();
  }

  // Shorter keys go in first and end up last; of equal keys the later one, of the earlier dictionary, comes first.
  #link(): void {
    const sizes = this.#keySizes;
    const counts = new Int32Array(257);
    for (const size of sizes) counts[size + 1]!++;
    for (let size = 1; size < counts.length; size++) counts[size]! += counts[size - 1]!;
    const byLength = new Int32Array(sizes.length);
    for (let entry = 0; entry < sizes.length; entry++) byLength[counts[sizes[entry]!]!++] = entry;
    for (const entry of byLength) {
      if (sizes[entry] === 1) continue;
      const start = this.#keys[entry]!;
      const pair = pairOf(this.pool[start]!, this.pool[start + 1]!);
      const hash = hashOf(pair);
      this.#pairBits[hash >>> (35 - PAIR_BITS)]! |= 1 << ((hash >>> (32 - PAIR_BITS)) & 7);
      let slot = hash >>> this.#shift;
      while (this.#heads[slot] !== -1 && this.#pairs[slot] !== pair)
        slot = (slot + 1) & (this.#heads.length - 1);
      this.#pairs[slot] = pair;
      this.#next[entry] = this.#heads[slot]!;
      this.#heads[slot] = entry;
    }
  }

  /** Longest entry at `at` within `end`: its length in code units, 0 for none. */
  matchAt(units: Uint16Array, at: number, end: number): number {
    const kinds = this.begins[units[at]!]!;
    if ((kinds & Begins.Longer) !== 0) {
      const size = this.longerAt(units, at, end);
      if (size > 0) return size;
    }
    return (kinds & Begins.Single) === 0 ? 0 : this.singleAt(units[at]!);
  }

  /** The same among the entries of two code units and more. */
  longerAt(units: Uint16Array, at: number, end: number): number {
    if (at + 1 >= end) return 0;
    const pair = pairOf(units[at]!, units[at + 1]!);
    const hash = hashOf(pair);
    if ((this.#pairBits[hash >>> (35 - PAIR_BITS)]! & (1 << ((hash >>> (32 - PAIR_BITS)) & 7))) === 0)
      return 0;
    const heads = this.#heads;
    let slot = hash >>> this.#shift;
    while (heads[slot] !== -1 && this.#pairs[slot] !== pair) slot = (slot + 1) & (heads.length - 1);
    const { pool } = this;
    for (let entry = heads[slot]!; entry >= 0; entry = this.#next[entry]!) {
      const size = this.#keySizes[entry]!;
      if (at + size > end) continue;
      const start = this.#keys[entry]!;
      let same = 2;
      while (same < size && pool[start + same] === units[at + same]) same++;
      if (same < size) continue;
      this.valueStart = start + size;
      this.valueEnd = start + size + this.#valueSizes[entry]!;
      return size;
    }
    return 0;
  }

  /** The value of a code unit that is an entry of its own. */
  singleAt(unit: number): 1 {
    const entry = this.single[unit] === 0 ? this.#wideSingles.get(unit)! : -1;
    if (entry >= 0) {
      this.valueStart = this.#keys[entry]! + 1;
      this.valueEnd = this.valueStart + this.#valueSizes[entry]!;
    } else {
      // The pool has no place known for it; its last unit is never part of an entry, as every entry has a blank.
      this.valueStart = this.pool.length - 1;
      this.valueEnd = this.pool.length;
      this.pool[this.valueStart] = this.single[unit]!;
    }
    return 1;
  }
}

/** The first look has 2 ** PAIR_BITS bits, few enough to stay in the processor's nearest cache. */
const PAIR_BITS = 18;

const pairOf = (a: number, b: number): number => ((a << 16) | b) >>> 0;
const hashOf = (pair: number): number => Math.imul(pair, 0x9e3779b1) >>> 0;
