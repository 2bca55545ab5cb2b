// Everything that happens to one file, on the main thread or on a worker: configuration, reading, and what comes of the
// text. Files share nothing but the linter of each distinct configuration.
import { errorCode } from '../adapters/systemErrors.ts';
import {
  type ConfigProblem,
  configMessage,
  createConfigResolver,
  type ResolvedConfig,
} from '../config/index.ts';
import type { Format, Locale, Settings } from '../core/index.ts';
import { configFiles, toId } from './configFiles.ts';
import type { DocumentLinter } from './documentLinter.ts';
import { hashText } from './hashText.ts';
import type { FileSystem } from './host.ts';
import { type Say, sayIn } from './messages.ts';
import { fatalMessage, fileReport, type Outcome } from './report.ts';
import type { SessionOptions } from './sessionOptions.ts';

export interface Session {
  /** Never rejects: what goes wrong is a fatal message. */
  processFile(path: string): Promise<Outcome>;
  /** As `processFile`, for bytes that came another way; nothing is written. */
  processBytes(path: string, bytes: Uint8Array): Promise<Outcome>;
  /** Lints a text that never was a file; `path` says which configuration applies, `id` names it in the report. */
  processText(path: string, id: string, text: string, format?: Format): Promise<Outcome>;
  /** What a file is linted with, each problem in words and with its place. */
  configOf(
    path: string,
  ): Promise<Omit<ResolvedConfig, 'problems'> & { readonly problems: readonly string[] }>;
  /** The same for files with the same settings, on every run. */
  settingsKey(path: string): Promise<string>;
}

const MEBIBYTE = 1024 * 1024;
/** Bytes; V8 cannot hold a string much longer, and each character costs several times its bytes. */
export const SIZE_LIMIT = 100 * MEBIBYTE;

export function createSession(fs: FileSystem, options: SessionOptions): Session {
  const say = sayIn(options.locale);
  const resolver = createConfigResolver({
    files: configFiles(fs, options.home),
    configFile: options.configFile && toId(options.configFile),
    overlay: options.overlay,
    only: options.only,
  });
  const keys = new Map<Settings, string>();
  const told = new Set<readonly ConfigProblem[]>();
  let loading: Promise<DocumentLinter> | undefined;
  const documents = (): Promise<DocumentLinter> => {
    loading ??= import('./documentLinter.ts').then(module => module.createDocumentLinter(fs, options));
    return loading;
  };
  /** Problems of configuration are told once. */
  const news = (problems: readonly ConfigProblem[]): Partial<Outcome> => {
    if (problems.length === 0 || told.has(problems)) return {};
    told.add(problems);
    return { configProblems: described(problems) };
  };
  const described = (problems: readonly ConfigProblem[]): string[] =>
    problems.map(problem => describeProblem(problem, options.locale));

  async function processBytes(path: string, bytes: Uint8Array, isOnDisk = false): Promise<Outcome> {
    const { settings, problems, ignored } = await resolver.resolve(toId(path));
    const extra = news(problems);
    if (ignored && options.honourIgnores)
      return { report: fileReport(path, []), ignored: true, bytes: 0, ...extra };
    return (await documents()).lintBytes(path, bytes, settings, isOnDisk, extra);
  }

  return {
    async processText(path, id, text, format) {
      const { settings, problems } = await resolver.resolve(toId(path));
      return (await documents()).lintText(id, text, format, settings, news(problems));
    },
    processBytes: (path, bytes) => processBytes(path, bytes),
    async configOf(path) {
      const config = await resolver.resolve(toId(path));
      return { ...config, problems: described(config.problems) };
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
      const read = readFile(fs, path, say);
      if (typeof read !== 'string') return processBytes(path, read, true);
      return { report: fileReport(path, [fatalMessage(read)]), bytes: 0 };
    },
  };
}

/** The bytes of a file, or why there are none; valid until the next call. */
function readFile(fs: FileSystem, path: string, say: Say): Uint8Array | string {
  try {
    const read = fs.readOnce?.(path, SIZE_LIMIT);
    const { kind, size } = read ?? fs.stat(path);
    if (kind !== 'file') return say('notRegular');
    if (size > SIZE_LIMIT)
      return say('tooLarge', { size: Math.ceil(size / MEBIBYTE), limit: SIZE_LIMIT / MEBIBYTE });
    return read?.bytes ?? fs.readFile(path);
  } catch (error) {
    const code = errorCode(error);
    // What of a name is not UTF-8 has become U+FFFD, which names no file.
    if (code === 'ENOENT' && path.includes('\ufffd')) return say('nameNotUtf8');
    return say('cannotRead', { code });
  }
}

/** A problem of a configuration with its place, one line. */
export function describeProblem(problem: ConfigProblem, locale: Locale): string {
  const before = problem.text?.slice(0, problem.start);
  const line =
    before === undefined ? '' : `:${before.split('\n').length}:${problem.start - before.lastIndexOf('\n')}`;
  return `${problem.file}${line}: ${configMessage(problem, locale)}`;
}
