import { isMapping } from '../../frontMatter/types.ts';
import { defineRule } from '../../rule/defineRule.ts';
import { RegionKind, Regions } from '../../scan/regionKind.ts';

export const rule = defineRule({
  meta: {
    id: 'front-matter/not-at-start',
    level: 'error',
    fix: 'safe',
    regions: Regions.frontMatter | (1 << RegionKind.Layout),
    summary: {
      en: 'Something stands before the front matter',
      'zh-CN': '文档头之前有空白',
      'zh-TW': '文件頭之前有空白',
    },
    messages: {
      found: {
        en: 'Front matter counts only from the first character of a file; after {what} every generator prints it as text. Delete what stands before it.',
        'zh-CN': '文档头必须从文件的第一个字符开始；前面有{what}，生成器会把它当作正文。应删去前面的内容。',
        'zh-TW': '文件頭必須從檔案的第一個字元開始；前面有{what}，產生器會把它當作正文。應刪去前面的內容。',
      },
      remove: {
        en: 'Delete what stands before the front matter',
        'zh-CN': '删去文档头之前的空白',
        'zh-TW': '刪去文件頭之前的空白',
      },
    },
  },
  trigger: {
    on: 'document',
    check({ doc, text, report }) {
      const block = doc.frontMatter;
      if (!block || block.atStart || !isMapping(doc.frontMatterData?.value)) return;
      const what = JSON.stringify(text.slice(0, Math.min(block.start, 12)))
        .slice(1, -1)
        .replace(/[^!-~ ]/g, codeOf);
      report({ start: 0, end: block.start, messageId: 'found', args: { what } });
    },
  },
  fix(_, { start, end }) {
    return [{ titleId: 'remove', edits: [{ start, end, text: '' }], safety: 'safe' }];
  },
});

const codeOf = (c: string): string => `U+${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
