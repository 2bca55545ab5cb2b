// The options of the lint command: flags, what help says of them, and how their values are read.
import { type Command, InvalidArgumentError, Option } from 'commander';
import { localized } from '../core/basics.ts';
import type { Level, Locale, Localized } from '../core/index.ts';
import { FORMATS } from './formatters/index.ts';
import { CLI_MESSAGES } from './messages.ts';

export interface FormatRequest {
  readonly name: string;
  /** Where the report goes; standard output without it. */
  readonly file?: string;
}

/** Options of every command that reports findings. */
export interface ReportOptions {
  readonly format: readonly FormatRequest[];
  readonly outputFile?: string;
  readonly statistics?: boolean;
  readonly quiet?: boolean;
  readonly maxWarnings?: number;
  readonly failOn: Level | 'never';
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  /** False for --no-color. */
  readonly color: boolean;
}

export interface Shard {
  readonly index: number;
  readonly count: number;
}

export interface LintOptions extends ReportOptions {
  readonly fix?: boolean;
  readonly fixUnsafe?: boolean;
  readonly diff?: boolean;
  readonly stdinFilename?: string;
  readonly config?: string;
  readonly rule?: readonly string[];
  readonly encoding?: string;
  /** False for --no-ignore. */
  readonly ignore: boolean;
  readonly allowEmpty?: boolean;
  readonly changedSince?: string;
  readonly changedFiles?: boolean;
  readonly shard?: Shard;
  readonly cache?: boolean;
  readonly cacheStrategy: 'content' | 'metadata';
  readonly cacheLocation: string;
  readonly threads?: number;
  readonly watch?: boolean;
}

type Row = readonly [flags: string, text: Localized, shape?: (option: Option) => Option];

const ROWS: readonly Row[] = [
  ['--fix', localized('write safe repairs to the files', '把安全的修复写入文件', '把安全的修復寫入檔案')],
  [
    '--fix-unsafe',
    localized(
      'write unsafe repairs as well, never one of several candidates',
      '也写入有风险的修复，但不在多个候选中擅自选择',
      '也寫入有風險的修復，但不在多個候選中擅自選擇',
    ),
  ],
  [
    '--diff',
    localized(
      'show what repair would change; exit code 1 if anything',
      '显示修复会改动什么；有改动时退出码为 1',
      '顯示修復會改動什麼；有改動時結束碼為 1',
    ),
  ],
  [
    '--format <name[=file]>',
    localized(
      `${Object.keys(FORMATS).join(', ')}; may be given several times`,
      `${Object.keys(FORMATS).join('、')}；可多次指定`,
      `${Object.keys(FORMATS).join('、')}；可多次指定`,
    ),
    option => option.argParser(readFormats).default([], 'pretty'),
  ],
  ['--output-file <file>', localized('write the report there', '把报告写入该文件', '把報告寫入該檔案')],
  ['--statistics', localized('counts for each rule only', '只列出各规则的计数', '只列出各規則的計數')],
  ['--quiet', localized('report errors only', '只报告错误', '只報告錯誤')],
  ['--rule <rules>', CLI_MESSAGES.optionRule, option => option.argParser(readList)],
  ['--config <file>', CLI_MESSAGES.optionConfig],
  [
    '--stdin-filename <name>',
    localized(
      'the name that standard input (-) is linted under',
      '以此文件名检查标准输入（-）',
      '以此檔名檢查標準輸入（-）',
    ),
  ],
  ['--encoding <name>', CLI_MESSAGES.optionEncoding],
  [
    '--no-ignore',
    localized(
      'lint what .gitignore and the configuration leave out',
      '也检查 .gitignore 与配置排除的文件',
      '也檢查 .gitignore 與設定排除的檔案',
    ),
  ],
  [
    '--allow-empty',
    localized('finding no files is no error', '没有文件时不视为错误', '沒有檔案時不視為錯誤'),
  ],
  [
    '--max-warnings <n>',
    localized(
      'exit code 1 for more warnings than this',
      '警告超过该数时退出码为 1',
      '警告超過該數時結束碼為 1',
    ),
    option => option.argParser(readCount),
  ],
  [
    '--fail-on <level>',
    localized('the least level that gives exit code 1', '达到该级别时退出码为 1', '達到該等級時結束碼為 1'),
    option => option.choices(['error', 'warning', 'info', 'never']).default('error'),
  ],
  [
    '--baseline <file>',
    localized(
      'report only findings that this file does not hold',
      '只报告该基线文件中没有的问题',
      '只報告該基線檔案中沒有的問題',
    ),
  ],
  [
    '--update-baseline',
    localized('write the findings of this run to the baseline', '把本次结果写入基线', '把本次結果寫入基線'),
  ],
  [
    '--changed-since <ref>',
    localized(
      'report only findings on lines changed since a git revision',
      '只报告自某 git 版本以来改动行上的问题',
      '只報告自某 git 版本以來改動行上的問題',
    ),
  ],
  [
    '--changed-files',
    localized(
      'with --changed-since: all findings of the changed files',
      '与 --changed-since 合用：报告改动文件的全部问题',
      '與 --changed-since 合用：報告改動檔案的全部問題',
    ),
  ],
  [
    '--shard <i/n>',
    localized(
      'lint the i-th of n parts of the files, equal in bytes',
      '只检查按字节均分的 n 份中的第 i 份',
      '只檢查按位元組均分的 n 份中的第 i 份',
    ),
    option => option.argParser(readShard),
  ],
  ['--cache', localized('skip files that have not changed', '跳过未改动的文件', '略過未改動的檔案')],
  [
    '--cache-strategy <how>',
    localized(
      'recognise unchanged files by their bytes, or by size and times',
      '按内容或按大小与时间判断是否改动',
      '按內容或按大小與時間判斷是否改動',
    ),
    option => option.choices(['content', 'metadata']).default('content'),
  ],
  [
    '--cache-location <folder>',
    localized('where the cache is kept', '缓存所在文件夹', '快取所在資料夾'),
    option => option.default('.corpus-lint-cache'),
  ],
  [
    '--threads <n>',
    localized(
      'threads; by default as many as the bytes are worth',
      '线程数；默认按字节数决定',
      '執行緒數；預設按位元組數決定',
    ),
    option => option.argParser(readCount),
  ],
  ['--watch', localized('lint again whenever a file changes', '文件改动后重新检查', '檔案改動後重新檢查')],
  ['--no-color', localized('no colours', '不使用颜色', '不使用顏色')],
];

/** The flags that say what is reported, where and with which exit code. */
const REPORT_FLAGS =
  /^--(?:format|output-file|statistics|quiet|max-warnings|fail-on|baseline|update-baseline|no-color)\b/;

export const addLintOptions = (command: Command, locale: Locale): Command => addRows(command, locale, ROWS);

export const addReportOptions = (command: Command, locale: Locale): Command =>
  addRows(
    command,
    locale,
    ROWS.filter(([flags]) => REPORT_FLAGS.test(flags)),
  );

function addRows(command: Command, locale: Locale, rows: readonly Row[]): Command {
  for (const [flags, description, shape] of rows) {
    const option = new Option(flags, description[locale]);
    command.addOption(shape ? shape(option) : option);
  }
  return command;
}

function readFormats(value: string, before: readonly FormatRequest[]): readonly FormatRequest[] {
  const equals = value.indexOf('=');
  const name = equals < 0 ? value : value.slice(0, equals);
  if (!Object.hasOwn(FORMATS, name)) throw new InvalidArgumentError(Object.keys(FORMATS).join(', '));
  return [...before, equals < 0 ? { name } : { name, file: value.slice(equals + 1) }];
}

export const readList = (value: string, before: readonly string[] | undefined): readonly string[] => [
  ...(before ?? []),
  ...value.split(',').map(part => part.trim()),
];

function readCount(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('0–999999999');
  return Number(value);
}

function readShard(value: string): Shard {
  const match = /^(\d{1,5})\/(\d{1,5})$/.exec(value);
  const index = Number(match?.[1]);
  const count = Number(match?.[2]);
  if (!match || index < 1 || index > count) throw new InvalidArgumentError('i/n, 1 ≤ i ≤ n ≤ 99999');
  return { index, count };
}
