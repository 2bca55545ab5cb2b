// Which settings are in force for a document. A corpus must be judged alike in the editor and on the command line, so
// where a configuration file is found it alone decides; the editor's settings speak where there is none. A file that
// is broken is reported in itself, and what it said when it was last whole stays in force.
import type { Connection } from 'vscode-languageserver';
import {
  baseName,
  CONFIG_FILE_NAME,
  createConfigResolver,
  joinPath,
  type ResolvedConfig,
} from '../config/index.ts';
import { DEFAULT_SETTINGS, type Linter, type Locale } from '../core/index.ts';
import type { ClientFacts } from './clientFacts.ts';
import { createConfigProblems } from './configProblems.ts';
import { digest } from './digest.ts';
import { createEditorSettings } from './editorSettings.ts';
import { fileIdOf, uriOf } from './fileId.ts';
import { createLinters } from './linters.ts';
import type { ServerPorts } from './ports.ts';
import { Method, type ReadFileParams } from './protocol.ts';
import type { EditorSettings } from './settings.ts';

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

const NOTHING_FOUND: ResolvedConfig = {
  settings: DEFAULT_SETTINGS,
  ignored: false,
  sources: [],
  problems: [],
};

export function createConfiguration(options: ConfigurationOptions): Configuration {
  const { connection, ports } = options;
  const localeIn = (settings: EditorSettings): Locale =>
    settings.locale === 'auto' ? options.locale : settings.locale;
  const editorSettings = createEditorSettings(options);
  const linters = createLinters(ports);
  const problems = createConfigProblems(connection);
  const readFile = fileReader(options);
  const workspaceFolders = new Set(options.workspaceFolders.map(fileIdOf));
  let locale = localeIn(editorSettings.sent);
  let byUri = new Map<string, Promise<Configured>>();
  /** Counts the changes: what was found out before the last one has no say any more, however late it arrives. */
  let changes = 0;
  let resolver = newResolver();
  /** Ids of files that had a say or were looked for, to tell which changes matter. */
  const consulted = new Set<string>();
  const lastGood = new Map<string, ResolvedConfig>();

  function newResolver(): ReturnType<typeof createConfigResolver> {
    return createConfigResolver({ files: { read: readText, isRoot } });
  }

  async function readText(id: string): Promise<string | undefined> {
    consulted.add(id);
    const bytes = await readFile(id);
    return bytes && new TextDecoder().decode(bytes);
  }

  function isRoot(folder: string): boolean {
    return folder.includes('://') || !ports.files ? workspaceFolders.has(folder) : ports.files.isRoot(folder);
  }

  async function resolve(uri: string): Promise<Configured> {
    const asked = changes;
    const id = placeOf(uri);
    const [editor, fresh] = await Promise.all([
      editorSettings.of(uri),
      id === undefined ? NOTHING_FOUND : resolver.resolve(id),
    ]);
    const broken = fresh.problems.length > 0;
    const found = broken ? (lastGood.get(uri) ?? fresh) : fresh;
    if (asked === changes) {
      locale = localeIn(editor);
      problems.show(fresh, locale);
      if (!broken) lastGood.set(uri, fresh);
    }
    const settings = found.sources.length > 0 ? found.settings : await linters.settingsOf(editor);
    const { linter, key } = linters.of(settings);
    const { ignored } = found;
    return { editor, ignored, linter, key: digest(key + JSON.stringify([editor, ignored])) };
  }

  /** Where configuration is sought for a document: an unsaved one counts as a file of the first folder. */
  function placeOf(uri: string): string | undefined {
    if (!uri.startsWith('untitled:')) return fileIdOf(uri);
    const [folder] = workspaceFolders;
    return folder && joinPath(folder, 'untitled');
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
    const shown = problems.begin();
    if (shown.length === 0) return;
    const again = shown.map(async id => {
      const found = await current.resolve(id);
      if (asked === changes) problems.show(found, locale);
    });
    void Promise.allSettled([...uris.map(of), ...again]).then(() => {
      if (asked === changes) problems.end();
    });
  }

  return {
    get locale() {
      return locale;
    },
    of,
    read: uri => readFile(fileIdOf(uri)),
    changed(sent) {
      editorSettings.take(sent);
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

/** Reads a file by the host, or by the client where that alone can. */
function fileReader({ connection, ports, client }: ConfigurationOptions) {
  return async (id: string): Promise<Uint8Array | undefined> => {
    if (!id.includes('://') && ports.files) return ports.files.read(id);
    if (!client.options.readsFiles) return undefined;
    const params: ReadFileParams = { uri: uriOf(id) };
    const base64 = await connection.sendRequest<string | null>(Method.readFile, params);
    return base64 === null ? undefined : Uint8Array.from(atob(base64), c => c.charCodeAt(0));
  };
}
