// Where mojibake may stand: stretches with several characters that Chinese text hardly has. One cheap pass; the
// tables and the character model are not touched before it finds something.
import { isCommonHan } from '../language/commonHan.ts';
import { lazyTable, readPacked } from '../text/unpack.ts';
import { CROSSED, UTF8_LEADS } from './utf8Leads.gen.ts';

export interface Suspect {
  readonly start: number;
  readonly end: number;
  /** What it holds, to spare pairs that cannot have made it. */
  readonly latin: boolean;
  readonly wide: boolean;
}

/** Suspects further apart than this belong to different stretches. */
const GAP = 12;
/** Characters looked at on either side, where the damage may begin with ordinary characters. */
const MARGIN = 12;
/** Points a stretch needs. */
const ENOUGH = 4;
/**
 * Wide damage is dense: somewhere the points must outweigh the characters by this much, each character weighing as much
 * as below. A sentence that names a 鼠 here and an 鑰 there has the points, too, but not side by side. The bytes of one
 * character under Windows-1252 are often ASCII and innocent marks, but Chinese text has few letters of that table.
 */
const DENSE = 2;
const WEIGHT = 0.4;
const NARROW = 2;
const WIDE = 8;
const LATIN = 16;
const POINTS = 7;

// Points in the low bits, kinds above.
const table = lazyTable('suspects', () => {
  const points = new Uint8Array(0x10000);
  for (let unit = 0x80; unit <= 0xff; unit++) points[unit] = LATIN | 1;
  for (const unit of [0xa0, 0xa9, 0xae, 0xb0, 0xb1, 0xb7, 0xd7, 0xf7]) points[unit] = LATIN;
  for (const char of '€‚ƒ„†‡ˆ‰Š‹ŒŽ•–˜™š›œžŸ') points[char.charCodeAt(0)] = LATIN;
  points.fill(WIDE | 1, 0x100, 0x2000);
  for (const char of '‘’“”—…') points[char.charCodeAt(0)] = LATIN;
  points.fill(WIDE | 1, 0x2500, 0x2600);
  points.fill(WIDE | 1, 0x3041, 0x3105);
  // Full-width marks of GBK under Big5.
  points.fill(WIDE | 3, 0x3105, 0x3130);
  for (let unit = 0x3400; unit <= 0x9fff; unit++) if (!isCommonHan(unit)) points[unit] = WIDE | 2;
  points.fill(WIDE | 2, 0xe000, 0xf900);
  points.fill(WIDE | 1, 0xff61, 0xffa0);
  for (const [packed, own] of [
    [UTF8_LEADS, WIDE | 1],
    [CROSSED, WIDE | 2],
  ] as const) {
    const reader = readPacked(packed);
    for (let unit = 0; !reader.done; ) {
      unit += reader.number();
      if (points[unit]! < own) points[unit] = own;
    }
  }
  // ä å ç è é, the lead bytes of ideographs under Windows-1252, in UTF-8 under GBK.
  for (const [char, own] of [
    ['氓', 2],
    ['莽', 2],
    ['盲', 1],
    ['茅', 1],
    ['猫', 1],
    ['茫', 1],
  ] as const)
    points[char.charCodeAt(0)] = WIDE | own;
  points[0xfffd] = WIDE | LATIN | 1;
  return points;
});

/** True for a character that is rare in Chinese text, wherever it stands. */
export const isRare = (unit: number): boolean => {
  const own = table()[unit]! & POINTS;
  return own > 1 || (own === 1 && unit < 0x3400);
};

/** Stretches of `text[from, to)` that are worth reading again, in text order, no two overlapping. */
export function findSuspects(text: string, from = 0, to = text.length): Suspect[] {
  const points = table();
  const found: Suspect[] = [];
  let start = -1;
  let last = -1;
  let total = 0;
  let kinds = 0;
  let balance = 0;
  let highest = 0;
  let narrow = 0;
  const settle = (): void => {
    if (start >= 0 && total >= ENOUGH && (highest >= DENSE || narrow >= NARROW)) {
      const first = Math.max(start - MARGIN, from);
      const next = {
        start: first,
        end: Math.min(last + 1 + MARGIN, to),
        latin: (kinds & LATIN) !== 0,
        wide: (kinds & WIDE) !== 0,
      };
      // Stretches that touch are one: a cut between them could fall inside a character.
      const before = found[found.length - 1];
      if (before && before.end >= first)
        found[found.length - 1] = {
          start: before.start,
          end: next.end,
          latin: before.latin || next.latin,
          wide: before.wide || next.wide,
        };
      else found.push(next);
    }
    start = -1;
    total = 0;
    kinds = 0;
    balance = 0;
    highest = 0;
    narrow = 0;
  };
  for (let i = from; i < to; i++) {
    const own = points[text.charCodeAt(i)]!;
    if (own === 0) continue;
    if (start >= 0 && i - last > GAP) settle();
    if (start < 0) start = i;
    else balance = Math.max(0, balance - (i - last - 1) * WEIGHT);
    last = i;
    total += own & POINTS;
    kinds |= own;
    if ((own & WIDE) === 0) narrow += own & POINTS;
    balance = Math.max(0, balance + (own & POINTS) - WEIGHT);
    if (balance > highest) highest = balance;
  }
  settle();
  return found;
}
