// The partition of a text into regions: three parallel arrays that grow together, because a report of one long
// HTML line has tens of thousands of regions and one object each would cost more than all rules together.
import { grow, type Memory } from '../text/memory.ts';
import { RegionKind } from './regionKind.ts';

export interface RegionList {
  readonly count: number;
  /** Start offset of each region; region i ends where i + 1 starts, the last one at the end of the text. */
  readonly starts: Int32Array;
  readonly kinds: Uint8Array;
  /** Of the text, in UTF-16 code units. */
  readonly length: number;
  /** Index of the region that holds `offset`. */
  indexAt(offset: number): number;
  kindAt(offset: number): RegionKind;
  endOf(index: number): number;
  /** True when `[start, end)` lies wholly in regions of `mask`. */
  within(start: number, end: number, mask: number): boolean;
}

export interface RegionBuilder {
  /** Declares that the text from the last end up to `end` is of `kind`; empty and backward calls are ignored. */
  push(kind: RegionKind, end: number): void;
  finish(): RegionList;
}

export const createRegionBuilder = (length: number, memory: Memory): RegionBuilder =>
  new Builder(length, memory);

// One text is scanned at a time, so all are scanned into the same columns, copied at the end.
let arenaStarts = new Int32Array(4096);
let arenaKinds = new Uint8Array(4096);

class Builder implements RegionBuilder {
  #count = 0;
  #position = 0;
  #last = -1;
  readonly #length: number;
  readonly #memory: Memory;

  constructor(length: number, memory: Memory) {
    this.#length = length;
    this.#memory = memory;
  }

  push(kind: RegionKind, end: number): void {
    if (end <= this.#position) return;
    if (this.#last !== kind) {
      if (this.#count === arenaStarts.length) {
        arenaStarts = grow(arenaStarts, new Int32Array(this.#count * 2));
        arenaKinds = grow(arenaKinds, new Uint8Array(this.#count * 2));
      }
      arenaStarts[this.#count] = this.#position;
      arenaKinds[this.#count++] = kind;
      this.#last = kind;
    }
    this.#position = end;
  }

  finish(): RegionList {
    if (this.#position < this.#length) this.push(RegionKind.Layout, this.#length);
    const count = this.#count;
    const memory = this.#memory;
    return regionList(
      memory.copyInt32(arenaStarts, count),
      memory.copyUint8(arenaKinds, count),
      this.#length,
    );
  }
}

function regionList(starts: Int32Array, kinds: Uint8Array, length: number): RegionList {
  const count = starts.length;
  const indexAt = (offset: number): number => {
    let low = 0;
    let high = count - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return Math.max(0, low);
  };
  const endOf = (index: number): number => (index + 1 < count ? starts[index + 1]! : length);
  return {
    count,
    starts,
    kinds,
    length,
    indexAt,
    endOf,
    kindAt: offset => (count === 0 ? RegionKind.Layout : (kinds[indexAt(offset)]! as RegionKind)),
    within(start, end, mask) {
      if (count === 0) return (mask & (1 << RegionKind.Layout)) !== 0;
      for (let i = indexAt(start); i < count; i++) {
        if ((mask & (1 << kinds[i]!)) === 0) return false;
        if (endOf(i) >= end) return true;
      }
      return true;
    },
  };
}
