// What the server says by itself; what rules say stands in the rules.
import { fillIn, type Locale, type Localized, type MessageArgs } from '../core/index.ts';

const MESSAGES = {
  more: {
    en: '{count} more findings of {rule} are not shown. Raise corpusLint.maxFindingsPerRule, or mend them all with “Fix all”.',
    'zh-CN': '{rule} 另有 {count} 条未显示。可调高 corpusLint.maxFindingsPerRule，或用“全部修复”处理。',
    'zh-TW': '{rule} 另有 {count} 筆未顯示。可調高 corpusLint.maxFindingsPerRule，或用「全部修復」處理。',
  },
  fault: {
    en: 'The rule {rule} failed and was left out: {message}',
    'zh-CN': '规则 {rule} 出错，已略过：{message}',
    'zh-TW': '規則 {rule} 出錯，已略過：{message}',
  },
  writeNumber: {
    en: 'Write the figure as {text}',
    'zh-CN': '将此数写作 {text}',
    'zh-TW': '將此數寫作 {text}',
  },
  writeNumbers: {
    en: 'Write all figures like {example}',
    'zh-CN': '将全文数字写作 {example} 的形式',
    'zh-TW': '將全文數字寫作 {example} 的形式',
  },
  fixAll: {
    en: 'Fix all safe findings (Corpus Lint)',
    'zh-CN': '修复所有可安全修复的问题（语料校勘）',
    'zh-TW': '修復所有可安全修復的問題（語料校勘）',
  },
  fixRule: {
    en: 'Fix all {count} findings of {rule} in this file',
    'zh-CN': '修复本文件中 {rule} 的全部 {count} 处',
    'zh-TW': '修復本檔案中 {rule} 的全部 {count} 處',
  },
  repairEncoding: {
    en: 'Repair all encoding damage in this file ({count})',
    'zh-CN': '修复本文件中的全部编码损坏（{count} 处）',
    'zh-TW': '修復本檔案中的全部編碼損壞（{count} 處）',
  },
  joinParagraphs: {
    en: 'Join all broken paragraphs in this file ({count})',
    'zh-CN': '接合本文件中所有被断开的段落（{count} 处）',
    'zh-TW': '接合本檔案中所有被斷開的段落（{count} 處）',
  },
  ignoreLine: {
    en: 'Ignore {rule} here',
    'zh-CN': '此处忽略 {rule}',
    'zh-TW': '此處忽略 {rule}',
  },
  ignoreFile: {
    en: 'Ignore {rule} in this file',
    'zh-CN': '本文件忽略 {rule}',
    'zh-TW': '本檔案忽略 {rule}',
  },
  openPage: {
    en: 'Explain {rule}',
    'zh-CN': '查看 {rule} 的说明',
    'zh-TW': '查看 {rule} 的說明',
  },
  reopen: {
    en: 'Reopen with encoding {encoding}',
    'zh-CN': '以 {encoding} 编码重新打开',
    'zh-TW': '以 {encoding} 編碼重新開啟',
  },
  lens: { en: 'Findings: {count}', 'zh-CN': '问题：{count}', 'zh-TW': '問題：{count}' },
  lensFix: {
    en: 'Findings: {count} · fix {fixable} safely',
    'zh-CN': '问题：{count} · 安全修复 {fixable} 处',
    'zh-TW': '問題：{count} · 安全修復 {fixable} 處',
  },
  unwrapped: {
    en: 'Open the address inside',
    'zh-CN': '打开其中的原地址',
    'zh-TW': '開啟其中的原位址',
  },
  repair: { en: 'Repair', 'zh-CN': '修复', 'zh-TW': '修復' },
  fmDate: { en: 'Date: {date}', 'zh-CN': '日期：{date}', 'zh-TW': '日期：{date}' },
  fmGenerator: {
    en: 'Site generators (js-yaml) read: `{value}`',
    'zh-CN': '网站生成器（js-yaml）读作：`{value}`',
    'zh-TW': '網站產生器（js-yaml）讀作：`{value}`',
  },
  fmYaml11: {
    en: 'YAML 1.1 reads: `{value}`',
    'zh-CN': 'YAML 1.1 读作：`{value}`',
    'zh-TW': 'YAML 1.1 讀作：`{value}`',
  },
  hanTraditional: { en: 'Traditional: {forms}', 'zh-CN': '繁体：{forms}', 'zh-TW': '繁體：{forms}' },
  hanSimplified: { en: 'Simplified: {forms}', 'zh-CN': '简体：{forms}', 'zh-TW': '簡體：{forms}' },
  hanTaiwan: { en: 'Taiwan: {forms}', 'zh-CN': '台湾：{forms}', 'zh-TW': '臺灣：{forms}' },
  hanHongKong: { en: 'Hong Kong: {forms}', 'zh-CN': '香港：{forms}', 'zh-TW': '香港：{forms}' },
  hanJapanese: { en: 'Japanese: {forms}', 'zh-CN': '日本：{forms}', 'zh-TW': '日本：{forms}' },
  hanLevel: {
    en: 'Table of General Standard Chinese Characters, level {level}',
    'zh-CN': '《通用规范汉字表》{level} 级字',
    'zh-TW': '《通用規範漢字表》{level} 級字',
  },
  'stat.characters': { en: 'Characters', 'zh-CN': '字符', 'zh-TW': '字元' },
  'stat.han': { en: 'Han characters', 'zh-CN': '汉字', 'zh-TW': '漢字' },
  'stat.words': { en: 'Words', 'zh-CN': '词', 'zh-TW': '詞' },
  'stat.sentences': { en: 'Sentences', 'zh-CN': '句', 'zh-TW': '句' },
  'stat.paragraphs': { en: 'Paragraphs', 'zh-CN': '段落', 'zh-TW': '段落' },
  'stat.headings': { en: 'Headings', 'zh-CN': '标题', 'zh-TW': '標題' },
  'stat.numbers': { en: 'Figures', 'zh-CN': '数字', 'zh-TW': '數字' },
  'stat.script': { en: 'Script', 'zh-CN': '字形', 'zh-TW': '字形' },
  'stat.width': { en: 'Punctuation', 'zh-CN': '标点', 'zh-TW': '標點' },
  'stat.damage': {
    en: 'Damage (errors and warnings for 1,000 characters)',
    'zh-CN': '损坏程度（每千字符的错误与警告）',
    'zh-TW': '損壞程度（每千字元的錯誤與警告）',
  },
  'script.simplified': { en: 'Simplified', 'zh-CN': '简体', 'zh-TW': '簡體' },
  'script.traditional': { en: 'Traditional', 'zh-CN': '繁体', 'zh-TW': '繁體' },
  'script.mixed': { en: 'mixed', 'zh-CN': '繁简混用', 'zh-TW': '繁簡混用' },
  'script.unknown': { en: 'unknown', 'zh-CN': '未知', 'zh-TW': '未知' },
  'width.full': { en: 'full-width', 'zh-CN': '全角', 'zh-TW': '全形' },
  'width.half': { en: 'half-width', 'zh-CN': '半角', 'zh-TW': '半形' },
  'width.folded': {
    en: 'folded: half-width but for 。 and 、',
    'zh-CN': '被折半：除。、外均为半角',
    'zh-TW': '被折半：除。、外均為半形',
  },
  'width.mixed': { en: 'mixed', 'zh-CN': '混用', 'zh-TW': '混用' },
  'width.unknown': { en: 'unknown', 'zh-CN': '未知', 'zh-TW': '未知' },
} as const satisfies Record<string, Localized>;

export type MessageId = keyof typeof MESSAGES;

export const say = (locale: Locale, id: MessageId, args?: MessageArgs): string =>
  fillIn(MESSAGES[id][locale], args);

/** All of them, for the test that every language has every text. */
export const SERVER_MESSAGES: Readonly<Record<string, Localized>> = MESSAGES;
