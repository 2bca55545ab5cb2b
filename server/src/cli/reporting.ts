// From outcomes to reports, for every command that has findings to tell: what the options leave of them, where they go,
// which exit code follows, what the baseline remembers.
import path from 'node:path';
import { exists } from '../adapters/exists.ts';
import { errorCode } from '../adapters/systemErrors.ts';
import type { Locale } from '../core/index.ts';
import type { Baseline } from './baseline.ts';
import type { Changes } from './changes.ts';
import type { Summary } from './formatters/formatter.ts';
import type { Host } from './host.ts';
import type { FormatRequest, ReportOptions } from './lintOptions.ts';
import { type Say, sayIn } from './messages.ts';
import { type Outputs, openOutputs } from './outputs.ts';
import { filterOutcome, type Outcome } from './report.ts';
import { UsageError } from './usageError.ts';

export interface Reporting {
  readonly host: Host;
  readonly locale: Locale;
  readonly options: ReportOptions;
}

export interface OpenReportsOptions {
  /** Standard error carries the report while standard output carries a text. */
  readonly toStderr?: boolean;
  /** jsonl carries all that merge needs. */
  readonly isShard?: boolean;
}

/** The formats asked for, opened. */
export async function openReports(
  { host, options, locale }: Reporting,
  { toStderr = false, isShard = false }: OpenReportsOptions = {},
): Promise<Outputs> {
  const say = sayIn(locale);
  const wanted = wantedFormats(options);
  checkDestinations(wanted, host.cwd, say);
  const stream = toStderr ? host.stderr : host.stdout;
  const colour =
    options.color &&
    !host.env.NO_COLOR &&
    (stream.isTerminal || Boolean(host.env.FORCE_COLOR)) &&
    host.env.TERM !== 'dumb';
  return openOutputs({ host, locale, say, colour, formats: wanted, toStderr, isShard });
}

/** The formats asked for, each with its file if it has one. */
function wantedFormats(options: ReportOptions): readonly FormatRequest[] {
  // Counts alone stand in for what standard output would get; formats that go to files are written as ever.
  const wanted: FormatRequest[] = options.statistics
    ? [...options.format.filter(({ file }) => file !== undefined), { name: 'statistics' }]
    : [...options.format];
  if (wanted.length === 0) wanted.push({ name: 'pretty' });
  const last = wanted.length - 1;
  if (options.outputFile !== undefined && wanted[last]!.file === undefined)
    wanted[last] = { ...wanted[last]!, file: options.outputFile };
  return wanted;
}

/** Reports in lines, which may stand one after the other; of the others each is a document. */
const LINES: ReadonlySet<string> = new Set(['pretty', 'concise', 'statistics', 'github', 'markdown']);

function checkDestinations(wanted: readonly FormatRequest[], cwd: string, say: Say): void {
  const shown = wanted.filter(({ file }) => file === undefined).map(({ name }) => name);
  if (shown.length > 1 && !shown.every(name => LINES.has(name)))
    throw new UsageError(say('sameStdout', { formats: shown.join(', '), last: shown.at(-1)! }));
  const files = new Set<string>();
  for (const { file } of wanted) {
    if (file === undefined) continue;
    const full = path.resolve(cwd, file);
    if (files.has(full)) throw new UsageError(say('sameFile', { file }));
    files.add(full);
  }
}

/**
 * Which of the files that a run reads it would write its reports to. Throws a UsageError for one that is among `named`,
 * which the user has asked to be read.
 */
export function reportsAmong(
  { host, options, locale }: Reporting,
  named: readonly string[],
): ReadonlySet<string> {
  const inputs = new Set(named.map(name => path.resolve(host.cwd, name)));
  const files = new Set<string>();
  for (const file of [...wantedFormats(options).map(format => format.file), options.baseline]) {
    if (file === undefined) continue;
    const full = path.resolve(host.cwd, file);
    if (inputs.has(full)) throw new UsageError(sayIn(locale)('reportOverInput', { file }));
    files.add(full);
  }
  return files;
}

/** The outcome that a run tells of: changed lines first, then the baseline, as that holds findings of whole files. */
export function tellOf(
  outcome: Outcome,
  {
    options,
    baseline,
    changes,
  }: {
    readonly options: ReportOptions & { readonly changedFiles?: boolean };
    readonly baseline: Baseline | undefined;
    readonly changes?: Changes | undefined;
  },
): Outcome {
  let kept = outcome;
  if (baseline) {
    baseline.record(outcome);
    kept = options.updateBaseline ? filterOutcome(kept, () => false) : baseline.filter(kept);
    kept = { ...kept, known: outcome.report.messages.length - kept.report.messages.length };
  }
  if (changes && !options.changedFiles) {
    const lines = changes.get(outcome.report.filePath);
    if (lines || !changes.has(outcome.report.filePath))
      kept = filterOutcome(
        kept,
        m => lines?.some(([from, to]) => m.line <= to && from <= m.endLine) === true,
      );
  }
  return kept;
}

export const quietly = (outcome: Outcome, options: ReportOptions): Outcome =>
  options.quiet ? filterOutcome(outcome, m => m.level === 'error') : outcome;

/** 0, 1 or 2 as docs/ci.md says: failures win over findings. Says why where the report alone would not tell. */
export function exitCodeOf(summary: Summary, { host, locale, options }: Reporting): 0 | 1 | 2 {
  const { errors, warnings, infos, fatals } = summary;
  const { failOn, maxWarnings } = options;
  const isOver = maxWarnings !== undefined && warnings > maxWarnings;
  if (isOver) host.stderr.write(`${sayIn(locale)('tooManyWarnings', { warnings, max: maxWarnings })}\n`);
  if (fatals > 0) return 2;
  if (isOver) return 1;
  if (failOn === 'never') return 0;
  const counted = errors + (failOn === 'error' ? 0 : warnings) + (failOn === 'info' ? infos : 0);
  return counted > 0 ? 1 : 0;
}

export async function openBaseline({ host, options, locale }: Reporting): Promise<Baseline | undefined> {
  const say = sayIn(locale);
  if (options.baseline === undefined) {
    if (options.updateBaseline)
      throw new UsageError(say('needsOption', { option: '--update-baseline', other: '--baseline' }));
    return undefined;
  }
  const { NotABaselineError, readBaseline } = await import('./baseline.ts');
  const file = path.resolve(host.cwd, options.baseline);
  try {
    const baseline = readBaseline(host.fs, file);
    if (baseline.isNew && !options.updateBaseline)
      host.stderr.write(`${say('noBaseline', { file: options.baseline })}\n`);
    return baseline;
  } catch (error) {
    if (error instanceof NotABaselineError)
      throw new UsageError(say('notABaseline', { file: options.baseline }));
    throw new UsageError(`${options.baseline}: ${say('cannotRead', { code: errorCode(error) })}`);
  }
}

export function writeBaseline({ host, options, locale }: Reporting, baseline: Baseline): void {
  const say = sayIn(locale);
  const file = path.resolve(host.cwd, options.baseline!);
  const { json, count } = baseline.text(name => exists(host.fs, name));
  try {
    host.fs.makeDirectory(path.dirname(file));
    const open = host.fs.openForWriting(`${file}.tmp`);
    open.write(new TextEncoder().encode(json));
    open.close();
    host.fs.rename(`${file}.tmp`, file);
  } catch (error) {
    throw new UsageError(`${options.baseline!}: ${say('notWritten', { code: errorCode(error) })}`);
  }
  host.stderr.write(`${say('baselineWritten', { file: options.baseline!, count })}\n`);
}
