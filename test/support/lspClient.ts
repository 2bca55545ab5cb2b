// A language client over a real stdio connection to the bundled server, for tests and benchmarks.
import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import type {
  ClientCapabilities,
  CodeAction,
  CodeActionContext,
  Diagnostic,
  InitializeResult,
  PublishDiagnosticsParams,
  Range,
  TextDocumentContentChangeEvent,
} from 'vscode-languageserver-protocol';
import type { DocumentStatus, InitializationOptions } from '../../server/src/lsp/protocol.ts';

export const ROOT = path.resolve(import.meta.dirname, '../..');
const SERVER = path.join(ROOT, 'dist/server/node.js');

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly options?: InitializationOptions;
  readonly locale?: string;
  readonly rootUri?: string;
  /** Several folders, in place of `rootUri`. */
  readonly folders?: readonly string[];
  /** Answers `corpusLint/readFile`, for folders that are on no disk. */
  readonly readFile?: (uri: string) => string | undefined;
  /** Answers `workspace/configuration` for a scope; without it the client cannot be asked. */
  readonly configuration?: (scopeUri: string | undefined) => unknown;
  readonly command?: readonly string[];
}

export interface LspClient {
  readonly process: ChildProcess;
  readonly connection: MessageConnection;
  readonly initialized: InitializeResult;
  /** Patterns of files that the server asked to be told about. */
  readonly watched: readonly string[];
  request<T>(method: string, params: unknown): Promise<T>;
  notify(method: string, params: unknown): void;
  open(uri: string, text: string, languageId?: string): void;
  change(uri: string, changes: TextDocumentContentChangeEvent[]): number;
  close(uri: string): void;
  /** The first diagnostics pushed for a document at `version` or later (any version when left out). */
  pushed(uri: string, version?: number): Promise<readonly Diagnostic[]>;
  /** Until the diagnostics of a document are as `accepts` wants them, whatever its version. */
  eventually(uri: string, accepts: (found: readonly Diagnostic[]) => boolean): Promise<readonly Diagnostic[]>;
  /** What the server says of a document's version, as soon as it says so. */
  status(uri: string, version?: number): Promise<DocumentStatus>;
  codeActions(uri: string, range: Range, only?: string[]): Promise<CodeAction[]>;
  /** Shuts the server down as the protocol asks and returns its exit code. */
  stop(): Promise<number | null>;
}

interface RegistrationParams {
  readonly registrations: readonly {
    readonly registerOptions?: { readonly watchers?: readonly { readonly globPattern: string }[] };
  }[];
}

const TIMEOUT = 120_000;

export async function startClient(options: ClientOptions = {}): Promise<LspClient> {
  const [command, ...args] = options.command ?? [process.execPath, SERVER, '--stdio'];
  const child = spawn(command!, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = new Promise<number | null>(resolve => child.once('exit', resolve));
  // A test that fails leaves its server behind, which would keep the run from ending.
  const abandoned = setTimeout(() => child.kill(), 3 * TIMEOUT);
  child.stdout.on('data', () => abandoned.refresh());
  void exited.then(() => clearTimeout(abandoned));
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const folders = options.folders ?? (options.rootUri ? [options.rootUri] : []);
  const versions = new Map<string, number>();
  const latest = new Map<string, PublishDiagnosticsParams>();
  const statuses = new Map<string, DocumentStatus>();
  const waiting: { uri: string; version: number; resolve: (found: readonly Diagnostic[]) => void }[] = [];
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    latest.set(params.uri, params);
    for (const wait of waiting.splice(0)) {
      if (wait.uri === params.uri && (params.version ?? wait.version) >= wait.version)
        wait.resolve(params.diagnostics);
      else waiting.push(wait);
    }
  });
  connection.onNotification('corpusLint/status', (status: DocumentStatus) => {
    statuses.set(status.uri, status);
  });
  const watched: string[] = [];
  connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
    for (const { registerOptions } of registrations)
      for (const { globPattern } of registerOptions?.watchers ?? []) watched.push(globPattern);
    return null;
  });
  connection.onRequest('corpusLint/readFile', ({ uri }: { uri: string }) => {
    const text = options.readFile?.(uri);
    return text === undefined ? null : Buffer.from(text).toString('base64');
  });
  connection.onRequest('workspace/diagnostic/refresh', () => null);
  connection.onRequest('workspace/configuration', ({ items }: { items: { scopeUri?: string }[] }) =>
    items.map(item => options.configuration?.(item.scopeUri) ?? null),
  );
  connection.onError(() => {});
  void exited.then(() => connection.dispose());
  connection.listen();
  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: process.pid,
    rootUri: options.rootUri ?? null,
    workspaceFolders: folders.length > 0 ? folders.map(uri => ({ uri, name: 'test' })) : null,
    locale: options.locale ?? 'en',
    capabilities: {
      ...options.capabilities,
      workspace: {
        workspaceEdit: { documentChanges: true },
        ...options.capabilities?.workspace,
        ...(options.configuration ? { configuration: true } : {}),
      },
    },
    initializationOptions: { ...options.options, ...(options.readFile ? { readsFiles: true } : {}) },
  });
  await connection.sendNotification('initialized', {});
  const send = (method: string, params: unknown): void => {
    void connection.sendNotification(method, params).catch(() => {});
  };
  return {
    process: child,
    connection,
    initialized,
    watched,
    async eventually(uri, accepts) {
      for (let waited = 0; waited < TIMEOUT; waited += 20) {
        const found = latest.get(uri)?.diagnostics;
        if (found && accepts(found)) return found;
        await new Promise(resolve => setTimeout(resolve, 20));
      }
      throw new Error(`last seen in ${uri}: ${JSON.stringify(latest.get(uri)?.diagnostics)}`);
    },
    async status(uri, version = 1) {
      for (let waited = 0; waited < TIMEOUT; waited += 5) {
        const status = statuses.get(uri);
        if (status && status.version >= version) return status;
        await new Promise(resolve => setTimeout(resolve, 5));
      }
      throw new Error(`no status for ${uri}`);
    },
    request: (method, params) => connection.sendRequest(method, params),
    notify: send,
    open(uri, text, languageId = 'markdown') {
      versions.set(uri, 1);
      send('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
    },
    change(uri, contentChanges) {
      const version = (versions.get(uri) ?? 1) + 1;
      versions.set(uri, version);
      send('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
      return version;
    },
    close(uri) {
      latest.delete(uri);
      send('textDocument/didClose', { textDocument: { uri } });
    },
    pushed(uri, version = 0) {
      const known = latest.get(uri);
      if (known && (known.version ?? version) >= version) return Promise.resolve(known.diagnostics);
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`no diagnostics for ${uri} ${version}`)), TIMEOUT);
        waiting.push({
          uri,
          version,
          resolve: found => {
            clearTimeout(timer);
            resolve(found);
          },
        });
      });
    },
    codeActions: async (uri, range, only) => {
      const context: CodeActionContext = { diagnostics: [], ...(only ? { only } : {}) };
      const params = { textDocument: { uri }, range, context };
      return (await connection.sendRequest<CodeAction[] | null>('textDocument/codeAction', params)) ?? [];
    },
    async stop() {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      return exited;
    },
  };
}
