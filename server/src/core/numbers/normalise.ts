// Rewriting quantities in one style. Values stay exact: a figure that the style cannot say exactly is left as it is,
// and `rounded`, which may lose digits, is offered for one quantity at a time only.
import type { Document } from '../document/document.ts';
import type { TextEdit } from '../text/edits.ts';
import { compare, divide, type Exact, exact, isInteger, toFiniteDecimal, toFixed } from './exact.ts';
import { toHanNumeral } from './hanNumerals.ts';
import { lexQuantities } from './lexer.ts';
import { type Quantity, QuantityKind } from './quantities.ts';

/** 37,306 · 37306 · 3.7306万 · 三万七千三百零六. */
export const NUMBER_STYLES = ['grouped', 'plain', 'wan', 'han'] as const;
export type NumberStyle = (typeof NUMBER_STYLES)[number];

const WAN = exact(10_000);
const YI = exact(100_000_000);

/** The edit that writes a quantity in a style; undefined when it has that form already or cannot take it. */
export function normaliseQuantity(
  doc: Document,
  quantity: Quantity,
  style: NumberStyle | 'rounded',
): TextEdit | undefined {
  if (quantity.kind !== QuantityKind.Number || quantity.isApproximate) return undefined;
  const { value, start, valueEnd, unit } = quantity;
  if (!value || value.num < 0n) return undefined;
  const written = doc.text.slice(start, valueEnd);
  const isSymbol = unit !== undefined && /^[\x20-\x7e²³μ°℃Ω]+$/.test(unit.name);
  // 3千米 is three thousand metres in the unit 千米; 3.5万 kg is said so by nobody.
  if (isSymbol && (style === 'han' || style === 'wan')) return undefined;
  if (unit?.kind === 'percent' || unit?.kind === 'permille') return undefined;
  const text = write(value, style, isTraditional(doc));
  return text === undefined || text === written ? undefined : { start, end: valueEnd, text };
}

/** Edits that write every quantity with a unit in `style`; years, names and approximate figures stay as they are. */
export function normaliseNumbers(doc: Document, style: NumberStyle): TextEdit[] {
  const edits: TextEdit[] = [];
  for (const quantity of lexQuantities(doc)) {
    if (quantity.unit === undefined && !/[万萬亿億,]/.test(doc.text.slice(quantity.start, quantity.valueEnd)))
      continue;
    // Idioms such as 一个 and short spans of time keep their numerals.
    if (quantity.isHan && quantity.valueEnd - quantity.start === 1) continue;
    if (style === 'han' && quantity.unit?.kind === 'duration' && !quantity.isHan) continue;
    const edit = normaliseQuantity(doc, quantity, style);
    if (edit) edits.push(edit);
  }
  return edits;
}

function write(value: Exact, style: NumberStyle | 'rounded', traditional: boolean): string | undefined {
  switch (style) {
    case 'plain':
      return toFiniteDecimal(value);
    case 'grouped':
      return group(toFiniteDecimal(value));
    case 'han':
      return isInteger(value) ? toHanNumeral(value.num, traditional) : undefined;
    case 'wan':
      return inMagnitude(value, traditional, part => toFiniteDecimal(part)) ?? toFiniteDecimal(value);
    case 'rounded':
      return inMagnitude(value, traditional, part => toFixed(part, 2).replace(/\.?0+$/, ''));
  }
}

function inMagnitude(
  value: Exact,
  traditional: boolean,
  show: (part: Exact) => string | undefined,
): string | undefined {
  if (compare(value, WAN) < 0) return undefined;
  const isLarge = compare(value, YI) >= 0;
  const part = show(divide(value, isLarge ? YI : WAN));
  const name = traditional ? (isLarge ? '億' : '萬') : isLarge ? '亿' : '万';
  return part === undefined ? undefined : part + name;
}

/** Groups of three before the decimal point; four digits and more. */
export function group(decimal: string | undefined): string | undefined {
  if (decimal === undefined) return undefined;
  const [whole, fraction] = decimal.split('.');
  const grouped = whole!.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

export const isTraditional = (doc: Document): boolean =>
  doc.expectations.script === 'traditional' ||
  (doc.expectations.script !== 'simplified' && doc.counts.traditionalOnly > doc.counts.simplifiedOnly);
