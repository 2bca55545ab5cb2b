import type { Document } from '../../document/document.ts';
import { defineRule } from '../../rule/defineRule.ts';
import { RegionKind, Regions } from '../../scan/regionKind.ts';
import { CharClass, CLASS_OF } from '../../text/charClass.ts';
import type { Span } from '../../text/span.ts';

// Blank space inside code, raw HTML text and mathematics may carry meaning.
const REGIONS = Regions.all & ~((1 << RegionKind.Code) | (1 << RegionKind.Math));

export const rule = defineRule({
  meta: {
    id: 'spacing/trailing',
    level: 'info',
    fix: 'safe',
    regions: REGIONS,
    anyLanguage: true,
    summary: {
      en: 'Blank space at the end of a line',
      'zh-CN': '行尾空格',
      'zh-TW': '行尾空格',
    },
    messages: {
      found: {
        en: 'Blank space at the end of the line: invisible, and it shows up as a change in every comparison. Delete it.',
        'zh-CN': '行尾有空白：看不见，比对文本时却总是差异。应删除。',
        'zh-TW': '行尾有空白：看不見，比對文字時卻總是差異。應刪除。',
      },
      remove: {
        en: 'Delete the blank space',
        'zh-CN': '删除行尾空白',
        'zh-TW': '刪除行尾空白',
      },
    },
  },
  trigger: {
    on: 'document',
    check({ doc, text, report }) {
      const { starts } = doc.source.lines;
      const found: Span[] = [];
      for (let line = 0; line < starts.length; line++) {
        const from = starts[line]!;
        let end = line + 1 < starts.length ? starts[line + 1]! : text.length;
        while (end > from && isLineBreak(text.charCodeAt(end - 1))) end--;
        if (end === from || !isBlank(text.charCodeAt(end - 1))) continue;
        let start = end - 1;
        while (start > from && isBlank(text.charCodeAt(start - 1))) start--;
        if (!isHardBreak(doc, line, start, end)) found.push({ start, end });
      }
      // White space at the end of a line is not content in HTML; a generator that leaves it does so all over.
      const body = doc.frontMatter?.end ?? 0;
      const isHabit =
        doc.format === 'html' && found.filter(({ start }) => start >= body).length > MOST_IN_HTML;
      for (const { start, end } of found)
        if (!isHabit || start < body) report({ start, end, messageId: 'found' });
    },
  },
  fix: (_, { start, end }) => [{ titleId: 'remove', edits: [{ start, end, text: '' }], safety: 'safe' }],
});

const MOST_IN_HTML = 3;

const isLineBreak = (unit: number): boolean => unit === 10 || unit === 13;

function isBlank(unit: number): boolean {
  const cls = CLASS_OF[unit];
  return cls === CharClass.Space || cls === CharClass.Tab || cls === CharClass.SpecialSpace;
}

// CommonMark 6.7: two or more spaces at the end of a line that its paragraph goes on after.
function isHardBreak(doc: Document, line: number, start: number, end: number): boolean {
  if (doc.format !== 'markdown' || end - start < 2) return false;
  const next = doc.source.lines.starts[line + 1];
  if (next === undefined) return false;
  for (let i = start; i < end; i++) if (doc.text.charCodeAt(i) !== 32) return false;
  const index = doc.blockIndexAt(start);
  const block = doc.blocks[index];
  return (
    block !== undefined &&
    (block.kind === 'paragraph' || block.kind === 'list' || block.kind === 'quote') &&
    block.contentStart < start &&
    next < block.contentEnd
  );
}
