// Quantities in Han numerals. 一 十 千 万 are mostly parts of words, so a single numeral counts only before a measure
// word that leaves no doubt, and a run of digits only where years, ordinals and numbers stand (五四 and 三三两两 do not).
import { eraBefore, isLunarBefore } from './dateTails.ts';
import { isMeasured, readTail } from './figureTail.ts';
import {
  MAX_NUMERAL,
  multiplierOf,
  NUMERAL_CLASS,
  NUMERAL_UNITS,
  NumeralClass,
  parseHanNumeral,
} from './hanNumerals.ts';
import { isDigitUnit, type LexState, literal } from './lexState.ts';
import { QuantityFlag, QuantityKind } from './quantities.ts';
import { UNITS, unitAt } from './units.ts';

/** Measure words that make a single numeral a count. 一起, 一下, 一时, 一面 and 十分 are words. */
const SURE = new Set(
  (
    '个 個 名 位 人 人次 件 件次 项 項 条 條 张 張 本 册 冊 座 栋 棟 辆 輛 艘 架 支 枝 只 隻 间 間 处 處 家 所 户 戶 株 棵 根 颗 顆 块 塊 ' +
    '篇 部 幅 场 場 场次 場次 次 批 批次 届 屆 种 種 类 類 套 组 組 年 个月 個月 周 週 天 小时 小時 个小时 個小時 分钟 分鐘 秒 秒钟 元 米 ' +
    '公里 千米 公斤 千克 吨 噸 亩 畝 公顷 公頃 岁 歲 倍 成 折 周年 週年 个百分点 個百分點 百分点 百分點 平方米 平方公里 万元 级 級'
  ).split(' '),
);
const IS_SURE = Uint8Array.from(UNITS, ({ name }) => (SURE.has(name) ? 1 : 0));
const IS_GUESS = new Uint8Array(0x10000);
for (const char of '几幾数數') IS_GUESS[char.charCodeAt(0)] = 1;
/** Set phrases that begin like a count. */
const PHRASES = [
  '一次性',
  '一家人',
  '一家之',
  '一年一度',
  '一年到头',
  '一条龙',
  '一部分',
  '一套班子',
  '十级伤残',
  '一张一弛',
  '一本正经',
  '一本正經',
  '一位数',
  '一级棒',
];

const SECOND_OF_PHRASE = new Set(PHRASES.map(phrase => phrase.charCodeAt(1)));

const YEAR = 0x5e74;

/** What may stand behind a single numeral that begins a quantity, other than after 第. */
export const MAY_FOLLOW_ONE = new Uint8Array(0x10000);
for (const unit of NUMERAL_UNITS) MAY_FOLLOW_ONE[unit] = 1;
UNITS.forEach(({ name }, index) => {
  if (IS_SURE[index] === 1) MAY_FOLLOW_ONE[name.charCodeAt(0)] = 1;
});
for (const char of '分月点點余餘多') MAY_FOLLOW_ONE[char.charCodeAt(0)] = 1;

/** Reads what starts with the numeral character at `i`; returns where to go on. */
export function readHanQuantity(state: LexState, i: number): number {
  const { text, limit } = state;
  let j = i + 1;
  while (j < limit && NUMERAL_CLASS[text.charCodeAt(j)] !== NumeralClass.None) j++;
  const isOrdinal = i > state.from && text.charCodeAt(i - 1) === 0x7b2c;
  const next = text.charCodeAt(j);
  // 几十, 数百: a guess has no value.
  if (i > state.from && IS_GUESS[text.charCodeAt(i - 1)] === 1) return j;
  if (next === 0x5206 && text.charCodeAt(j + 1) === 0x4e4b && j + 2 < limit) return readFraction(state, i, j);
  if (j - i === 1) {
    // The common case of 一 in a word leaves here, after one table read in unitAt.
    if (isOrdinal) return finish(state, i, j, true);
    const cls = NUMERAL_CLASS[text.charCodeAt(i)];
    if (isApproximate(next) && cls === NumeralClass.Multiplier && isMeasured(state, j + 1))
      return finish(state, i, j, false);
    if (isPoint(next) && (cls === NumeralClass.Digit || text.charCodeAt(i) === 0x5341))
      return readDecimal(state, i, j);
    if (cls === NumeralClass.Multiplier && text.charCodeAt(i) !== 0x5341) return j;
    if (next === 0x6708 && isMonthContext(state, i, j)) return readHanDate(state, i, j);
    const unit = unitAt(text, j, limit);
    if (unit === 0 || IS_SURE[unit] === 0) return j;
    if (SECOND_OF_PHRASE.has(next)) for (const phrase of PHRASES) if (text.startsWith(phrase, i)) return j;
    return finish(state, i, j, false);
  }
  if (j - i > MAX_NUMERAL) return j;
  const numeral = parseHanNumeral(text.slice(i, j));
  if (!numeral) return j;
  if (next === YEAR && (numeral.positional ? j - i === 4 || j - i === 2 : eraBefore(state, i) > 0))
    return readHanDate(state, i, j);
  if (next === 0x65e5 && !numeral.positional && numeral.value >= 1n && numeral.value <= 31n) {
    state.out.add(i, j + 1, j + 1, QuantityKind.Date, 0, QuantityFlag.Han);
    return j + 1;
  }
  if (isPoint(next)) return readDecimal(state, i, j);
  if (next === 0x6708 && !numeral.positional && isMonthContext(state, i, j)) return readHanDate(state, i, j);
  if (isOrdinal) return finish(state, i, j, true);
  const unit = unitAt(text, j, limit);
  if (numeral.positional) {
    if (j - i >= 3 && (next === 0x53f7 || next === 0x865f)) return finish(state, i, j, false);
    return j;
  }
  if (numeral.headless && unit === 0) return j;
  if (unit > 0 || j - i >= 3 || isApproximate(next)) return finish(state, i, j, false);
  return j;
}

// 三点五倍, 一百零二点三亿: digits after 点, and a unit that is no part of a time (三点五十分).
function readDecimal(state: LexState, i: number, j: number): number {
  const { text, limit, out, tail } = state;
  let end = j + 1;
  while (end < limit && NUMERAL_CLASS[text.charCodeAt(end)] === NumeralClass.Digit) end++;
  if (end === j + 1 || end - i > 24) return j;
  readTail(state, end);
  const magnitude = multiplierOf(text.charCodeAt(end));
  if (tail.unit === 0 || text[end] === '分' || (magnitude > 0 && magnitude < 1e4)) return j;
  out.add(i, tail.valueEnd, tail.end, QuantityKind.Number, tail.unit, tail.flags | QuantityFlag.Han);
  return tail.end;
}

function finish(state: LexState, i: number, j: number, isOrdinal: boolean): number {
  const { out, tail } = state;
  readTail(state, j);
  const kind = isOrdinal ? QuantityKind.Ordinal : QuantityKind.Number;
  out.add(isOrdinal ? i - 1 : i, tail.valueEnd, tail.end, kind, tail.unit, tail.flags | QuantityFlag.Han);
  return tail.end;
}

// 三分之二, 百分之三十, 百分之30.5: the parts are exact, so their value is a fraction.
function readFraction(state: LexState, i: number, j: number): number {
  const { text, limit, out } = state;
  const from = j + 2;
  let end = from;
  while (end < limit && NUMERAL_CLASS[text.charCodeAt(end)] !== NumeralClass.None) end++;
  if (end === from) {
    while (
      end < limit &&
      (isDigitUnit(text.charCodeAt(end)) ||
        (text.charCodeAt(end) === 0x2e && isDigitUnit(text.charCodeAt(end + 1))))
    )
      end++;
  } else if (
    (text[end] === '点' || text[end] === '點') &&
    NUMERAL_CLASS[text.charCodeAt(end + 1)] === NumeralClass.Digit &&
    end + 1 < limit
  ) {
    end++;
    while (end < limit && NUMERAL_CLASS[text.charCodeAt(end)] === NumeralClass.Digit) end++;
  }
  if (end === from || end - i > 40) return j;
  out.add(i, end, end, QuantityKind.Fraction, 0, QuantityFlag.Han);
  return end;
}

// 八月十五 without 日 is a day of the lunar calendar, and so is a month after 农历.
function readHanDate(state: LexState, first: number, j: number): number {
  const { text, limit, out } = state;
  const i = first - eraBefore(state, first);
  let end = j + 1;
  if (text.charCodeAt(j) === YEAR) {
    const month = numeralEnd(state, end);
    if (month > end && text.charCodeAt(month) === 0x6708 && month < limit) end = month + 1;
    else {
      out.add(i, end, end, QuantityKind.Date, 0, QuantityFlag.Han);
      return end;
    }
  }
  const day = numeralEnd(state, end);
  if (day > end) {
    const word = text[day] ?? ' ';
    if (day < limit && '日号號'.includes(word)) end = day + 1;
    else if (day - end >= 2) return literal(state, i, day, 'lunar');
  }
  if (isLunarBefore(state, i)) return literal(state, i, end, 'lunar');
  out.add(i, end, end, QuantityKind.Date, 0, QuantityFlag.Han);
  return end;
}

function numeralEnd(state: LexState, at: number): number {
  let end = at;
  while (end < state.limit && end - at < 4 && NUMERAL_CLASS[state.text.charCodeAt(end)] !== NumeralClass.None)
    end++;
  return end;
}

function isMonthContext(state: LexState, i: number, j: number): boolean {
  const value = parseHanNumeral(state.text.slice(i, j))?.value ?? 0n;
  return value >= 1n && value <= 12n && !'饼餅球亮经經老下光嫂天'.includes(state.text[j + 1] ?? ' ');
}

const isPoint = (unit: number): boolean => unit === 0x70b9 || unit === 0x9ede;
const isApproximate = (unit: number): boolean => unit === 0x4f59 || unit === 0x9918 || unit === 0x591a;
