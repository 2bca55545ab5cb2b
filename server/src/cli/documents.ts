// Reading documents for commands that look at files without linting them: arguments → documents, in order.
import { type Command, Option } from 'commander';
import { decode } from '../adapters/decode.ts';
import { createDocument, createSourceText, type Document, detectFormat } from '../core/index.ts';
import { checkEncoding } from './encodingOption.ts';
import { readRegular } from './failures.ts';
import { eachFile } from './files.ts';
import type { Host } from './host.ts';
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
  { encoding, ignore: honourIgnores }: ReadOptions,
  visit: (doc: Document, file: string) => Promise<void> | void,
): Promise<number> {
  await checkEncoding('--encoding', encoding, say);
  const { frontMatterReader } = await import('../adapters/frontMatter.ts');
  const isDone = await eachFile(
    host,
    say,
    targets.length > 0 ? targets : ['.'],
    { honourIgnores },
    async ({ path: file }) => {
      const { text } = await decode(readRegular(host.fs, file, say), { encoding });
      const source = createSourceText(file, detectFormat(file, text), text);
      await visit(createDocument(source, { frontMatter: frontMatterReader }).doc, file);
    },
  );
  return isDone ? 0 : 2;
}
