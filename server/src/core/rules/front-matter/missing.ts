import { insertFrontMatter } from '../../frontMatter/draft.ts';
import { defineRule } from '../../rule/defineRule.ts';
import { Regions } from '../../scan/regionKind.ts';

export const rule = defineRule({
  meta: {
    id: 'front-matter/missing',
    level: 'off',
    fix: 'unsafe',
    regions: Regions.all,
    anyLanguage: true,
    summary: {
      en: 'A report without front matter',
      'zh-CN': '缺少文档头',
      'zh-TW': '缺少文件頭',
    },
    messages: {
      found: {
        en: 'The configuration wants front matter in every report, and this one has none. Add a block with title and date.',
        'zh-CN': '按配置每份报告都应有文档头，此处没有。应加上标题和日期。',
        'zh-TW': '按設定每份報告都應有文件頭，此處沒有。應加上標題和日期。',
      },
      insert: {
        en: 'Insert front matter',
        'zh-CN': '插入文档头',
        'zh-TW': '插入文件頭',
      },
    },
    options: {
      keys: {
        type: 'array',
        items: { type: 'string' },
        default: ['title', 'date'],
        description: {
          en: 'Keys that the inserted block holds, with a value where the text gives one.',
          'zh-CN': '插入的文档头所含的键；文中有的，一并填入其值。',
          'zh-TW': '插入的文件頭所含的鍵；文中有的，一併填入其值。',
        },
      },
    },
  },
  trigger: {
    on: 'document',
    check({ doc, text, report }) {
      if (doc.frontMatter || doc.format === 'html' || doc.blocks.length === 0) return;
      const start = doc.blocks[0]!.start;
      const line = /^[^\r\n]{0,80}/.exec(text.slice(start, start + 80))![0].trimEnd().length;
      report({ start, end: start + line, messageId: 'found' });
    },
  },
  fix({ doc, options }) {
    const keys = Array.isArray(options.keys) ? options.keys.map(String) : [];
    const edit = insertFrontMatter(doc, keys);
    return edit ? [{ titleId: 'insert', edits: [edit], safety: 'unsafe' }] : [];
  },
});
