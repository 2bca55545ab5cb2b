import type { Document } from '../../document/document.ts';
import { defineRule } from '../../rule/defineRule.ts';
import type { Report } from '../../rule/types.ts';
import { RegionKind, Regions } from '../../scan/regionKind.ts';

/** Blank lines in a row that are still usual between sections. */
const MOST = 2;

export const rule = defineRule({
  meta: {
    id: 'structure/excess-blank-lines',
    level: 'info',
    fix: 'safe',
    regions: Regions.all,
    anyLanguage: true,
    summary: {
      en: 'Too many blank lines, or no line break at the end',
      'zh-CN': '空行过多，或文末缺少换行',
      'zh-TW': '空行過多，或文末缺少換行',
    },
    messages: {
      leading: {
        en: '{count} blank lines before the text; readers of front matter and titles start at the first line. Delete them.',
        'zh-CN': '正文之前有 {count} 个空行，读取文档头与标题的程序从第一行开始。应删去。',
        'zh-TW': '正文之前有 {count} 個空行，讀取文件頭與標題的程式從第一行開始。應刪去。',
      },
      run: {
        en: '{count} blank lines in a row, left over from removed images or columns. Keep one.',
        'zh-CN': '连续 {count} 个空行，多为删去图片或分栏所遗。只留一个。',
        'zh-TW': '連續 {count} 個空行，多為刪去圖片或分欄所遺。只留一個。',
      },
      final: {
        en: 'No line break at the end of the file; tools that join files run the last line into the next file. Add one.',
        'zh-CN': '文件末尾没有换行，合并文件时末行会与下一文件相连。应补上。',
        'zh-TW': '檔案末尾沒有換行，合併檔案時末行會與下一檔案相連。應補上。',
      },
      remove: { en: 'Delete the blank lines', 'zh-CN': '删去空行', 'zh-TW': '刪去空行' },
      add: { en: 'Add a line break', 'zh-CN': '补上换行', 'zh-TW': '補上換行' },
    },
    options: {
      requireFinalLineBreak: {
        type: 'boolean',
        default: true,
        description: {
          en: 'Whether a text ends with a line break, as files do; records of a data set do not, and “corpus-lint filter” asks none of them',
          'zh-CN': '文末是否须有换行。文件须有；数据集中的记录不须有，“corpus-lint filter”亦不要求',
          'zh-TW': '文末是否須有換行。檔案須有；資料集中的記錄不須有，「corpus-lint filter」亦不要求',
        },
      },
    },
  },
  trigger: {
    on: 'document',
    check({ doc, options, report }) {
      // White space between the elements of a page is of no consequence.
      if (doc.format === 'html' || doc.text.trim() === '') return;
      blankRuns(doc, report);
      if (!options.requireFinalLineBreak) return;
      const last = doc.source.lines.starts.at(-1)!;
      if (doc.text.slice(last).trim() !== '')
        report({ start: doc.text.length, end: doc.text.length, messageId: 'final' });
    },
  },
  fix({ doc, text }, { start, end, messageId }) {
    const newline = /\r\n/.test(text.slice(0, 10_000)) ? '\r\n' : '\n';
    if (messageId === 'final')
      return [{ titleId: 'add', edits: [{ start, end, text: newline }], safety: 'safe' }];
    const keep = messageId === 'leading' || end === doc.text.length ? '' : newline;
    return [{ titleId: 'remove', edits: [{ start, end, text: keep }], safety: 'safe' }];
  },
});

function blankRuns(doc: Document, report: (report: Report) => void): void {
  const { text } = doc;
  const { starts } = doc.source.lines;
  // The front matter's own rule deletes what stands before its fence.
  const afterFence = doc.frontMatter && !doc.frontMatter.atStart;
  for (let line = 0; line < starts.length; ) {
    const first = line;
    while (line < starts.length && isBlank(text, starts[line]!, starts[line + 1] ?? text.length)) line++;
    const count = line - first;
    if (count === 0) {
      line++;
      continue;
    }
    const start = starts[first]!;
    const end = starts[line] ?? text.length;
    if (end === start || (first > 0 && count <= MOST)) continue;
    if (first === 0 && afterFence) continue;
    const kind = doc.regions.kindAt(start);
    if (kind === RegionKind.Layout || kind === RegionKind.Prose)
      report({ start, end, messageId: first === 0 ? 'leading' : 'run', args: { count } });
  }
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c > 32 && c !== 0x3000 && c !== 0xa0) return false;
  }
  return true;
}
