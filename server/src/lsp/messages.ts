// What the server says by itself; what rules say stands in the rules.
import { fillIn, type Locale, type Localized, localized, type MessageArgs } from '../core/index.ts';

const MESSAGES = {
  more: localized(
    '{count} more findings of {rule} are not shown. Raise corpusLint.maxFindingsPerRule, or apply all safe fixes.',
    '{rule} 另有 {count} 条未显示。可调高 corpusLint.maxFindingsPerRule，或修复所有可安全修复的问题。',
    '{rule} 另有 {count} 筆未顯示。可調高 corpusLint.maxFindingsPerRule，或修復所有可安全修復的問題。',
  ),
  fault: localized(
    'The rule {rule} failed and was left out: {message}',
    '规则 {rule} 出错，已略过：{message}',
    '規則 {rule} 出錯，已略過：{message}',
  ),
  writeNumber: localized('Write the figure as {text}', '将此数写作 {text}', '將此數寫作 {text}'),
  writeNumbers: localized(
    'Write all figures like {example}',
    '将全文数字写作 {example} 的形式',
    '將全文數字寫作 {example} 的形式',
  ),
  fixAll: localized(
    'Apply all safe fixes (Corpus Lint)',
    '修复所有可安全修复的问题（语料校勘）',
    '修復所有可安全修復的問題（語料校勘）',
  ),
  fixRule: localized(
    'Fix all {count} findings of {rule} in this file',
    '修复本文件中 {rule} 的全部 {count} 处',
    '修復本檔案中 {rule} 的全部 {count} 處',
  ),
  repairEncoding: localized(
    'Repair all encoding damage in this file ({count})',
    '修复本文件中的全部编码损坏（{count} 处）',
    '修復本檔案中的全部編碼損壞（{count} 處）',
  ),
  joinParagraphs: localized(
    'Join all broken paragraphs in this file ({count})',
    '接合本文件中所有被断开的段落（{count} 处）',
    '接合本檔案中所有被斷開的段落（{count} 處）',
  ),
  ignoreLine: localized('Ignore {rule} here', '此处忽略 {rule}', '此處忽略 {rule}'),
  ignoreFile: localized('Ignore {rule} in this file', '本文件忽略 {rule}', '本檔案忽略 {rule}'),
  openPage: localized('Explain {rule}', '查看 {rule} 的说明', '查看 {rule} 的說明'),
  reopen: localized(
    'Reopen with encoding {encoding}',
    '以 {encoding} 编码重新打开',
    '以 {encoding} 編碼重新開啟',
  ),
  lens: localized('Findings: {count}', '问题：{count}', '問題：{count}'),
  lensFix: localized(
    'Findings: {count} · fix {fixable} safely',
    '问题：{count} · 安全修复 {fixable} 处',
    '問題：{count} · 安全修復 {fixable} 處',
  ),
  unwrapped: localized('Open the address inside', '打开其中的原地址', '開啟其中的原位址'),
  repair: localized('Repair: {change}', '修复：{change}', '修復：{change}'),
  fact: localized('{label}: **{text}**', '{label}：**{text}**', '{label}：**{text}**'),
  fmDate: localized('Date: {date}', '日期：{date}', '日期：{date}'),
  fmGenerator: localized(
    'Site generators (js-yaml) read: `{value}`',
    '网站生成器（js-yaml）读作：`{value}`',
    '網站產生器（js-yaml）讀作：`{value}`',
  ),
  fmYaml11: localized('YAML 1.1 reads: `{value}`', 'YAML 1.1 读作：`{value}`', 'YAML 1.1 讀作：`{value}`'),
  hanTraditional: localized('Traditional: {forms}', '繁体：{forms}', '繁體：{forms}'),
  hanSimplified: localized('Simplified: {forms}', '简体：{forms}', '簡體：{forms}'),
  hanTaiwan: localized('Taiwan: {forms}', '台湾：{forms}', '臺灣：{forms}'),
  hanHongKong: localized('Hong Kong: {forms}', '香港：{forms}', '香港：{forms}'),
  hanJapanese: localized('Japanese: {forms}', '日本：{forms}', '日本：{forms}'),
  hanLevel: localized(
    'Table of General Standard Chinese Characters, level {level}',
    '《通用规范汉字表》{level} 级字',
    '《通用規範漢字表》{level} 級字',
  ),
  'stat.characters': localized('Characters', '字符', '字元'),
  'stat.han': localized('Han characters', '汉字', '漢字'),
  'stat.words': localized('Words', '词', '詞'),
  'stat.sentences': localized('Sentences', '句', '句'),
  'stat.paragraphs': localized('Paragraphs', '段落', '段落'),
  'stat.headings': localized('Headings', '标题', '標題'),
  'stat.numbers': localized('Figures', '数字', '數字'),
  'stat.script': localized('Script', '字形', '字形'),
  'stat.width': localized('Punctuation', '标点', '標點'),
  'stat.damage': localized(
    'Damage (errors and warnings per 1,000 characters)',
    '损坏程度（每千字符的错误与警告）',
    '損壞程度（每千字元的錯誤與警告）',
  ),
  'script.simplified': localized('Simplified', '简体', '簡體'),
  'script.traditional': localized('Traditional', '繁体', '繁體'),
  'script.mixed': localized('mixed', '繁简混用', '繁簡混用'),
  'script.unknown': localized('unknown', '未知', '未知'),
  'width.full': localized('full-width', '全角', '全形'),
  'width.half': localized('half-width', '半角', '半形'),
  'width.folded': localized(
    'folded: half-width but for 。 and 、',
    '被转为半角：只有。、仍为全角',
    '被轉為半形：只有。、仍為全形',
  ),
  'width.mixed': localized('mixed', '混用', '混用'),
  'width.unknown': localized('unknown', '未知', '未知'),
} as const satisfies Record<string, Localized>;

export type MessageId = keyof typeof MESSAGES;

export const say = (locale: Locale, id: MessageId, args?: MessageArgs): string =>
  fillIn(MESSAGES[id][locale], args);

/** All of them, for the test that every language has every text. */
export const SERVER_MESSAGES: Readonly<Record<string, Localized>> = MESSAGES;
