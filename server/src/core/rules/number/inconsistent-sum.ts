import { sentenceEnd } from '../../numbers/context.ts';
import { add, display, type Exact, equals } from '../../numbers/exact.ts';
import { lexQuantities } from '../../numbers/lexer.ts';
import { type Quantity, QuantityKind, type QuantityList } from '../../numbers/quantities.ts';
import { defineRule } from '../../rule/defineRule.ts';
import { Regions } from '../../scan/regionKind.ts';

const TOTAL = /(?:一共|共计|共計|合计|合計|总计|總計|总共|總共|共[^，。；\d]{0,10})$/;
/** Words by which a list says that it is complete. */
const COMPLETE = /分别|分別|分[为為成]|其余|其餘|男[^。；]*女|组成|組成/;

export const rule = defineRule({
  meta: {
    id: 'number/inconsistent-sum',
    level: 'off',
    fix: 'none',
    regions: Regions.prose,
    summary: {
      en: 'Parts that do not add up to their total',
      'zh-CN': '分项之和与总数不符',
      'zh-TW': '分項之和與總數不符',
    },
    messages: {
      found: {
        en: '{parts} = {sum}; the total is stated as {total}. One of the figures is wrong, or the list is not complete.',
        'zh-CN': '{parts} = {sum}，总数作{total}。数字有误，或所列不全。',
        'zh-TW': '{parts} = {sum}，總數作{total}。數字有誤，或所列不全。',
      },
      part: { en: 'one of the parts', 'zh-CN': '分项', 'zh-TW': '分項' },
    },
  },
  trigger: {
    on: 'document',
    check({ doc, text, report }) {
      const list = lexQuantities(doc);
      for (let i = 0; i < list.count; i++) {
        if (list.kinds[i] !== QuantityKind.Number || list.units[i] === 0) continue;
        const start = list.starts[i]!;
        if (!TOTAL.test(text.slice(Math.max(0, start - 14), start))) continue;
        const total = list.at(i);
        const parts = partsOf(text, list, total);
        if (!parts || !total.value || total.isApproximate) continue;
        const sum = parts.reduce<Exact>((acc, part) => add(acc, part.value!), { num: 0n, den: 1n });
        if (equals(sum, total.value)) continue;
        report({
          start: total.start,
          end: total.end,
          messageId: 'found',
          args: {
            parts: parts.map(part => text.slice(part.start, part.valueEnd)).join(' + '),
            sum: display(sum, 4),
            total: text.slice(total.start, total.end),
          },
          related: parts.map(({ start: a, end }) => ({ start: a, end, messageId: 'part' })),
        });
      }
    },
  },
});

// The quantities of the same unit after the total, if the sentence says that they are all there are.
function partsOf(text: string, list: QuantityList, total: Quantity): Quantity[] | undefined {
  const end = sentenceEnd(text, total.end);
  if (!COMPLETE.test(text.slice(total.end, end))) return undefined;
  const parts: Quantity[] = [];
  for (let i = total.index + 1; i < list.count && list.ends[i]! <= end; i++) {
    const part = list.at(i);
    if (part.kind !== QuantityKind.Number) continue;
    if (part.unit !== total.unit || part.isApproximate || !part.value) return undefined;
    parts.push(part);
  }
  return parts.length >= 2 ? parts : undefined;
}
