import type { Document } from '../../document/document.ts';
import { defineRule } from '../../rule/defineRule.ts';
import { RegionKind, Regions } from '../../scan/regionKind.ts';

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
        'zh-CN': '文件既无正文也无文档头，却会计作一篇文档。应补回内容或移除。',
        'zh-TW': '檔案既無正文也無文件頭，卻會計作一篇文件。應補回內容或移除。',
      },
    },
  },
  trigger: {
    on: 'document',
    check({ doc, text, report }) {
      if (!doc.frontMatter && doc.blocks.length === 0 && isBlank(doc))
        report({ start: 0, end: text.length, messageId: 'found' });
    },
  },
});

// Tags and comments say nothing; a picture does.
function isBlank({ text, regions }: Document): boolean {
  let from = 0;
  for (let r = 0; r < regions.count; r++) {
    const [start, end, kind] = [regions.starts[r]!, regions.endOf(r), regions.kinds[r]];
    const isMarkup = kind === RegionKind.HtmlTag || kind === RegionKind.Comment;
    if (isMarkup && MEDIA.test(text.slice(start, end))) return false;
    if (!isMarkup && SEEN.test(text.slice(from, end))) return false;
    from = end;
  }
  return true;
}

const SEEN = /[^\s\u3000\u200b\u2060\ufeff]/;
const MEDIA = /<(?:img|video|audio|iframe|svg|canvas|object|embed|picture|input|form|script|math)\b/i;
