// Reads the tables that scripts/generate/pack.ts wrote. A string literal costs nothing until it is read, so a table
// is decoded at its first use and "loads only when needed" stays a synchronous matter.
import { madeTable } from './madeTable.ts';

const FINAL = 46;
const DIGIT_COUNT = 92;
const MORE = DIGIT_COUNT - FINAL;
const VALUE_OF = new Uint8Array(128);
for (let code = 32, value = 0; code < 127; code++) {
  if (code === 0x27 || code === 0x5c || code === 0x24) continue;
  VALUE_OF[code] = value++;
}

export interface Reader {
  readonly done: boolean;
  /** One character, as a small number. */
  digit(): number;
  /** A number of any size. */
  number(): number;
  /** The next value of a sequence of differences. */
  delta(last: number, expectedStep?: number): number;
}

export const readPacked = (packed: string): Reader => new PackedReader(packed);

// A class, as V8 keeps object literals with a getter as dictionaries.
class PackedReader implements Reader {
  #at = 0;
  readonly #packed: string;

  constructor(packed: string) {
    this.#packed = packed;
  }

  get done(): boolean {
    return this.#at >= this.#packed.length;
  }

  digit(): number {
    return VALUE_OF[this.#packed.charCodeAt(this.#at++)]!;
  }

  number(): number {
    let digit = VALUE_OF[this.#packed.charCodeAt(this.#at++)]!;
    let value = 0;
    let scale = 1;
    while (digit >= FINAL) {
      value += (digit - FINAL) * scale + FINAL * scale;
      scale *= MORE;
      digit = VALUE_OF[this.#packed.charCodeAt(this.#at++)]!;
    }
    return value + digit * scale;
  }

  delta(last: number, expectedStep = 1): number {
    const zigzag = this.number();
    return last + expectedStep + (zigzag & 1 ? -((zigzag + 1) >> 1) : zigzag >> 1);
  }
}

/** A set of bits, six in a character, as scripts/generate/words.ts packs them. */
export function readBits(packed: string, size: number): Uint8Array {
  const bits = new Uint8Array(size >>> 3);
  for (let at = 0, i = 0; i < packed.length; i++, at += 6) {
    const value = VALUE_OF[packed.charCodeAt(i)]! << (at & 7);
    bits[at >>> 3]! |= value;
    if (value > 255) bits[(at >>> 3) + 1]! |= value >>> 8;
  }
  return bits;
}

/** Counts the decodings of lazy tables, so that a test can show that clean text decodes none. */
export const decoded: Record<string, number> = {};

/** A table that is decoded at its first use. */
export function lazyTable<T>(name: string, decode: () => T): () => T {
  let table: T | undefined;
  return () => {
    if (table === undefined) {
      decoded[name] = (decoded[name] ?? 0) + 1;
      table = madeTable(name, decode);
    }
    return table;
  };
}
