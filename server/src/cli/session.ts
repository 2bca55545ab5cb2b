// Everything that happens to one file, on the main thread or on a worker: configuration, reading, linting, repair.
// A session keeps one linter for each distinct configuration; files share nothing else.
import { decode } from '../adapters/decode.ts';
import {
  type ConfigLayer,
  type ConfigProblem,
  configMessage,
  createConfigResolver,
  type ResolvedConfig,
} from '../config/index.ts';
import {
  type ByteFacts,
  collectCorpus,
  createLinter,
  createSourceText,
  detectFormat,
  type Fault,
  type Finding,
  type Format,
  type FrontMatterReader,
  fixAll,
  type Linter,
  type LintResult,
  type Locale,
  type Safety,
  type SchemaChecker,
  type Settings,
  type SourceText,
} from '../core/index.ts';
import { ChangedFileError, replaceFile } from './atomicWrite.ts';
import { configFiles, toId } from './configFiles.ts';
import { type Detail, hashText, openingOf, renderFindings } from './findings.ts';
import { errorCode, type FileSystem } from './host.ts';
import { type Say, sayIn } from './messages.ts';
import { judgeRecoding, RECODING_RULE, UTF8 } from './recoding.ts';
import {
  fatalMessage,
  fileReport,
  type Message,
  type Outcome,
  type Rendered,
  withMessages,
} from './report.ts';

/** Structured data: it is sent to worker threads. */
export interface SessionOptions {
  readonly cwd: string;
  readonly home: string | undefined;
  readonly locale: Locale;
  readonly detail: Detail;
  readonly configFile?: string | undefined;
  readonly only?: readonly string[] | undefined;
  readonly overlay?: ConfigLayer | undefined;
  readonly encoding?: string | undefined;
  readonly honourIgnores: boolean;
  /** Repairs files, or only says what repair would change. */
  readonly fix?: Safety | undefined;
  readonly write: boolean;
}

export interface Session {
  /** Never rejects: what goes wrong is a fatal message. */
  processFile(path: string): Promise<Outcome>;
  /** As `processFile`, for bytes that came another way; nothing is written. */
  processBytes(path: string, bytes: Uint8Array): Promise<Outcome>;
  /** Lints a text that never was a file; `path` says which configuration applies, `id` names it in the report. */
  processText(path: string, id: string, text: string, format?: Format): Promise<Outcome>;
  configOf(
    path: string,
  ): Promise<Omit<ResolvedConfig, 'problems'> & { readonly problems: readonly string[] }>;
  /** The same for files with the same settings, on every run. */
  settingsKey(path: string): Promise<string>;
}

/** Bytes; V8 cannot hold a string much longer, and each character costs several times its bytes. */
export const SIZE_LIMIT = 100 * 1024 * 1024;

export function createSession(fs: FileSystem, options: SessionOptions): Session {
  const say = sayIn(options.locale);
  const resolver = createConfigResolver({
    files: configFiles(fs, options.home),
    configFile: options.configFile && toId(options.configFile),
    overlay: options.overlay,
    only: options.only,
  });
  const linters = new Map<Settings, Linter>();
  const keys = new Map<Settings, string>();
  const told = new Set<readonly ConfigProblem[]>();
  let reader: FrontMatterReader | undefined;
  let checker: SchemaChecker | undefined;
  const ports = {
    get frontMatter(): FrontMatterReader | undefined {
      return reader;
    },
    get schema(): SchemaChecker | undefined {
      return checker;
    },
  };
  const linterOf = (settings: Settings): Linter => {
    let linter = linters.get(settings);
    if (!linter) {
      linter = createLinter({ settings, ports });
      linters.set(settings, linter);
    }
    return linter;
  };

  async function prepareReader(text: string, settings: Settings): Promise<void> {
    // The parsers cost more to load than a small file costs to lint.
    if (!MAY_HAVE_FRONT_MATTER.test(text)) return;
    const { loadFrontMatterReader } = await import('../adapters/loadFrontMatter.ts');
    reader = await loadFrontMatterReader(text, options.fix !== undefined);
    if (!checker && (settings.expectations.frontMatterSchema !== undefined || text.includes('$schema')))
      checker = (await import('../adapters/schemaFiles.ts')).localSchemaChecker(file => fs.readFile(file));
  }

  async function processText(path: string, id: string, text: string, format?: Format): Promise<Outcome> {
    const { settings, problems } = await resolver.resolve(toId(path));
    const isNew = !told.has(problems) && problems.length > 0;
    told.add(problems);
    const extra = isNew ? { configProblems: problems.map(p => describeProblem(p, options.locale)) } : {};
    await prepareReader(text, settings);
    const linter = linterOf(settings);
    const source = createSourceText(id, format ?? detectFormat(id, text), text);
    if (options.fix !== undefined)
      return repair(source, linter, NO_BYTES, undefined, options.fix, false, extra);
    const result = linter.lint(source);
    return outcome(id, linter, result, result.faults, 0, extra);
  }

  async function processBytes(path: string, bytes: Uint8Array, isOnDisk = false): Promise<Outcome> {
    const config = await resolver.resolve(toId(path));
    const problems = told.has(config.problems)
      ? []
      : config.problems.map(p => describeProblem(p, options.locale));
    told.add(config.problems);
    const extra = problems.length > 0 ? { configProblems: problems } : {};
    if (config.ignored && options.honourIgnores)
      return { report: fileReport(path, []), ignored: true, bytes: 0, ...extra };
    const { text, codes, facts } = await decode(bytes, { encoding: options.encoding });
    await prepareReader(text, config.settings);
    const linter = linterOf(config.settings);
    const source = createSourceText(path, detectFormat(path, text), text, codes);
    if (options.fix === undefined) {
      const result = linter.lint(source, facts);
      return outcome(path, linter, result, result.faults, bytes.length, extra);
    }
    return repair(source, linter, bytes, facts, options.fix, isOnDisk, extra);
  }

  async function repair(
    source: SourceText,
    linter: Linter,
    bytes: Uint8Array,
    facts: ByteFacts | undefined,
    safety: Safety,
    isOnDisk: boolean,
    extra: Partial<Outcome>,
  ): Promise<Outcome> {
    const path = source.id;
    // A pipe is no file: what comes out of it is UTF-8 anyway.
    const asked = isOnDisk ? safety : 'unsafe';
    const recoding = facts
      ? await judgeRecoding(bytes, facts, { ...options, linter, safety: asked })
      : 'none';
    if (recoding === 'refused' || recoding === 'lossy') {
      const result = linter.lint(source, facts);
      const reason = recoding === 'lossy' ? 'notLossless' : 'notUtf8';
      const notes =
        options.write || !isOnDisk ? [`${path}: ${say(reason, { encoding: facts?.encoding ?? '' })}`] : [];
      return outcome(path, linter, result, result.faults, bytes.length, { ...extra, notes });
    }
    const recodes = recoding === 'proven';
    const read = recodes ? UTF8 : facts;
    const fixed = fixAll(linter, source, { safety, bytes: read });
    const applied = Object.fromEntries(fixed.applied);
    if (recodes) applied[RECODING_RULE] = 1;
    const hasBom = read?.hasBom === true;
    const dropsBom = hasBom && fixed.result.findings.some(f => f.ruleId === 'encoding/bom');
    if (dropsBom) applied['encoding/bom'] = 1;
    const result = dropsBom
      ? { ...fixed.result, findings: fixed.result.findings.filter(f => f.ruleId !== 'encoding/bom') }
      : fixed.result;
    const changes = fixed.text !== source.text || dropsBom || recodes;
    const change = changes ? { before: source.text, after: fixed.text } : undefined;
    if (change && options.write && isOnDisk) {
      const written = encodeUtf8(fixed.text, hasBom && !dropsBom);
      try {
        replaceFile(fs, path, bytes, written);
      } catch (error) {
        const before = linter.lint(source, facts);
        const failed = outcome(path, linter, before, before.faults, bytes.length, extra);
        return withMessage(failed, fatalMessage(writeFailure(error, say)));
      }
    }
    return outcome(path, linter, result, fixed.faults, bytes.length, {
      ...extra,
      ...(change ? { applied } : {}),
      ...(change && !(options.write && isOnDisk) ? { change } : {}),
    });
  }

  function outcome(
    path: string,
    linter: Linter,
    result: LintResult,
    found: readonly Fault[],
    bytes: number,
    extra: Partial<Outcome>,
  ): Outcome {
    const render = (findings: readonly Finding[]): Rendered =>
      renderFindings(linter, { doc: result.doc, findings }, options.locale, options.detail);
    const faults: Fault[] = [...found];
    const collected = collectCorpus(linter, result, faults);
    const ifUnused = result.corpusSilences?.map(silence => render(silence.ifUnused)) ?? [];
    const { messages, ...parallel } = render(result.findings);
    const crashes = faults.map(fault =>
      fatalMessage(say('ruleCrashed', { rule: fault.ruleId ?? '–', detail: fault.message })),
    );
    const complete: Outcome = {
      ...extra,
      ...parallel,
      report: fileReport(path, [...messages, ...crashes]),
      bytes,
    };
    // A document that no corpus rule keeps anything of is judged to the end.
    if (!collected) return ifUnused.reduce(withMessages, complete);
    const opening = openingOf(result.doc.text);
    return {
      ...complete,
      collected: { ...collected, opening, ...(ifUnused.length > 0 ? { ifUnused } : {}) },
    };
  }

  return {
    processText,
    processBytes: (path, bytes) => processBytes(path, bytes),
    async configOf(path) {
      const config = await resolver.resolve(toId(path));
      return {
        ...config,
        problems: config.problems.map(problem => describeProblem(problem, options.locale)),
      };
    },
    async settingsKey(path) {
      const { settings, ignored, problems } = await resolver.resolve(toId(path));
      let key = keys.get(settings);
      if (key === undefined) {
        key = hashText(JSON.stringify(settings));
        keys.set(settings, key);
      }
      return `${key}${ignored ? 'i' : ''}${problems.length > 0 ? 'p' : ''}`;
    },
    async processFile(path) {
      const failed = (message: string): Outcome => ({
        report: fileReport(path, [fatalMessage(message)]),
        bytes: 0,
      });
      let bytes: Uint8Array;
      try {
        const read = fs.readOnce?.(path, SIZE_LIMIT);
        const { kind, size } = read ?? fs.stat(path);
        if (kind !== 'file') return failed(say('notRegular'));
        if (size > SIZE_LIMIT)
          return failed(say('tooLarge', { size: Math.ceil(size / 1048576), limit: SIZE_LIMIT / 1048576 }));
        bytes = read?.bytes ?? fs.readFile(path);
      } catch (error) {
        return failed(say('cannotRead', { code: errorCode(error) }));
      }
      return processBytes(path, bytes, true);
    },
  };
}

const NO_BYTES = new Uint8Array(0);

/** A fence, or a brace for bare JSON, before anything but blank space. */
const MAY_HAVE_FRONT_MATTER = /^[\s\ufeff]*(?:---|\+\+\+|;;;|\{)/;

function withMessage(outcome: Outcome, message: Message): Outcome {
  return { ...outcome, report: fileReport(outcome.report.filePath, [...outcome.report.messages, message]) };
}

const writeFailure = (error: unknown, say: Say): string =>
  error instanceof ChangedFileError
    ? say('changedMeanwhile')
    : say('cannotWrite', { code: errorCode(error) });

export function encodeUtf8(text: string, bom: boolean): Uint8Array {
  return new TextEncoder().encode(bom ? `\ufeff${text}` : text);
}

/** A problem of a configuration with its place, one line. */
export function describeProblem(problem: ConfigProblem, locale: Locale): string {
  const before = problem.text?.slice(0, problem.start);
  const line =
    before === undefined ? '' : `:${before.split('\n').length}:${problem.start - before.lastIndexOf('\n')}`;
  return `${problem.file}${line}: ${configMessage(problem, locale)}`;
}
