import { findGlosses } from '../../encoding/gloss.ts';
import { findShifts, isCertain } from '../../encoding/shifts.ts';
import { defineRule } from '../../rule/defineRule.ts';
import { Regions } from '../../scan/regionKind.ts';

export const rule = defineRule({
  meta: {
    id: 'encoding/shifted-gbk',
    level: 'error',
    fix: 'safe',
    regions: Regions.all,
    summary: {
      en: 'GBK text read one byte late',
      'zh-CN': 'GBK 文字错位一个字节',
      'zh-TW': 'GBK 文字錯位一個位元組',
    },
    messages: {
      found: {
        en: '“{damaged}” was “{repaired}”: a filter cut into its GBK bytes, and the rest was read one byte late. Restore it.',
        'zh-CN': '“{damaged}”原为“{repaired}”：过滤程序切断了 GBK 字节，其后错位一个字节。应复原。',
        'zh-TW': '「{damaged}」原為「{repaired}」：過濾程式切斷了 GBK 位元組，其後錯位一個位元組。應復原。',
      },
      restore: { en: 'Restore “{repaired}”', 'zh-CN': '复原为“{repaired}”', 'zh-TW': '復原為「{repaired}」' },
    },
  },
  trigger: {
    on: 'document',
    check({ doc, text, report }) {
      const { damaged: isGlossed } = doc.share(findGlosses);
      for (const shift of doc.share(findShifts)) {
        const { start, end, tail, text: repaired } = shift;
        const args = { damaged: text.slice(start, end), repaired };
        // A reading behind the run is a finding of its own, which this repair mends as well.
        const shown = isGlossed ? tail : end;
        report({
          start,
          end: shown,
          messageId: 'found',
          args,
          data: { repaired, certain: isCertain(shift), end },
        });
      }
    },
  },
  fix(_, { start, data }) {
    const { repaired, certain, end } = data as { repaired: string; certain: boolean; end: number };
    return [
      {
        titleId: 'restore',
        args: { repaired },
        edits: [{ start, end, text: repaired }],
        safety: certain ? 'safe' : 'unsafe',
      },
    ];
  },
});
