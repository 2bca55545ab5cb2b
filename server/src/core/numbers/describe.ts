// What a reader may want to know about a quantity: facts with labels, in the order a hover shows them.
import type { Document } from '../document/document.ts';
import { localized } from '../rule/localized.ts';
import type { Locale, Localized } from '../rule/types.ts';
import type { Span } from '../text/span.ts';
import { daysInMonth, WEEKDAYS, weekdayOf } from './calendar.ts';
import { comparedBy } from './changes.ts';
import { sentenceStart } from './context.ts';
import { readEnglish } from './english.ts';
import {
  compare,
  display,
  divide,
  type Exact,
  exact,
  HUNDRED,
  multiply,
  subtract,
  toFiniteDecimal,
} from './exact.ts';
import { lexQuantities } from './lexer.ts';
import { group, isTraditional } from './normalise.ts';
import { type Quantity, QuantityKind } from './quantities.ts';
import { type Dimension, unitNamed } from './units.ts';

export interface QuantityFact {
  readonly label: string;
  readonly text: string;
}

export interface QuantityDescription extends Span {
  readonly quantity: Quantity;
  readonly facts: readonly QuantityFact[];
}

const LABELS = {
  value: localized('Value', '数值', '數值'),
  magnitude: localized('In words of magnitude', '以万、亿计', '以萬、億計'),
  english: localized('English', '英语', '英語'),
  conversion: localized('Equals', '合', '合'),
  date: localized('Date', '日期', '日期'),
  weekday: localized('Weekday', '星期', '星期'),
  time: localized('Time', '时刻', '時刻'),
  ratio: localized('Ratio', '比值', '比值'),
  change: localized('Change', '变化', '變化'),
  literal: localized('A name, not a quantity', '编号，不是数量', '編號，不是數量'),
} satisfies Record<string, Localized>;

const WEEKDAY_NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** Units into which a quantity of each dimension is converted, where the result is exact. */
const TARGETS: Readonly<Partial<Record<Dimension, readonly string[]>>> = {
  mass: ['千克', '吨'],
  length: ['米', '公里'],
  area: ['平方米', '公顷', '亩'],
  volume: ['升', '立方米'],
  power: ['千瓦', '兆瓦'],
  energy: ['千瓦时'],
};
const TRADITIONAL: Readonly<Record<string, string>> = {
  千克: '公斤',
  吨: '公噸',
  米: '公尺',
  平方米: '平方公尺',
  公顷: '公頃',
  亩: '畝',
  立方米: '立方公尺',
  升: '公升',
  千瓦: '千瓦',
  兆瓦: '百萬瓦',
  千瓦时: '千瓦時',
};

/** The facts about the quantity at `offset`, or undefined where there is none or nothing to add. */
export function describeQuantity(
  doc: Document,
  offset: number,
  locale: Locale,
): QuantityDescription | undefined {
  const quantity = lexQuantities(doc).covering(offset);
  if (!quantity) return undefined;
  const facts: QuantityFact[] = [];
  const add = (key: keyof typeof LABELS, text: string | undefined): void => {
    if (text !== undefined) facts.push({ label: LABELS[key][locale], text });
  };
  if (quantity.kind === QuantityKind.Literal) {
    if (quantity.literal !== 'list' && quantity.literal !== 'code') add('literal', quantity.literal);
  } else if (quantity.kind === QuantityKind.Date) {
    add('date', isoDate(quantity));
    add('weekday', weekday(quantity, locale));
  } else if (quantity.kind === QuantityKind.Time) {
    add('time', clock(quantity));
  } else if (quantity.value) {
    addNumber(doc, quantity, quantity.value, add);
  }
  return facts.length === 0 ? undefined : { start: quantity.start, end: quantity.end, quantity, facts };
}

function addNumber(
  doc: Document,
  quantity: Quantity,
  value: Exact,
  add: (key: keyof typeof LABELS, text: string | undefined) => void,
): void {
  const unit = quantity.unit?.name ?? '';
  const about = quantity.isApproximate ? '≈ ' : '';
  if (quantity.kind === QuantityKind.Ratio) {
    const inverse = value.num === 0n ? undefined : divide(exact(1), value);
    add(
      'ratio',
      compare(value, exact(1)) >= 0 || !inverse ? `${display(value, 4)} : 1` : `1 : ${display(inverse, 4)}`,
    );
    return;
  }
  if (quantity.kind === QuantityKind.Fraction) {
    add('value', `${display(value, 6)} = ${display(multiply(value, HUNDRED), 4)} %`);
    return;
  }
  const plain = toFiniteDecimal(value) ?? display(value, 6);
  add('value', about + group(plain) + unit);
  const traditional = isTraditional(doc);
  add('magnitude', magnitude(value, traditional, about, unit));
  add('english', readEnglish(value));
  for (const text of conversions(quantity, value, traditional)) add('conversion', about + text);
  if (quantity.unit?.kind === 'percent') add('change', change(doc, quantity));
}

function magnitude(value: Exact, traditional: boolean, about: string, unit: string): string | undefined {
  if (compare(value, exact(10_000)) < 0) return undefined;
  const isLarge = compare(value, exact(100_000_000)) >= 0;
  const part = toFiniteDecimal(divide(value, exact(isLarge ? 100_000_000 : 10_000)));
  const name = traditional ? (isLarge ? '億' : '萬') : isLarge ? '亿' : '万';
  return part === undefined ? undefined : about + group(part) + name + unit;
}

function conversions(quantity: Quantity, value: Exact, traditional: boolean): string[] {
  const { unit } = quantity;
  if (!unit?.dimension || !unit.factor) return [];
  const base = multiply(value, unit.factor);
  const result: string[] = [];
  for (const name of TARGETS[unit.dimension] ?? []) {
    const target = unitNamed(name);
    if (!target?.factor || compare(target.factor, unit.factor) === 0) continue;
    const converted = toFiniteDecimal(divide(base, target.factor));
    if (converted === undefined || (converted.split('.')[1] ?? '').length > 6) continue;
    result.push(group(converted)! + (traditional ? (TRADITIONAL[name] ?? name) : name));
  }
  return result;
}

function change(doc: Document, percent: Quantity): string | undefined {
  const { text } = doc;
  const pair = comparedBy(text, lexQuantities(doc), percent, sentenceStart(text, percent.start));
  const from = pair?.from.value;
  const to = pair?.to.value;
  if (!pair || !from || !to || from.num <= 0n) return undefined;
  const show = (quantity: Quantity): string => text.slice(quantity.start, quantity.end);
  const result = multiply(divide(subtract(to, from), from), HUNDRED);
  return `(${show(pair.to)} − ${show(pair.from)}) / ${show(pair.from)} = ${display(result)} %`;
}

function isoDate({ date }: Quantity): string | undefined {
  if (!date) return undefined;
  const two = (part: number): string => String(part).padStart(2, '0');
  const { year, month, day } = date;
  if (year === undefined || (month !== undefined && (month < 1 || month > 12))) return undefined;
  if (month === undefined) return String(year).padStart(4, '0');
  const head = `${String(year).padStart(4, '0')}-${two(month)}`;
  return day === undefined ? head : `${head}-${two(day)}`;
}

function weekday({ date }: Quantity, locale: Locale): string | undefined {
  if (!date || date.year === undefined || date.month === undefined || date.day === undefined)
    return undefined;
  const { year, month, day } = date;
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(month, year) || year < 1583) return undefined;
  const index = weekdayOf(year, month, day);
  return locale === 'en' ? WEEKDAY_NAMES[index]! : `星期${WEEKDAYS[index]!}`;
}

function clock({ time }: Quantity): string | undefined {
  const [hour, minute = 0, second] = time ?? [];
  if (hour === undefined || hour > 24 || minute > 59) return undefined;
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${two(hour)}:${two(minute)}${second === undefined ? '' : `:${two(second)}`}`;
}
