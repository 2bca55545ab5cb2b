// The two figures that a stated change is made of, found by the words between them.
import { type Quantity, QuantityKind, type QuantityList } from './quantities.ts';

const TO = /^[^。；;]{0,24}?(?:到|至|[为為])$/;

export interface Pair {
  readonly from: Quantity;
  readonly to: Quantity;
}

/** The figures that `percent` compares, when the sentence from `floor` on says which they are. */
export const comparedBy = (
  text: string,
  list: QuantityList,
  percent: Quantity,
  floor: number,
): Pair | undefined => fromTo(text, list, percent, floor) ?? bracketed(text, list, percent, floor);

// 由92起降至22起，下降76%
function fromTo(text: string, list: QuantityList, percent: Quantity, floor: number): Pair | undefined {
  const to = numberBefore(list, percent.index, floor);
  const from = to && numberBefore(list, to.index, floor);
  if (!from || !comparable(from, to) || percent.start - to.end > 14) return undefined;
  if (!TO.test(text.slice(from.end, to.start)) || /[，。；\d]/.test(text.slice(to.end + 1, percent.start)))
    return undefined;
  const opening = text.slice(Math.max(floor, from.start - 24), from.start);
  return /[由从從自](?:[^，。；;]{0,20})$/.test(opening) ? { from, to } : undefined;
}

// 22起，同比下降76%（2019年92起） · 比上年的92起下降76% · 比2019年的92起下降76%
function bracketed(text: string, list: QuantityList, percent: Quantity, floor: number): Pair | undefined {
  const before = numberBefore(list, percent.index, floor);
  if (!before || percent.start - before.end > 16) return undefined;
  const after = numberAfter(list, percent.index, percent.end + 16);
  if (after && comparable(after, before)) {
    const opening = text.slice(percent.end, after.start);
    if (/^[（(](?:上年|去年|\d{4}年)(?:同期)?[为為是]?$/.test(opening) && /[）)]/.test(text[after.end] ?? ''))
      return { from: after, to: before };
  }
  const to = numberBefore(list, before.index, floor);
  if (!to || !comparable(before, to)) return undefined;
  const between = text.slice(to.end, before.start);
  return /^[，,（(]?[比较較](?:上年|去年)(?:同期)?的?$|^[，,（(]?[比较較]\d{4}年(?:同期)?的$/.test(between)
    ? { from: before, to }
    : undefined;
}

const comparable = (a: Quantity, b: Quantity): boolean =>
  a.unit === b.unit && !a.isApproximate && !b.isApproximate && !a.isHan && !b.isHan;

const isCount = (kind: number): boolean => kind === QuantityKind.Number || kind === QuantityKind.Ordinal;

/** The last count before `index` that starts at or after `floor`. */
export function numberBefore(list: QuantityList, index: number, floor: number): Quantity | undefined {
  for (let i = index - 1; i >= 0 && list.starts[i]! >= floor; i--)
    if (isCount(list.kinds[i]!)) return list.at(i);
  return undefined;
}

function numberAfter(list: QuantityList, index: number, limit: number): Quantity | undefined {
  for (let i = index + 1; i < list.count && list.ends[i]! <= limit; i++)
    if (isCount(list.kinds[i]!)) return list.at(i);
  return undefined;
}
