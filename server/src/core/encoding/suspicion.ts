// Where mojibake may stand: stretches with several characters that Chinese text hardly has. One cheap pass; the
// tables and the character model are not touched before it finds something.

import { isCommonHan } from '../language/commonHan.ts';
import { unitSet } from '../text/unitSet.ts';
import { lazyTable, readPacked } from '../text/unpack.ts';
import { Crossings, crossings } from './crossings.ts';
import { LATIN_LEADS, UTF8_LEADS } from './utf8Leads.gen.ts';

export interface Suspect {
  readonly start: number;
  readonly end: number;
  /** What it holds, to spare pairs that cannot have made it. */
  readonly latin: boolean;
  readonly wide: boolean;
}

/** Suspects further apart than this belong to different stretches. */
const GAP = 12;
/** Characters looked at on either side. */
const MARGIN = 12;
/** Points a stretch needs. */
const ENOUGH = 4;
/**
 * Wide damage is dense: somewhere the points must outweigh the characters by this much, each character weighing as much
 * as below. A sentence that names a 鼠 here and an 鑰 there has the points, too, but not side by side. The bytes of one
 * character under Windows-1252 are often ASCII and innocent marks, but Chinese text has few letters of that table.
 */
const DENSE = 2.1;
const WEIGHT = 0.4;
const NARROW = 2;
const WIDE = 8;
const LATIN = 16;
const POINTS = 7;
/** Letters and signs of Latin-1: Chinese text has some of them, but hardly three with a character between each two. */
const ROW = 32;
const ROW_STEP = 2;
const LONG_ROW = 3;

// Points in the low bits, kinds above.
const points = lazyTable('suspects', () => {
  const table = new Uint8Array(0x10000);
  for (let unit = 0x80; unit <= 0xff; unit++) table[unit] = LATIN | 1;
  for (const unit of [0xa0, 0xa9, 0xae, 0xb0, 0xb1, 0xb7, 0xd7, 0xf7]) table[unit] = LATIN;
  for (let unit = 0xa1; unit <= 0xff; unit++) table[unit]! |= ROW;
  for (const char of '€‚ƒ„†‡ˆ‰Š‹ŒŽ•–˜™š›œžŸ') table[char.charCodeAt(0)] = LATIN;
  table.fill(WIDE | 1, 0x100, 0x2000);
  for (const char of '‘’“”—…') table[char.charCodeAt(0)] = LATIN;
  table.fill(WIDE | 1, 0x2500, 0x2600);
  table.fill(WIDE | 1, 0x3041, 0x3105);
  // Full-width marks of GBK under Big5.
  table.fill(WIDE | 3, 0x3105, 0x3130);
  for (let unit = 0x3400; unit <= 0x9fff; unit++) if (!isCommonHan(unit)) table[unit] = WIDE | 2;
  table.fill(WIDE | 2, 0xe000, 0xf900);
  table.fill(WIDE | 1, 0xff61, 0xffa0);
  for (const [packed, own] of [
    [UTF8_LEADS, WIDE | 1],
    [LATIN_LEADS, WIDE | 2],
  ] as const) {
    const reader = readPacked(packed);
    for (let unit = 0; !reader.done; ) {
      unit += reader.number();
      raise(table, unit, own);
    }
  }
  const crossed = crossings();
  for (let unit = 0x4e00; unit <= 0x9fff; unit++) if (crossed[unit]! >= MUCH) raise(table, unit, WIDE | 2);
  // Close to a lost character one rare character is reason enough to look.
  table[0xfffd] = WIDE | LATIN | 2;
  return table;
});

function raise(table: Uint8Array, unit: number, own: number): void {
  if (table[unit]! < own) table[unit] = own;
}

/** Evidence of one double-byte table taken for another that alone makes a character suspicious. */
const MUCH = 7;

/** ！；？ and their ASCII forms, at which a run of shifted characters may begin. */
export const isCutMark = (unit: number): boolean =>
  unit === 0x21 || unit === 0x3b || unit === 0x3f || unit === 0xff01 || unit === 0xff1b || unit === 0xff1f;

/** Suspicious characters and cut marks, as a `unitSet`. */
export const noticed = lazyTable('noticed', () => {
  const crossed = crossings();
  const table = points().map((own, unit) => own | crossed[unit]!);
  for (const mark of '!;?！；？') table[mark.charCodeAt(0)]! |= WIDE;
  return unitSet(table);
});

/** What a character says of misreading: points in the low bits, kinds above; 0 for nothing. */
export const suspicionOf = (unit: number): number => points()[unit]!;

/** Stretches of `text[from, to)` that are worth reading again, in text order, no two overlapping. */
export function findSuspects(text: string, from = 0, to = text.length): Suspect[] {
  const own = points();
  const crossed = crossings();
  const stretches = new Stretches(text, from, to);
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    if (own[unit] !== 0 || crossed[unit] !== 0) stretches.add(i, unit);
  }
  return stretches.finish();
}

/** Gathers suspicious characters, told in text order, into stretches of `[from, to)`. */
export class Stretches {
  readonly #from: number;
  readonly #to: number;
  readonly #found: Suspect[] = [];
  readonly #crossings: Crossings;
  #start = -1;
  #last = -1;
  #total = 0;
  #kinds = 0;
  #balance = 0;
  #highest = 0;
  #narrow = 0;
  #row = 0;
  #longestRow = 0;
  #lastInRow = -1;

  constructor(text: string, from: number, to: number) {
    this.#from = from;
    this.#to = to;
    this.#crossings = new Crossings(text, to);
  }

  /** `unit` is the character at `at`. */
  add(at: number, unit: number): void {
    this.#crossings.add(at, unit);
    const own = points()[unit]!;
    if (own === 0) return;
    if (this.#start >= 0 && at - this.#last > GAP) this.#settle();
    if (this.#start < 0) this.#start = at;
    else this.#balance = Math.max(0, this.#balance - (at - this.#last - 1) * WEIGHT);
    const mine = own & POINTS;
    this.#last = at;
    this.#total += mine;
    this.#kinds |= own;
    if ((own & WIDE) === 0) this.#narrow += mine;
    if ((own & ROW) !== 0) {
      this.#row = at - this.#lastInRow <= ROW_STEP ? this.#row + 1 : 1;
      this.#longestRow = Math.max(this.#longestRow, this.#row);
      this.#lastInRow = at;
    }
    this.#balance = Math.max(0, this.#balance + mine - WEIGHT);
    this.#highest = Math.max(this.#highest, this.#balance);
  }

  finish(): Suspect[] {
    this.#settle();
    const crossed = this.#crossings.found;
    if (crossed.length === 0) return joined(this.#found);
    const more = crossed.map(({ start, end }) => this.#around(start, end, false, true));
    return joined([...this.#found, ...more].sort((a, b) => a.start - b.start));
  }

  // The damage may begin and end with ordinary characters.
  #around(start: number, end: number, latin: boolean, wide: boolean): Suspect {
    return {
      start: Math.max(start - MARGIN, this.#from),
      end: Math.min(end + MARGIN, this.#to),
      latin,
      wide,
    };
  }

  #settle(): void {
    const found = this.#found;
    const isDense = this.#total >= ENOUGH && (this.#highest >= DENSE || this.#narrow >= NARROW);
    if (this.#start >= 0 && (isDense || this.#longestRow >= LONG_ROW)) {
      const kinds = this.#kinds;
      found.push(this.#around(this.#start, this.#last + 1, (kinds & LATIN) !== 0, (kinds & WIDE) !== 0));
    }
    this.#start = -1;
    this.#total = 0;
    this.#kinds = 0;
    this.#balance = 0;
    this.#highest = 0;
    this.#narrow = 0;
    this.#longestRow = 0;
  }
}

// Stretches that touch are one: a cut between them could fall inside a character.
function joined(suspects: readonly Suspect[]): Suspect[] {
  const found: Suspect[] = [];
  for (const next of suspects) {
    const last = found[found.length - 1];
    if (last && last.end >= next.start)
      found[found.length - 1] = {
        start: last.start,
        end: Math.max(last.end, next.end),
        latin: last.latin || next.latin,
        wide: last.wide || next.wide,
      };
    else found.push(next);
  }
  return found;
}
