// One run of the lint command: find the files, process them, pass what is left after the filters to the reports, and
// settle the exit code.
import path from 'node:path';
import type { Locale } from '../core/index.ts';
import type { Cache } from './cache.ts';
import type { Changes } from './changes.ts';
import { concludeRun } from './corpusRun.ts';
import { discover, type FoundFile } from './discover.ts';
import { checkEncoding } from './encodingOption.ts';
import { shownPath } from './formatters/paths.ts';
import type { Host } from './host.ts';
import type { LintOptions } from './lintOptions.ts';
import { type Say, sayIn } from './messages.ts';
import type { Outputs } from './outputs.ts';
import { interruptions, processFiles, usefulThreads } from './process.ts';
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
import { createSession, type Session, SIZE_LIMIT } from './session.ts';
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
  const changes = options.changedSince === undefined ? undefined : await readChanges(run, say);
  const found = await discover(targets.length > 0 ? targets : ['.'], {
    fs: host.fs,
    cwd: host.cwd,
    honourIgnores: options.ignore,
    sweep: wantsWriting(options),
  });
  let failed = false;
  const complain = (text: string): void => {
    host.stderr.write(`${text}\n`);
    failed = true;
  };
  if (!options.allowEmpty)
    for (const target of found.unmatched) complain(say('nothingToLintMatches', { target }));
  for (const { path: folder, code } of found.failures)
    complain(`${shownPath(host.cwd, folder)}: ${say('cannotRead', { code })}`);
  // The report of the last run, found in a folder, is none of the files that this one is about.
  const reports = reportsAmong(run, targets);
  let files = found.files.filter(file => !reports.has(file.path));
  if (found.files.length === 0 && !failed && !options.allowEmpty) complain(say('nothingToLint'));
  if (changes) files = files.filter(file => changes.has(file.path));
  const { shard } = options;
  const positions = shard && new Map(files.map((file, position) => [file.path, position]));
  if (shard) files = (await import('./shard.ts')).takeShard(files, shard);

  const baseline = await openBaseline(run);
  const outputs = await openReports(run, { isShard: shard !== undefined });
  const sessionOptions = sessionOptionsOf(run, {
    ...outputs.detail,
    fingerprints: outputs.detail.fingerprints || baseline !== undefined,
  });
  const session = createSession(host.fs, sessionOptions);
  const cache = await openRunCache(run, sessionOptions);
  const tally = createTally();
  const progress = createProgress(host, say, files);
  let done = 0;
  let wouldChange = false;
  const emit = (raw: Outcome): void => {
    if (raw.configProblems) for (const problem of raw.configProblems) complain(problem);
    for (const note of raw.notes ?? []) host.stderr.write(`${note}\n`);
    if (raw.ignored) return;
    const outcome = tellOf(raw, { options, baseline, changes });
    tally.add(outcome);
    if (outcome.change) wouldChange = true;
    if (outcome.report.messages.length > 0 || outcome.change) progress.clear();
    if (options.diff && outcome.change) host.stdout.write(diffs!(outcome, host.cwd));
    else if (!options.diff) outputs.file(quietly(outcome, options));
  };
  const diffs = options.diff ? (await import('./diff.ts')).unifiedDiff : undefined;
  const corpus = shard
    ? undefined
    : concludeRun({ say, locale, detail: sessionOptions.detail, fs: host.fs, emit });
  const onOutcome = (outcome: Outcome, file: FoundFile): void => {
    done++;
    progress.add(file);
    if (corpus) corpus.add(outcome);
    else emit({ ...outcome, part: { ...shard!, position: positions!.get(file.path)! } });
  };
  await processWithCache(run, { session, sessionOptions, files, cache, onOutcome });
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
  const changes = options.changedSince === undefined ? undefined : await readChanges(run, say);
  const chunks: Uint8Array[] = [];
  for await (const chunk of host.stdin) chunks.push(chunk);
  const name = path.resolve(host.cwd, options.stdinFilename ?? 'stdin.md');
  const fixes = wantsWriting(options);
  const baseline = await openBaseline(run);
  const outputs = await openReports(run, { toStderr: fixes });
  const detail = { ...outputs.detail, fingerprints: outputs.detail.fingerprints || baseline !== undefined };
  const session = createSession(host.fs, { ...sessionOptionsOf(run, detail), write: false });
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

function sessionOptionsOf({ host, locale, options }: LintRun, detail: Outputs['detail']): SessionOptions {
  return {
    ...sessionBasics({ host, locale, config: options.config, rules: options.rule }),
    detail,
    encoding: options.encoding,
    honourIgnores: options.ignore,
    fix: options.fixUnsafe ? 'unsafe' : options.fix || options.diff ? 'safe' : undefined,
    write: !options.diff,
  };
}

interface CachedRun {
  readonly session: Session;
  readonly sessionOptions: SessionOptions;
  readonly files: readonly FoundFile[];
  readonly cache: Cache | undefined;
  readonly onOutcome: (outcome: Outcome, file: FoundFile) => void;
}

async function processWithCache({ host, options }: LintRun, work: CachedRun): Promise<void> {
  const { session, sessionOptions, files, cache, onOutcome } = work;
  if (!cache) {
    const threads = options.threads ?? usefulThreads(files, host);
    await processFiles({ host, session, sessionOptions, files, threads, onOutcome });
    return;
  }
  const wasInterrupted = interruptions(host);
  const keyOf = async (file: FoundFile): Promise<string | undefined> =>
    cache.keyOf(file, await session.settingsKey(file.path));
  const keys = new Map<FoundFile, string>();
  const misses: FoundFile[] = [];
  for (const file of files) {
    if (await wasInterrupted()) return;
    const key = await keyOf(file);
    if (key !== undefined) keys.set(file, key);
    if (key === undefined || !cache.has(key)) misses.push(file);
  }
  // What the cache knows waits for its turn, so that reports stay in the order of the files.
  let next = 0;
  const passHits = async (until: FoundFile | undefined): Promise<void> => {
    for (; next < files.length && files[next] !== until; next++) {
      if (until === undefined && (await wasInterrupted())) return;
      const file = files[next]!;
      onOutcome(cache.get(keys.get(file)!, file.path) ?? (await session.processFile(file.path)), file);
    }
  };
  if (misses.length > 0) {
    const done = await processFiles({
      host,
      session,
      sessionOptions,
      files: misses,
      threads: options.threads ?? usefulThreads(misses, host),
      async onOutcome(outcome, file) {
        await passHits(file);
        next++;
        const key = keys.get(file);
        // A file that has changed meanwhile is not what the key says.
        if (key !== undefined && (await keyOf(file)) === key) cache.set(key, outcome);
        onOutcome(outcome, file);
      },
    });
    if (done < misses.length) return;
  }
  await passHits(undefined);
}

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

async function readChanges({ host, options }: LintRun, say: Say): Promise<Changes> {
  try {
    return await (await import('./changes.ts')).changesSince(host, options.changedSince!);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new UsageError(say('badOption', { option: '--changed-since', detail }));
  }
}
