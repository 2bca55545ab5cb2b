// The edits of a conversion, in text order and without overlap. A megabyte of text has a hundred thousand of them, so
// they are columns of numbers, and the new text of all of them is one array of code units, instead of objects and
// strings that the garbage collector has to walk.

import { codesOf, textOfCodes } from '../text/codes.ts';
import type { TextEdit } from '../text/edits.ts';

export interface EditList {
  readonly count: number;
  /** Offsets in UTF-16 code units; the end is exclusive. */
  startOf(index: number): number;
  endOf(index: number): number;
  textOf(index: number): string;
  /** The text after all edits. */
  apply(text: string): string;
  /** The same of `[from, to)` as code units, in parts of some ten thousand that are overwritten by the next. */
  parts(units: Uint16Array, from?: number, to?: number): Generator<Uint16Array>;
  [Symbol.iterator](): Iterator<TextEdit>;
}

export interface EditSink extends EditList {
  /** Edits arrive in text order. */
  add(start: number, end: number, text: string): void;
  /** The same with `[from, to)` of an array as the new text. */
  addUnits(start: number, end: number, units: Uint16Array, from: number, to: number): void;
  /** One code unit for one. */
  addUnit(at: number, unit: number): void;
  /** Takes back all edits from the given number on. */
  cut(count: number): void;
}

/** Code units of a part. */
const PART = 1 << 16;

export function createEditSink(): EditSink {
  return new Columns();
}

/** Numbers of an edit: start, end, and where its text ends in the pool. */
const WIDTH = 3;

class Columns implements EditSink {
  count = 0;
  #spans: Int32Array = new Int32Array(WIDTH * 256);
  #pool: Uint16Array = new Uint16Array(512);
  #used = 0;

  add(start: number, end: number, text: string): void {
    this.addUnits(start, end, codesOf(text), 0, text.length);
  }

  addUnits(start: number, end: number, units: Uint16Array, from: number, to: number): void {
    const used = this.#used + to - from;
    if (used > this.#pool.length) this.#pool = grown(this.#pool, used);
    for (let at = from, put = this.#used; at < to; at++, put++) this.#pool[put] = units[at]!;
    this.#used = used;
    this.#note(start, end);
  }

  addUnit(at: number, unit: number): void {
    if (this.#used === this.#pool.length) this.#pool = grown(this.#pool, this.#used + 1);
    this.#pool[this.#used++] = unit;
    this.#note(at, at + 1);
  }

  #note(start: number, end: number): void {
    const at = this.count++ * WIDTH;
    if (at === this.#spans.length) {
      const spans = new Int32Array(at * 2);
      spans.set(this.#spans);
      this.#spans = spans;
    }
    this.#spans[at] = start;
    this.#spans[at + 1] = end;
    this.#spans[at + 2] = this.#used;
  }

  cut(count: number): void {
    this.#used = count === 0 ? 0 : this.#spans[count * WIDTH - 1]!;
    this.count = count;
  }

  startOf(index: number): number {
    return this.#spans[index * WIDTH]!;
  }

  endOf(index: number): number {
    return this.#spans[index * WIDTH + 1]!;
  }

  textOf(index: number): string {
    return textOfCodes(this.#pool, this.#textStart(index), this.#spans[index * WIDTH + 2]!);
  }

  #textStart(index: number): number {
    return index === 0 ? 0 : this.#spans[index * WIDTH - 1]!;
  }

  apply(text: string): string {
    let result = '';
    for (const part of this.parts(codesOf(text))) result += textOfCodes(part);
    return result;
  }

  *parts(units: Uint16Array, from = 0, to = units.length): Generator<Uint16Array> {
    const part = new Uint16Array(Math.min(PART, Math.max(64, (to - from) * 2)));
    let size = 0;
    let at = from;
    let index = this.#firstFrom(from);
    while (at < to) {
      // The source up to the next edit that changes its length, overwritten where the edits before it say so.
      let stop = Math.min(to, at + part.length - size);
      let next = index;
      while (this.#isInPlace(next, stop)) next++;
      if (next < this.count && this.startOf(next) < stop) stop = this.startOf(next);
      if (stop - at < FEW) for (let i = at; i < stop; i++) part[size + i - at] = units[i]!;
      else part.set(units.subarray(at, stop), size);
      for (; index < next; index++) {
        let put = size + this.startOf(index) - at;
        for (let i = this.#textStart(index); i < this.#spans[index * WIDTH + 2]!; i++)
          part[put++] = this.#pool[i]!;
      }
      size += stop - at;
      at = stop;
      if (at < to && index < this.count && this.startOf(index) === at) {
        const textStart = this.#textStart(index);
        const textEnd = this.#spans[index * WIDTH + 2]!;
        if (size + textEnd - textStart > part.length) {
          yield part.subarray(0, size);
          size = 0;
        }
        if (textEnd - textStart > part.length) yield this.#pool.subarray(textStart, textEnd);
        else for (let i = textStart; i < textEnd; i++) part[size++] = this.#pool[i]!;
        at = this.endOf(index++);
      } else if (size === part.length) {
        yield part;
        size = 0;
      }
    }
    if (size > 0) yield part.subarray(0, size);
  }

  #isInPlace(index: number, stop: number): boolean {
    if (index >= this.count || this.endOf(index) > stop) return false;
    return (
      this.endOf(index) - this.startOf(index) === this.#spans[index * WIDTH + 2]! - this.#textStart(index)
    );
  }

  // The first edit that starts at `offset` or after it.
  #firstFrom(offset: number): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.startOf(middle) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  *[Symbol.iterator](): Iterator<TextEdit> {
    for (let i = 0; i < this.count; i++)
      yield { start: this.startOf(i), end: this.endOf(i), text: this.textOf(i) };
  }
}

/** So few units are copied faster one by one. */
const FEW = 48;

function grown(pool: Uint16Array, atLeast: number): Uint16Array {
  const larger = new Uint16Array(Math.max(atLeast, pool.length * 2));
  larger.set(pool);
  return larger;
}
