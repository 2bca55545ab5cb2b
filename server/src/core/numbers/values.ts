// From the characters of one figure to its value. The lexer has already decided what the figure is and where it ends.
import { add, divide, type Exact, exact, multiply, parseDecimal } from './exact.ts';
import { multiplierOf, parseHanNumeral } from './hanNumerals.ts';

/** A date as written; any part may be missing, and none has been checked. */
export interface CalendarDate {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
}

const FRACTION_KIND = 2;
const RATIO_KIND = 3;

/** Value of a figure of a QuantityKind up to Ratio; undefined when it has none (百余, 几十). */
export function readValue(figure: string, kind: number): Exact | undefined {
  const plain = toAsciiDigits(figure).replace(/[\s第]/g, '');
  if (kind === FRACTION_KIND) return readFraction(plain);
  if (kind === RATIO_KIND) {
    const terms = plain.split(/[:：比∶]/).map(readNumber);
    const [first, second] = terms;
    return first && second && second.num !== 0n ? divide(first, second) : undefined;
  }
  return readNumber(plain);
}

/** Half a unit of the last stated digit: 3.5万 stands for 3.45万 to 3.55万; a plain integer is exact. */
export function roundingOf(figure: string): Exact {
  const plain = toAsciiDigits(figure).replace(/[\s,，第]/g, '');
  const match = /^[-+−－]?\d+(?:\.(\d+))?([十百千万萬亿億兆]*)[余餘多来來几幾]?([十百千万萬亿億兆]*)$/.exec(
    plain,
  );
  if (!match) return exact(0);
  let scale = exact(1);
  for (const char of match[2]! + match[3]!) scale = multiply(scale, exact(multiplierOf(char.charCodeAt(0))));
  const places = match[1]?.length ?? 0;
  if (places === 0 && scale.num === 1n) return exact(0);
  return divide(scale, exact(2n * 10n ** BigInt(places)));
}

export function readNumber(plain: string): Exact | undefined {
  if (plain.length === 0 || plain.length > 80) return undefined;
  const negative = /^[-−－]/.test(plain);
  const text = plain.replace(/^[-−－+＋]/, '').replace(/[余餘多来來几幾]/g, '');
  const value = /\d/.test(text) ? readMixed(text) : readHan(text);
  return value && negative ? exact(-value.num, value.den) : value;
}

// 1亿2000万, 3万5千, 37,306, 3.5万: each decimal is multiplied by the multipliers after it, and the parts are added.
function readMixed(text: string): Exact | undefined {
  let total: Exact | undefined;
  const part = /([\d,]+(?:\.\d+)?)([十拾百佰千仟万萬亿億兆]*)/y;
  while (part.lastIndex < text.length) {
    const match = part.exec(text);
    if (!match) return undefined;
    let value = parseDecimal(match[1]!.replace(/,/g, ''));
    if (!value) return undefined;
    for (const char of match[2]!) value = multiply(value, exact(multiplierOf(char.charCodeAt(0))));
    total = total ? add(total, value) : value;
  }
  return total;
}

function readHan(text: string): Exact | undefined {
  const decimal = /^([^点點]+)[点點]([〇零一二三四五六七八九]+)([十百千万萬亿億兆]*)$/.exec(text);
  if (decimal) {
    const head = parseHanNumeral(decimal[1]!);
    const tail = parseHanNumeral(decimal[2]!);
    if (!head || !tail) return undefined;
    let value = add(exact(head.value), exact(tail.value, 10n ** BigInt(decimal[2]!.length)));
    for (const char of decimal[3]!) value = multiply(value, exact(multiplierOf(char.charCodeAt(0))));
    return value;
  }
  const numeral = parseHanNumeral(text);
  return numeral ? exact(numeral.value) : undefined;
}

function readFraction(plain: string): Exact | undefined {
  const slash = /^(\d{1,30})[/⁄](\d{1,30})$/.exec(plain);
  if (slash) return BigInt(slash[2]!) === 0n ? undefined : exact(BigInt(slash[1]!), BigInt(slash[2]!));
  const parts = /^(.*)分之(.*)$/.exec(plain);
  if (!parts) return undefined;
  const whole =
    parts[1]! === '百'
      ? exact(100)
      : parts[1]! === '千'
        ? exact(1000)
        : parts[1]! === '万' || parts[1]! === '萬'
          ? exact(10_000)
          : readNumber(parts[1]!);
  const part = parts[2] === '百' ? exact(100) : readNumber(parts[2]!);
  return whole && part && whole.num !== 0n ? divide(part, whole) : undefined;
}

/** The parts of a date in any of its writings; ROC years (民國110年) are turned into years of the common era. */
export const readDate = (text: string): CalendarDate | undefined => readPlainDate(text) ?? readAnyDate(text);

// 2021年6月26日, 2021-06-26 and their parts: nearly every date is one of these, and every date is judged.
function readPlainDate(text: string): CalendarDate | undefined {
  let year: number | undefined;
  let month: number | undefined;
  let day: number | undefined;
  let value = 0;
  let digits = 0;
  let separator = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x30 && unit <= 0x39) {
      value = value * 10 + unit - 0x30;
      digits++;
      continue;
    }
    if (unit === 0x20) continue;
    if (digits === 0) return undefined;
    if (unit === 0x5e74) year = value;
    else if (unit === 0x6708) month = value;
    else if (unit === 0x65e5 || unit === 0x53f7 || unit === 0x865f) day = value;
    else if ((unit === 0x2d || unit === 0x2f || unit === 0x2e) && (separator === 0 || separator === unit)) {
      if (separator === 0) year = value;
      else month = value;
      separator = unit;
    } else return undefined;
    value = 0;
    digits = 0;
  }
  if (separator !== 0) day = value;
  else if (digits > 0) return undefined;
  if (year === undefined && month === undefined && day === undefined) return undefined;
  return dateOf(year, month, day);
}

// Without spreads, which make objects that are slow to make and to read.
function dateOf(year: number | undefined, month: number | undefined, day: number | undefined): CalendarDate {
  const date: { year?: number; month?: number; day?: number } = {};
  if (year !== undefined) date.year = year;
  if (month !== undefined) date.month = month;
  if (day !== undefined) date.day = day;
  return date;
}

function readAnyDate(text: string): CalendarDate | undefined {
  const plain = toAsciiDigits(text).replace(/\s/g, '');
  const separator = plain[4];
  const numeric =
    (separator === '-' || separator === '/' || separator === '.') &&
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})/.exec(plain);
  if (numeric) return { year: +numeric[1]!, month: +numeric[3]!, day: +numeric[4]! };
  const event = plain.length < 6 && /^(\d{1,2})[·‧・](\d{1,2})$/.exec(plain);
  if (event) return { month: +event[1]!, day: +event[2]! };
  const words =
    /^(民国|民國|公元|西元)?(?:([\d〇零○一二三四五六七八九十百]+)年)?(?:([\d一二三四五六七八九十]+)月)?(?:([\d一二三四五六七八九十廿卅]+)[日号號])?/.exec(
      plain,
    );
  if (!words || (!words[2] && !words[3] && !words[4])) return undefined;
  const number = (part: string | undefined): number | undefined => {
    if (!part) return undefined;
    const value = /^\d+$/.test(part)
      ? Number(part)
      : Number(parseHanNumeral(part.replace(/○/g, '〇'))?.value ?? Number.NaN);
    return Number.isNaN(value) ? undefined : value;
  };
  const stated = number(words[2]);
  const isRoc = words[1] === '民国' || words[1] === '民國';
  const year = stated === undefined ? undefined : isRoc ? stated + 1911 : stated;
  const month = number(words[3]);
  const day = number(words[4]);
  return dateOf(year, month, day);
}

export function readTime(figure: string): readonly number[] {
  const plain = toAsciiDigits(figure).replace(/\s/g, '');
  const parts = plain.match(/\d+|[一二三四五六七八九十廿]+/g) ?? [];
  const numbers = parts.map(part =>
    /^\d+$/.test(part) ? Number(part) : Number(parseHanNumeral(part)?.value ?? 0n),
  );
  return /半/.test(plain) ? [...numbers.slice(0, 1), 30] : numbers;
}

/** Full-width digits, separators and signs as ASCII. */
export const toAsciiDigits = (text: string): string =>
  /[\uff00-\uff5e]/.test(text)
    ? text.replace(/[０-９．，：％／]/g, char => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    : text;
