import { defineRule } from '../../rule/defineRule.ts';
import { withoutName } from '../../rule/directiveEdit.ts';
import { RegionKind } from '../../scan/regionKind.ts';

export const rule = defineRule({
  meta: {
    id: 'suppression/unknown-rule',
    level: 'info',
    fix: 'unsafe',
    regions: 1 << RegionKind.Comment,
    summary: {
      en: 'A suppression comment that names no rule',
      'zh-CN': '抑制注释里的规则名不存在',
      'zh-TW': '抑制註解裡的規則名不存在',
    },
    messages: {
      found: {
        en: 'There is no rule “{rule}”, so this silences nothing. Correct the name or delete it.',
        'zh-CN': '没有名为“{rule}”的规则，这里什么也抑制不了。应更正或删除。',
        'zh-TW': '沒有名為「{rule}」的規則，這裡什麼也抑制不了。應更正或刪除。',
      },
      remove: { en: 'Delete “{part}”', 'zh-CN': '删除“{part}”', 'zh-TW': '刪除「{part}」' },
    },
  },
  trigger: {
    on: 'suppressions',
    check({ report }, { unknown }) {
      for (const { start, end, ruleId } of unknown)
        report({ start, end, messageId: 'found', args: { rule: ruleId } });
    },
  },
  fix: ({ doc }, { start, end }) => withoutName(doc, start, end),
});
