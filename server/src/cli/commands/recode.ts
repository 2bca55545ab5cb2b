// recode: files of other encodings become UTF-8. Nothing is written before the decoded text, encoded again, has given
// the very bytes of the file.
import path from 'node:path';
import { Option } from 'commander';
import { decode } from '../../adapters/decode.ts';
import { fillIn, localized } from '../../core/basics.ts';
import type { Locale, Localized } from '../../core/index.ts';
import { replaceFile } from '../atomicWrite.ts';
import { discover } from '../discover.ts';
import { readRegular } from '../documents.ts';
import { errorCode, type Host } from '../host.ts';
import { CLI_MESSAGES } from '../messages.ts';
import { interruptions } from '../process.ts';
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
      const { files, unmatched, failures } = await discover(paths, {
        fs: host.fs,
        cwd: host.cwd,
        honourIgnores: options.ignore,
        sweep: false,
      });
      let failed = unmatched.length > 0 || failures.length > 0;
      for (const name of unmatched) host.stderr.write(`${name}: ${TEXT.noFile[locale]}\n`);
      for (const { path: name, code } of failures) host.stderr.write(`${name}: ${code}\n`);
      const wasInterrupted = interruptions(host);
      for (const file of files) {
        if (await wasInterrupted()) break;
        failed = !(await recodeFile(host, locale, file.path, options)) || failed;
      }
      exit(host.interrupted() || (failed ? 2 : 0));
    });
};

async function recodeFile(
  host: Host,
  locale: Locale,
  file: string,
  options: RecodeOptions,
): Promise<boolean> {
  const name = path.relative(host.cwd, file);
  const say = (message: Localized, args: Readonly<Record<string, string>> = {}): void => {
    host.stdout.write(`${name}: ${fillIn(message[locale], args)}\n`);
  };
  try {
    const bytes = readRegular(host.fs, file);
    const { facts } = await decode(bytes, { encoding: options.from });
    if (facts.encoding === 'utf-8' && !facts.undecodable) return true;
    const { recode } = await import('../../adapters/legacyEncodings.ts');
    const { decoded, isLossless } = recode(bytes, options.from);
    const encoding =
      facts.undecodable?.parts?.map(part => `${part.start}–${part.end} ${part.encoding}`).join(', ') ??
      facts.encoding;
    if (!isLossless) {
      say(TEXT.lossy, { encoding, evidence: facts.undecodable?.evidence ?? '' });
      return false;
    }
    if (!options.dryRun) replaceFile(host.fs, file, bytes, new TextEncoder().encode(decoded.text));
    say(options.dryRun ? TEXT.wouldRecode : TEXT.recoded, { encoding });
    return true;
  } catch (error) {
    say(TEXT.failed, { code: errorCode(error) });
    return false;
  }
}

const TEXT = {
  to: localized('encoding to write; only UTF-8', '目标编码；只支持 UTF-8', '目標編碼；只支援 UTF-8'),
  dryRun: localized('write nothing', '不写入文件', '不寫入檔案'),
  noFile: localized('no such file', '没有这个文件', '沒有這個檔案'),
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
  failed: localized(
    'could not be converted ({code}); the file is as it was',
    '无法转换（{code}）；文件未改动',
    '無法轉換（{code}）；檔案未更動',
  ),
} satisfies Readonly<Record<string, Localized>>;
