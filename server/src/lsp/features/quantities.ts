// What a Chinese quantity is worth, in words for a hover and in figures for an inlay hint.
import type { InlayHint, InlayHintParams } from 'vscode-languageserver';
import {
  daysInMonth,
  display,
  type Exact,
  type Locale,
  lexQuantities,
  multiply,
  type Quantity,
  QuantityKind,
  toFiniteDecimal,
  weekdayOf,
} from '../../core/index.ts';
import { type MessageId, say } from '../messages.ts';
import type { Session, Snapshot } from '../session.ts';

/** Markdown lines about the quantity at an offset; none where there is none, or nothing to say. */
export function describeQuantity(
  { doc }: Snapshot,
  offset: number,
  locale: Locale,
): { readonly quantity: Quantity; readonly lines: string[] } | undefined {
  const quantity = lexQuantities(doc).covering(offset);
  if (!quantity || quantity.kind === QuantityKind.Literal || quantity.kind === QuantityKind.Period)
    return undefined;
  const lines =
    quantity.kind === QuantityKind.Date ? dateLines(quantity, locale) : valueLines(quantity, locale);
  return lines.length > 0 ? { quantity, lines } : undefined;
}

function valueLines({ value, unit, isApproximate }: Quantity, locale: Locale): string[] {
  if (!value) return [];
  const about = isApproximate ? say(locale, 'about') : '';
  const name = unit ? ` ${unit.name}` : '';
  const lines = [`**${about}${grouped(value)}${name}**`];
  const base = unit?.dimension && BASE[unit.dimension];
  if (base && unit.factor) {
    if (unit.name !== base)
      lines.push(`= ${about}${group(display(multiply(value, unit.factor), 3))} ${base}`);
  }
  return lines;
}

/** The unit to which others of its dimension are converted. */
const BASE: Readonly<Record<string, string>> = {
  mass: 'g',
  length: 'm',
  area: 'm²',
  volume: 'L',
  energy: 'J',
  power: 'W',
};

function dateLines({ date }: Quantity, locale: Locale): string[] {
  if (!date) return [];
  const { year, month, day } = date;
  if (year === undefined || month === undefined || day === undefined) return [];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(month, year)) return [];
  const iso = `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`;
  const weekday = say(locale, `weekday${weekdayOf(year, month, day)}` as MessageId);
  return [`**${iso}** ${weekday}`];
}

const pad = (n: number): string => String(n).padStart(2, '0');

/** Hints for figures whose value does not stand there as it is read: 3.5万, 一千二百. */
export async function inlayHints(session: Session, params: InlayHintParams): Promise<InlayHint[]> {
  const snapshot = await session.snapshot(params.textDocument.uri);
  if (snapshot?.state !== 'checked' || !snapshot.editor.inlayHints) return [];
  const { doc, positions } = snapshot;
  const { start, end } = positions.span(params.range);
  const quantities = lexQuantities(doc);
  const hints: InlayHint[] = [];
  for (let i = quantities.firstAfter(start); i < quantities.count && quantities.starts[i]! < end; i++) {
    if (quantities.kinds[i] !== QuantityKind.Number) continue;
    const { value, valueEnd, start: from } = quantities.at(i);
    const written = doc.text.slice(from, valueEnd);
    if (!value || written.length < 2 || !/[十百千万萬亿億兆分]/.test(written)) continue;
    hints.push({ position: positions.position(valueEnd), label: grouped(value), paddingLeft: true });
  }
  return hints;
}

const grouped = (value: Exact): string => group(toFiniteDecimal(value) ?? display(value, 4));

const group = (decimal: string): string => {
  const [whole, fraction] = decimal.split('.');
  const spaced = whole!.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction ? `${spaced}.${fraction}` : spaced;
};
