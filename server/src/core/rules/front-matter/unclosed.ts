import { fenceOf } from '../../frontMatter/edits.ts';
import { defineRule } from '../../rule/defineRule.ts';
import { Regions } from '../../scan/regionKind.ts';
import { eolOf } from '../../text/lines.ts';

export const rule = defineRule({
  meta: {
    id: 'front-matter/unclosed',
    level: 'error',
    fix: 'unsafe',
    regions: Regions.frontMatter,
    summary: {
      en: 'Front matter without an end',
      'zh-CN': '文档头没有结束标记',
      'zh-TW': '文件頭沒有結束標記',
    },
    messages: {
      found: {
        en: '“{fence}” opens front matter and no “{fence}” closes it: the keys are printed as text, or the whole text is taken for data. Close it after the last key.',
        'zh-CN':
          '“{fence}”开始了文档头却没有“{fence}”结束：键会被印成正文，或全文被当作数据。应在最后一个键之后补上。',
        'zh-TW':
          '「{fence}」開始了文件頭卻沒有「{fence}」結束：鍵會被印成正文，或全文被當作資料。應在最後一個鍵之後補上。',
      },
      close: {
        en: 'Close the block after the last key',
        'zh-CN': '在最后一个键之后结束',
        'zh-TW': '在最後一個鍵之後結束',
      },
    },
  },
  trigger: {
    on: 'document',
    check({ doc, text, report }) {
      const block = doc.frontMatter;
      if (!block || block.closed) return;
      const fence = fenceOf(text, block);
      report({ start: block.start, end: block.start + 3, messageId: 'found', args: { fence } });
    },
  },
  fix({ doc, text }) {
    const block = doc.frontMatter;
    if (!block) return [];
    const edit = { start: block.end, end: block.end, text: `${eolOf(text)}${fenceOf(text, block)}` };
    return [{ titleId: 'close', edits: [edit], safety: 'unsafe' }];
  },
});
