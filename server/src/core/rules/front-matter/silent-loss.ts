import { quoted } from '../../frontMatter/edits.ts';
import { lossAt, lossesOf } from '../../frontMatter/losses.ts';
import { defineRule } from '../../rule/defineRule.ts';
import type { Repair } from '../../rule/types.ts';
import { Regions } from '../../scan/regionKind.ts';

export const rule = defineRule({
  meta: {
    id: 'front-matter/silent-loss',
    level: 'warning',
    fix: 'safe',
    regions: Regions.frontMatter,
    summary: {
      en: 'A value that readers quietly change',
      'zh-CN': '读取时被悄悄改变的值',
      'zh-TW': '讀取時被悄悄改變的值',
    },
    messages: {
      both: {
        en: '{written} is read as {generator} by gray-matter (js-yaml 3) and by YAML 1.1 (Ruby, PyYAML). Quote it to keep it as typed.',
        'zh-CN':
          'gray-matter（js-yaml 3）和 YAML 1.1（Ruby、PyYAML）都把 {written} 读作 {generator}。加引号方能保持原样。',
        'zh-TW':
          'gray-matter（js-yaml 3）和 YAML 1.1（Ruby、PyYAML）都把 {written} 讀作 {generator}。加引號方能保持原樣。',
      },
      each: {
        en: '{written} is read as {generator} by gray-matter (js-yaml 3), as {yaml11} by YAML 1.1 (Ruby, PyYAML). Quote it to keep it as typed.',
        'zh-CN':
          'gray-matter（js-yaml 3）把 {written} 读作 {generator}，YAML 1.1（Ruby、PyYAML）读作 {yaml11}。加引号方能保持原样。',
        'zh-TW':
          'gray-matter（js-yaml 3）把 {written} 讀作 {generator}，YAML 1.1（Ruby、PyYAML）讀作 {yaml11}。加引號方能保持原樣。',
      },
      generator: {
        en: '{written} is read as {generator} by gray-matter (js-yaml 3, JSON.parse); YAML 1.1 (Ruby, PyYAML) keeps it. Quote it to keep it everywhere.',
        'zh-CN':
          'gray-matter（js-yaml 3、JSON.parse）把 {written} 读作 {generator}；YAML 1.1（Ruby、PyYAML）保持原样。加引号方能处处一致。',
        'zh-TW':
          'gray-matter（js-yaml 3、JSON.parse）把 {written} 讀作 {generator}；YAML 1.1（Ruby、PyYAML）保持原樣。加引號方能處處一致。',
      },
      yaml11: {
        en: '{written} is read as {yaml11} by YAML 1.1 (Ruby, PyYAML); gray-matter (js-yaml 3) keeps the text {generator}. Say which is meant.',
        'zh-CN':
          'YAML 1.1（Ruby、PyYAML）把 {written} 读作 {yaml11}；gray-matter（js-yaml 3）保留文字 {generator}。应写明所指。',
        'zh-TW':
          'YAML 1.1（Ruby、PyYAML）把 {written} 讀作 {yaml11}；gray-matter（js-yaml 3）保留文字 {generator}。應寫明所指。',
      },
      zero: {
        en: '{written}: gray-matter (js-yaml 3) and YAML 1.1 (Ruby, PyYAML) keep the text, readers of YAML 1.2 drop the zero and read {generator}. Quote it to keep it as typed.',
        'zh-CN':
          '{written}：gray-matter（js-yaml 3）和 YAML 1.1（Ruby、PyYAML）保留文字，YAML 1.2 的程序去掉零而读作 {generator}。加引号方能保持原样。',
        'zh-TW':
          '{written}：gray-matter（js-yaml 3）和 YAML 1.1（Ruby、PyYAML）保留文字，YAML 1.2 的程式去掉零而讀作 {generator}。加引號方能保持原樣。',
      },
      cut: {
        en: '“ #” begins a comment: gray-matter (js-yaml 3) and YAML 1.1 (Ruby, PyYAML) read {generator}. Quote the value to keep all of it.',
        'zh-CN':
          '“空格加 #”是注释的开始：gray-matter（js-yaml 3）和 YAML 1.1（Ruby、PyYAML）都只读到 {generator}。加引号方能保全。',
        'zh-TW':
          '「空格加 #」是註解的開始：gray-matter（js-yaml 3）和 YAML 1.1（Ruby、PyYAML）都只讀到 {generator}。加引號方能保全。',
      },
      key: {
        en: 'The key {written} is read as {yaml11} by YAML 1.1 (Ruby, PyYAML); gray-matter (js-yaml 3) keeps the text. Quote it.',
        'zh-CN':
          'YAML 1.1（Ruby、PyYAML）把键 {written} 读作 {yaml11}；gray-matter（js-yaml 3）保留文字。应加引号。',
        'zh-TW':
          'YAML 1.1（Ruby、PyYAML）把鍵 {written} 讀作 {yaml11}；gray-matter（js-yaml 3）保留文字。應加引號。',
      },
      quote: { en: 'Quote: {value}', 'zh-CN': '加引号：{value}', 'zh-TW': '加引號：{value}' },
      write: { en: 'Write {value}', 'zh-CN': '改为 {value}', 'zh-TW': '改為 {value}' },
    },
  },
  trigger: {
    on: 'document',
    check({ doc, report }) {
      for (const { start, end, kind, written, generator, yaml11 } of lossesOf(doc))
        report({ start, end, messageId: kind, args: { written, generator, yaml11 } });
    },
  },
  fix({ doc }, { start, end }) {
    const loss = lossAt(doc, start);
    if (!loss) return [];
    const value = doc.frontMatter?.language === 'json' ? JSON.stringify(loss.written) : quoted(loss.written);
    const repair = (titleId: string, to: string): Repair => ({
      titleId,
      args: { value: to },
      edits: [{ start, end, text: to }],
      safety: loss.isCertain ? 'safe' : 'unsafe',
    });
    const quote = repair('quote', value);
    return loss.boolean === undefined ? [quote] : [repair('write', String(loss.boolean)), quote];
  },
});
