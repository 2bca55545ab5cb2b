import { Junction } from '../../punctuation/prose.ts';
import { defineRule } from '../../rule/defineRule.ts';
import { Regions } from '../../scan/regionKind.ts';
import { sidesOf, spacingOf } from '../../spacing/spacing.ts';

export const rule = defineRule({
  meta: {
    id: 'spacing/han-latin',
    level: 'off',
    fix: 'safe',
    regions: Regions.body,
    summary: {
      en: 'Spacing between Han and Latin letters or figures, as configured',
      'zh-CN': '汉字与西文、数字之间的空格不合配置',
      'zh-TW': '漢字與西文、數字之間的空格不合設定',
    },
    messages: {
      missing: {
        en: 'No space between “{before}” and “{after}”; the configuration requires one. Insert it.',
        'zh-CN': '“{before}”与“{after}”之间没有空格，配置要求有。应补上。',
        'zh-TW': '「{before}」與「{after}」之間沒有空格，設定要求有。應補上。',
      },
      extra: {
        en: 'A space between “{before}” and “{after}”; the configuration forbids it. Delete it.',
        'zh-CN': '“{before}”与“{after}”之间有空格，配置不允许。应删除。',
        'zh-TW': '「{before}」與「{after}」之間有空格，設定不允許。應刪除。',
      },
      insert: { en: 'Insert a space', 'zh-CN': '加上空格', 'zh-TW': '加上空格' },
      remove: { en: 'Delete the space', 'zh-CN': '删除空格', 'zh-TW': '刪除空格' },
    },
    options: {
      space: {
        type: 'string',
        enum: ['require', 'forbid'],
        default: 'require',
        description: {
          en: 'Whether a space stands between Han and Latin letters or figures',
          'zh-CN': '汉字与西文、数字之间是否空格',
          'zh-TW': '漢字與西文、數字之間是否空格',
        },
      },
    },
  },
  trigger: {
    on: 'document',
    check({ doc, text, options, report }) {
      const { count, at, kind, spaced } = doc.share(spacingOf);
      const wanted = options.space === 'forbid' ? 0 : 1;
      for (let j = 0; j < count; j++) {
        if (kind[j] === Junction.HanHan || kind[j] === Junction.Date || spaced[j] === wanted) continue;
        const place = at[j]!;
        const sides = sidesOf(text, place, spaced[j]!);
        if (!sides) continue;
        const { before, after } = sides;
        if (wanted === 1)
          report({ start: sides.start, end: sides.end, messageId: 'missing', args: { before, after } });
        else report({ start: place, end: place + 1, messageId: 'extra', args: { before, after } });
      }
    },
  },
  fix({ text }, { start, end }) {
    const at = start + (text.codePointAt(start)! > 0xffff ? 2 : 1);
    return text[start] === ' '
      ? [{ titleId: 'remove', edits: [{ start, end, text: '' }], safety: 'safe' }]
      : [{ titleId: 'insert', edits: [{ start: at, end: at, text: ' ' }], safety: 'safe' }];
  },
});
