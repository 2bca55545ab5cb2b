// What the command line itself says, in every language. Findings bring their own words.
import { fillIn, type Locale, type Localized, type MessageArgs } from '../core/index.ts';

export const CLI_MESSAGES = {
  cannotRead: {
    en: 'Cannot be read ({code}).',
    'zh-CN': '无法读取（{code}）。',
    'zh-TW': '無法讀取（{code}）。',
  },
  cannotWrite: {
    en: 'Cannot be written ({code}); the file is as it was.',
    'zh-CN': '无法写入（{code}）；文件未改动。',
    'zh-TW': '無法寫入（{code}）；檔案未改動。',
  },
  changedMeanwhile: {
    en: 'Changed by someone else while it was being repaired; the file is as they left it.',
    'zh-CN': '修复期间被他人改动；保留其改动，未写入修复。',
    'zh-TW': '修復期間被他人改動；保留其改動，未寫入修復。',
  },
  tooLarge: {
    en: 'Holds {size} MB; the limit is {limit} MB. Split the file, or pipe its records through “corpus-lint filter”.',
    'zh-CN': '大小为 {size} MB，超过上限 {limit} MB。请拆分文件，或将记录通过“corpus-lint filter”处理。',
    'zh-TW': '大小為 {size} MB，超過上限 {limit} MB。請拆分檔案，或將記錄透過「corpus-lint filter」處理。',
  },
  notRegular: {
    en: 'Not a regular file.',
    'zh-CN': '不是普通文件。',
    'zh-TW': '不是一般檔案。',
  },
  ruleCrashed: {
    en: 'The rule {rule} crashed; the other rules ran. {detail}',
    'zh-CN': '规则 {rule} 崩溃，其余规则已运行。{detail}',
    'zh-TW': '規則 {rule} 當機，其餘規則已執行。{detail}',
  },
  notUtf8: {
    en: 'Not repaired: the file is in {encoding}. --fix-unsafe or “corpus-lint recode” makes it UTF-8.',
    'zh-CN': '未修复：文件编码为 {encoding}。可用 --fix-unsafe 或“corpus-lint recode”转为 UTF-8。',
    'zh-TW': '未修復：檔案編碼為 {encoding}。可用 --fix-unsafe 或「corpus-lint recode」轉為 UTF-8。',
  },
  notLossless: {
    en: 'Not repaired: read as {encoding}, the file does not give the same bytes back.',
    'zh-CN': '未修复：按 {encoding} 读出后无法还原出同样的字节。',
    'zh-TW': '未修復：按 {encoding} 讀出後無法還原出同樣的位元組。',
  },
  nothingMatches: {
    en: 'Nothing matches “{target}”. (--allow-empty makes this no error.)',
    'zh-CN': '没有与“{target}”匹配的文件。（加 --allow-empty 则不视为错误。）',
    'zh-TW': '沒有與「{target}」相符的檔案。（加 --allow-empty 則不視為錯誤。）',
  },
  nothingToLint: {
    en: 'There are no files to lint here. (--allow-empty makes this no error.)',
    'zh-CN': '此处没有可检查的文件。（加 --allow-empty 则不视为错误。）',
    'zh-TW': '此處沒有可檢查的檔案。（加 --allow-empty 則不視為錯誤。）',
  },
  summary: {
    en: '{errors} errors, {warnings} warnings, {infos} notes in {files} of {total} files',
    'zh-CN': '{total} 个文件中有 {files} 个存在问题：错误 {errors}，警告 {warnings}，提示 {infos}',
    'zh-TW': '{total} 個檔案中有 {files} 個存在問題：錯誤 {errors}，警告 {warnings}，提示 {infos}',
  },
  clean: {
    en: 'No findings in {total} files',
    'zh-CN': '{total} 个文件均未发现问题',
    'zh-TW': '{total} 個檔案均未發現問題',
  },
  fixable: {
    en: '{safe} can be repaired with --fix, {unsafe} more with --fix-unsafe',
    'zh-CN': '其中 {safe} 处可用 --fix 修复，另有 {unsafe} 处可用 --fix-unsafe',
    'zh-TW': '其中 {safe} 處可用 --fix 修復，另有 {unsafe} 處可用 --fix-unsafe',
  },
  repaired: {
    en: '{count} repairs written to {files} files',
    'zh-CN': '已向 {files} 个文件写入 {count} 处修复',
    'zh-TW': '已向 {files} 個檔案寫入 {count} 處修復',
  },
  interrupted: {
    en: 'Stopped after {done} of {total} files. Every file is whole; what is reported above is complete.',
    'zh-CN': '已停止：完成 {total} 个文件中的 {done} 个。所有文件均完整，以上报告有效。',
    'zh-TW': '已停止：完成 {total} 個檔案中的 {done} 個。所有檔案均完整，以上報告有效。',
  },
  tooManyWarnings: {
    en: '{warnings} warnings; at most {max} are allowed.',
    'zh-CN': '警告 {warnings} 条，超过允许的 {max} 条。',
    'zh-TW': '警告 {warnings} 條，超過允許的 {max} 條。',
  },
  unknownRule: {
    en: 'There is no rule “{rule}”.',
    'zh-CN': '没有名为“{rule}”的规则。',
    'zh-TW': '沒有名為「{rule}」的規則。',
  },
  didYouMean: {
    en: 'Did you mean “{near}”?',
    'zh-CN': '是否想写“{near}”？',
    'zh-TW': '是否想寫「{near}」？',
  },
  exists: {
    en: '{file} is already there; nothing was written.',
    'zh-CN': '{file} 已存在，未写入。',
    'zh-TW': '{file} 已存在，未寫入。',
  },
  wrote: { en: 'Wrote {file}', 'zh-CN': '已写入 {file}', 'zh-TW': '已寫入 {file}' },
  safeRepair: { en: 'repair', 'zh-CN': '修复', 'zh-TW': '修復' },
  unsafeRepair: { en: 'possible repair', 'zh-CN': '可能的修复', 'zh-TW': '可能的修復' },
  deletion: { en: '(delete)', 'zh-CN': '（删除）', 'zh-TW': '（刪除）' },
  error: { en: 'error', 'zh-CN': '错误', 'zh-TW': '錯誤' },
  warning: { en: 'warning', 'zh-CN': '警告', 'zh-TW': '警告' },
  info: { en: 'note', 'zh-CN': '提示', 'zh-TW': '提示' },
  fatal: { en: 'failure', 'zh-CN': '故障', 'zh-TW': '故障' },
  watching: {
    en: 'Watching {total} files. Ctrl-C ends.',
    'zh-CN': '正在监视 {total} 个文件。按 Ctrl-C 结束。',
    'zh-TW': '正在監視 {total} 個檔案。按 Ctrl-C 結束。',
  },
  progress: {
    en: '{done}/{total} files · {rate} MB/s · {left} s left',
    'zh-CN': '{done}/{total} 个文件 · {rate} MB/s · 剩余 {left} 秒',
    'zh-TW': '{done}/{total} 個檔案 · {rate} MB/s · 剩餘 {left} 秒',
  },
  baselineWritten: {
    en: 'The baseline {file} holds {count} findings.',
    'zh-CN': '基线 {file} 共记录 {count} 处。',
    'zh-TW': '基線 {file} 共記錄 {count} 處。',
  },
  badBaseline: {
    en: 'The baseline {file} cannot be read: {detail}.',
    'zh-CN': '无法读取基线 {file}：{detail}。',
    'zh-TW': '無法讀取基線 {file}：{detail}。',
  },
  badOption: {
    en: '{option}: {detail}',
    'zh-CN': '{option}：{detail}',
    'zh-TW': '{option}：{detail}',
  },
  needsOption: {
    en: '{option} needs {other}.',
    'zh-CN': '{option} 需与 {other} 合用。',
    'zh-TW': '{option} 需與 {other} 合用。',
  },
  notAReport: {
    en: '{file}, line {line}: not a report of --format jsonl or json ({detail}). Was the shard interrupted?',
    'zh-CN': '{file} 第 {line} 行不是 --format jsonl 或 json 的报告（{detail}）。该分片是否被中断？',
    'zh-TW': '{file} 第 {line} 行不是 --format jsonl 或 json 的報告（{detail}）。該分片是否被中斷？',
  },
  noDetails: {
    en: '{file}: was not written by a shard, so it lacks what {what} needs. Write it with --shard 1/1 --format jsonl={file}.',
    'zh-CN': '{file}：不是由分片写出，缺少 {what} 所需的内容。请用 --shard 1/1 --format jsonl={file} 生成。',
    'zh-TW': '{file}：不是由分片寫出，缺少 {what} 所需的內容。請用 --shard 1/1 --format jsonl={file} 產生。',
  },
  missingShards: {
    en: 'Shard {missing} of {count} is missing; the findings of its files are not in this report.',
    'zh-CN': '缺少第 {missing} 个分片（共 {count} 个）；其中文件的问题不在本报告中。',
    'zh-TW': '缺少第 {missing} 個分片（共 {count} 個）；其中檔案的問題不在本報告中。',
  },
  rejected: {
    en: '{count} records were rejected.',
    'zh-CN': '有 {count} 条记录被拒。',
    'zh-TW': '有 {count} 筆記錄被拒。',
  },
  optionTextField: {
    en: 'the field that holds the text; a.b for a field within a field',
    'zh-CN': '存放文本的字段；嵌套字段写作 a.b',
    'zh-TW': '存放文字的欄位；巢狀欄位寫作 a.b',
  },
  optionIdField: {
    en: 'the field that names the record',
    'zh-CN': '标识记录的字段',
    'zh-TW': '識別記錄的欄位',
  },
  optionAnnotate: {
    en: 'write the records themselves, with their findings in the field corpusLint',
    'zh-CN': '输出记录本身，并将问题写入 corpusLint 字段',
    'zh-TW': '輸出記錄本身，並將問題寫入 corpusLint 欄位',
  },
  optionRecordFix: {
    en: 'write the records with safe repairs made',
    'zh-CN': '输出经安全修复的记录',
    'zh-TW': '輸出經安全修復的記錄',
  },
  optionRecordFixUnsafe: {
    en: 'write the records with unsafe repairs made as well',
    'zh-CN': '输出的记录中也包含不保险的修复',
    'zh-TW': '輸出的記錄中也包含不保險的修復',
  },
  optionRejects: {
    en: 'where records go that cannot be read, with the reason',
    'zh-CN': '无法读取的记录及其原因写入该文件',
    'zh-TW': '無法讀取的記錄及其原因寫入該檔案',
  },
  optionTextFormat: {
    en: 'the format of the texts; judged by each text by default',
    'zh-CN': '文本格式；默认逐条判断',
    'zh-TW': '文字格式；預設逐筆判斷',
  },
  optionConfig: {
    en: 'use this configuration file',
    'zh-CN': '使用该配置文件',
    'zh-TW': '使用該設定檔',
  },
  optionRule: {
    en: 'run these rules alone: ids or group/*, separated by commas',
    'zh-CN': '只运行这些规则：规则名或 组/*，以逗号分隔',
    'zh-TW': '只執行這些規則：規則名或 組/*，以逗號分隔',
  },
  internal: {
    en: 'corpus-lint itself failed: {detail}',
    'zh-CN': 'corpus-lint 自身出错：{detail}',
    'zh-TW': 'corpus-lint 自身出錯：{detail}',
  },
} as const satisfies Readonly<Record<string, Localized>>;

export type CliMessageId = keyof typeof CLI_MESSAGES;

/** Looks up what the command line says in one language. */
export type Say = (id: CliMessageId, args?: MessageArgs) => string;

export const sayIn =
  (locale: Locale): Say =>
  (id, args) =>
    fillIn(CLI_MESSAGES[id][locale], args);
