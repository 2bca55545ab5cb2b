// front-matter: the data of every report's block, one line for a file, for whatever reads JSON lines or a table.
import { type Document, isMapping, type Locale, RULES, renderMessage } from '../../core/index.ts';
import { csv } from '../csv.ts';
import { addReadOptions, eachDocument, type ReadOptions } from '../documents.ts';
import { shownPath } from '../formatters/paths.ts';
import { sayIn } from '../messages.ts';
import type { DefineCommand } from './command.ts';

interface Row {
  /** Relative to the working directory. */
  readonly file: string;
  /** Null where there is no block, or none that can be read. */
  readonly data: unknown;
  readonly error?: string;
}

export const define: DefineCommand = (command, { host, locale, exit }) => {
  const say = sayIn(locale);
  addReadOptions(command.argument('[paths...]'), say, ['jsonl', 'csv']).action(
    async (targets: string[], options: ReadOptions & { readonly format: 'jsonl' | 'csv' }) => {
      const rows: Row[] = [];
      let hasErrors = false;
      const code = await eachDocument(host, say, targets, options, async (doc, path) => {
        const row = rowOf(doc, shownPath(host.cwd, path), locale);
        hasErrors ||= row.error !== undefined;
        // A table needs all its columns first; lines go out as they come.
        if (options.format === 'csv') rows.push(row);
        else host.stdout.write(`${toJson(row)}\n`);
        await host.stdout.drained();
      });
      if (options.format === 'csv') host.stdout.write(toCsv(rows));
      exit(code === 0 && hasErrors ? 1 : code);
    },
  );
};

function rowOf(doc: Document, file: string, locale: Locale): Row {
  const { frontMatter: block, frontMatterData: found } = doc;
  if (block?.language === 'executable') return { file, data: null, error: refused(block.info, locale) };
  const first = found?.errors[0];
  if (!first) return { file, data: found?.value ?? null };
  const { line, column } = doc.source.lines.locate(first.start);
  return { file, data: null, error: `${line}:${column} ${first.message}` };
}

function refused(info: string, locale: Locale): string {
  const rule = RULES.find(r => r.meta.id === 'front-matter/executable')!;
  return renderMessage(rule, 'found', { info }, locale);
}

const toJson = (value: unknown): string =>
  JSON.stringify(value, (_, v: unknown) => (typeof v === 'bigint' ? String(v) : v));

// The union of all keys as columns, in the order in which they first appear.
function toCsv(rows: readonly Row[]): string {
  const columns = new Set<string>();
  for (const { data } of rows) if (isMapping(data)) for (const key of Object.keys(data)) columns.add(key);
  const lines = rows.map(({ file, data, error }) => {
    const values = [...columns].map(key =>
      isMapping(data) && Object.hasOwn(data, key) ? data[key] : undefined,
    );
    return [file, ...values, error].map(cell);
  });
  return csv([['file', ...columns, 'error'], ...lines]);
}

function cell(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? toJson(value) : String(value);
}
