import { compare, exact } from '../../numbers/exact.ts';
import { lexQuantities } from '../../numbers/lexer.ts';
import { type Quantity, QuantityKind, type QuantityList } from '../../numbers/quantities.ts';
import { defineRule } from '../../rule/defineRule.ts';
import type { Report } from '../../rule/types.ts';
import { Regions } from '../../scan/regionKind.ts';

const SIGNS = '~～—–－-至';

export const rule = defineRule({
  meta: {
    id: 'number/bad-range',
    level: 'warning',
    fix: 'unsafe',
    regions: Regions.prose,
    summary: {
      en: 'A range that runs backwards or can be misread',
      'zh-CN': '数值范围颠倒或有歧义',
      'zh-TW': '數值範圍顛倒或有歧義',
    },
    messages: {
      backwards: {
        en: '“{range}” runs from more to less; the ends are exchanged or a digit is wrong. Check the source.',
        'zh-CN': '“{range}”前大后小，两端颠倒或数字有误。请核对原文。',
        'zh-TW': '「{range}」前大後小，兩端顛倒或數字有誤。請核對原文。',
      },
      ambiguous: {
        en: '“{range}”: does “{magnitude}” hold for the first figure too? Write it for both: {plain}.',
        'zh-CN': '“{range}”：前一个数是否也以“{magnitude}”计不清楚。应写全：{plain}。',
        'zh-TW': '「{range}」：前一個數是否也以「{magnitude}」計不清楚。應寫全：{plain}。',
      },
      swap: { en: 'Exchange the ends', 'zh-CN': '交换两端', 'zh-TW': '交換兩端' },
      repeat: { en: 'Write {plain}', 'zh-CN': '改为 {plain}', 'zh-TW': '改為 {plain}' },
    },
  },
  trigger: {
    on: 'document',
    check({ doc, text, report }) {
      const list = lexQuantities(doc);
      for (let i = 0; i + 1 < list.count; i++) {
        if (!isRange(text, list, i)) continue;
        const found = judge(text, list.at(i), list.at(i + 1));
        if (found) report(found);
      }
    },
  },
  fix({ text }, { start, end, data, messageId }) {
    const plain = String(data);
    const titleId = messageId === 'backwards' ? 'swap' : 'repeat';
    return text.slice(start, end) === plain
      ? []
      : [{ titleId, args: { plain }, edits: [{ start, end, text: plain }], safety: 'unsafe' }];
  },
});

function isRange(text: string, list: QuantityList, i: number): boolean {
  const end = list.ends[i]!;
  if (list.starts[i + 1]! !== end + 1 || !SIGNS.includes(text[end]!)) return false;
  // One of a chain (1-2-3) or of a code is no range.
  return !(list.starts[i + 2] === list.ends[i + 1]! + 1 && SIGNS.includes(text[list.ends[i + 1]!]!));
}

function judge(text: string, first: Quantity, second: Quantity): Report | undefined {
  const { start } = first;
  const before = text.slice(Math.max(0, start - 4), start);
  if (/[-−－—~～.A-Za-z]$|零下$|[负負前第]$|BC$/.test(before) || first.isHan || second.isHan)
    return undefined;
  return (
    judgeYears(text, first, second) ?? judgeAmbiguity(text, first, second) ?? judgeOrder(text, first, second)
  );
}

function judgeYears(text: string, first: Quantity, second: Quantity): Report | undefined {
  const to = second.date;
  if (second.kind !== QuantityKind.Date || !to?.year || to.month !== undefined) return undefined;
  if (first.kind !== QuantityKind.Number && first.kind !== QuantityKind.Date) return undefined;
  const written = /^(\d{4})年?$/.exec(text.slice(first.start, first.end));
  if (!written || !/^\d{4}年$/.test(text.slice(second.start, second.end))) return undefined;
  const from = Number(written[1]);
  if (from < 1000 || from > 2200 || to.year > 2200 || from <= to.year) return undefined;
  const range = text.slice(first.start, second.end);
  const between = text.slice(first.start + 4, second.start);
  return {
    start: first.start,
    end: second.end,
    messageId: 'backwards',
    args: { range },
    data: `${to.year}${between}${from}年`,
  };
}

// Only with a unit that says these are amounts: 3—1 is a score, 5～4级 a falling wind, 11—3月 a winter.
function judgeOrder(text: string, first: Quantity, second: Quantity): Report | undefined {
  if (first.kind !== QuantityKind.Number || second.kind !== QuantityKind.Number) return undefined;
  const kind = second.unit?.kind;
  if (kind !== 'percent' && kind !== 'measure' && kind !== 'currency') return undefined;
  if (
    kind === 'percent'
      ? first.unit?.kind !== 'percent'
      : first.unit !== undefined && first.unit !== second.unit
  )
    return undefined;
  const from = first.value;
  const to = second.value;
  if (!from || !to || from.num < 0n || to.num < 0n || compare(from, to) <= 0) return undefined;
  const figure = text.slice(second.start, second.valueEnd);
  if (/[^\d.,]/.test(figure) || /[^\d.,]/.test(text.slice(first.start, first.valueEnd))) return undefined;
  if (/[-至]/.test(text[first.end]!)) return undefined;
  const range = text.slice(first.start, second.end);
  const [larger, between, unit] = [
    text.slice(first.start, first.valueEnd),
    text.slice(first.valueEnd, second.start),
    text.slice(second.valueEnd, second.end),
  ];
  return {
    start: first.start,
    end: second.end,
    messageId: 'backwards',
    args: { range },
    data: figure + between + larger + unit,
  };
}

function judgeAmbiguity(text: string, first: Quantity, second: Quantity): Report | undefined {
  if (first.kind !== QuantityKind.Number || second.kind !== QuantityKind.Number || first.unit)
    return undefined;
  const sign = text[first.end]!;
  const plainFirst = text.slice(first.start, first.valueEnd);
  const magnitude = /^\d+(?:\.\d+)?([万萬亿億]+)$/.exec(text.slice(second.start, second.valueEnd))?.[1];
  if (!magnitude || sign === '至' || !/^\d+(?:\.\d+)?$/.test(plainFirst)) return undefined;
  if (!first.value || compare(first.value, exact(1000)) >= 0) return undefined;
  const range = text.slice(first.start, second.valueEnd);
  const plain = plainFirst + magnitude + sign + text.slice(second.start, second.valueEnd);
  return {
    start: first.start,
    end: second.valueEnd,
    messageId: 'ambiguous',
    level: 'info',
    args: { range, magnitude, plain },
    data: plain,
  };
}
