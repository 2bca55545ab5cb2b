// Reading documents for commands that look at files without linting them: arguments → documents, in order.
import path from 'node:path';
import { type Command, Option } from 'commander';
import { decode } from '../adapters/decode.ts';
import { createDocument, createSourceText, type Document, detectFormat } from '../core/index.ts';
import { discover } from './discover.ts';
import { errorCode, type FileSystem, type Host } from './host.ts';
import type { Say } from './messages.ts';

export interface ReadOptions {
  /** False for --no-ignore. */
  readonly ignore: boolean;
  readonly encoding?: string;
}

/** The options of every such command: the form of its output, and which files are read how. */
export const addReadOptions = (command: Command, say: Say, forms: readonly [string, ...string[]]): Command =>
  command
    .addOption(new Option('--format <name>', say('optionForm')).choices(forms).default(forms[0]))
    .option('--encoding <name>', say('optionEncoding'))
    .option('--no-ignore', say('optionNoIgnore'));

/** Calls `visit` for every document under `targets`; resolves to the exit code, 2 when something could not be read. */
export async function eachDocument(
  host: Host,
  say: Say,
  targets: readonly string[],
  options: ReadOptions,
  visit: (doc: Document, file: string) => Promise<void> | void,
): Promise<number> {
  const { frontMatterReader } = await import('../adapters/frontMatter.ts');
  const found = await discover(targets.length > 0 ? targets : ['.'], {
    fs: host.fs,
    cwd: host.cwd,
    honourIgnores: options.ignore,
    sweep: false,
  });
  let code = 0;
  const complain = (text: string): void => {
    host.stderr.write(`${text}\n`);
    code = 2;
  };
  for (const target of found.unmatched) complain(say('nothingMatches', { target }));
  for (const failure of found.failures)
    complain(`${failure.path}: ${say('cannotRead', { code: failure.code })}`);
  for (const file of found.files) {
    try {
      const { text } = await decode(readRegular(host.fs, file.path), { encoding: options.encoding });
      const source = createSourceText(file.path, detectFormat(file.path, text), text);
      await visit(createDocument(source, { frontMatter: frontMatterReader }).doc, file.path);
    } catch (error) {
      const code = errorCode(error);
      const why = code === NOT_REGULAR ? say('notRegular') : say('cannotRead', { code });
      complain(`${relative(host.cwd, file.path)}: ${why}`);
    }
  }
  return code;
}

/** As BSD calls it. */
const NOT_REGULAR = 'EFTYPE';

/** The bytes of a file; a pipe would be waited for, perhaps for ever. */
export function readRegular(fs: FileSystem, file: string): Uint8Array {
  if (fs.stat(file).kind !== 'file')
    throw Object.assign(new Error(`${file} is no regular file`), { code: NOT_REGULAR });
  return fs.readFile(file);
}

export const relative = (cwd: string, file: string): string =>
  path.relative(cwd, file).split(path.sep).join('/') || file;
