import { defineRule } from '../../rule/defineRule.ts';
import { Regions } from '../../scan/regionKind.ts';

export const rule = defineRule({
  meta: {
    id: 'structure/empty',
    level: 'warning',
    fix: 'none',
    regions: Regions.all,
    anyLanguage: true,
    summary: { en: 'A file without text', 'zh-CN': '文件没有内容', 'zh-TW': '檔案沒有內容' },
    messages: {
      found: {
        en: 'The file holds neither text nor front matter; it counts as a document and says nothing. Restore or remove it.',
        'zh-CN': '文件既无正文也无首部，却会计作一篇文档。应补回内容或移除。',
        'zh-TW': '檔案既無正文也無首部，卻會計作一篇文件。應補回內容或移除。',
      },
    },
  },
  trigger: {
    on: 'document',
    check({ doc, text, report }) {
      if (!doc.frontMatter && doc.blocks.length === 0 && isBlank(text))
        report({ start: 0, end: text.length, messageId: 'found' });
    },
  },
});

const isBlank = (text: string): boolean => !/[^\s\u3000\u200b\u2060\ufeff]/.test(text);
