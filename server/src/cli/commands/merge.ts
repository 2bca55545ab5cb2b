// merge: the reports of several shards as one. It reads what --format json or jsonl wrote.
import path from 'node:path';
import { Option } from 'commander';
import { FORMATS } from '../formatters/index.ts';
import { errorCode } from '../host.ts';
import type { FormatRequest } from '../lintOptions.ts';
import { sayIn } from '../messages.ts';
import { openOutputs } from '../outputs.ts';
import type { FileReport, Outcome } from '../report.ts';
import { createTally, exitCode } from '../tally.ts';
import type { DefineCommand } from './command.ts';

export const define: DefineCommand = (command, { host, locale, exit }) => {
  const formats = Object.keys(FORMATS).filter(name => !NEEDS_TEXT.has(name));
  command
    .argument('<reports...>')
    .addOption(new Option('--format <name>').choices(formats).default('concise'))
    .option('--output-file <file>')
    .addOption(
      new Option('--fail-on <level>').choices(['error', 'warning', 'info', 'never']).default('error'),
    )
    .action(
      async (
        reports: string[],
        options: { format: string; outputFile?: string; failOn: 'error' | 'warning' | 'info' | 'never' },
      ) => {
        const say = sayIn(locale);
        const all = new Map<string, Outcome>();
        for (const name of reports) {
          try {
            const text = new TextDecoder().decode(host.fs.readFile(path.resolve(host.cwd, name)));
            for (const report of parseReports(text)) all.set(report.filePath, { report, bytes: 0 });
          } catch (error) {
            host.stderr.write(`${name}: ${say('cannotRead', { code: errorCode(error) })}\n`);
            exit(2);
            return;
          }
        }
        const request: FormatRequest =
          options.outputFile === undefined
            ? { name: options.format }
            : { name: options.format, file: options.outputFile };
        const outputs = await openOutputs({ host, locale, say, colour: false, formats: [request] });
        const tally = createTally();
        for (const file of [...all.keys()].sort(byPath)) {
          const outcome = all.get(file)!;
          tally.add(outcome);
          outputs.file(outcome);
        }
        outputs.end(tally.summary());
        exit(exitCode(tally.summary(), options));
      },
    );
};

/** Formats whose details are not in a JSON report. */
const NEEDS_TEXT = new Set(['pretty', 'sarif', 'gitlab', 'rdjson']);

function* parseReports(text: string): Generator<FileReport> {
  const isArray = text.trimStart().startsWith('[');
  const values: unknown[] = isArray
    ? (JSON.parse(text) as unknown[])
    : text
        .split('\n')
        .filter(line => line.trim() !== '')
        .map(line => JSON.parse(line) as unknown);
  for (const value of values) {
    if (typeof value !== 'object' || value === null || !('filePath' in value) || !('messages' in value))
      throw new Error('not a report of --format json or jsonl');
    yield value as FileReport;
  }
}

// The order of a walk: folder by folder, names by code unit.
function byPath(a: string, b: string): number {
  const left = a.split(path.sep);
  const right = b.split(path.sep);
  for (let i = 0; i < Math.min(left.length, right.length); i++)
    if (left[i] !== right[i]) return left[i]! < right[i]! ? -1 : 1;
  return left.length - right.length;
}
