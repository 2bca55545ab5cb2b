// Where one double-byte table may have been taken for another. Most of what that makes of Chinese is rare, and found
// by that; but a span of a few characters may read as ordinary ones, all the more where a byte was lost and all is read
// one byte late. Then each character is only somewhat likelier than in clean text, and the sum of a few has to tell.

import { isCommonHan } from '../language/commonHan.ts';
import { lazyTable, readPacked } from '../text/unpack.ts';
import { CROSSED } from './utf8Leads.gen.ts';

// All in half nats. What a character says, by how much a clean one between two of them lowers the sum, and the sum
// that is worth a look.
const CLEAN = 1.4;
const ENOUGH = 10;
/** What an ASCII letter or sign says that stands alone between two wide characters: there it may be a last byte. */
const GLUED = 8;
const BEFORE = 2;
const BEHIND = 3;

/** How many half nats likelier each character is where a table was taken for another than in clean text. */
export const crossings = lazyTable('crossings', () => {
  const table = new Uint8Array(0x10000);
  table.fill(4, 0x391, 0x452);
  table.fill(4, 0x2500, 0x2600);
  table.fill(3, 0x3041, 0x3100);
  table.fill(8, 0x3105, 0x3130);
  for (let unit = 0x4e00; unit <= 0x9fff; unit++) if (!isCommonHan(unit)) table[unit] = 10;
  table.fill(12, 0xe000, 0xf900);
  table.fill(8, 0xfe50, 0xfe70);
  // Beside a loss one such character is worth a look; a loss alone is not.
  table[0xfffd] = ENOUGH - 3;
  const reader = readPacked(CROSSED);
  for (let unit = 0; !reader.done; ) {
    unit += reader.number();
    table[unit] = reader.digit();
  }
  return table;
});

interface Span {
  readonly start: number;
  end: number;
}

/** Gathers such characters, told in text order, into spans. */
export class Crossings {
  readonly found: Span[] = [];
  readonly #text: string;
  readonly #to: number;
  #start = 0;
  #last = -1;
  #sum = 0;
  /** Letters before this have been counted. */
  #letters = 0;

  constructor(text: string, to: number) {
    this.#text = text;
    this.#to = to;
  }

  add(at: number, unit: number): void {
    const said = crossings()[unit]!;
    if (said === 0) return;
    const left = this.#sum - (at - this.#last - 1) * CLEAN;
    this.#sum = Math.max(0, left) + said;
    if (left <= 0) this.#start = at;
    this.#last = at;
    this.#countLetters(at);
    if (this.#sum < ENOUGH) return;
    const { found } = this;
    const before = found[found.length - 1];
    if (before && before.end >= this.#start) before.end = at + 1;
    else found.push({ start: this.#start, end: at + 1 });
  }

  #countLetters(at: number): void {
    const text = this.#text;
    const end = Math.min(at + BEHIND, this.#to - 2);
    for (let i = Math.max(at - BEFORE, this.#letters, 1); i <= end; i++) {
      const unit = text.charCodeAt(i);
      if (unit < 0x40 || unit > 0x7e || text.charCodeAt(i - 1) < WIDE || text.charCodeAt(i + 1) < WIDE)
        continue;
      this.#sum += GLUED;
      this.#letters = i + 1;
    }
  }
}

const WIDE = 0x2e80;
