import { defineRule } from '../../rule/defineRule.ts';
import { withoutName } from '../../rule/directiveEdit.ts';
import { RegionKind } from '../../scan/regionKind.ts';

export const rule = defineRule({
  meta: {
    id: 'suppression/unused',
    level: 'info',
    fix: 'unsafe',
    regions: 1 << RegionKind.Comment,
    summary: {
      en: 'A suppression comment that silences nothing',
      'zh-CN': '没有作用的抑制注释',
      'zh-TW': '沒有作用的抑制註解',
    },
    messages: {
      found: {
        en: 'Nothing here is reported by {rule}; the comment would hide a later defect. Delete it.',
        'zh-CN': '此处 {rule} 没有报告问题；留着这条注释会掩盖以后的缺陷。应删除。',
        'zh-TW': '此處 {rule} 沒有回報問題；留著這條註解會掩蓋以後的缺陷。應刪除。',
      },
      any: {
        en: 'Nothing here is reported; the comment would hide a later defect. Delete it.',
        'zh-CN': '此处没有问题可抑制；留着这条注释会掩盖以后的缺陷。应删除。',
        'zh-TW': '此處沒有問題可抑制；留著這條註解會掩蓋以後的缺陷。應刪除。',
      },
      remove: { en: 'Delete “{part}”', 'zh-CN': '删除“{part}”', 'zh-TW': '刪除「{part}」' },
    },
  },
  trigger: {
    on: 'suppressions',
    check({ report }, { unused }) {
      for (const { start, end, ruleId } of unused)
        report(
          ruleId === '*'
            ? { start, end, messageId: 'any' }
            : { start, end, messageId: 'found', args: { rule: ruleId } },
        );
    },
  },
  fix: ({ doc }, { start, end }) => withoutName(doc, start, end),
});
