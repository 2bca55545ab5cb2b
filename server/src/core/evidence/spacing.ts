// Whether a document puts a space between Han and figures or Latin words. Both habits are consistent styles; what
// differs from the document's clear majority is a slip.
import type { Document } from '../document/document.ts';
import { Regions } from '../scan/regionKind.ts';
import { CharClass, CLASS_OF } from '../text/charClass.ts';

/** The kinds of place where Han meets something else. */
export const Junction = {
  HanDigit: 0,
  DigitHan: 1,
  HanLatin: 2,
  LatinHan: 3,
  /** Inside a date or time: 2021年5月, 10时30分. */
  Date: 4,
  Count: 5,
  /** Two Han with a space between; no junction, but found in the same pass. */
  HanHan: 5,
} as const;

export type Spacing = 'spaced' | 'unspaced' | 'unknown';

export interface SpacingEvidence {
  readonly count: number;
  /** Offset of the space, or of the second character where there is none. */
  readonly at: Int32Array;
  readonly kind: Uint8Array;
  /** 1 for exactly one ASCII space. */
  readonly spaced: Uint8Array;
  /** The habit that holds for each kind of junction. */
  readonly habits: readonly Spacing[];
  /** The habit of the document as a whole. */
  readonly habit: Spacing;
}

const ENOUGH = 20;
const HAN = 1;
const DIGIT = 2;
const LATIN = 3;
const BLANK = 4;
const STATE = states();
const DATE_UNITS = '年月日号號时時分秒点點';

/** The spacing of a document's body; ask through `doc.share(spacingOf)`. */
export function spacingOf(doc: Document): SpacingEvidence {
  const { text, regions } = doc;
  let size = 256;
  let at = new Int32Array(size);
  let kinds = new Uint8Array(size);
  let spaced = new Uint8Array(size);
  let count = 0;
  const counts = new Uint32Array(2 * Junction.Count);
  for (let r = 0; r < regions.count; r++) {
    if ((Regions.body & (1 << regions.kinds[r]!)) === 0) continue;
    const end = regions.endOf(r);
    let before = 0;
    for (let i = regions.starts[r]!; i < end; i++) {
      let state = STATE[text.charCodeAt(i)]!;
      if (state === before && state !== BLANK) continue;
      let blank = 0;
      if (state === BLANK) {
        if (before === 0 || i + 1 >= end) {
          before = 0;
          continue;
        }
        state = STATE[text.charCodeAt(i + 1)]!;
        blank = 1;
      }
      const kind = state === BLANK ? NOTHING : kindOf(before, state, blank);
      if (kind !== NOTHING) {
        if (count === size) {
          size *= 2;
          at = grow(at, new Int32Array(size));
          kinds = grow(kinds, new Uint8Array(size));
          spaced = grow(spaced, new Uint8Array(size));
        }
        const detailed = kind < Junction.HanLatin && isDate(text, i, blank, kind) ? Junction.Date : kind;
        at[count] = i;
        kinds[count] = detailed;
        spaced[count++] = blank;
        if (detailed !== Junction.HanHan) counts[2 * detailed + blank]!++;
      }
      before = blank === 1 && state === BLANK ? 0 : state;
      i += blank;
    }
  }
  return { count, at, kind: kinds, spaced, ...habitsOf(counts) };
}

const NOTHING = 255;

function kindOf(before: number, state: number, blank: number): number {
  if (before === HAN) {
    if (state === HAN) return blank === 1 ? Junction.HanHan : NOTHING;
    return state === DIGIT ? Junction.HanDigit : state === LATIN ? Junction.HanLatin : NOTHING;
  }
  if (state !== HAN) return NOTHING;
  return before === DIGIT ? Junction.DigitHan : before === LATIN ? Junction.LatinHan : NOTHING;
}

const isDate = (text: string, i: number, blank: number, kind: number): boolean =>
  DATE_UNITS.includes(kind === Junction.DigitHan ? text[i + blank]! : text[i - 1]!);

function habitsOf(counts: Uint32Array): { habits: readonly Spacing[]; habit: Spacing } {
  let tight = 0;
  let open = 0;
  for (let kind = 0; kind < Junction.Date; kind++) {
    tight += counts[2 * kind]!;
    open += counts[2 * kind + 1]!;
  }
  const habit = majority(tight, open);
  const habits: Spacing[] = [];
  for (let kind = 0; kind < Junction.Count; kind++) {
    const without = counts[2 * kind]!;
    const having = counts[2 * kind + 1]!;
    if (without + having >= ENOUGH || kind === Junction.Date) habits.push(majority(without, having));
    // A kind that is rare follows the document, unless it leans the other way.
    else habits.push((habit === 'spaced' ? having > without : without > having) ? habit : 'unknown');
  }
  return { habits, habit };
}

function majority(tight: number, open: number): Spacing {
  if (tight + open < ENOUGH) return 'unknown';
  if (tight >= 4 * open) return 'unspaced';
  return open >= 4 * tight ? 'spaced' : 'unknown';
}

function states(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (let unit = 0; unit < 0x10000; unit++) {
    const cls = CLASS_OF[unit]!;
    if (cls === CharClass.Han || cls === CharClass.Surrogate) table[unit] = HAN;
    else if (cls === CharClass.Digit) table[unit] = DIGIT;
    else if (cls === CharClass.Latin) table[unit] = LATIN;
  }
  table[32] = BLANK;
  return table;
}

function grow<T extends Int32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
