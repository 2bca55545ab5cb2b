// One walk over the figures and numerals among a document's landmarks finds its quantities; what starts is then read
// forward and never read twice, so megabytes of "1,1,1" or 一百一百 cost what they cost to look at. Regular expressions see
// single clusters of at most 64 characters.
import type { Document } from '../document/document.ts';
import { LandmarkKind } from '../document/landmarks.ts';
import { readDigits } from './figures.ts';
import { NUMERAL_UNITS } from './hanNumerals.ts';
import { MAY_FOLLOW_ONE, readHanQuantity } from './hanQuantities.ts';
import type { LexState } from './lexState.ts';
import type { LiteralKind } from './literals.ts';
import { createQuantityBuilder, QuantityKind, type QuantityList } from './quantities.ts';

/** What may start at a code unit. */
const Start = { None: 0, Digit: 1, Han: 2 } as const;
const START = new Uint8Array(0x10000);
for (const unit of NUMERAL_UNITS) START[unit] = Start.Han;
for (let digit = 0; digit < 10; digit++) {
  START[0x30 + digit] = Start.Digit;
  START[0xff10 + digit] = Start.Digit;
}

/** The quantities of a document's prose, in order; computed once per document. */
export const lexQuantities = (doc: Document): QuantityList => doc.share(lex);

/** A figure that is one thing: no mark inside it may be changed by a rule for prose. */
export interface NumberLiteral {
  readonly start: number;
  readonly end: number;
  readonly kind: LiteralKind | 'decimal' | 'time' | 'date' | 'ratio' | 'fraction';
}

/**
 * The figure that covers `offset`, without its unit: a decimal, a grouped number, a time, a ratio, a version, a
 * telephone or document number … Marks inside it belong to it.
 */
export function literalAt(doc: Document, offset: number): NumberLiteral | undefined {
  const quantity = lexQuantities(doc).covering(offset);
  if (!quantity) return undefined;
  const { kind, start, end, valueEnd, literal } = quantity;
  if (kind === QuantityKind.Literal) return { start, end, kind: literal! };
  if (kind === QuantityKind.Date) return { start, end, kind: 'date' };
  if (kind === QuantityKind.Time) return { start, end, kind: 'time' };
  if (offset >= valueEnd) return undefined;
  return { start, end: valueEnd, kind: NAMES[kind]! };
}

const NAMES = ['decimal', 'decimal', 'fraction', 'ratio', 'date', 'time', 'code'] as const;

function lex(doc: Document): QuantityList {
  const { text, regions, landmarks } = doc;
  const out = createQuantityBuilder(text, doc.memory);
  const state: LexState = {
    text,
    from: 0,
    limit: 0,
    last: 0,
    out,
    tail: { unit: 0, valueEnd: 0, end: 0, flags: 0 },
  };
  const { count, start: starts, end: ends, kind: kinds, region: regionOf } = landmarks;
  let region = -1;
  let i = 0;
  for (let m = 0; m < count; m++) {
    const kind = kinds[m]!;
    if (kind !== LandmarkKind.Numeral && kind !== LandmarkKind.Digit && kind !== LandmarkKind.FullwidthDigit)
      continue;
    const end = ends[m]!;
    if (end <= i) continue;
    if (regionOf[m] !== region) {
      region = regionOf[m]!;
      state.from = regions.starts[region]!;
      state.limit = regions.endOf(region);
    }
    if (starts[m]! > i) i = starts[m]!;
    while (i < end) {
      const start = START[text.charCodeAt(i)]!;
      if (start === Start.Digit) {
        state.last = out.end;
        i = readDigits(state, i);
      } else if (start === Start.Han) {
        // 一 in a word leaves here, after a look at the next character.
        const next = i + 1 < text.length ? text.charCodeAt(i + 1) : 0;
        if (MAY_FOLLOW_ONE[next] === 0 && text.charCodeAt(i - 1) !== ORDINAL) i++;
        else {
          state.last = out.end;
          i = readHanQuantity(state, i);
        }
      } else i++;
    }
  }
  return out.finish();
}

/** 第 */
const ORDINAL = 0x7b2c;
