import { Mark, marksOf } from '../../punctuation/marks.ts';
import { pairsOf } from '../../punctuation/pairs.ts';
import { Partner } from '../../punctuation/partner.ts';
import { quoteStyleOf } from '../../punctuation/quoteStyle.ts';
import { defineRule } from '../../rule/defineRule.ts';
import { Regions } from '../../scan/regionKind.ts';

// Outer marks by kind of opener, and what they become in a document of either style.
const STYLE_OF: Readonly<Record<number, string>> = {
  [Mark.DoubleOpen]: 'curly',
  [Mark.CornerOpen]: 'corner',
  [Mark.InnerCornerOpen]: 'white-corner',
  [Mark.SingleOpen]: 'single',
};
const OPENERS = Object.keys(STYLE_OF).map(Number);
const OUTER: Readonly<Record<string, readonly [string, string]>> = {
  curly: ['“', '”'],
  corner: ['「', '」'],
  'white-corner': ['『', '』'],
};

export const rule = defineRule({
  meta: {
    id: 'punctuation/quote-style',
    level: 'info',
    fix: 'unsafe',
    regions: Regions.prose,
    summary: {
      en: 'Quotation marks of another style than the rest of the text',
      'zh-CN': '引号样式与全文不一致',
      'zh-TW': '引號樣式與全文不一致',
    },
    messages: {
      found: {
        en: '{mark} round a quotation, where this text uses {open}{close}. Use the same marks throughout.',
        'zh-CN': '此处用{mark}作外层引号，而全文用{open}{close}。应统一。',
        'zh-TW': '此處用{mark}作外層引號，而全文用{open}{close}。應統一。',
      },
      replace: {
        en: 'Replace with {open}{close}',
        'zh-CN': '改为{open}{close}',
        'zh-TW': '改為{open}{close}',
      },
    },
  },
  trigger: {
    on: 'document',
    check({ doc, text, report }) {
      const marks = doc.share(marksOf);
      if (OPENERS.filter(kind => marks.counts[kind]! > 0).length < 2) return;
      const style = doc.share(quoteStyleOf).style;
      const outer = style && OUTER[style];
      if (!outer) return;
      const { count, kind, at } = marks;
      const { of, nested } = doc.share(pairsOf);
      const [open, close] = outer;
      for (let m = 0; m < count; m++) {
        const own = STYLE_OF[kind[m]!];
        const partner = of[m]!;
        if (own === undefined || own === style || nested[m] === 1 || partner <= Partner.None) continue;
        const start = at[m]!;
        const end = at[partner]! + 1;
        report({
          start,
          end,
          messageId: 'found',
          args: { mark: text[start]! + text[end - 1]!, open, close },
          data: [open, close],
        });
      }
    },
  },
  fix(_, { start, end, data }) {
    const [open, close] = data as [string, string];
    return [
      {
        titleId: 'replace',
        args: { open, close },
        edits: [
          { start, end: start + 1, text: open },
          { start: end - 1, end, text: close },
        ],
        safety: 'unsafe',
      },
    ];
  },
});
