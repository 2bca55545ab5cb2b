import { fullwidthProblems } from '../../frontMatter/fullwidth.ts';
import { defineRule } from '../../rule/defineRule.ts';
import { Regions } from '../../scan/regionKind.ts';

export const rule = defineRule({
  meta: {
    id: 'front-matter/fullwidth-syntax',
    level: 'error',
    fix: 'safe',
    regions: Regions.frontMatter,
    summary: {
      en: 'Full-width characters in the place of YAML’s own',
      'zh-CN': '文档头语法用了全角字符',
      'zh-TW': '文件頭語法用了全形字元',
    },
    messages: {
      colon: {
        en: '“：” after a key is text to YAML: the key and its value are lost. Write a half-width colon and a space.',
        'zh-CN': '键后的“：”对 YAML 只是文字，键和值都会丢失。应写半角冒号加空格。',
        'zh-TW': '鍵後的「：」對 YAML 只是文字，鍵和值都會遺失。應寫半形冒號加空格。',
      },
      separator: {
        en: '“{mark}” does not part the items of a list: YAML reads one item. Write a half-width comma and a space.',
        'zh-CN': '“{mark}”不能分隔列表各项，YAML 会读成一项。应写半角逗号加空格。',
        'zh-TW': '「{mark}」不能分隔列表各項，YAML 會讀成一項。應寫半形逗號加空格。',
      },
      bracket: {
        en: 'A full-width bracket opens no list in YAML. Write a half-width one.',
        'zh-CN': '全角方括号在 YAML 中不表示列表。应用半角。',
        'zh-TW': '全形方括號在 YAML 中不表示列表。應用半形。',
      },
      quotes: {
        en: '“{mark}” does not quote in YAML: it becomes part of the value. Write straight quotation marks.',
        'zh-CN': '“{mark}”在 YAML 中不是引号，会成为值的一部分。应用直引号。',
        'zh-TW': '「{mark}」在 YAML 中不是引號，會成為值的一部分。應用直引號。',
      },
      comment: {
        en: '“＃” begins no comment in YAML. Write a half-width “#”.',
        'zh-CN': '“＃”在 YAML 中不表示注释。应写半角“#”。',
        'zh-TW': '「＃」在 YAML 中不表示註解。應寫半形「#」。',
      },
      dash: {
        en: '“－” begins no list item in YAML. Write a hyphen and a space.',
        'zh-CN': '“－”在 YAML 中不表示列表项。应写连字符加空格。',
        'zh-TW': '「－」在 YAML 中不表示列表項。應寫連字號加空格。',
      },
      indent: {
        en: 'Full-width or no-break space as indentation is text to YAML. Indent with ordinary spaces.',
        'zh-CN': '全角空格或不换行空格不能用作缩进，YAML 视为文字。应用普通空格。',
        'zh-TW': '全形空格或不換行空格不能用作縮排，YAML 視為文字。應用普通空格。',
      },
      space: {
        en: 'After a key’s colon YAML wants an ordinary space; this one is text. Write an ordinary space.',
        'zh-CN': '键的冒号后须用普通空格，此处的空格会被当作文字。应改为普通空格。',
        'zh-TW': '鍵的冒號後須用普通空格，此處的空格會被當作文字。應改為普通空格。',
      },
      replace: {
        en: 'Write the half-width form',
        'zh-CN': '改为半角',
        'zh-TW': '改為半形',
      },
    },
  },
  trigger: {
    on: 'document',
    check({ doc, text, report }) {
      for (const { start, end, kind, repair } of fullwidthProblems(doc))
        report({ start, end, messageId: kind, args: { mark: text[start]! }, data: repair });
    },
  },
  fix(_, { start, end, data }) {
    return typeof data === 'string'
      ? [{ titleId: 'replace', edits: [{ start, end, text: data }], safety: 'safe' }]
      : [];
  },
});
