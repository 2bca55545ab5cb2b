// convert: reports into another script or region, file by file, so that memory does not grow with the corpus. Without
// --write or --diff the text goes to standard output.
import path from 'node:path';
import { Option } from 'commander';
import { decode } from '../../adapters/decode.ts';
import type { Decoded } from '../../adapters/decoded.ts';
import { loadConverter } from '../../adapters/lexicon.ts';
import { type ConfigProblem, createConfigResolver } from '../../config/index.ts';
import {
  type Conversion,
  type ConversionConfig,
  type ConvertOptions,
  convertDocument,
  createSourceText,
  detectFormat,
  findConversion,
  type Locale,
  likelyScript,
  localized,
  type SourceText,
  VARIETIES,
  type Variety,
} from '../../core/index.ts';
import { codeUnits, textOf, utf8Parts } from '../codeUnits.ts';
import { configFiles, toId } from '../configFiles.ts';
import { openConversionReport } from '../conversionReport.ts';
import { encodeUtf8 } from '../encodeUtf8.ts';
import { FileError, readRegular, rewrite } from '../failures.ts';
import { eachFile } from '../files.ts';
import type { Host } from '../host.ts';
import { type Say, sayIn } from '../messages.ts';
import { fileReport } from '../report.ts';
import { describeProblem } from '../session.ts';
import { UsageError } from '../usageError.ts';
import type { DefineCommand } from './command.ts';

interface Options {
  readonly to: Variety;
  readonly from: Variety | 'auto';
  readonly phrases?: boolean;
  readonly quotes?: boolean;
  /** False for --no-front-matter. */
  readonly frontMatter: boolean;
  readonly write?: boolean;
  readonly diff?: boolean;
  readonly report?: string;
  readonly ignore: boolean;
}

export const define: DefineCommand = (command, { host, locale, exit }) => {
  command
    .argument('<paths...>')
    .addOption(new Option('--to <variety>', HELP.to[locale]).choices([...VARIETIES]).makeOptionMandatory())
    .addOption(
      new Option('--from <variety>', HELP.from[locale]).choices(['auto', ...VARIETIES]).default('auto'),
    )
    .option('--phrases', HELP.phrases[locale])
    .option('--quotes', HELP.quotes[locale])
    .option('--no-front-matter', HELP.frontMatter[locale])
    .option('--write', HELP.write[locale])
    .option('--diff', HELP.diff[locale])
    .option('--report <file>', HELP.report[locale])
    .option('--no-ignore', HELP.ignore[locale])
    .action(async (targets: string[], options: Options) =>
      exit(await convertPaths(targets, options, host, locale)),
    );
};

async function convertPaths(
  targets: readonly string[],
  options: Options,
  host: Host,
  locale: Locale,
): Promise<number> {
  const say = sayIn(locale);
  if (options.from !== 'auto' && options.from !== options.to && !findConversion(options.from, options.to))
    throw new UsageError(`--from ${options.from} --to ${options.to}: ${HELP.noSuchPair[locale]}`);
  const report = options.report === undefined ? undefined : openConversionReport(host, options.report, say);
  let failed = false;
  const settingsOf = settings(host, problem => {
    host.stderr.write(`${describeProblem(problem, locale)}\n`);
    failed = true;
  });
  let changed = false;
  const one = async (file: string, readBytes: () => Uint8Array, isFile: boolean): Promise<void> => {
    const { dictionary, isIgnored } = await settingsOf(file);
    if (isIgnored && isFile && options.ignore) return;
    const converted = await convertFile(file, readBytes, { ...options, dictionary }, say);
    const { source, config, conversion } = converted;
    if (isChanged(converted)) changed = true;
    if (config && conversion) await report?.add(source, config, conversion);
    await put(converted, { host, options, say, isFile });
  };
  if (targets.length === 1 && targets[0] === '-') {
    const chunks: Uint8Array[] = [];
    for await (const chunk of host.stdin) chunks.push(chunk);
    await one(path.resolve(host.cwd, 'stdin.md'), () => new Uint8Array(Buffer.concat(chunks)), false);
  } else {
    const files = { honourIgnores: options.ignore, sweep: options.write === true, finishesFiles: true };
    const isDone = await eachFile(host, say, targets, files, ({ path: file }) =>
      one(file, () => readRegular(host.fs, file, say), true),
    );
    if (!isDone) failed = true;
  }
  report?.close();
  return host.interrupted() || (failed ? 2 : options.diff && changed ? 1 : 0);
}

interface Converted {
  readonly file: string;
  readonly source: SourceText;
  readonly hasBom: boolean;
  /** What was read, where writing compares the file with it; a large one is not kept for nothing. */
  readonly bytes: Uint8Array | undefined;
  /** Undefined where the file is in the target script already. */
  readonly config: ConversionConfig | undefined;
  readonly conversion: Conversion | undefined;
}

const isChanged = ({ conversion }: Converted): boolean =>
  conversion !== undefined && conversion.edits.count > 0;

/** Throws a FileError for a file that is not in UTF-8. */
async function convertFile(
  file: string,
  readBytes: () => Uint8Array,
  options: Options & Pick<ConvertOptions, 'dictionary'>,
  say: Say,
): Promise<Converted> {
  let bytes: Uint8Array | undefined = readBytes();
  const { text, facts, units } = await read(bytes);
  if (!options.write) bytes = undefined;
  const { hasBom, encoding, undecodable } = facts;
  if (undecodable || (encoding !== 'utf-8' && options.write))
    throw new FileError(say('convertsUtf8', { encoding }));
  const source = createSourceText(file, detectFormat(file, text), text);
  const config = configFor(source, options);
  const conversion = config && (await convert(source, config, { ...options, units }));
  return { file, source, hasBom, bytes, config, conversion };
}

interface Destination {
  readonly host: Host;
  readonly options: Options;
  readonly say: Say;
  /** False for standard input. */
  readonly isFile: boolean;
}

/** Shows the difference, writes the file or prints the text, as asked. */
async function put(converted: Converted, { host, options, say, isFile }: Destination): Promise<void> {
  const { file, source, hasBom, bytes, conversion } = converted;
  const after = conversion && isChanged(converted) ? conversion : undefined;
  if (options.diff) {
    if (!after) return;
    const { unifiedDiff } = await import('../diff.ts');
    const change = { before: source.text, after: after.edits.apply(source.text) };
    host.stdout.write(unifiedDiff({ report: fileReport(file, []), bytes: 0, change }, host.cwd));
  } else if (bytes && isFile) {
    if (after) rewrite(host.fs, file, bytes, encodeUtf8(after.edits.apply(source.text), hasBom), say);
  } else if (!after) host.stdout.write(source.text);
  else {
    for (const part of utf8Parts(after.edits.parts(after.units))) {
      host.stdout.write(part);
      await host.stdout.drained();
    }
  }
}

async function read(bytes: Uint8Array): Promise<Decoded & { readonly units?: Uint16Array }> {
  const units = codeUnits(bytes);
  if (!units) return decode(bytes);
  const hasBom = units[0] === 0xfeff;
  const body = hasBom ? units.subarray(1) : units;
  return { text: textOf(body), units: body, facts: { hasBom, encoding: 'utf-8' } };
}

// What the file is in decides where the conversion starts; undefined where it is in the target already.
function configFor({ text }: SourceText, { from, to, phrases }: Options): ConversionConfig | undefined {
  if (from !== 'auto') return from === to ? undefined : findConversion(from, to, phrases);
  const script = likelyScript(text);
  if (to === 'zh-CN') {
    if (script === 'simplified') return undefined;
    return phrases ? findConversion('zh-TW', to, true) : findConversion('zh-Hant', to);
  }
  if (script === 'traditional') return to === 'zh-Hant' ? undefined : findConversion('zh-Hant', to);
  return findConversion('zh-CN', to, phrases);
}

async function convert(
  source: SourceText,
  config: ConversionConfig,
  options: ConvertOptions,
): Promise<Conversion> {
  return convertDocument(source, await loadConverter(config), options);
}

interface FileSettings {
  readonly dictionary: readonly string[] | undefined;
  readonly isIgnored: boolean;
}

// What the configuration that applies to each file says about conversion; each of its problems is told once.
function settings(
  host: Host,
  onProblem: (problem: ConfigProblem) => void,
): (file: string) => Promise<FileSettings> {
  const resolver = createConfigResolver({ files: configFiles(host.fs, host.env.HOME) });
  const told = new Set<readonly ConfigProblem[]>();
  return async file => {
    const resolved = await resolver.resolve(toId(file));
    if (!told.has(resolved.problems)) resolved.problems.forEach(onProblem);
    told.add(resolved.problems);
    return { dictionary: resolved.settings.expectations.dictionary, isIgnored: resolved.ignored };
  };
}

const HELP = {
  to: localized('what to convert into', '转换为', '轉換為'),
  from: localized(
    'what the files are in; auto judges each file',
    '原文的字形；auto 按各文件判断',
    '原文的字形；auto 按各檔案判斷',
  ),
  phrases: localized(
    'convert the words of the region as well (软件 → 軟體)',
    '同时转换地区用词（软件 → 軟體）',
    '同時轉換地區用詞（软件 → 軟體）',
  ),
  quotes: localized(
    'convert quotation marks as well (“” ↔ 「」)',
    '同时转换引号（“” ↔ 「」）',
    '同時轉換引號（“” ↔ 「」）',
  ),
  frontMatter: localized('leave front matter as it is', '不转换文档头', '不轉換文件頭'),
  write: localized('write the files', '写入文件', '寫入檔案'),
  diff: localized(
    'show what would change; exit code 1 if anything',
    '显示会改动什么；有改动时退出码为 1',
    '顯示會改動什麼；有改動時結束碼為 1',
  ),
  report: localized(
    'write what no word decided, and what does not come back, to this JSON file',
    '把没有词可依据的字、转回后不能复原之处写入该 JSON 文件',
    '把沒有詞可依據的字、轉回後不能復原之處寫入該 JSON 檔案',
  ),
  ignore: localized(
    'convert what .gitignore leaves out as well',
    '也转换 .gitignore 排除的文件',
    '也轉換 .gitignore 排除的檔案',
  ),
  noSuchPair: localized('no such conversion', '没有这种转换', '沒有這種轉換'),
} as const;
