// 年 月 日 and 时 分 秒 after an integer. A year needs four digits or an era; 3年 is a duration, 6月 a month.
import { isDigitUnit, type LexState, literal } from './lexState.ts';
import { QuantityKind } from './quantities.ts';

const YEAR = 0x5e74;
const MONTH = 0x6708;
const DAY = 0x65e5;

/** Reads a date whose first number is `[start, end)`; returns its end, or 0 when it is none. */
export function readDateTail(state: LexState, start: number, end: number): number {
  const { text, limit, out } = state;
  const word = skipSpace(text, end, limit);
  const unit = text.charCodeAt(word);
  if (word >= limit) return 0;
  let from = start;
  let stop = 0;
  if (unit === YEAR) {
    const era = eraBefore(state, start);
    const isYear = end - start === 4 && text.charCodeAt(start) !== 0x30;
    if (!isYear && era === 0) return 0;
    from = start - era;
    stop = word + 1;
    if (text[stop] === '度' || text[stop] === '级' || text[stop] === '級') return add(state, from, stop);
    const month = readPart(state, stop, MONTH);
    if (month > 0) stop = readDay(state, month) || month;
  } else if (unit === MONTH) {
    if (end - start > 2 || '龄齡薪均嫂饼餅'.includes(text[word + 1] ?? ' ')) return 0;
    stop = readDay(state, word + 1) || word + 1;
    if (isLunarBefore(state, start)) return literal(state, start, stop, 'lunar');
  } else if (unit === DAY) {
    if (end - start > 2 || '内內均产產游遊龄齡圆圓元'.includes(text[word + 1] ?? ' ')) return 0;
    stop = word + 1;
  } else return 0;
  out.add(from, stop, stop, QuantityKind.Date, 0, 0);
  return stop;
}

/** Reads a time of day whose hour is `[start, end)`; returns its end, or 0. */
export function readTimeTail(state: LexState, start: number, end: number): number {
  const { text, limit, out } = state;
  const word = skipSpace(text, end, limit);
  if (word >= limit || end - start > 2) return 0;
  const char = text[word]!;
  let stop = word + 1;
  if (char === '时' || char === '時') {
    if ('候间間代期速段空差许'.includes(text[stop] ?? ' ') && text[stop] !== '许') return 0;
  } else if (char === '点' || char === '點') {
    const clock = /(?:上午|下午|中午|凌晨|早上|晚上|傍晚|清晨|早|晚|日|号|號)$/.test(
      text.slice(Math.max(state.from, start - 2), start),
    );
    const next = text[stop] ?? ' ';
    if (!clock && !'半整钟鐘许許'.includes(next) && readMinutes(state, stop) === 0) return 0;
    if (next === '钟' || next === '鐘') stop++;
  } else return 0;
  if (text[stop] === '半') stop++;
  else stop = readMinutes(state, stop) || stop;
  out.add(start, stop, stop, QuantityKind.Time, 0, 0);
  return stop;
}

function readMinutes(state: LexState, at: number): number {
  const { text, limit } = state;
  let p = at;
  while (p < limit && p - at < 3 && isDigitUnit(text.charCodeAt(p))) p++;
  if (p === at || p - at > 2 || p >= limit || text[p] !== '分') return 0;
  return p + 1;
}

function readDay(state: LexState, at: number): number {
  return readPart(state, at, DAY) || readPart(state, at, 0x53f7) || readPart(state, at, 0x865f);
}

// One or two digits and `word`, with at most one space on either side of the digits.
function readPart(state: LexState, at: number, word: number): number {
  const { text, limit } = state;
  const start = skipSpace(text, at, limit);
  let p = start;
  while (p < limit && p - start < 3 && isDigitUnit(text.charCodeAt(p))) p++;
  if (p === start || p - start > 2) return 0;
  const end = skipSpace(text, p, limit);
  return end < limit && text.charCodeAt(end) === word ? end + 1 : 0;
}

const ERAS = ['民国', '民國', '公元', '西元'];

/** Length of an era name right before `start`, its space included; 0 for none. */
export function eraBefore(state: LexState, start: number): number {
  const { text, from } = state;
  let at = start;
  if (at > from && text.charCodeAt(at - 1) === 0x20) at--;
  const last = text.charCodeAt(at - 1);
  if (last !== 0x56fd && last !== 0x570b && last !== 0x5143) return 0;
  for (const era of ERAS)
    if (at - era.length >= Math.max(from, state.last) && text.startsWith(era, at - era.length))
      return start - at + era.length;
  return 0;
}

function add(state: LexState, from: number, end: number): number {
  state.out.add(from, end, end, QuantityKind.Date, 0, 0);
  return end;
}

const skipSpace = (text: string, at: number, limit: number): number =>
  at < limit && text.charCodeAt(at) === 0x20 ? at + 1 : at;

/** True after 农历 and its other names: months there have other lengths, and are left alone. */
export function isLunarBefore({ text, from }: LexState, at: number): boolean {
  for (let i = at - 1; i > Math.max(from, at - 12); i--) {
    const unit = text.charCodeAt(i);
    if ((unit === 0x5386 || unit === 0x66c6) && '农農阴陰夏旧舊'.includes(text[i - 1]!)) return true;
  }
  return false;
}
