// What the command line itself says, in every language; `{n|file|files}` is a number with the word that fits it, which
// Chinese does not need; `{code}` is what the system answers, in words. Findings bring their own.
import { inWords } from '../adapters/systemErrors.ts';
import { fillIn, localized } from '../core/basics.ts';
import type { Locale, Localized, MessageArgs } from '../core/index.ts';

export const CLI_MESSAGES = {
  cannotRead: localized('Cannot be read: {code}.', '无法读取：{code}。', '無法讀取：{code}。'),
  cannotWrite: localized(
    'Cannot be written: {code}. The file is as it was.',
    '无法写入：{code}。文件未改动。',
    '無法寫入：{code}。檔案未改動。',
  ),
  notWritten: localized('Cannot be written: {code}.', '无法写入：{code}。', '無法寫入：{code}。'),
  outputFailed: localized(
    'Standard output cannot be written: {code}.',
    '无法写入标准输出：{code}。',
    '無法寫入標準輸出：{code}。',
  ),
  nameNotUtf8: localized(
    'Cannot be read: its name is not valid UTF-8. Rename it.',
    '无法读取：文件名不是有效的 UTF-8。请重命名。',
    '無法讀取：檔名不是有效的 UTF-8。請重新命名。',
  ),
  sameStdout: localized(
    'Only one of {formats} can go to standard output; give the others files: --format {last}=FILE.',
    '{formats} 中只能有一种写到标准输出；其余请写入文件：--format {last}=文件。',
    '{formats} 中只能有一種寫到標準輸出；其餘請寫入檔案：--format {last}=檔案。',
  ),
  sameFile: localized(
    'Two reports would be written to {file}; give each a file of its own.',
    '两份报告都要写入 {file}，请分别指定文件。',
    '兩份報告都要寫入 {file}，請分別指定檔案。',
  ),
  reportOverInput: localized(
    '{file} is to be read and would be overwritten with a report; give the report another file.',
    '{file} 是待读取的文件，会被报告覆盖；请把报告写入别的文件。',
    '{file} 是待讀取的檔案，會被報告覆蓋；請把報告寫入別的檔案。',
  ),
  stdinAlone: localized(
    'Standard input (-) is linted alone, without other paths.',
    '标准输入（-）须单独检查，不能与其他路径并列。',
    '標準輸入（-）須單獨檢查，不能與其他路徑並列。',
  ),
  notWithStdin: localized(
    '{option} has no meaning for standard input (-).',
    '{option} 不适用于标准输入（-）。',
    '{option} 不適用於標準輸入（-）。',
  ),
  notABaseline: localized(
    '{file} is not a baseline of version 1. Delete it and write it again with --update-baseline.',
    '{file} 不是版本 1 的基线文件。请删除后用 --update-baseline 重新写入。',
    '{file} 不是版本 1 的基線檔案。請刪除後用 --update-baseline 重新寫入。',
  ),
  noBaseline: localized(
    'There is no baseline {file} yet, so everything is reported; --update-baseline writes it.',
    '基线 {file} 尚不存在，因此报告全部问题；可用 --update-baseline 写入。',
    '基線 {file} 尚不存在，因此報告全部問題；可用 --update-baseline 寫入。',
  ),
  changedMeanwhile: localized(
    'Changed by someone else while it was being repaired; the file is as they left it.',
    '修复期间被他人改动；保留其改动，未写入修复。',
    '修復期間被他人改動；保留其改動，未寫入修復。',
  ),
  tooLarge: localized(
    'Holds {size} MB; the limit is {limit} MB. Split the file, or pipe its records through “corpus-lint filter”.',
    '大小为 {size} MB，超过上限 {limit} MB。请拆分文件，或将记录通过“corpus-lint filter”处理。',
    '大小為 {size} MB，超過上限 {limit} MB。請拆分檔案，或將記錄透過「corpus-lint filter」處理。',
  ),
  notRegular: localized('Not a regular file.', '不是普通文件。', '不是一般檔案。'),
  ruleCrashed: localized(
    'The rule {rule} crashed; the other rules ran. {detail}',
    '规则 {rule} 崩溃，其余规则已运行。{detail}',
    '規則 {rule} 出錯，其餘規則已執行。{detail}',
  ),
  notUtf8: localized(
    'Not repaired: the file is in {encoding}. --fix-unsafe or “corpus-lint recode” makes it UTF-8.',
    '未修复：文件编码为 {encoding}。可用 --fix-unsafe 或“corpus-lint recode”转为 UTF-8。',
    '未修復：檔案編碼為 {encoding}。可用 --fix-unsafe 或「corpus-lint recode」轉為 UTF-8。',
  ),
  failed: localized('Failed: {code}.', '处理失败：{code}。', '處理失敗：{code}。'),
  convertsUtf8: localized(
    'Not converted: the file is in {encoding}. “corpus-lint recode” makes it UTF-8.',
    '未转换：文件编码为 {encoding}。可用“corpus-lint recode”转为 UTF-8。',
    '未轉換：檔案編碼為 {encoding}。可用「corpus-lint recode」轉為 UTF-8。',
  ),
  notLossless: localized(
    'Not repaired: read as {encoding}, the file does not give the same bytes back.',
    '未修复：按 {encoding} 读出后无法还原出同样的字节。',
    '未修復：按 {encoding} 讀出後無法還原出同樣的位元組。',
  ),
  nothingMatches: localized(
    'Nothing matches “{target}”.',
    '没有与“{target}”匹配的文件。',
    '沒有與「{target}」相符的檔案。',
  ),
  nothingToLintMatches: localized(
    'Nothing matches “{target}”. (--allow-empty makes this no error.)',
    '没有与“{target}”匹配的文件。（加 --allow-empty 则不视为错误。）',
    '沒有與「{target}」相符的檔案。（加 --allow-empty 則不視為錯誤。）',
  ),
  nothingToLint: localized(
    'There are no files to lint here. (--allow-empty makes this no error.)',
    '此处没有可检查的文件。（加 --allow-empty 则不视为错误。）',
    '此處沒有可檢查的檔案。（加 --allow-empty 則不視為錯誤。）',
  ),
  summary: localized(
    '{errors|error|errors}, {warnings|warning|warnings}, {infos|note|notes} in {files} of {total|file|files}',
    '{total} 个文件中有 {files} 个存在问题：错误 {errors}，警告 {warnings}，提示 {infos}',
    '{total} 個檔案中有 {files} 個存在問題：錯誤 {errors}，警告 {warnings}，提示 {infos}',
  ),
  failures: localized('; {count|failure|failures}', '；故障 {count}', '；故障 {count}'),
  clean: localized(
    'No findings in {total|file|files}',
    '{total} 个文件均未发现问题',
    '{total} 個檔案均未發現問題',
  ),
  cleanButKnown: localized(
    'No new findings in {total|file|files}; the baseline holds {known|finding|findings} in them',
    '{total} 个文件均未发现新问题；其中 {known} 处已记入基线',
    '{total} 個檔案均未發現新問題；其中 {known} 處已記入基線',
  ),
  known: localized(
    '; the baseline holds {known} more',
    '；另有 {known} 处已记入基线',
    '；另有 {known} 處已記入基線',
  ),
  countTable: localized(
    '| rule | findings | repairable |',
    '| 规则 | 问题数 | 可修复 |',
    '| 規則 | 問題數 | 可修復 |',
  ),
  findingTable: localized(
    '| place | level | rule | finding |',
    '| 位置 | 级别 | 规则 | 问题 |',
    '| 位置 | 等級 | 規則 | 問題 |',
  ),
  more: localized('… {left} more', '……另有 {left} 处', '……另有 {left} 處'),
  fixable: localized(
    '{safe} can be repaired with --fix, {unsafe} more with --fix-unsafe',
    '其中 {safe} 处可用 --fix 修复，另有 {unsafe} 处可用 --fix-unsafe',
    '其中 {safe} 處可用 --fix 修復，另有 {unsafe} 處可用 --fix-unsafe',
  ),
  repaired: localized(
    '{count|repair|repairs} written to {files|file|files}',
    '已向 {files} 个文件写入 {count} 处修复',
    '已向 {files} 個檔案寫入 {count} 處修復',
  ),
  interrupted: localized(
    'Stopped after {done} of {total|file|files}. Every file is whole; what is reported above is complete.',
    '已停止：完成 {total} 个文件中的 {done} 个。所有文件均完整，以上报告有效。',
    '已停止：完成 {total} 個檔案中的 {done} 個。所有檔案均完整，以上報告有效。',
  ),
  tooManyWarnings: localized(
    '{warnings|warning|warnings}; at most {max} allowed.',
    '警告 {warnings} 条，超过允许的 {max} 条。',
    '警告 {warnings} 條，超過允許的 {max} 條。',
  ),
  unknownRule: localized(
    'There is no rule “{rule}”.',
    '没有名为“{rule}”的规则。',
    '沒有名為「{rule}」的規則。',
  ),
  /** Stands after another sentence. */
  didYouMean: localized(' Did you mean “{near}”?', '是否想写“{near}”？', '是否想寫「{near}」？'),
  exists: localized(
    '{file} is already there; nothing was written.',
    '{file} 已存在，未写入。',
    '{file} 已存在，未寫入。',
  ),
  wrote: localized('Wrote {file}', '已写入 {file}', '已寫入 {file}'),
  safeRepair: localized('repair', '修复', '修復'),
  unsafeRepair: localized('possible repair', '可能的修复', '可能的修復'),
  deletion: localized('(delete)', '（删除）', '（刪除）'),
  error: localized('error', '错误', '錯誤'),
  warning: localized('warning', '警告', '警告'),
  info: localized('note', '提示', '提示'),
  fatal: localized('failure', '故障', '故障'),
  watching: localized(
    'Watching {total|file|files}. Ctrl-C ends.',
    '正在监视 {total} 个文件。按 Ctrl-C 结束。',
    '正在監視 {total} 個檔案。按 Ctrl-C 結束。',
  ),
  progress: localized(
    '{done}/{total|file|files} · {rate} MB/s · {left} s left',
    '{done}/{total} 个文件 · {rate} MB/s · 剩余 {left} 秒',
    '{done}/{total} 個檔案 · {rate} MB/s · 剩餘 {left} 秒',
  ),
  baselineWritten: localized(
    'The baseline {file} holds {count|finding|findings}.',
    '基线 {file} 共记录 {count} 处。',
    '基線 {file} 共記錄 {count} 處。',
  ),
  badOption: localized('{option}: {detail}', '{option}：{detail}', '{option}：{detail}'),
  needsOption: localized(
    '{option} needs {other}.',
    '{option} 需与 {other} 合用。',
    '{option} 需與 {other} 合用。',
  ),
  notAReport: localized(
    '{file}, line {line}: not a report of --format jsonl or json ({detail}). Was the shard interrupted?',
    '{file} 第 {line} 行不是 --format jsonl 或 json 的报告（{detail}）。该分片是否被中断？',
    '{file} 第 {line} 行不是 --format jsonl 或 json 的報告（{detail}）。該分片是否被中斷？',
  ),
  reportTooLong: localized(
    '{file}, line {line}: the report of one file holds {size} MB, more than the {limit} MB that can be read at once. Lint that file in parts, or without --shard.',
    '{file} 第 {line} 行：单个文件的报告达 {size} MB，超过一次可读取的 {limit} MB。请拆分该文件，或不用 --shard 检查它。',
    '{file} 第 {line} 行：單一檔案的報告達 {size} MB，超過一次可讀取的 {limit} MB。請拆分該檔案，或不用 --shard 檢查它。',
  ),
  noDetails: localized(
    '{file}: was not written by a shard, so it lacks what {what} needs. Write it with --shard 1/1 --format jsonl={file}.',
    '{file}：不是由分片写出，缺少 {what} 所需的内容。请用 --shard 1/1 --format jsonl={file} 生成。',
    '{file}：不是由分片寫出，缺少 {what} 所需的內容。請用 --shard 1/1 --format jsonl={file} 產生。',
  ),
  unknownEncoding: localized(
    '{option}: there is no encoding “{encoding}”. Known are utf-8, gb18030, gbk, big5, big5-hkscs, utf-16le, shift_jis and others.',
    '{option}：没有名为“{encoding}”的编码。可用 utf-8、gb18030、gbk、big5、big5-hkscs、utf-16le、shift_jis 等。',
    '{option}：沒有名為「{encoding}」的編碼。可用 utf-8、gb18030、gbk、big5、big5-hkscs、utf-16le、shift_jis 等。',
  ),
  unknownOption: localized('There is no option {option}.', '没有选项 {option}。', '沒有選項 {option}。'),
  invalidArgument: localized(
    '{option}: “{value}” is not possible. Possible: {choices}.',
    '{option} 不能是“{value}”。可用：{choices}。',
    '{option} 不能是「{value}」。可用：{choices}。',
  ),
  missingOption: localized('The option {option} is missing.', '缺少选项 {option}。', '缺少選項 {option}。'),
  missingValue: localized('{option} needs a value.', '{option} 缺少值。', '{option} 缺少值。'),
  missingArgument: localized(
    'The argument {argument} is missing.',
    '缺少参数 {argument}。',
    '缺少參數 {argument}。',
  ),
  excessArguments: localized('Too many arguments.', '参数过多。', '參數過多。'),
  mixedShards: localized(
    '{file} is of a run in {count|shard|shards}, a report before it of a run in {other}; they do not belong together.',
    '{file} 属于分为 {count} 片的一次运行，而此前的报告属于分为 {other} 片的运行，二者不能合并。',
    '{file} 屬於分為 {count} 片的一次執行，而此前的報告屬於分為 {other} 片的執行，二者不能合併。',
  ),
  missingShards: localized(
    'Shard {missing} of {count} is missing; the findings of its files are not in this report.',
    '缺少第 {missing} 个分片（共 {count} 个）；其中文件的问题不在本报告中。',
    '缺少第 {missing} 個分片（共 {count} 個）；其中檔案的問題不在本報告中。',
  ),
  rejected: localized(
    'Rejected {count|record|records}.',
    '有 {count} 条记录被拒。',
    '有 {count} 筆記錄被拒。',
  ),
  optionTextField: localized(
    'the field that holds the text; a.b for a field within a field',
    '存放文本的字段；嵌套字段写作 a.b',
    '存放文字的欄位；巢狀欄位寫作 a.b',
  ),
  optionIdField: localized('the field that names the record', '标识记录的字段', '識別記錄的欄位'),
  optionAnnotate: localized(
    'write the records themselves, with their findings in the field corpusLint',
    '输出记录本身，并将问题写入 corpusLint 字段',
    '輸出記錄本身，並將問題寫入 corpusLint 欄位',
  ),
  optionRecordFix: localized(
    'write the records with safe repairs made',
    '输出经安全修复的记录',
    '輸出經安全修復的記錄',
  ),
  optionRecordFixUnsafe: localized(
    'write the records with unsafe repairs made as well',
    '输出的记录中也包含有风险的修复',
    '輸出的記錄中也包含有風險的修復',
  ),
  optionRejects: localized(
    'where records go that cannot be read, with the reason',
    '无法读取的记录及其原因写入该文件',
    '無法讀取的記錄及其原因寫入該檔案',
  ),
  optionTextFormat: localized(
    'the format of the texts; judged by each text by default',
    '文本格式；默认逐条判断',
    '文字格式；預設逐筆判斷',
  ),
  optionEncoding: localized(
    'encoding of the files; detected by default',
    '文件编码；默认自动识别',
    '檔案編碼；預設自動識別',
  ),
  optionNoIgnore: localized(
    'read what .gitignore leaves out as well',
    '也读取 .gitignore 排除的文件',
    '也讀取 .gitignore 排除的檔案',
  ),
  optionForm: localized('form of the output', '输出格式', '輸出格式'),
  optionStdio: localized(
    'speak over standard input and output (the only way)',
    '经标准输入输出通信（唯一方式）',
    '經標準輸入輸出通訊（唯一方式）',
  ),
  optionConfig: localized('use this configuration file', '使用该配置文件', '使用該設定檔'),
  optionRule: localized(
    'run these rules alone: ids or group/*, separated by commas',
    '只运行这些规则：规则名或 组/*，以逗号分隔',
    '只執行這些規則：規則名或 組/*，以逗號分隔',
  ),
  internal: localized(
    'corpus-lint itself failed: {detail}',
    'corpus-lint 自身出错：{detail}',
    'corpus-lint 自身出錯：{detail}',
  ),
} as const satisfies Readonly<Record<string, Localized>>;

export type CliMessageId = keyof typeof CLI_MESSAGES;

/** Looks up what the command line says in one language. */
export type Say = (id: CliMessageId, args?: MessageArgs) => string;

export const sayIn =
  (locale: Locale): Say =>
  (id, args) =>
    fillIn(counted(CLI_MESSAGES[id][locale], args), inWords(args, locale));

const counted = (text: string, args: MessageArgs = {}): string =>
  text.replace(
    /\{(\w+)\|([^|}]+)\|([^|}]+)\}/g,
    (_, name: string, one: string, many: string) => `{${name}} ${args[name] === 1 ? one : many}`,
  );
