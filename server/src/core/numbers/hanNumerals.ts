// Chinese numerals: positional (二〇二一), structured (一百二十三) and formal (壹佰贰拾叁), in both scripts.
// Source of the forms: GB/T 15835—2011; 廿 卅 卌 and the colloquial 一百二 = 120 from common usage.

/** What a character is inside a numeral; values index `NUMERAL_CLASS`. */
export const NumeralClass = { None: 0, Digit: 1, Multiplier: 2, Tens: 3, Pair: 4 } as const;

const DIGITS: readonly string[] = [
  '〇零',
  '一壹',
  '二贰貳',
  '三叁叄',
  '四肆',
  '五伍',
  '六陆陸',
  '七柒',
  '八捌',
  '九玖',
];
const MULTIPLIERS: readonly (readonly [string, number])[] = [
  ['十拾', 10],
  ['百佰', 100],
  ['千仟', 1000],
  ['万萬', 1e4],
  ['亿億', 1e8],
  ['兆', 1e12],
];
const TENS = '廿卅卌';

/** Value of each numeral character: 0–9, 10…10^12, 20–40; -1 for others. */
const VALUES = new Map<number, number>();
export const NUMERAL_CLASS = new Uint8Array(0x10000);
const put = (chars: string, value: number, cls: number): void => {
  for (let i = 0; i < chars.length; i++) {
    VALUES.set(chars.charCodeAt(i), value);
    NUMERAL_CLASS[chars.charCodeAt(i)] = cls;
  }
};
DIGITS.forEach((chars, value) => {
  put(chars, value, NumeralClass.Digit);
});
for (const [chars, value] of MULTIPLIERS) put(chars, value, NumeralClass.Multiplier);
[...TENS].forEach((char, index) => {
  put(char, 20 + index * 10, NumeralClass.Tens);
});
put('两兩', 2, NumeralClass.Pair);

/** Every code unit that has a class. */
export const NUMERAL_UNITS: readonly number[] = [...VALUES.keys()];

/** Longest numeral that is read; anything longer is no number. */
export const MAX_NUMERAL = 40;

export const multiplierOf = (unit: number): number => (NUMERAL_CLASS[unit] === 2 ? VALUES.get(unit)! : 0);

export interface HanNumeral {
  readonly value: bigint;
  readonly positional: boolean;
  /** True for 百 and 千万 without a digit before them: a round figure, not a count. */
  readonly headless: boolean;
}

/** Reads a numeral made of numeral characters only; undefined when they form no number (万一, 十三五, 一五一十). */
export function parseHanNumeral(text: string): HanNumeral | undefined {
  if (text.length === 0 || text.length > MAX_NUMERAL) return undefined;
  let positional = true;
  for (let i = 0; i < text.length; i++)
    if (NUMERAL_CLASS[text.charCodeAt(i)] !== NumeralClass.Digit) positional = false;
  if (positional) {
    let digits = '';
    for (let i = 0; i < text.length; i++) digits += VALUES.get(text.charCodeAt(i))!;
    return { value: BigInt(digits), positional: true, headless: false };
  }
  return parseStructured(text);
}

function parseStructured(text: string): HanNumeral | undefined {
  let total = 0;
  let section = 0;
  let digit = -1;
  let afterZero = false;
  let lastSmall = 0;
  let lastBig = 0;
  let last = 0;
  let headless = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const value = VALUES.get(unit);
    if (value === undefined) return undefined;
    const cls = NUMERAL_CLASS[unit];
    if (cls === NumeralClass.Digit || cls === NumeralClass.Pair) {
      if (value === 0) {
        if (digit >= 0 || last === 0) return undefined;
        afterZero = true;
        continue;
      }
      if (digit >= 0) return undefined;
      digit = value;
    } else if (cls === NumeralClass.Tens) {
      if (digit >= 0 || lastSmall > 0) return undefined;
      section += value;
      lastSmall = last = 10;
    } else if (value < 1e4) {
      if (lastSmall > 0 && value >= lastSmall) return undefined;
      if (digit < 0) {
        if (value !== 10 && i > 0) return undefined;
        if (value === 10 && last !== 0 && last < 1e4) return undefined;
        if (i === 0 && value > 10) headless = true;
        digit = 1;
      }
      section += digit * value;
      digit = -1;
      afterZero = false;
      lastSmall = last = value;
    } else {
      section += Math.max(digit, 0);
      if (section === 0) {
        // 万亿 multiplies what stands before it; 万 at the start is a round figure.
        if (i === 0) {
          headless = true;
          section = 1;
        } else if (last >= 1e4 && value > last && digit < 0) {
          total *= value;
          lastBig = last = value;
          continue;
        } else return undefined;
      }
      if (lastBig > 0 && value >= lastBig) {
        total = (total + section) * value;
      } else total += section * value;
      section = 0;
      digit = -1;
      afterZero = false;
      lastSmall = 0;
      lastBig = last = value;
    }
  }
  // 万一 is a word, not 11 000.
  if (headless && digit >= 0) return undefined;
  if (digit >= 0) section += last >= 100 && !afterZero ? (digit * last) / 10 : digit;
  const sum = total + section;
  return Number.isSafeInteger(sum) ? { value: BigInt(sum), positional: false, headless } : undefined;
}

/** Writes an integer below 10^16 as a structured numeral, in Simplified or Traditional characters. */
export function toHanNumeral(value: bigint, traditional: boolean): string | undefined {
  if (value < 0n || value >= 10n ** 16n) return undefined;
  if (value === 0n) return '零';
  const big = traditional ? ['', '萬', '億', '兆'] : ['', '万', '亿', '万亿'];
  const sections: number[] = [];
  for (let rest = value; rest > 0n; rest /= 10_000n) sections.push(Number(rest % 10_000n));
  let result = '';
  for (let s = sections.length - 1; s >= 0; s--) {
    const section = sections[s]!;
    if (section === 0) continue;
    const gap = result !== '' && (section < 1000 || sections[s + 1] === 0);
    result += (gap ? '零' : '') + sectionNumeral(section);
    result += s === 3 && !traditional && (sections[2] ?? 0) > 0 ? '万' : big[s]!;
  }
  return result.startsWith('一十') ? result.slice(1) : result;
}

/** Writes digits one by one, as years are written: 2021 → 二〇二一. */
export const toHanDigits = (digits: string): string =>
  digits.replace(/\d/g, digit => DIGITS[Number(digit)]![0]!);

function sectionNumeral(section: number): string {
  let result = '';
  let zero = false;
  for (const [place, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(section / place) % 10;
    if (digit === 0) {
      zero = result !== '';
      continue;
    }
    result += (zero ? '零' : '') + DIGITS[digit]![0]! + name;
    zero = false;
  }
  return result;
}
