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
  unwrapped: {
    en: 'Open the address inside',
    'zh-CN': '打开其中的原地址',
    'zh-TW': '開啟其中的原位址',
  },
  about: { en: 'about ', 'zh-CN': '约 ', 'zh-TW': '約 ' },
  repair: { en: 'Repair', 'zh-CN': '修复', 'zh-TW': '修復' },
  weekday0: { en: 'Sunday', 'zh-CN': '星期日', 'zh-TW': '星期日' },
  weekday1: { en: 'Monday', 'zh-CN': '星期一', 'zh-TW': '星期一' },
  weekday2: { en: 'Tuesday', 'zh-CN': '星期二', 'zh-TW': '星期二' },
  weekday3: { en: 'Wednesday', 'zh-CN': '星期三', 'zh-TW': '星期三' },
  weekday4: { en: 'Thursday', 'zh-CN': '星期四', 'zh-TW': '星期四' },
  weekday5: { en: 'Friday', 'zh-CN': '星期五', 'zh-TW': '星期五' },
  weekday6: { en: 'Saturday', 'zh-CN': '星期六', 'zh-TW': '星期六' },
} as const satisfies Record<string, Localized>;

export type MessageId = keyof typeof MESSAGES;

export const say = (locale: Locale, id: MessageId, args?: MessageArgs): string =>
  fillIn(MESSAGES[id][locale], args);

/** All of them, for the test that every language has every text. */
export const SERVER_MESSAGES: Readonly<Record<string, Localized>> = MESSAGES;
