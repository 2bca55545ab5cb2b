// An editor for the test of interleavings: it does everything an editor may do, at the worst moment.
import assert from 'node:assert/strict';
import { CancellationTokenSource } from 'vscode-jsonrpc';
import type {
  ApplyWorkspaceEditParams,
  CodeAction,
  Diagnostic,
  DocumentDiagnosticReport,
  Range,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { EditsResult } from '../../server/src/lsp/protocol.ts';
import { damagedTexts, PIECES } from './damagedTexts.ts';
import { CAPABILITIES } from './editorCapabilities.ts';
import { startClient } from './lspClient.ts';

export type Mode = 'push' | 'pull';

export interface HostileEditor {
  /** One thing that an editor or a user may do; mostly not waiting for what comes of it. */
  step(): Promise<void>;
  /** Waits until all is answered, and compares with a server that saw nothing but the end. */
  settle(): Promise<void>;
  stop(): Promise<number | null>;
  readonly complaints: string[];
  readonly counts: { readonly answered: number; readonly applied: number };
}

const FOLDERS = ['memfs://a/one', 'memfs://a/two'];
const CONFIG = 'memfs://a/one/corpus-lint.jsonc';
const NAMES = ['one/a.md', 'one/b.txt', 'two/c.html', 'two/d.md', 'three/e.md'].map(
  name => `memfs://a/${name}`,
);
const URIS = [...NAMES, 'untitled:Untitled-1'];
const RULES = [{}, { 'punctuation/*': 'off' }, { 'punctuation/repeated': 'error' }, { 'script/*': 'info' }];
const CONFIGS = [
  undefined,
  '{ "rules": { "punctuation/repeated": "error" } }',
  '{ "rules": { "punctuation/repeated": "off" } }',
  '{ "rules": { "punctuation/repeatd": "off" } }',
  '{ "ignore": ["b.txt"] }',
  '{ "rules": ',
];
const PATIENCE = 15_000;
/** Codes of answers that say that a request was cancelled. */
const CANCELLED = new Set([-32800, -32801, -32802]);

interface Open {
  document: TextDocument;
  /** The texts of all versions since the document was opened. */
  readonly texts: Map<number, string>;
  resultId: string | undefined;
  pull: { cancel(): void; again: boolean } | undefined;
}

export async function createHostileEditor(
  mode: Mode,
  pick: (limit: number) => number,
): Promise<HostileEditor> {
  const complaints: string[] = [];
  const counts = { answered: 0, applied: 0 };
  const open = new Map<string, Open>();
  const shown = new Map<string, readonly Diagnostic[]>();
  const pending = new Map<Promise<unknown>, string>();
  let config: string | undefined;
  let rules: object = {};
  let folders = FOLDERS;
  let isPeaceful = false;
  const settings = (): object => ({ enable: 'on', codeLens: true, inlayHints: true, rules });

  const client = await startClient({
    folders,
    configuration: settings,
    readFile: uri => (uri === CONFIG ? config : undefined),
    capabilities: {
      ...CAPABILITIES,
      textDocument: { ...CAPABILITIES.textDocument, ...(mode === 'pull' ? { diagnostic: {} } : {}) },
    },
  });
  const { connection } = client;
  let hasEnded = false;
  client.process.once('exit', () => {
    hasEnded = true;
    if (!isPeaceful) complaints.push('the server ended');
  });

  // What the server asks: answered late and in any order, with what held when it was asked, and sometimes refused.
  let owed = 0;
  const late = async <T>(answer: () => T, mayRefuse = false): Promise<T> => {
    owed++;
    try {
      const value = answer();
      if (!isPeaceful) await pause(pick(4) * pick(8));
      if (mayRefuse && !isPeaceful && pick(12) === 0) throw new Error('refused by the client');
      return value;
    } finally {
      owed--;
    }
  };
  connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
    late(() => items.map(settings), true),
  );
  connection.onRequest('corpusLint/readFile', ({ uri }: { uri: string }) =>
    late(() => {
      const text = decodeURIComponent(uri) === CONFIG ? config : undefined;
      return text === undefined ? null : Buffer.from(text).toString('base64');
    }),
  );
  connection.onRequest('workspace/workspaceFolders', () => late(() => folders.map(toFolder), true));
  for (const method of ['inlayHint', 'semanticTokens', 'codeLens'])
    connection.onRequest(`workspace/${method}/refresh`, () => late(() => null, true));
  connection.onRequest('workspace/diagnostic/refresh', () => {
    for (const uri of open.keys()) pull(uri);
    return late(() => null, true);
  });
  connection.onRequest('workspace/applyEdit', ({ edit }: ApplyWorkspaceEditParams) => {
    if (pick(3) === 0) change(pickFrom(URIS));
    return late(() => ({ applied: applyWorkspaceEdit(edit) }));
  });
  connection.onNotification('window/logMessage', ({ type, message }: { type: number; message: string }) => {
    if (type === 1 && !/refused by the client/.test(message)) complaints.push(`logged: ${message}`);
  });
  connection.onNotification(
    'textDocument/publishDiagnostics',
    ({ uri, diagnostics }: { uri: string; diagnostics: Diagnostic[] }) => {
      shown.set(uri, diagnostics);
    },
  );

  const pickFrom = <T>(list: readonly T[]): T => list[pick(list.length)]!;
  const pause = (time: number): Promise<void> => new Promise(resolve => setTimeout(resolve, time));
  const toFolder = (uri: string): { uri: string; name: string } => ({ uri, name: uri.slice(-3) });

  /** A request that nobody need wait for; undefined where it was cancelled or refused as it may be. */
  async function ask<T>(method: string, params: unknown, mayCancel = true): Promise<T | undefined> {
    const source = new CancellationTokenSource();
    const answer = connection.sendRequest<T>(method, params, source.token);
    pending.set(answer, method);
    if (mayCancel && pick(6) === 0) setTimeout(() => source.cancel(), pick(10));
    try {
      return await answer;
    } catch (error) {
      const { code, message } = error as { code?: number; message: string };
      if (!hasEnded && !CANCELLED.has(code ?? 0)) complaints.push(`${method}: ${message}`);
      return undefined;
    } finally {
      counts.answered++;
      pending.delete(answer);
      source.dispose();
    }
  }

  /** As VS Code does it: one pull at a time, and another one where something happened meanwhile. */
  function pull(uri: string): void {
    const entry = open.get(uri);
    if (mode === 'push' || !entry) return;
    if (entry.pull) {
      entry.pull.cancel();
      entry.pull.again = true;
      return;
    }
    const source = new CancellationTokenSource();
    const running = { cancel: () => source.cancel(), again: false };
    entry.pull = running;
    const params = { textDocument: { uri }, previousResultId: entry.resultId };
    const answer = connection.sendRequest<DocumentDiagnosticReport>(
      'textDocument/diagnostic',
      params,
      source.token,
    );
    pending.set(answer, 'textDocument/diagnostic');
    void answer
      .then(
        report => {
          if (open.get(uri) !== entry) return;
          entry.resultId = report.resultId;
          if (report.kind === 'full') shown.set(uri, report.items);
        },
        ({ code, message }: { code: number; message: string }) => {
          if (!hasEnded && !CANCELLED.has(code)) complaints.push(`textDocument/diagnostic: ${message}`);
        },
      )
      .finally(() => {
        counts.answered++;
        pending.delete(answer);
        entry.pull = undefined;
        if (running.again && open.get(uri) === entry) pull(uri);
      });
  }

  function openDocument(uri: string): void {
    const text = damagedTexts(1 + pick(14), pick(1e6)).join(pickFrom(['\n\n', '\r\n\r\n', '\n']));
    // The same version each time: what an earlier document of this name was told must not be taken for this one.
    const document = TextDocument.create(uri, 'markdown', 1, text);
    open.set(uri, { document, texts: new Map([[1, text]]), resultId: undefined, pull: undefined });
    client.open(uri, text);
    pull(uri);
  }

  function closeDocument(uri: string): void {
    open.get(uri)?.pull?.cancel();
    open.delete(uri);
    client.close(uri);
    if (mode === 'pull') shown.delete(uri);
  }

  function update(uri: string, edits: readonly TextEdit[]): void {
    const entry = open.get(uri)!;
    const sorted = [...edits].sort(
      (a, b) => entry.document.offsetAt(b.range.start) - entry.document.offsetAt(a.range.start),
    );
    const changes = sorted.map(({ range, newText }) => ({ range, text: newText }));
    const version = client.change(uri, changes);
    entry.document = TextDocument.update(entry.document, changes, version);
    entry.texts.set(version, entry.document.getText());
    pull(uri);
  }

  function change(uri: string): void {
    const entry = open.get(uri);
    if (!entry) return;
    const { document } = entry;
    const { length } = document.getText();
    const from = pick(length + 1);
    const to = Math.min(length, from + (pick(3) === 0 ? pick(length > 3000 ? 900 : 12) : 0));
    const range = { start: document.positionAt(from), end: document.positionAt(to) };
    update(uri, [{ range, newText: pickFrom(PIECES) }]);
  }

  /** Edits must lie in the text of their version, in order and apart. */
  function checkFit(text: string, edits: readonly TextEdit[], what: string): void {
    const document = TextDocument.create('check:', 'markdown', 1, text);
    const places = [];
    for (const { range } of edits) {
      for (const position of [range.start, range.end]) {
        const back = document.positionAt(document.offsetAt(position));
        if (back.line !== position.line || back.character !== position.character)
          complaints.push(`${what}: an edit at ${JSON.stringify(position)}, where there is no text`);
      }
      places.push({ start: document.offsetAt(range.start), end: document.offsetAt(range.end) });
    }
    places.sort((a, b) => a.start - b.start || a.end - b.end);
    for (let i = 1; i < places.length; i++)
      if (places[i]!.start < places[i - 1]!.end) complaints.push(`${what}: edits overlap`);
  }

  function applyWorkspaceEdit({ documentChanges = [], changes }: WorkspaceEdit): boolean {
    if (changes) complaints.push('an edit without a version');
    for (const part of documentChanges) {
      assert.ok('edits' in part);
      const { uri, version } = part.textDocument;
      const entry = open.get(uri);
      const text = version === null ? undefined : entry?.texts.get(version);
      if (!entry || text === undefined) return false;
      checkFit(text, part.edits as TextEdit[], 'a workspace edit');
      if (version !== entry.document.version) return false;
      update(uri, part.edits as TextEdit[]);
      counts.applied++;
    }
    return true;
  }

  function rangeIn({ document }: Open): Range {
    const from = pick(document.getText().length + 1);
    return { start: document.positionAt(from), end: document.positionAt(from + pick(400)) };
  }

  async function codeAction(uri: string, entry: Open): Promise<void> {
    const context = { diagnostics: [], ...(pick(2) ? { only: ['source.fixAll'] } : {}) };
    const params = { textDocument: { uri }, range: rangeIn(entry), context };
    const offered = await ask<CodeAction[]>('textDocument/codeAction', params);
    const chosen = offered?.[pick(offered.length || 1)];
    if (!chosen) return;
    if (pick(2) === 0) change(uri);
    if (pick(8) === 0) closeDocument(uri);
    const whole = chosen.data ? await ask<CodeAction>('codeAction/resolve', chosen, false) : chosen;
    if (whole?.edit && open.get(uri) === entry) applyWorkspaceEdit(whole.edit);
  }

  async function format(uri: string, entry: Open): Promise<void> {
    const { version } = entry.document;
    const options = { tabSize: 2, insertSpaces: true };
    const edits = await ask<TextEdit[]>('textDocument/formatting', { textDocument: { uri }, options });
    // The protocol gives no version: an editor drops what comes for a text that changed.
    if (!edits || open.get(uri) !== entry || entry.document.version !== version) return;
    checkFit(entry.document.getText(), edits, 'formatting');
    if (edits.length > 0) update(uri, edits);
  }

  async function fix(uri: string, { document }: Open): Promise<void> {
    const text = document.getText();
    const result = await ask<EditsResult>('corpusLint/fix', { uri, languageId: 'markdown', text });
    if (result) checkFit(text, result.edits as TextEdit[], 'corpusLint/fix');
  }

  async function applyLens(uri: string): Promise<void> {
    const lenses = await ask<{ command?: { command: string; arguments?: unknown[] } }[]>(
      'textDocument/codeLens',
      { textDocument: { uri } },
    );
    const command = lenses?.find(lens => lens.command?.command)?.command;
    if (command) await ask('workspace/executeCommand', command, false);
  }

  const position = (entry: Open): object => ({ position: rangeIn(entry).start });
  const requests: readonly [string, (entry: Open) => object][] = [
    ['textDocument/hover', position],
    ['textDocument/completion', position],
    ['textDocument/documentSymbol', () => ({})],
    ['textDocument/foldingRange', () => ({})],
    ['textDocument/documentLink', () => ({})],
    ['textDocument/selectionRange', entry => ({ positions: [rangeIn(entry).start] })],
    ['textDocument/inlayHint', entry => ({ range: rangeIn(entry) })],
    ['textDocument/semanticTokens/full', () => ({})],
    ['textDocument/semanticTokens/range', entry => ({ range: rangeIn(entry) })],
  ];

  function reconfigure(): void {
    const what = pick(4);
    if (what === 0) {
      rules = pickFrom(RULES);
      client.notify('workspace/didChangeConfiguration', { settings: null });
    } else if (what === 1) {
      const before = folders;
      folders = FOLDERS.filter(() => pick(3) > 0);
      const event = {
        added: folders.filter(uri => !before.includes(uri)).map(toFolder),
        removed: before.filter(uri => !folders.includes(uri)).map(toFolder),
      };
      client.notify('workspace/didChangeWorkspaceFolders', { event });
    } else writeConfig(pickFrom(CONFIGS));
  }

  function writeConfig(text: string | undefined): void {
    config = text;
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: CONFIG, type: 2 }] });
  }

  async function step(): Promise<void> {
    const uri = pickFrom(URIS);
    const entry = open.get(uri);
    const what = pick(24);
    if (!entry) openDocument(uri);
    else if (what === 0) closeDocument(uri);
    else if (what === 1) {
      closeDocument(uri);
      openDocument(uri);
    } else if (what === 2) reconfigure();
    else if (what === 3) {
      client.notify('textDocument/didSave', { textDocument: { uri } });
      pull(uri);
    } else if (what === 4) for (let burst = 0; burst < 40; burst++) change(uri);
    else if (what <= 6) void codeAction(uri, entry);
    else if (what === 7) void format(uri, entry);
    else if (what === 8) void fix(uri, entry);
    else if (what === 9) void applyLens(uri);
    else if (what === 10) void ask('workspace/symbol', { query: '一' });
    else if (what === 11) void ask('corpusLint/statistics', { uri });
    else if (what <= 16) {
      const [method, params] = pickFrom(requests);
      void ask(method, { textDocument: { uri }, ...params(entry) });
    } else change(uri);
    if (pick(3) === 0) await pause(pick(6));
  }

  async function until(what: string, holds: () => boolean): Promise<void> {
    for (let waited = 0; waited < PATIENCE && !holds(); waited += 10) await pause(10);
    if (!holds()) complaints.push(`never: ${what}`);
  }

  async function settle(): Promise<void> {
    isPeaceful = true;
    rules = {};
    client.notify('workspace/didChangeConfiguration', { settings: null });
    writeConfig(pickFrom(CONFIGS.slice(0, 3)));
    await until('all requests are answered', () => pending.size === 0 && owed === 0);
    if (pending.size > 0) complaints.push(`unanswered: ${[...pending.values()].join(', ')}`);
    const fresh = await startClient({
      folders,
      configuration: settings,
      readFile: uri => (uri === CONFIG ? config : undefined),
      capabilities: { workspace: CAPABILITIES.workspace },
    });
    for (const [uri, { document }] of open) {
      fresh.open(uri, document.getText());
      const expected = JSON.stringify(await fresh.pushed(uri));
      const isRight = (): boolean => JSON.stringify(shown.get(uri)) === expected;
      await until(`the findings of ${uri}`, isRight);
      if (!isRight()) complaints.push(`${uri} shows ${JSON.stringify(shown.get(uri))}, not ${expected}`);
    }
    for (const [uri, found] of shown)
      if (!open.has(uri) && found.length > 0) complaints.push(`findings left in ${uri}`);
    await fresh.stop();
  }

  return { step, settle, stop: () => client.stop(), complaints, counts };
}
