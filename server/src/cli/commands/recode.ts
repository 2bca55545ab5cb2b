// recode: files of other encodings become UTF-8. Nothing is written before the decoded text, encoded again, has given
// the very bytes of the file.
import { Option } from 'commander';
import { decode } from '../../adapters/decode.ts';
import { fillIn, localized } from '../../core/basics.ts';
import type { Locale, Localized } from '../../core/index.ts';
import { checkEncoding } from '../encodingOption.ts';
import { FileError, readRegular, rewrite } from '../failures.ts';
import { eachFile } from '../files.ts';
import { shownPath } from '../formatters/paths.ts';
import type { Host } from '../host.ts';
import { CLI_MESSAGES, type Say, sayIn } from '../messages.ts';
import type { DefineCommand } from './command.ts';

interface RecodeOptions {
  readonly to: string;
  readonly from: string;
  readonly dryRun?: boolean;
  readonly ignore: boolean;
}

export const define: DefineCommand = (command, { host, locale, exit }) => {
  command
    .argument('<paths...>')
    .addOption(new Option('--to <encoding>', TEXT.to[locale]).choices(['utf-8']).default('utf-8'))
    .option('--from <encoding>', CLI_MESSAGES.optionEncoding[locale], 'auto')
    .option('--dry-run', TEXT.dryRun[locale])
    .option('--no-ignore', CLI_MESSAGES.optionNoIgnore[locale])
    .action(async (paths: string[], options: RecodeOptions) => {
      const say = sayIn(locale);
      await checkEncoding('--from', options.from, say);
      const files = { honourIgnores: options.ignore, sweep: !options.dryRun, finishesFiles: true };
      const isDone = await eachFile(host, say, paths, files, async ({ path: file }) => {
        const told = await recodeFile(file, options, { host, locale, say });
        if (told !== undefined) host.stdout.write(`${shownPath(host.cwd, file)}: ${told}\n`);
      });
      exit(host.interrupted() || (isDone ? 0 : 2));
    });
};

/** What was done, in words; undefined where the file is UTF-8 already. Throws a FileError where it is left as it is. */
async function recodeFile(
  file: string,
  options: RecodeOptions,
  { host, locale, say }: { readonly host: Host; readonly locale: Locale; readonly say: Say },
): Promise<string | undefined> {
  const bytes = readRegular(host.fs, file, say);
  const { facts } = await decode(bytes, { encoding: options.from });
  if (facts.encoding === 'utf-8' && !facts.undecodable) return undefined;
  const { recode } = await import('../../adapters/legacyEncodings.ts');
  const { decoded, isLossless } = recode(bytes, options.from);
  const encoding =
    facts.undecodable?.parts?.map(part => `${part.start}–${part.end} ${part.encoding}`).join(', ') ??
    facts.encoding;
  if (!isLossless) {
    const evidence = facts.undecodable?.evidence ?? '';
    throw new FileError(fillIn(TEXT.lossy[locale], { encoding, evidence }));
  }
  if (!options.dryRun) rewrite(host.fs, file, bytes, new TextEncoder().encode(decoded.text), say);
  return fillIn((options.dryRun ? TEXT.wouldRecode : TEXT.recoded)[locale], { encoding });
}

const TEXT = {
  to: localized('encoding to write; only UTF-8', '目标编码；只支持 UTF-8', '目標編碼；只支援 UTF-8'),
  dryRun: localized('write nothing', '不写入文件', '不寫入檔案'),
  lossy: localized(
    'left as it is: {encoding} does not give these bytes back ({evidence})',
    '未改动：按 {encoding} 无法还原出同样的字节（{evidence}）',
    '未更動：按 {encoding} 無法還原出同樣的位元組（{evidence}）',
  ),
  recoded: localized('converted from {encoding}', '已从 {encoding} 转换', '已從 {encoding} 轉換'),
  wouldRecode: localized(
    'would be converted from {encoding}',
    '将从 {encoding} 转换',
    '將從 {encoding} 轉換',
  ),
} satisfies Readonly<Record<string, Localized>>;
