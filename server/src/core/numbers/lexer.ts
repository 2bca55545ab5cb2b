// One pass over the prose of a document finds its quantities. A table look-up per code unit decides whether anything
// can start here; what starts is then read forward and never read twice, so megabytes of "1,1,1" or 一百一百 cost
// what they cost to look at. Regular expressions see single clusters of at most 64 characters.
import type { Document } from '../document/document.ts';
import { Regions } from '../scan/regionKind.ts';
import { readDigits } from './figures.ts';
import { NUMERAL_UNITS } from './hanNumerals.ts';
import { MAY_FOLLOW_ONE, readHanQuantity } from './hanQuantities.ts';
import type { LexState } from './lexState.ts';
import type { LiteralKind } from './literals.ts';
import { createQuantityBuilder, QuantityKind, type QuantityList } from './quantities.ts';

/** What may start at a code unit. */
const Start = { None: 0, Digit: 1, Han: 2, Period: 3 } as const;
const START = new Uint8Array(0x10000);
for (const unit of NUMERAL_UNITS) START[unit] = Start.Han;
for (let digit = 0; digit < 10; digit++) {
  START[0x30 + digit] = Start.Digit;
  START[0xff10 + digit] = Start.Digit;
}

/** Words for a period of comparison (see number/inconsistent-change). */
export const PERIOD_WORDS: readonly string[] = [
  '今年以来 今年以來 去年同期 上年同期 同比 环比 環比 今年上半年 今年下半年 近年来 近年來 去年底 上年末 去年 今年 上年 上半年 本月 上月 本年度 上年度',
].flatMap(words => words.split(' '));
const PERIODS = new Map<number, string[]>();
/** Second characters of those words: 上 and 同 are mostly parts of others. */
const PERIOD_SECOND = new Uint8Array(0x10000);
for (const word of [...PERIOD_WORDS].sort((a, b) => b.length - a.length)) {
  const first = word.charCodeAt(0);
  START[first] = Start.Period;
  PERIOD_SECOND[word.charCodeAt(1)] = 1;
  PERIODS.set(first, [...(PERIODS.get(first) ?? []), word]);
}

/** The quantities of a document's prose, in order; computed once per document. */
export const lexQuantities = (doc: Document): QuantityList => doc.share(lex);

/** A figure that is one thing: no mark inside it may be changed by a rule for prose. */
export interface NumberLiteral {
  readonly start: number;
  readonly end: number;
  readonly kind: LiteralKind | 'decimal' | 'time' | 'date' | 'ratio' | 'fraction' | 'period';
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

const NAMES = ['decimal', 'decimal', 'fraction', 'ratio', 'date', 'time', 'code', 'period'] as const;

function lex(doc: Document): QuantityList {
  const { text, regions } = doc;
  const out = createQuantityBuilder(text);
  const state: LexState = {
    text,
    from: 0,
    limit: 0,
    last: 0,
    out,
    tail: { unit: 0, valueEnd: 0, end: 0, flags: 0 },
  };
  for (let r = 0; r < regions.count; r++) {
    if ((Regions.prose & (1 << regions.kinds[r]!)) === 0) continue;
    state.from = regions.starts[r]!;
    state.limit = regions.endOf(r);
    let i = state.from;
    const { limit } = state;
    while (i < limit) {
      let start = START[text.charCodeAt(i)]!;
      while (start === Start.None && ++i < limit) start = START[text.charCodeAt(i)]!;
      if (i >= limit) break;
      // 一 in a word and 上 before anything but 年 leave here, after a look at the next character.
      const next = i + 1 < text.length ? text.charCodeAt(i + 1) : 0;
      if (start === Start.Digit) {
        state.last = out.end;
        i = readDigits(state, i);
      } else if (start === Start.Han) {
        if (MAY_FOLLOW_ONE[next] === 0 && text.charCodeAt(i - 1) !== ORDINAL) i++;
        else {
          state.last = out.end;
          i = readHanQuantity(state, i);
        }
      } else if (PERIOD_SECOND[next] === 1) i = readPeriod(state, i);
      else i++;
    }
  }
  return out.finish();
}

/** 第 */
const ORDINAL = 0x7b2c;

function readPeriod(state: LexState, i: number): number {
  const { text, out, limit } = state;
  for (const word of PERIODS.get(text.charCodeAt(i))!) {
    const end = i + word.length;
    if (end > limit || !text.startsWith(word, i)) continue;
    out.add(i, end, end, QuantityKind.Period, 0, 0);
    return end;
  }
  return i + 1;
}
