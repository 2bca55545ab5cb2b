import { defineRule } from '../../rule/defineRule.ts';
import { Regions } from '../../scan/regionKind.ts';

export const rule = defineRule({
  meta: {
    id: 'front-matter/executable',
    level: 'error',
    fix: 'none',
    regions: Regions.frontMatter,
    summary: {
      en: 'Front matter that is a program',
      'zh-CN': '可执行的文档头',
      'zh-TW': '可執行的文件頭',
    },
    messages: {
      found: {
        en: '“{info}” makes site generators run this block as a program. It is never run here. Write the data as YAML.',
        'zh-CN': '“{info}”会让站点生成器把这一段当作程序执行。本工具从不执行它。请改写为 YAML 数据。',
        'zh-TW': '「{info}」會讓網站產生器把這一段當作程式執行。本工具從不執行它。請改寫為 YAML 資料。',
      },
    },
  },
  trigger: {
    on: 'document',
    check({ doc, report }) {
      const block = doc.frontMatter;
      if (block?.language !== 'executable') return;
      const end = doc.text.indexOf(block.info, block.start) + block.info.length;
      report({ start: block.start, end, messageId: 'found', args: { info: block.info } });
    },
  },
});
