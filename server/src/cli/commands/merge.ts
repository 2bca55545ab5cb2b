// merge: the reports of several shards as the report of one run, in any format. Corpus rules, which need every document,
// conclude here.
import path from 'node:path';
import { ALL_DETAIL } from '../findings.ts';
import { errorCode, type Host } from '../host.ts';
import { addReportOptions, type ReportOptions } from '../lintOptions.ts';
import { type Say, sayIn } from '../messages.ts';
import { type FileReport, fileReport, type Outcome } from '../report.ts';
import { exitCodeOf, openBaseline, openReports, quietly, tellOf, writeBaseline } from '../reporting.ts';
import { createTally } from '../tally.ts';
import { UsageError } from '../usageError.ts';
import type { DefineCommand } from './command.ts';

export const define: DefineCommand = (command, { host, locale, exit }) => {
  addReportOptions(command.argument('<reports...>'), locale).action(
    async (reports: string[], options: ReportOptions) => {
      const say = sayIn(locale);
      const run = { host, locale, options };
      const all = new Map<string, Merged>();
      for (const name of reports)
        for (const merged of readReport(host, name, say)) all.set(merged.outcome.report.filePath, merged);
      const merged = [...all.values()].sort(byPlace);
      const baseline = await openBaseline(run);
      const outputs = await openReports(run);
      const { excerpts, fingerprints, byteColumns } = outputs.detail;
      if (excerpts || fingerprints || byteColumns || baseline) {
        const poor = merged.find(({ outcome }) => !outcome.part && outcome.report.messages.length > 0);
        const what = baseline ? '--baseline' : `--format ${options.format.map(f => f.name).join(', ')}`;
        if (poor) throw new UsageError(say('noDetails', { file: poor.from, what }));
      }
      const tally = createTally();
      const { concludeRun } = await import('../corpusRun.ts');
      const corpus = concludeRun({
        say,
        locale,
        detail: ALL_DETAIL,
        emit({ part, ...raw }) {
          const outcome = tellOf(raw, { options, baseline });
          tally.add(outcome);
          outputs.file(quietly(outcome, options));
        },
      });
      for (const { outcome } of merged) corpus.add(outcome);
      corpus.end();
      const summary = tally.summary();
      outputs.end(summary);
      if (baseline && options.updateBaseline) writeBaseline(run, baseline);
      const missing = missingShard(merged, reports.length);
      if (missing) host.stderr.write(`${say('missingShards', missing)}\n`);
      exit(missing ? 2 : exitCodeOf(summary, run));
    },
  );
};

interface Merged {
  readonly outcome: Outcome;
  /** The report it stands in. */
  readonly from: string;
}

function* readReport(host: Host, name: string, say: Say): Generator<Merged> {
  let text: string;
  try {
    text = new TextDecoder().decode(host.fs.readFile(path.resolve(host.cwd, name)));
  } catch (error) {
    throw new UsageError(`${name}: ${say('cannotRead', { code: errorCode(error) })}`);
  }
  const lines = text.trimStart().startsWith('[') ? [text] : text.split('\n');
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    try {
      const value: unknown = JSON.parse(line);
      for (const report of Array.isArray(value) ? value : [value])
        yield { outcome: outcomeOf(report), from: name };
    } catch (error) {
      const detail = errorCode(error);
      throw new UsageError(say('notAReport', { file: name, line: index + 1, detail }));
    }
  }
}

type ShardReport = FileReport & { readonly shard?: NonNullable<Outcome['part']> & Omit<Outcome, 'report'> };

function outcomeOf(value: unknown): Outcome {
  if (typeof value !== 'object' || value === null || !('filePath' in value) || !('messages' in value))
    throw new Error('filePath, messages');
  const { filePath, messages, shard } = value as ShardReport;
  const report = fileReport(filePath, messages);
  if (!shard) return { report, bytes: 0 };
  const { index, count, position, ...details } = shard;
  return { ...details, report, bytes: 0, part: { index, count, position } };
}

// As one run would have had them; reports of separate runs have no places and go by path.
function byPlace({ outcome: a }: Merged, { outcome: b }: Merged): number {
  if (a.part && b.part) return a.part.position - b.part.position;
  return byPath(a.report.filePath, b.report.filePath);
}

// The order of a walk: folder by folder, names by code unit.
function byPath(a: string, b: string): number {
  const left = a.split(path.sep);
  const right = b.split(path.sep);
  for (let i = 0; i < Math.min(left.length, right.length); i++)
    if (left[i] !== right[i]) return left[i]! < right[i]! ? -1 : 1;
  return left.length - right.length;
}

// A shard without files has an empty report, which does not tell its number: reports are counted as well.
function missingShard(
  merged: readonly Merged[],
  reports: number,
): { missing: number; count: number } | undefined {
  const count = merged.reduce((most, { outcome }) => Math.max(most, outcome.part?.count ?? 0), 0);
  if (reports >= count) return undefined;
  const present = new Set(merged.map(({ outcome }) => outcome.part?.index));
  for (let missing = 1; missing <= count; missing++) if (!present.has(missing)) return { missing, count };
  return undefined;
}
