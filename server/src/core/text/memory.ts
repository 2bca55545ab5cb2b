// Columns of numbers for one document, cut out of few larger blocks. A report needs some thirty columns of a few
// hundred bytes each; with a block of its own each took longer to get and to give back than to fill.

/** Bytes of a block: enough for all columns of a short report, few enough to come from the allocator's free lists. */
const LARGEST_BLOCK = 1 << 16;
const SMALLEST_BLOCK = 1 << 11;
/** Bytes of columns that a code unit of a report comes to, by a guess. */
const BYTES_PER_UNIT = 8;

export class Memory {
  readonly #size: number;
  #block: ArrayBuffer | undefined;
  #used = 0;

  /** `length` is that of the text, in code units. */
  constructor(length: number) {
    this.#size = Math.min(LARGEST_BLOCK, Math.max(SMALLEST_BLOCK, length * BYTES_PER_UNIT)) & ~7;
  }

  /** All zero, as a new array is. */
  int32(length: number): Int32Array<ArrayBuffer> {
    const at = this.#take(length * 4);
    return at < 0 ? new Int32Array(length) : new Int32Array(this.#block!, at, length);
  }

  uint8(length: number): Uint8Array<ArrayBuffer> {
    const at = this.#take(length);
    return at < 0 ? new Uint8Array(length) : new Uint8Array(this.#block!, at, length);
  }

  /** The first `length` numbers of `from`. */
  copyInt32(from: Int32Array, length: number): Int32Array<ArrayBuffer> {
    const to = this.int32(length);
    for (let i = 0; i < length; i++) to[i] = from[i]!;
    return to;
  }

  copyUint8(from: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
    const to = this.uint8(length);
    for (let i = 0; i < length; i++) to[i] = from[i]!;
    return to;
  }

  // The offset of that many bytes in the block, or -1 where they are worth a block of their own.
  #take(bytes: number): number {
    if (bytes > this.#size / 4) return -1;
    if (this.#block === undefined || this.#used + bytes > this.#size) {
      this.#block = new ArrayBuffer(this.#size);
      this.#used = 0;
    }
    const at = this.#used;
    // Every kind of array may start at a multiple of 8.
    this.#used = (at + bytes + 7) & ~7;
    return at;
  }
}

/** `to`, which is longer, with what `from` holds at its beginning. */
export function grow<T extends Int32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
