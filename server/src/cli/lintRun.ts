// One run of the lint command: find the files, process them, pass what is left after the filters to the reports, and
// settle the exit code.
import path from 'node:path';
import type { Locale } from '../core/index.ts';
import type { Baseline } from './baseline.ts';
import type { Cache } from './cache.ts';
import { processWithCache } from './cachedRun.ts';
import type { Changes } from './changes.ts';
import { concludeRun } from './corpusRun.ts';
import type { Detail } from './detail.ts';
import { discover, type FoundFile } from './discover.ts';
import { checkEncoding } from './encodingOption.ts';
import { shownPath } from './formatters/paths.ts';
import type { Host } from './host.ts';
import type { LintOptions } from './lintOptions.ts';
import { type Say, sayIn } from './messages.ts';
import type { Outputs } from './outputs.ts';
import { processFiles } from './process.ts';
import { createProgress } from './progress.ts';
import type { Outcome } from './report.ts';
import {
  exitCodeOf,
  openBaseline,
  openReports,
  quietly,
  reportsAmong,
  tellOf,
  writeBaseline,
} from './reporting.ts';
import { createSession, SIZE_LIMIT } from './session.ts';
import { type SessionOptions, sessionBasics } from './sessionOptions.ts';
import { createTally } from './tally.ts';
import { UsageError } from './usageError.ts';
import { packageVersion } from './version.ts';

export interface LintRun {
  readonly host: Host;
  readonly locale: Locale;
  readonly options: LintOptions;
}

export async function lintPaths(run: LintRun, targets: readonly string[]): Promise<number> {
  const { host, options, locale } = run;
  const say = sayIn(locale);
  await checkOptions(run, say);
  const changes = await readChanges(run, say);
  let failed = false;
  const complain = (text: string): void => {
    host.stderr.write(`${text}\n`);
    failed = true;
  };
  const { files, positions } = await findFiles(run, targets, changes, complain);

  const baseline = await openBaseline(run);
  const isShard = positions !== undefined;
  const outputs = await openReports(run, { isShard });
  const sessionOptions = sessionOptionsOf(run, detailOf(outputs, baseline));
  const session = createSession(host.fs, sessionOptions);
  const cache = await openRunCache(run, sessionOptions);
  const tally = createTally();
  const progress = createProgress(host, say, files);
  const diffs = options.diff ? (await import('./diff.ts')).unifiedDiff : undefined;
  let wouldChange = false;
  const emit = (raw: Outcome): void => {
    for (const problem of raw.configProblems ?? []) complain(problem);
    for (const note of raw.notes ?? []) host.stderr.write(`${note}\n`);
    if (raw.ignored) return;
    const outcome = tellOf(raw, { options, baseline, changes });
    tally.add(outcome);
    if (outcome.change) wouldChange = true;
    if (outcome.report.messages.length > 0 || outcome.change) progress.clear();
    if (!diffs) outputs.file(quietly(outcome, options));
    else if (outcome.change) host.stdout.write(diffs(outcome, host.cwd));
  };
  const corpus = isShard
    ? undefined
    : concludeRun({ say, locale, detail: sessionOptions.detail, fs: host.fs, emit });
  let done = 0;
  const onOutcome = (outcome: Outcome, file: FoundFile): void => {
    done++;
    progress.add(file);
    if (corpus) corpus.add(outcome);
    else emit({ ...outcome, part: { ...options.shard!, position: positions!.get(file.path)! } });
  };
  const work = { host, session, sessionOptions, files, threads: options.threads, onOutcome };
  await (cache ? processWithCache({ ...work, cache }) : processFiles(work));
  await corpus?.end();
  progress.clear();
  cache?.save();
  const summary = tally.summary();
  if (!options.diff) outputs.end(summary);
  if (done < files.length) {
    host.stderr.write(`${say('interrupted', { done, total: files.length })}\n`);
    return host.interrupted();
  }
  if (baseline && options.updateBaseline) writeBaseline(run, baseline);
  if (failed) return 2;
  if (options.diff) return summary.fatals > 0 ? 2 : wouldChange ? 1 : 0;
  return exitCodeOf(summary, run);
}

interface Work {
  readonly files: readonly FoundFile[];
  /** For a shard, where each file stands among those of all shards. */
  readonly positions?: ReadonlyMap<string, number>;
}

async function findFiles(
  run: LintRun,
  targets: readonly string[],
  changes: Changes | undefined,
  complain: (text: string) => void,
): Promise<Work> {
  const { host, locale, options } = run;
  const say = sayIn(locale);
  const found = await discover(targets.length > 0 ? targets : ['.'], {
    fs: host.fs,
    cwd: host.cwd,
    honourIgnores: options.ignore,
    sweep: wantsWriting(options),
  });
  const { unmatched, failures } = found;
  if (!options.allowEmpty) {
    for (const target of unmatched) complain(say('nothingToLintMatches', { target }));
    if (found.files.length + unmatched.length + failures.length === 0) complain(say('nothingToLint'));
  }
  for (const { path: folder, code } of failures)
    complain(`${shownPath(host.cwd, folder)}: ${say('cannotRead', { code })}`);
  // The report of the last run, found in a folder, is none of the files that this one is about.
  const reports = reportsAmong(run, targets);
  const files = found.files.filter(file => !reports.has(file.path) && changes?.has(file.path) !== false);
  if (!options.shard) return { files };
  const { takeShard } = await import('./shard.ts');
  const positions = new Map(files.map((file, position) => [file.path, position]));
  return { files: takeShard(files, options.shard), positions };
}

/** Lints standard input; with --fix the text goes to standard output and the report to standard error. */
export async function lintStdin(run: LintRun): Promise<number> {
  const { host, options, locale } = run;
  const say = sayIn(locale);
  await checkOptions(run, say);
  for (const [option, value] of [
    ['--shard', options.shard],
    ['--watch', options.watch],
  ] as const)
    if (value !== undefined) throw new UsageError(say('notWithStdin', { option }));
  const changes = await readChanges(run, say);
  const chunks: Uint8Array[] = [];
  for await (const chunk of host.stdin) chunks.push(chunk);
  const name = path.resolve(host.cwd, options.stdinFilename ?? 'stdin.md');
  const fixes = wantsWriting(options);
  const baseline = await openBaseline(run);
  const outputs = await openReports(run, { toStderr: fixes });
  const sessionOptions = sessionOptionsOf(run, detailOf(outputs, baseline));
  const session = createSession(host.fs, { ...sessionOptions, write: false });
  const raw = await session.processBytes(name, new Uint8Array(Buffer.concat(chunks)));
  for (const note of raw.notes ?? []) host.stderr.write(`${note}\n`);
  if (raw.notes) return 2;
  const outcome = tellOf(raw, { options, baseline, changes });
  const text = outcome.change?.after;
  if (fixes) host.stdout.write(text ?? new TextDecoder().decode(Buffer.concat(chunks)));
  for (const problem of outcome.configProblems ?? []) host.stderr.write(`${problem}\n`);
  const tally = createTally();
  if (options.diff) {
    if (outcome.change) host.stdout.write((await import('./diff.ts')).unifiedDiff(outcome, host.cwd));
    return outcome.change ? 1 : 0;
  }
  tally.add(outcome);
  outputs.file(quietly(outcome, options));
  outputs.end(tally.summary());
  if (baseline && options.updateBaseline) writeBaseline(run, baseline);
  return outcome.configProblems ? 2 : exitCodeOf(tally.summary(), run);
}

// What the parser cannot see: names that exist nowhere, flags that do nothing alone.
async function checkOptions({ options }: LintRun, say: Say): Promise<void> {
  const { encoding, changedFiles, changedSince } = options;
  if (changedFiles && changedSince === undefined)
    throw new UsageError(say('needsOption', { option: '--changed-files', other: '--changed-since' }));
  await checkEncoding('--encoding', encoding, say);
}

const wantsWriting = (options: LintOptions): boolean =>
  !options.diff && (options.fix === true || options.fixUnsafe === true);

/** What the reports want to know of each finding, and what the baseline does. */
const detailOf = ({ detail }: Outputs, baseline: Baseline | undefined): Detail => ({
  ...detail,
  fingerprints: detail.fingerprints || baseline !== undefined,
});

function sessionOptionsOf({ host, locale, options }: LintRun, detail: Detail): SessionOptions {
  return {
    ...sessionBasics({ host, locale, config: options.config, rules: options.rule }),
    detail,
    encoding: options.encoding,
    honourIgnores: options.ignore,
    fix: options.fixUnsafe ? 'unsafe' : options.fix || options.diff ? 'safe' : undefined,
    write: !options.diff,
  };
}

/** The cache of the run, where one is asked for; repairs ask none. */
async function openRunCache(run: LintRun, session: SessionOptions): Promise<Cache | undefined> {
  const { host, options } = run;
  if (!options.cache || session.fix !== undefined) return undefined;
  const { openCache } = await import('./cache.ts');
  const { locale, detail, only, encoding } = session;
  return openCache({
    fs: host.fs,
    folder: path.resolve(host.cwd, options.cacheLocation),
    fingerprint: JSON.stringify([packageVersion(host), host.build, locale, detail, only, encoding]),
    strategy: options.cacheStrategy,
    limit: SIZE_LIMIT,
  });
}

async function readChanges({ host, options }: LintRun, say: Say): Promise<Changes | undefined> {
  if (options.changedSince === undefined) return undefined;
  try {
    return await (await import('./changes.ts')).changesSince(host, options.changedSince);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new UsageError(say('badOption', { option: '--changed-since', detail }));
  }
}
