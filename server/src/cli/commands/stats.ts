import stringWidth from 'string-width';
import { type Statistics, statisticsOf } from '../../core/index.ts';
import { csv } from '../csv.ts';
import { addReadOptions, eachDocument, type ReadOptions } from '../documents.ts';
import { shownPath } from '../formatters/paths.ts';
import { sayIn } from '../messages.ts';
import { createSession } from '../session.ts';
import { sessionBasics } from '../sessionOptions.ts';
import type { DefineCommand } from './command.ts';

/** One file's numbers; `damage` counts what the linter finds with the file's own configuration. */
type Row = { readonly filePath: string; readonly errors: number; readonly warnings: number } & Statistics;

const COLUMNS = [
  'characters',
  'han',
  'words',
  'sentences',
  'paragraphs',
  'headings',
  'numbers',
  'script',
  'width',
  'errors',
  'warnings',
  'damage',
] as const satisfies readonly (keyof Row)[];
const SUMMED = COLUMNS.filter(name => name !== 'script' && name !== 'width' && name !== 'damage');

export const define: DefineCommand = (command, { host, locale, exit }) => {
  const say = sayIn(locale);
  addReadOptions(command.argument('[paths...]'), say, ['table', 'json', 'csv'])
    .option('--config <file>', say('optionConfig'))
    .action(
      async (
        targets: string[],
        options: ReadOptions & { readonly format: string; readonly config?: string },
      ) => {
        const session = createSession(host.fs, {
          ...sessionBasics({ host, locale, config: options.config }),
          detail: { repairs: false, excerpts: false, fingerprints: false },
          encoding: options.encoding,
          honourIgnores: options.ignore,
          write: false,
        });
        const rows: Row[] = [];
        const code = await eachDocument(host, say, targets, options, async (doc, file) => {
          const { report, ignored } = await session.processFile(file);
          if (ignored) return;
          const { errorCount: errors, warningCount: warnings } = report;
          const statistics = statisticsOf(doc);
          rows.push({
            filePath: file,
            ...statistics,
            errors,
            warnings,
            damage: perThousand(errors + warnings, statistics.characters),
          });
        });
        const write = { table, csv: asCsv, json: (all: readonly Row[]) => `${JSON.stringify(all)}\n` }[
          options.format
        ]!;
        host.stdout.write(write(rows, host.cwd));
        exit(code);
      },
    );
};

const perThousand = (count: number, characters: number): number =>
  characters === 0 ? 0 : Math.round((count * 100_000) / characters) / 100;

function table(rows: readonly Row[], cwd: string): string {
  const lines = [
    ['', ...COLUMNS],
    ...rows.map(row => [shownPath(cwd, row.filePath), ...COLUMNS.map(name => String(row[name]))]),
  ];
  if (rows.length > 1) lines.push(total(rows));
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map(line => stringWidth(line[column]!))));
  return lines
    .map(
      line =>
        `${line
          .map((cell, column) => pad(cell, widths[column]!, column === 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

const pad = (cell: string, width: number, left: boolean): string => {
  const space = ' '.repeat(Math.max(0, width - stringWidth(cell)));
  return left ? cell + space : space + cell;
};

function total(rows: readonly Row[]): string[] {
  const sums = new Map<string, number>(
    SUMMED.map(name => [name, rows.reduce((sum, row) => sum + (row[name] as number), 0)]),
  );
  sums.set('damage', perThousand(sums.get('errors')! + sums.get('warnings')!, sums.get('characters')!));
  return [`${rows.length}`, ...COLUMNS.map(name => String(sums.get(name) ?? ''))];
}

const asCsv = (rows: readonly Row[], cwd: string): string =>
  csv([
    ['file', ...COLUMNS],
    ...rows.map(row => [shownPath(cwd, row.filePath), ...COLUMNS.map(name => String(row[name]))]),
  ]);
