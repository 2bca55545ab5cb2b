// Figures that begin with a digit: the cluster of digits and separators is read once, named, and given its unit.
import { isAsciiAlnum, isAsciiLetter } from '../text/charClass.ts';
import { readDateTail, readTimeTail } from './dateTails.ts';
import { readTail } from './figureTail.ts';
import { followsLetters, isDigitUnit, type LexState, literal } from './lexState.ts';
import {
  classifyCluster,
  LITERAL_CUES,
  type LiteralKind,
  PLATE_PROVINCES,
  STANDARD_PREFIX,
} from './literals.ts';
import { QuantityKind } from './quantities.ts';
import { UNITS, unitAt } from './units.ts';
import { toAsciiDigits } from './values.ts';

const Sep = { Dot: 1, Comma: 2, Colon: 4, Slash: 8, Dash: 16, Middle: 32 } as const;
const MAX_GROUPS = 8;
const OPENING_BRACKETS = '〔[［（(';
const starts = new Int32Array(MAX_GROUPS + 1);
const ends = new Int32Array(MAX_GROUPS + 1);
const seps = new Int32Array(MAX_GROUPS + 1);

/** Reads what starts with the digit at `i`; returns where to go on. */
export function readDigits(state: LexState, i: number): number {
  const { text, limit } = state;
  // Most figures follow a word or a mark: what stands before is then no part of a name.
  const mayFollowName = i > state.from && NAME_END[text.charCodeAt(i - 1)] === 1;
  if (mayFollowName && followsLetters(state, i)) return readCode(state, i);
  let count = 0;
  let kinds = 0;
  let p = i;
  for (;;) {
    const start = p;
    while (p < limit && isDigitUnit(text.charCodeAt(p))) p++;
    if (count <= MAX_GROUPS) {
      starts[count] = start;
      ends[count] = p;
      seps[count] = 0;
    }
    count++;
    const sep = p + 1 < limit && isDigitUnit(text.charCodeAt(p + 1)) ? separator(text.charCodeAt(p)) : 0;
    if (sep === 0) break;
    if (count <= MAX_GROUPS) seps[count - 1] = sep;
    kinds |= sep;
    p++;
  }
  if (count > MAX_GROUPS) return literal(state, i, p, 'list');
  if (mayFollowName) {
    const standard = standardStart(state, i);
    if (standard >= 0) return readStandard(state, standard, p);
    const bracket = documentStart(state, i, p);
    if (bracket >= 0) return bracket;
  }
  if (mayBeName(text, i, p, count, kinds)) {
    const named = classifyCluster(toAsciiDigits(text.slice(i, p)));
    if (named === 'version') {
      return isDate(text, count) ? finishDate(state, i, p) : literal(state, i, p, named);
    } else if (named === 'identity' && (text.charCodeAt(p) | 32) === 0x78) {
      return literal(state, i, p + 1, named);
    } else if (named === 'code') {
      if (!isDateWord(text.charCodeAt(p))) return literal(state, i, p, named);
    } else if (named === 'ip' && text[p] === '版') return literal(state, i, p, 'version');
    else if (named && !(kinds === 0 && named === 'phone' && unitAt(text, p, limit) > 0))
      return literal(state, i, p, named);
  }
  if (p - i >= 4 && i > state.from && CUE_END[text.charCodeAt(i - 1)] === 1) {
    const cue = literalCue(state, i);
    if (cue) return literal(state, i, p, cue);
  }
  return readCluster(state, i, p, count, kinds);
}

// Only clusters that some shape could match are cut out and matched: most figures are a few digits.
function mayBeName(text: string, i: number, p: number, count: number, kinds: number): boolean {
  if (kinds === 0) return p - i >= 10 || (p - i >= 3 && isZero(text.charCodeAt(i)));
  return (kinds & Sep.Dash) !== 0 || ((kinds & Sep.Dot) !== 0 && count >= 3);
}

const isZero = (unit: number): boolean => unit === 0x30 || unit === 0xff10;

/** What a name that goes on in digits ends with: letters, what joins them, and the brackets of document numbers. */
const NAME_END = new Uint8Array(0x10000);
for (const char of `_-/· ${OPENING_BRACKETS}`) NAME_END[char.charCodeAt(0)] = 1;
NAME_END.fill(1, 0x41, 0x5b);
NAME_END.fill(1, 0x61, 0x7b);

/** The last characters of LITERAL_CUES. */
const CUE_END = new Uint8Array(0x10000);
for (const char of '话話线線机機真打電电服码碼号號是为為:： 编編学學Q群帐帳统統区區牌N.№编政股3-0')
  CUE_END[char.charCodeAt(0)] = 1;

function readCluster(state: LexState, i: number, p: number, count: number, kinds: number): number {
  const { text } = state;
  if (kinds === 0) return finishNumber(state, i, p, true);
  if ((kinds & Sep.Dash) !== 0) {
    if (kinds === Sep.Dash && isDate(text, count)) return finishDate(state, i, p);
    let dashes = 0;
    for (let g = 0; g < count; g++) if (seps[g] === Sep.Dash) dashes++;
    if (dashes > 1) return literal(state, i, p, 'code');
    // "3-5万", "2019-2021年": two figures with a hyphen between them.
    return cut(state, i, count, Sep.Dash);
  }
  if (kinds === Sep.Middle && count === 2 && number(text, 0) <= 12 && number(text, 1) <= 31)
    return finishDate(state, i, p);
  if ((kinds & Sep.Middle) !== 0) return literal(state, i, p, 'code');
  if (kinds === Sep.Slash) {
    if (isDate(text, count)) return finishDate(state, i, p);
    const first = ends[0]! - starts[0]!;
    if (count === 2 && first <= 4 && ends[1]! - starts[1]! <= 4 && text.charCodeAt(starts[1]!) !== 0x30)
      return finishKind(state, i, p, QuantityKind.Fraction);
    return literal(state, i, p, 'code');
  }
  if ((kinds & Sep.Slash) !== 0) return cut(state, i, count, Sep.Slash);
  if ((kinds & Sep.Comma) !== 0 && (kinds & Sep.Colon) === 0) {
    const grouped = groupedEnd(count);
    if (grouped === p) return finishNumber(state, i, p, false);
    if (count >= 3) return literal(state, i, p, 'list');
    return cut(state, i, count, Sep.Comma);
  }
  if ((kinds & Sep.Colon) !== 0) {
    if ((kinds & Sep.Comma) !== 0) return cut(state, i, count, Sep.Comma);
    if (kinds === Sep.Colon && isTime(text, count, i)) return finishKind(state, i, p, QuantityKind.Time);
    return finishKind(state, i, p, QuantityKind.Ratio);
  }
  if (count === 2) {
    if (ends[0]! - starts[0]! > 1 && text.charCodeAt(i) === 0x30) return literal(state, i, p, 'code');
    if (isStockSuffix(text, p)) return literal(state, i, p + 3, 'stock');
    return finishNumber(state, i, p, false);
  }
  return literal(state, i, p, 'section');
}

// Emits what stands before the first separator of `kind`; the rest is read as figures of their own.
function cut(state: LexState, i: number, count: number, kind: number): number {
  let g = 0;
  while (g < count - 1 && seps[g] !== kind) g++;
  const end = ends[g]!;
  let inner = 0;
  for (let k = 0; k < g; k++) inner |= seps[k]!;
  return readCluster(state, i, end, g + 1, inner);
}

function separator(unit: number): number {
  switch (unit) {
    case 0x2e:
    case 0xff0e:
      return Sep.Dot;
    case 0xb7:
    case 0x2027:
    case 0x30fb:
      return Sep.Middle;
    case 0x2c:
      return Sep.Comma;
    case 0x3a:
    case 0xff1a:
    case 0x2236:
      return Sep.Colon;
    case 0x2f:
      return Sep.Slash;
    case 0x2d:
      return Sep.Dash;
    default:
      return 0;
  }
}

// Western grouping by three or Chinese grouping by four, with decimals after the last group only.
function groupedEnd(count: number): number {
  const width = ends[1]! - starts[1]!;
  if (width !== 3 && width !== 4) return -1;
  const head = ends[0]! - starts[0]!;
  if (head > width || (width === 4 && count === 2)) return -1;
  for (let g = 1; g < count; g++) {
    if (seps[g - 1] === Sep.Dot) return g === count - 1 ? ends[g]! : -1;
    if (ends[g]! - starts[g]! !== width) return -1;
  }
  return ends[count - 1]!;
}

function isDate(text: string, count: number): boolean {
  if (count !== 3 || ends[0]! - starts[0]! !== 4 || seps[0] !== seps[1]) return false;
  const year = number(text, 0);
  const month = number(text, 1);
  const day = number(text, 2);
  return year >= 1000 && year < 3000 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

function isTime(text: string, count: number, i: number): boolean {
  if (count > 3 || ends[0]! - starts[0]! > 2) return false;
  for (let g = 1; g < count; g++) if (ends[g]! - starts[g]! !== 2 || number(text, g) > 59) return false;
  if (number(text, 0) > 24) return false;
  const before = text.slice(Math.max(0, i - 4), i);
  return !/[比例分](?:[为為是约約达達成])?$|达成$|達成$/.test(before);
}

const number = (text: string, group: number): number =>
  Number(toAsciiDigits(text.slice(starts[group]!, ends[group]!)));

const isDateWord = (unit: number): boolean =>
  unit === 0x5e74 ||
  unit === 0x6708 ||
  unit === 0x65e5 ||
  unit === 0x65f6 ||
  unit === 0x6642 ||
  unit === 0x5206;

// A4, COVID-19, PM2.5, G20, 京A12345: letters and digits that make one name.
function readCode(state: LexState, i: number): number {
  const { text, limit } = state;
  let start = i;
  const floor = Math.max(state.from, state.last, i - 16);
  while (
    start > floor &&
    (isAsciiAlnum(text.charCodeAt(start - 1)) ||
      text.charCodeAt(start - 1) === 0x2d ||
      text.charCodeAt(start - 1) === 0xb7)
  )
    start--;
  let end = i;
  while (end < limit) {
    const unit = text.charCodeAt(end);
    if (!isAsciiAlnum(unit) && !((unit === 0x2d || unit === 0x2e) && isAsciiAlnum(text.charCodeAt(end + 1))))
      break;
    end++;
  }
  end = Math.max(end, i + 1);
  const standard = standardStart(state, i);
  if (standard >= 0) return readStandard(state, standard, end);
  const isPlate =
    start > Math.max(state.from, state.last) &&
    PLATE_PROVINCES.includes(text[start - 1]!) &&
    end - start >= 6;
  return literal(state, isPlate ? start - 1 : start, end, isPlate ? 'plate' : 'code');
}

function standardStart(state: LexState, i: number): number {
  const { text, from } = state;
  if (i === from) return -1;
  const before = text.charCodeAt(i - 1);
  const letter = before === 0x20 && i - 2 >= from ? text.charCodeAt(i - 2) : before;
  if (!isAsciiLetter(letter)) return -1;
  const match = STANDARD_PREFIX.exec(text.slice(Math.max(from, state.last, i - 16), i));
  return match ? i - match[0].replace(/^[^A-Za-z]/, '').length : -1;
}

function readStandard(state: LexState, start: number, from: number): number {
  const { text, limit } = state;
  let end = from;
  while (
    end < limit &&
    (isDigitUnit(text.charCodeAt(end)) ||
      (/[.—–-]/.test(text[end]!) && isDigitUnit(text.charCodeAt(end + 1))))
  )
    end++;
  return literal(state, start, end, 'standard');
}

// 〔2018〕59号, [2018]59号, （2018）第59号: the year in brackets, the number, 号.
function documentStart(state: LexState, i: number, p: number): number {
  const { text, from, limit } = state;
  if (
    i <= Math.max(from, state.last) ||
    p - i !== 4 ||
    !OPENING_BRACKETS.includes(text[i - 1]!) ||
    !'〕]］）)'.includes(text[p] ?? ' ')
  )
    return -1;
  let end = p + 1;
  if (text[end] === '第') end++;
  const digits = end;
  while (end < limit && end - digits < 6 && isDigitUnit(text.charCodeAt(end))) end++;
  if (end === digits || (text[end] !== '号' && text[end] !== '號') || end >= limit) return -1;
  return literal(state, i - 1, end + 1, 'document');
}

function literalCue(state: LexState, i: number): LiteralKind | undefined {
  const before = state.text.slice(Math.max(state.from, i - 10), i);
  for (const [kind, cue] of LITERAL_CUES) if (cue.test(before)) return kind;
  return undefined;
}

const isStockSuffix = (text: string, p: number): boolean =>
  text.charCodeAt(p) === 0x2e && /^\.(?:SH|SZ|BJ|HK|TW)$/.test(text.slice(p, p + 3));

function finishDate(state: LexState, start: number, end: number): number {
  state.out.add(start, end, end, QuantityKind.Date, 0, 0);
  return end;
}

function finishKind(state: LexState, start: number, end: number, kind: QuantityKind): number {
  state.out.add(start, end, end, kind, 0, 0);
  return end;
}

// A plain number: dates and times first, then magnitudes and the unit; letters that are no unit make it a code.
function finishNumber(state: LexState, start: number, end: number, isInteger: boolean): number {
  const { text, out, tail, limit } = state;
  if (isInteger && end < limit && DATED[text.charCodeAt(end)] === 1) {
    const dated = readDateTail(state, start, end) || readTimeTail(state, start, end);
    if (dated > 0) return dated;
    if (end - start === 6 && isStockSuffix(text, end)) return literal(state, start, end + 3, 'stock');
  }
  readTail(state, end);
  if (tail.unit === 0 && tail.end === end && end < limit && isAsciiLetter(text.charCodeAt(end)))
    return readCode(state, start);
  const before = start > Math.max(state.from, state.last) ? text.charCodeAt(start - 1) : 0;
  if (before === 0x7b2c) {
    out.add(start - 1, tail.valueEnd, tail.end, QuantityKind.Ordinal, tail.unit, tail.flags);
  } else {
    const from = isSign(state, start, before) ? start - 1 : start;
    out.add(from, tail.valueEnd, tail.end, QuantityKind.Number, tail.unit, tail.flags);
  }
  return tail.end;
}

/** What may stand behind the first figure of a date, a time or a stock number. */
const DATED = new Uint8Array(0x10000);
for (const char of '年月日时時点點 .') DATED[char.charCodeAt(0)] = 1;

function isSign(state: LexState, start: number, before: number): boolean {
  if (before !== 0x2d && before !== 0x2212 && before !== 0xff0d) return false;
  const { text, from, tail } = state;
  if (start - 2 < from) return true;
  const previous = text.charCodeAt(start - 2);
  if (previous <= 0x20 || '(（：:，,～~、至到'.includes(String.fromCharCode(previous))) return true;
  const { kind, name } = UNITS[tail.unit]!;
  if (kind !== 'percent' && name !== '℃') return false;
  return '长長为為率幅是达達从從由降升'.includes(String.fromCharCode(previous));
}
