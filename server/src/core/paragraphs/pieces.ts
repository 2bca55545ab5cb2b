// How long the paragraphs of a document are, from those whose end is certain. Where a paragraph may end at a full line,
// the two pieces are held against them: a document whose paragraphs all have three lines or more has none of one line.
import type { Unit } from './units.ts';

/** The weights of the first and of the second piece, as fitted with those of afterStop.ts. */
const WEIGHTS = [1.4, 1.2] as const;
/** A little longer counts as as long. */
const ROUGHLY = 1.2;

export class Pieces {
  /** How many lengths are known. */
  count = 0;
  /** Code units before each unit; one more at the end. */
  readonly #before: Uint32Array;
  /** For each unit the index after the next one that ends with a stop. */
  readonly #nextStop: Uint32Array;
  /** For each unit the index of the piece it is in. */
  readonly #pieceOf: Uint32Array;
  readonly #indexAt = new Map<number, number>();
  readonly #isStop: Uint8Array;
  readonly #lengths: number[] = [];
  #sorted: readonly number[] = [];
  #units = 0;
  #first = 0;

  constructor(units: number) {
    this.#before = new Uint32Array(units + 1);
    this.#nextStop = new Uint32Array(units + 1);
    this.#pieceOf = new Uint32Array(units);
    this.#isStop = new Uint8Array(units);
  }

  /** Takes the units in order: `isStop` where one ends with a stop, `isEnd` where its paragraph surely ends. */
  add(unit: Unit, isStop: boolean, isEnd: boolean): void {
    const index = this.#units++;
    this.#indexAt.set(unit.start, index);
    this.#before[index + 1] = this.#before[index]! + unit.length;
    this.#pieceOf[index] = this.#lengths.length;
    this.#isStop[index] = isStop || isEnd ? 1 : 0;
    if (!isEnd) return;
    // What ends without a stop is a heading or an item; its length says nothing about paragraphs.
    this.#lengths.push(isStop ? this.#between(this.#first, index + 1) : Number.NaN);
    if (isStop) this.count++;
    this.#first = index + 1;
  }

  finish(): void {
    this.#sorted = this.#lengths.filter(length => !Number.isNaN(length)).sort((a, b) => a - b);
    this.#nextStop[this.#units] = this.#units;
    for (let i = this.#units - 1; i >= 0; i--)
      this.#nextStop[i] = this.#isStop[i] === 1 ? i + 1 : this.#nextStop[i + 1]!;
  }

  /** How much likelier one paragraph is than two, by the lengths that a break between `a` and `b` would make. */
  oddsOfOne(start: number, a: Unit, b: Unit): number {
    const last = this.#indexAt.get(a.start)!;
    const next = this.#indexAt.get(b.start)!;
    const own = this.#lengths[this.#pieceOf[last]!] ?? Number.NaN;
    const first = this.#between(this.#indexAt.get(start)!, last + 1);
    const second = this.#between(next, this.#nextStop[next]!);
    return -WEIGHTS[0] * this.#logShareUpTo(first, own) - WEIGHTS[1] * this.#logShareUpTo(second, own);
  }

  // How many of the other paragraphs are about as long or shorter.
  #logShareUpTo(length: number, own: number): number {
    const limit = length * ROUGHLY;
    let [low, high] = [0, this.#sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#sorted[middle]! <= limit) low = middle + 1;
      else high = middle;
    }
    const isKnown = !Number.isNaN(own);
    return Math.log((low - (isKnown && own <= limit ? 1 : 0) + 0.5) / (this.count + (isKnown ? 0 : 1)));
  }

  #between(from: number, to: number): number {
    return this.#before[to]! - this.#before[from]!;
  }
}
