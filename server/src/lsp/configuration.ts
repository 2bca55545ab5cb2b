// Which settings are in force for a document. A corpus must be judged alike in the editor and on the command line, so
// where a configuration file is found it alone decides; the editor's settings speak where there is none. A file that
// is broken is reported in itself, and what it said when it was last whole stays in force.
import { type Connection, type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import {
  baseName,
  CONFIG_FILE_NAME,
  type ConfigLayer,
  type ConfigProblem,
  configMessage,
  createConfigResolver,
  joinPath,
  type ResolvedConfig,
} from '../config/index.ts';
import type { Locale } from '../core/index.ts';
import {
  createLinter,
  createSourceText,
  DEFAULT_SETTINGS,
  type Linter,
  type Settings,
} from '../core/index.ts';
import type { ClientFacts } from './clientFacts.ts';
import { digest } from './digest.ts';
import { fileIdOf, uriOf } from './fileId.ts';
import { notify } from './notify.ts';
import type { ServerPorts } from './ports.ts';
import { positionsOf } from './positions.ts';
import { Method, type ReadFileParams, SOURCE } from './protocol.ts';
import { type EditorSettings, readEditorSettings } from './settings.ts';

export interface Configured {
  readonly editor: EditorSettings;
  readonly linter: Linter;
  /** True when a configuration file leaves the document out. */
  readonly ignored: boolean;
  /** Equal for equal settings, of the editor too; part of the identity of a report. */
  readonly key: string;
}

export interface Configuration {
  /** The language of messages: what the settings say, else the editor's own. */
  readonly locale: Locale;
  of(uri: string): Promise<Configured>;
  /** The bytes of a file, by the host or by the client; undefined where there is none. */
  read(uri: string): Promise<Uint8Array | undefined>;
  /** The editor's settings changed; `sent` holds them where the editor cannot be asked. */
  changed(sent: unknown): void;
  /** Files changed on disk; true when one of them matters to the configuration. */
  filesChanged(uris: readonly string[]): boolean;
  foldersChanged(added: readonly string[], removed: readonly string[]): void;
  /** A document was closed: its settings are found again when they are asked for. */
  forget(uri: string): void;
  /** Ids of the folders that are open. */
  folders(): readonly string[];
  /** True when a configuration file leaves the file out. */
  isIgnored(id: string): Promise<boolean>;
}

export interface ConfigurationOptions {
  readonly connection: Connection;
  readonly ports: ServerPorts;
  readonly client: ClientFacts;
  /** The editor's language. */
  readonly locale: Locale;
  readonly workspaceFolders: readonly string[];
}

const SECTION = 'corpusLint';
const NOTHING_FOUND: ResolvedConfig = {
  settings: DEFAULT_SETTINGS,
  ignored: false,
  sources: [],
  problems: [],
};

export function createConfiguration(options: ConfigurationOptions): Configuration {
  const { connection, ports, client } = options;
  const localeIn = (settings: EditorSettings): Locale =>
    settings.locale === 'auto' ? options.locale : settings.locale;
  let pushed = readEditorSettings(client.options.settings);
  let locale = localeIn(pushed);
  const workspaceFolders = new Set(options.workspaceFolders.map(fileIdOf));
  let byUri = new Map<string, Promise<Configured>>();
  /** Counts the changes: what was found out before the last one has no say any more, however late it arrives. */
  let changes = 0;
  let resolver = newResolver();
  /** Ids of files that had a say or were looked for, to tell which changes matter. */
  const consulted = new Set<string>();
  const lastGood = new Map<string, ResolvedConfig>();
  /** Ids of files whose problems the editor shows, and of those found again since the last change. */
  const reported = new Set<string>();
  let foundAgain = new Set<string>();
  const linters = new WeakMap<Settings, { linter: Linter; key: string }>();
  const fallbacks = new Map<string, Settings>();

  function newResolver(): ReturnType<typeof createConfigResolver> {
    return createConfigResolver({ files: { read: readText, isRoot } });
  }

  async function readText(id: string): Promise<string | undefined> {
    consulted.add(id);
    const bytes = await readFile(id);
    return bytes && new TextDecoder().decode(bytes);
  }

  async function readFile(id: string): Promise<Uint8Array | undefined> {
    if (!id.includes('://') && ports.files) return ports.files.read(id);
    if (!client.options.readsFiles) return undefined;
    const params: ReadFileParams = { uri: uriOf(id) };
    const base64 = await connection.sendRequest<string | null>(Method.readFile, params);
    return base64 === null ? undefined : Uint8Array.from(atob(base64), c => c.charCodeAt(0));
  }

  function isRoot(folder: string): boolean {
    return folder.includes('://') || !ports.files ? workspaceFolders.has(folder) : ports.files.isRoot(folder);
  }

  async function editorSettings(uri: string): Promise<EditorSettings> {
    if (!client.canAskConfiguration) return pushed;
    try {
      const asked = { scopeUri: uri, section: SECTION };
      return readEditorSettings(await connection.workspace.getConfiguration(asked));
    } catch (error) {
      connection.console.warn(`The editor did not tell its settings: ${String(error)}`);
      return pushed;
    }
  }

  async function resolve(uri: string): Promise<Configured> {
    const asked = changes;
    const id = placeOf(uri);
    const [editor, fresh] = await Promise.all([
      editorSettings(uri),
      id === undefined ? NOTHING_FOUND : resolver.resolve(id),
    ]);
    const broken = fresh.problems.length > 0;
    const found = broken ? (lastGood.get(uri) ?? fresh) : fresh;
    if (asked === changes) {
      locale = localeIn(editor);
      report(fresh);
      if (!broken) lastGood.set(uri, fresh);
    }
    const settings = found.sources.length > 0 ? found.settings : await fallback(editor);
    const { linter, key } = linterOf(settings);
    const { ignored } = found;
    return { editor, ignored, linter, key: digest(key + JSON.stringify([editor, ignored])) };
  }

  /** Where configuration is sought for a document: an unsaved one counts as a file of the first folder. */
  function placeOf(uri: string): string | undefined {
    if (!uri.startsWith('untitled:')) return fileIdOf(uri);
    const [folder] = workspaceFolders;
    return folder && joinPath(folder, 'untitled');
  }

  /** What the editor's settings say by themselves; the same object for the same settings. */
  async function fallback(editor: EditorSettings): Promise<Settings> {
    const overlay = overlayOf(editor);
    const key = JSON.stringify(overlay);
    let settings = fallbacks.get(key);
    if (!settings) {
      const alone = createConfigResolver({ files: { read: () => undefined, isRoot: () => true }, overlay });
      ({ settings } = await alone.resolve('/'));
      fallbacks.set(key, settings);
    }
    return settings;
  }

  function linterOf(settings: Settings): { linter: Linter; key: string } {
    let known = linters.get(settings);
    if (!known) {
      const { frontMatter, schema } = ports;
      const linter = createLinter({ settings, ports: { frontMatter, schema } });
      known = { linter, key: JSON.stringify(settings) };
      linters.set(settings, known);
    }
    return known;
  }

  function report({ sources, problems }: ResolvedConfig): void {
    for (const id of new Set([...sources, ...problems.map(problem => problem.file)])) {
      const found = problems.filter(problem => problem.file === id);
      if (found.length > 0 || reported.has(id)) showProblems(id, found);
    }
  }

  function showProblems(id: string, problems: readonly ConfigProblem[]): void {
    if (problems.length > 0) {
      reported.add(id);
      foundAgain.add(id);
    } else reported.delete(id);
    const diagnostics = problems.map(problem => toDiagnostic(problem, locale));
    notify(connection.sendDiagnostics({ uri: uriOf(id), diagnostics }));
  }

  function known(uri: string): Promise<Configured> {
    const all = byUri;
    let configured = all.get(uri);
    if (!configured) {
      configured = resolve(uri);
      configured.catch(() => all.delete(uri));
      all.set(uri, configured);
    }
    return configured;
  }

  async function of(uri: string): Promise<Configured> {
    for (;;) {
      const asked = changes;
      const configured = await known(uri);
      if (asked === changes) return configured;
    }
  }

  /** What was found out is forgotten; problems of files that are gone, or that nothing extends any more, go. */
  function reset(): void {
    changes++;
    const [asked, current, uris] = [changes, newResolver(), [...byUri.keys()]];
    resolver = current;
    byUri = new Map();
    foundAgain = new Set();
    if (reported.size === 0) return;
    const again = [...reported].map(async id => {
      const found = await current.resolve(id);
      if (asked === changes) report(found);
    });
    void Promise.allSettled([...uris.map(of), ...again]).then(() => {
      if (asked !== changes) return;
      for (const id of reported) if (!foundAgain.has(id)) showProblems(id, []);
    });
  }

  return {
    get locale() {
      return locale;
    },
    of,
    read: uri => readFile(fileIdOf(uri)),
    changed(sent) {
      if (!client.canAskConfiguration && isObject(sent))
        pushed = readEditorSettings(isObject(sent[SECTION]) ? sent[SECTION] : sent);
      changes++;
      byUri = new Map();
    },
    filesChanged(uris) {
      const ids = uris.map(fileIdOf);
      if (!ids.some(id => baseName(id) === CONFIG_FILE_NAME || consulted.has(id))) return false;
      reset();
      return true;
    },
    folders: () => [...workspaceFolders],
    isIgnored: async id => (await resolver.resolve(id)).ignored,
    foldersChanged(added, removed) {
      for (const uri of removed) workspaceFolders.delete(fileIdOf(uri));
      for (const uri of added) workspaceFolders.add(fileIdOf(uri));
      reset();
    },
    forget(uri) {
      byUri.delete(uri);
    },
  };
}

function overlayOf({ rules, script, region }: EditorSettings): ConfigLayer {
  const expected = script === 'auto' ? {} : { expected: script };
  const inRegion = region === 'auto' ? {} : { region };
  return { rules: rules as NonNullable<ConfigLayer['rules']>, script: { ...expected, ...inRegion } };
}

function toDiagnostic(problem: ConfigProblem, locale: Locale): Diagnostic {
  const positions = positionsOf(createSourceText(problem.file, 'text', problem.text ?? ''), 0);
  return {
    source: SOURCE,
    code: 'configuration',
    range: positions.range(problem.text === undefined ? { start: 0, end: 0 } : problem),
    severity: DiagnosticSeverity.Error,
    message: configMessage(problem, locale),
  };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
