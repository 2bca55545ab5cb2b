// What stands beside a mark, as a reader sees it: inline markup is looked through, blank space is stepped over, and
// code, URLs and the edges of a block are told apart from letters. Bounded, so that a mark costs the same anywhere.

import type { Document } from '../document/document.ts';
import { RegionKind } from '../scan/regionKind.ts';
import { CharClass, tableOfClasses } from '../text/charClass.ts';
import { madeTable } from '../text/madeTable.ts';

export const Side = {
  /** The edge of a block, a cell or a line. */
  Edge: 0,
  /** Han, other East Asian letters and full-width or Chinese punctuation. */
  Han: 1,
  Digit: 2,
  /** Latin and every other letter. */
  Latin: 3,
  /** A sign that ends a quantity: % ‰ ° ℃. */
  Quantity: 4,
  /** Code, a URL or another stretch that is no prose. */
  Opaque: 5,
  /** Other ASCII or symbols. */
  Other: 6,
} as const;
export type Side = (typeof Side)[keyof typeof Side];

/** The neighbour's class, its offset (-1 for an edge), and whether blank space or quotation marks were passed. */
export interface Neighbour {
  side: Side;
  at: number;
  spaced: boolean;
}

// Blank space and quotation marks, which a look passes; never seen outside this file.
const BLANK = 7;
const QUOTE = 8;
const SIDE_OF = madeTable('sides', sides);
const MAX_STEPS = 8;

const LOOKED_THROUGH =
  (1 << RegionKind.Markup) | (1 << RegionKind.HtmlTag) | (1 << RegionKind.Comment) | (1 << RegionKind.Entity);
const OPAQUE =
  (1 << RegionKind.Code) |
  (1 << RegionKind.Url) |
  (1 << RegionKind.Token) |
  (1 << RegionKind.Math) |
  (1 << RegionKind.Label);

/**
 * Looks from `at` (exclusive, in `region` of `block`) in `direction`; quotation marks round the neighbour are passed.
 * The result is written to `into`, which the caller reuses.
 */
export function look(
  doc: Document,
  at: number,
  region: number,
  block: number,
  direction: 1 | -1,
  into: Neighbour,
): Neighbour {
  const { text, regions } = doc;
  into.spaced = false;
  into.at = -1;
  into.side = Side.Edge;
  let r = region;
  let i = at + direction;
  for (let steps = 0; steps < MAX_STEPS; steps++) {
    const start = regions.starts[r]!;
    const end = regions.endOf(r);
    if (i < start || i >= end) {
      if (regions.kinds[r] === RegionKind.FrontMatterProse) return into;
      r += direction;
      if (r < 0 || r >= regions.count) return into;
      const kind = 1 << regions.kinds[r]!;
      i = direction > 0 ? regions.starts[r]! : regions.endOf(r) - 1;
      const owner = doc.blocks[block];
      if (owner && (i < owner.contentStart || i >= owner.contentEnd)) return into;
      if ((kind & LOOKED_THROUGH) !== 0) {
        if (text.charCodeAt(i) === 0x7c) return into;
        i = direction > 0 ? regions.endOf(r) : regions.starts[r]! - 1;
        continue;
      }
      if ((kind & OPAQUE) !== 0) {
        into.side = Side.Opaque;
        into.at = i;
        return into;
      }
      if (kind === 1 << RegionKind.Layout) return into;
      continue;
    }
    const unit = text.charCodeAt(i);
    const side = isMathLetter(text, i) ? Side.Latin : SIDE_OF[unit]!;
    if (side === BLANK) into.spaced = true;
    else if (side !== QUOTE) {
      into.side = side as Side;
      into.at = i;
      return into;
    }
    i += direction;
  }
  return into;
}

export const sideOf = (unit: number): number => SIDE_OF[unit]!;

// U+1D400–1D7FF, the italic and bold letters in which formulas are set, seen from either side.
const isMathLetter = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at);
  return unit === 0xd835 || ((unit & 0xfc00) === 0xdc00 && text.charCodeAt(at - 1) === 0xd835);
};

function sides(): Uint8Array {
  const east = new Set<number>([
    CharClass.Han,
    CharClass.CjkPunctuation,
    CharClass.FullwidthPunctuation,
    CharClass.FullwidthDigit,
    CharClass.FullwidthLetter,
    CharClass.Kana,
    CharClass.Hangul,
    CharClass.Bopomofo,
    CharClass.CompatibilityHan,
    CharClass.Radical,
    // A surrogate beside a mark is astral Han far more often than anything else.
    CharClass.Surrogate,
  ]);
  const letters = new Set<number>([
    CharClass.Latin,
    CharClass.Cyrillic,
    CharClass.Greek,
    CharClass.OtherLetter,
  ]);
  const table = tableOfClasses(cls =>
    east.has(cls)
      ? Side.Han
      : letters.has(cls)
        ? Side.Latin
        : cls === CharClass.Digit
          ? Side.Digit
          : cls === CharClass.Newline
            ? Side.Edge
            : cls === CharClass.Space || cls === CharClass.Tab || cls === CharClass.SpecialSpace
              ? BLANK
              : Side.Other,
  );
  for (const c of '%‰°℃℉') table[c.charCodeAt(0)] = Side.Quantity;
  for (const c of '“”‘’"\'') table[c.charCodeAt(0)] = QUOTE;
  // Marks that Latin text uses as well say nothing about the width.
  for (const c of '—…·') table[c.charCodeAt(0)] = Side.Other;
  return table;
}
