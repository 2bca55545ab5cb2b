// The quantities of a document as parallel arrays, values computed on demand: a page of figures has tens of
// thousands of them, most are never asked for their value, and a BigInt each would cost more than all rules together.
import type { Memory } from '../text/memory.ts';
import type { Span } from '../text/span.ts';
import type { Exact } from './exact.ts';
import { LITERAL_KINDS, type LiteralKind } from './literals.ts';
import { UNITS, type Unit } from './units.ts';
import { type CalendarDate, readDate, readTime, readValue } from './values.ts';

export const QuantityKind = {
  /** A count or measure, with or without a unit: 3.5万 · 25公斤 · 76% · 三分之二. */
  Number: 0,
  /** 第3次 · 第二. */
  Ordinal: 1,
  Fraction: 2,
  /** 1:2.15, more than two terms included. */
  Ratio: 3,
  Date: 4,
  Time: 5,
  /** A figure that is a name: version, telephone, document number …; see `literal`. */
  Literal: 6,
} as const;
export type QuantityKind = (typeof QuantityKind)[keyof typeof QuantityKind];

/** One quantity with everything the lexer knows of it. Offsets are UTF-16 code units of the document. */
export interface Quantity extends Span {
  readonly index: number;
  readonly kind: QuantityKind;
  /** End of the figure itself, before the unit; equals `end` where there is none. */
  readonly valueEnd: number;
  readonly unit: Unit | undefined;
  readonly literal: LiteralKind | undefined;
  /** The figure is written with 余, 多, 来 or 几. */
  readonly isApproximate: boolean;
  /** The figure is written in Han numerals. */
  readonly isHan: boolean;
  /** Exact value of the figure without its unit; for a ratio its first term over its second. */
  readonly value: Exact | undefined;
  readonly date: CalendarDate | undefined;
  /** Hours, minutes, seconds as written, also when impossible. */
  readonly time: readonly number[] | undefined;
}

/** `Magnitude`: 万 or 亿 and the like stand after digits. */
export const QuantityFlag = { Approximate: 1, Han: 2, Magnitude: 4 } as const;

/** A value for each quantity, by index; offsets are UTF-16 code units. */
interface Columns {
  readonly starts: Int32Array;
  readonly valueEnds: Int32Array;
  readonly ends: Int32Array;
  readonly kinds: Uint8Array;
  /** Index into UNITS; for literals, into LITERAL_KINDS. */
  readonly units: Int32Array;
  readonly flags: Uint8Array;
}

export interface QuantityList extends Columns {
  readonly count: number;
  at(index: number): Quantity;
  /** Index of the first quantity that ends after `offset`; `count` when there is none. */
  firstAfter(offset: number): number;
  /** The quantity that covers `offset`, if any. */
  covering(offset: number): Quantity | undefined;
  [Symbol.iterator](): Iterator<Quantity>;
}

export interface QuantityBuilder {
  /** End of the quantity added last; 0 before the first. */
  readonly end: number;
  add(start: number, valueEnd: number, end: number, kind: QuantityKind, unit: number, flags: number): void;
  finish(): QuantityList;
}

export const createQuantityBuilder = (text: string, memory: Memory): QuantityBuilder =>
  new Builder(text, memory);

class Builder implements QuantityBuilder {
  end = 0;
  #count = 0;
  readonly #text: string;
  readonly #memory: Memory;

  constructor(text: string, memory: Memory) {
    this.#text = text;
    this.#memory = memory;
  }

  add(start: number, valueEnd: number, end: number, kind: QuantityKind, unit: number, flag: number): void {
    const count = this.#count++;
    if (count === arena.starts.length) arena = grown(arena);
    arena.starts[count] = start;
    arena.valueEnds[count] = valueEnd;
    arena.ends[count] = end;
    arena.kinds[count] = kind;
    arena.units[count] = unit;
    arena.flags[count] = flag;
    this.end = end;
  }

  finish(): QuantityList {
    return new Quantities(this.#text, this.#count, arena, this.#memory);
  }
}

// One document is read at a time, so all of them are read into the same columns and copied at the end.
let arena = columnsOf(1024);

function columnsOf(size: number): Columns {
  return {
    starts: new Int32Array(size),
    valueEnds: new Int32Array(size),
    ends: new Int32Array(size),
    kinds: new Uint8Array(size),
    units: new Int32Array(size),
    flags: new Uint8Array(size),
  };
}

function grown(from: Columns): Columns {
  const to = columnsOf(from.starts.length * 2);
  to.starts.set(from.starts);
  to.valueEnds.set(from.valueEnds);
  to.ends.set(from.ends);
  to.kinds.set(from.kinds);
  to.units.set(from.units);
  to.flags.set(from.flags);
  return to;
}

// A class, because every rule on figures reads these columns, and objects made by a spread are slow to read.
class Quantities implements QuantityList {
  readonly starts: Int32Array;
  readonly valueEnds: Int32Array;
  readonly ends: Int32Array;
  readonly kinds: Uint8Array;
  readonly units: Int32Array;
  readonly flags: Uint8Array;
  readonly #text: string;

  constructor(
    text: string,
    readonly count: number,
    columns: Columns,
    memory: Memory,
  ) {
    this.#text = text;
    this.starts = memory.copyInt32(columns.starts, count);
    this.valueEnds = memory.copyInt32(columns.valueEnds, count);
    this.ends = memory.copyInt32(columns.ends, count);
    this.units = memory.copyInt32(columns.units, count);
    this.kinds = memory.copyUint8(columns.kinds, count);
    this.flags = memory.copyUint8(columns.flags, count);
  }

  at(index: number): Quantity {
    return new LazyQuantity(this.#text, this, index);
  }

  firstAfter(offset: number): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.ends[middle]! <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  covering(offset: number): Quantity | undefined {
    const index = this.firstAfter(offset);
    return index < this.count && this.starts[index]! <= offset ? this.at(index) : undefined;
  }

  *[Symbol.iterator](): Generator<Quantity> {
    for (let i = 0; i < this.count; i++) yield this.at(i);
  }
}

// A class, because an object literal with getters costs V8 a microsecond, and a page of figures makes thousands.
class LazyQuantity implements Quantity {
  readonly index: number;
  readonly kind: QuantityKind;
  readonly start: number;
  readonly valueEnd: number;
  readonly end: number;
  readonly unit: Unit | undefined;
  readonly isApproximate: boolean;
  readonly isHan: boolean;
  readonly #text: string;
  readonly #number: number;

  constructor(text: string, columns: Columns, index: number) {
    const kind = columns.kinds[index]! as QuantityKind;
    const unit = columns.units[index]!;
    const flags = columns.flags[index]!;
    this.index = index;
    this.kind = kind;
    this.start = columns.starts[index]!;
    this.valueEnd = columns.valueEnds[index]!;
    this.end = columns.ends[index]!;
    this.unit = kind === QuantityKind.Literal || unit === 0 ? undefined : UNITS[unit];
    this.isApproximate = (flags & QuantityFlag.Approximate) !== 0;
    this.isHan = (flags & QuantityFlag.Han) !== 0;
    this.#text = text;
    this.#number = unit;
  }

  get literal(): LiteralKind | undefined {
    return this.kind === QuantityKind.Literal ? LITERAL_KINDS[this.#number] : undefined;
  }

  get value(): Exact | undefined {
    return this.kind <= QuantityKind.Ratio
      ? readValue(this.#text.slice(this.start, this.valueEnd), this.kind)
      : undefined;
  }

  get date(): CalendarDate | undefined {
    return this.kind === QuantityKind.Date ? readDate(this.#text.slice(this.start, this.end)) : undefined;
  }

  get time(): readonly number[] | undefined {
    return this.kind === QuantityKind.Time
      ? readTime(this.#text.slice(this.start, this.valueEnd))
      : undefined;
  }
}
