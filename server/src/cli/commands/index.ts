// Every subcommand, by name. Its file is loaded only when the command runs; see command.ts for how to add one.
import type { CommandEntry } from './command.ts';

export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'lint',
    summary: {
      en: 'find damage, and repair it with --fix (the default command)',
      'zh-CN': '检查，并可用 --fix 修复（默认命令）',
      'zh-TW': '檢查，並可用 --fix 修復（預設命令）',
    },
    load: () => import('./lint.ts'),
  },
  {
    name: 'explain',
    summary: {
      en: 'print the page of a rule, or the list of rules',
      'zh-CN': '显示某条规则的说明，或列出全部规则',
      'zh-TW': '顯示某條規則的說明，或列出全部規則',
    },
    load: () => import('./explain.ts'),
  },
  {
    name: 'init',
    summary: {
      en: 'write a configuration file to start from',
      'zh-CN': '生成一份初始配置文件',
      'zh-TW': '產生一份初始設定檔',
    },
    load: () => import('./init.ts'),
  },
  {
    name: 'print-config',
    summary: {
      en: 'show the settings that apply to a file',
      'zh-CN': '显示某文件实际使用的配置',
      'zh-TW': '顯示某檔案實際使用的設定',
    },
    load: () => import('./printConfig.ts'),
  },
  {
    name: 'recode',
    summary: {
      en: 'convert files of other encodings to UTF-8, if nothing is lost',
      'zh-CN': '把其他编码的文件转换为 UTF-8，确认无损后才写入',
      'zh-TW': '把其他編碼的檔案轉換為 UTF-8，確認無損後才寫入',
    },
    load: () => import('./recode.ts'),
  },
  {
    name: 'filter',
    summary: {
      en: 'lint or repair JSON records from standard input',
      'zh-CN': '检查或修复标准输入中的 JSON 记录',
      'zh-TW': '檢查或修復標準輸入中的 JSON 記錄',
    },
    load: () => import('./filter.ts'),
  },
  {
    name: 'merge',
    summary: {
      en: 'merge the reports of several shards',
      'zh-CN': '合并多个分片的报告',
      'zh-TW': '合併多個分片的報告',
    },
    load: () => import('./merge.ts'),
  },
  {
    name: 'outline',
    summary: {
      en: 'print the headings of reports as a tree',
      'zh-CN': '以树形列出文件的标题',
      'zh-TW': '以樹狀列出檔案的標題',
    },
    load: () => import('./outline.ts'),
  },
  {
    name: 'stats',
    summary: {
      en: 'count characters, words, sentences and damage',
      'zh-CN': '统计字数、词数、句数与损坏程度',
      'zh-TW': '統計字數、詞數、句數與損壞程度',
    },
    load: () => import('./stats.ts'),
  },
  {
    name: 'lsp',
    summary: {
      en: 'start the language server for an editor',
      'zh-CN': '为编辑器启动语言服务器',
      'zh-TW': '為編輯器啟動語言伺服器',
    },
    load: () => import('./lsp.ts'),
  },
  {
    name: 'convert',
    summary: {
      en: 'convert reports into another script or region',
      'zh-CN': '把报告转换为另一种字形或地区用字',
      'zh-TW': '把報告轉換為另一種字形或地區用字',
    },
    load: () => import('./convert.ts'),
  },
  {
    name: 'front-matter',
    summary: {
      en: 'print the front matter of every file as JSON lines or CSV',
      'zh-CN': '以 JSON 行或 CSV 输出各文件的文档头',
      'zh-TW': '以 JSON 行或 CSV 輸出各檔案的文件頭',
    },
    load: () => import('./frontMatter.ts'),
  },
];
