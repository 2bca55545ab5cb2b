// What goes on while something else is under way, one case at a time; interleavings.test.ts mixes them.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import iconv from 'iconv-lite';
import type {
  ApplyWorkspaceEditParams,
  Diagnostic,
  DocumentDiagnosticReport,
  TextDocumentEdit,
  TextEdit,
} from 'vscode-languageserver-protocol';
import type { EditsResult, StatisticsLine } from '../../server/src/lsp/protocol.ts';
import { startClient } from '../support/lspClient.ts';

const URI = 'file:///corpus/report.md';
const TEXT = '今年水库开工，，市民都很高兴。\n';
const REPEATED = 'punctuation/repeated';
const TOP = { line: 0, character: 0 };
const AT = { start: { line: 0, character: 7 }, end: { line: 0, character: 7 } };

describe('answers of the client', () => {
  it('that come late do not undo what is known by then', async () => {
    const client = await startClient({ configuration: () => ({}) });
    const answers: ((settings: unknown) => void)[] = [];
    client.connection.onRequest(
      'workspace/configuration',
      () => new Promise(resolve => answers.push(settings => resolve([settings]))),
    );
    const asked = async (count: number): Promise<void> => {
      while (answers.length < count) await new Promise(resolve => setTimeout(resolve, 2));
    };
    const shown: number[] = [];
    client.connection.onNotification(
      'textDocument/publishDiagnostics',
      ({ diagnostics }: { diagnostics: readonly Diagnostic[] }) => {
        shown.push(diagnostics.length);
      },
    );
    client.open(URI, TEXT);
    await asked(1);
    client.notify('workspace/didChangeConfiguration', { settings: null });
    await asked(2);
    answers[1]!({});
    while (shown.length === 0) await new Promise(resolve => setTimeout(resolve, 2));
    answers[0]!({ rules: { [REPEATED]: 'off' } });
    const params = { textDocument: { uri: URI }, position: { line: 0, character: 0 } };
    for (let i = 0; i < 5; i++) await client.request('textDocument/hover', params);
    assert.deepEqual([...new Set(shown)], [1]);
    await client.stop();
  });

  it('may be refusals: the server lives on', async () => {
    const refreshSupport = true;
    const client = await startClient({
      configuration: () => ({}),
      capabilities: {
        textDocument: { diagnostic: {} },
        workspace: {
          workspaceFolders: true,
          didChangeConfiguration: { dynamicRegistration: true },
          didChangeWatchedFiles: { dynamicRegistration: true },
          inlayHint: { refreshSupport },
          semanticTokens: { refreshSupport },
          codeLens: { refreshSupport },
          diagnostics: { refreshSupport },
        },
      },
    });
    const refuse = (): never => {
      throw new Error('refused');
    };
    const asked = ['configuration', 'inlayHint/refresh', 'semanticTokens/refresh', 'codeLens/refresh'];
    for (const method of [...asked, 'diagnostic/refresh', 'workspaceFolders'])
      client.connection.onRequest(`workspace/${method}`, refuse);
    client.connection.onRequest('client/registerCapability', refuse);
    client.open(URI, TEXT);
    client.notify('workspace/didChangeConfiguration', { settings: null });
    const event = { added: [{ uri: 'file:///corpus', name: 'corpus' }], removed: [] };
    client.notify('workspace/didChangeWorkspaceFolders', { event });
    for (let i = 0; i < 5; i++) {
      const params = { textDocument: { uri: URI } };
      const report = await client.request<DocumentDiagnosticReport>('textDocument/diagnostic', params);
      assert.ok(report.kind === 'full');
      assert.equal(report.items.length, 1, 'what the editor does not tell is as by default');
    }
    assert.equal(await client.stop(), 0);
  });
});

describe('documents', () => {
  it('that are closed and opened again with another text are not taken for unchanged', async () => {
    const client = await startClient({ capabilities: { textDocument: { diagnostic: {} } } });
    const pull = (previousResultId?: string): Promise<DocumentDiagnosticReport> =>
      client.request('textDocument/diagnostic', { textDocument: { uri: URI }, previousResultId });
    client.open(URI, TEXT);
    const first = await pull();
    client.close(URI);
    client.open(URI, '今年水库开工，市民都很高兴。\n');
    const second = await pull(first.resultId);
    assert.ok(second.kind === 'full');
    assert.deepEqual(second.items, []);
    await client.stop();
  });

  it('that another program wrote in another encoding are judged by their bytes', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'corpus-lint-rewritten-'));
    const file = path.join(folder, 'report.txt');
    const uri = pathToFileURL(file).href;
    const text = TEXT.repeat(6);
    writeFileSync(file, text);
    const client = await startClient();
    client.open(uri, text, 'plaintext');
    await client.eventually(uri, found => found.length === 6);
    const bytes = iconv.encode(text, 'gb18030');
    writeFileSync(file, bytes);
    client.change(uri, [{ text: new TextDecoder().decode(bytes) }]);
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
    await client.eventually(uri, ([first]) => first?.code === 'encoding/undecodable');
    await client.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('that are not checked keep their front matter, and are counted', async () => {
    const client = await startClient({ configuration: () => ({ enable: 'off' }) });
    const text = `---\ntitle: 水库\n---\n\n${TEXT}`;
    const params = { uri: URI, languageId: 'markdown', text };
    const { edits, version } = await client.request<EditsResult>('corpusLint/insertFrontMatter', params);
    assert.deepEqual([edits, version], [[], null]);
    const lines = await client.request<StatisticsLine[]>('corpusLint/statistics', params);
    assert.ok(Number(lines[1]!.value) > 10, JSON.stringify(lines));
    await client.stop();
  });
});

describe('edits', () => {
  it('of a code lens are made again where the text changed under way', async () => {
    const client = await startClient({ configuration: () => ({ codeLens: true }) });
    client.open(URI, TEXT);
    const asked: TextDocumentEdit[] = [];
    client.connection.onRequest('workspace/applyEdit', ({ edit }: ApplyWorkspaceEditParams) => {
      asked.push(edit.documentChanges![0] as TextDocumentEdit);
      if (asked.length > 1) return { applied: true };
      client.change(URI, [{ range: { start: TOP, end: TOP }, text: '了' }]);
      return { applied: false };
    });
    const command = { command: 'corpusLint.applySafeFixes', arguments: [URI] };
    assert.equal(await client.request('workspace/executeCommand', command), true);
    const at = ({ textDocument, edits: [edit] }: TextDocumentEdit): unknown => [
      textDocument.version,
      (edit as TextEdit).range.start.character,
    ];
    assert.deepEqual(asked.map(at), [
      [1, 6],
      [2, 7],
    ]);
    await client.stop();
  });

  it('go without a version to a client that knows none', async () => {
    const client = await startClient({ capabilities: { workspace: { workspaceEdit: {} } } });
    client.open(URI, TEXT);
    const [fix] = await client.codeActions(URI, AT);
    assert.deepEqual(Object.keys(fix!.edit!), ['changes']);
    assert.equal(fix!.edit!.changes![URI]!.length, 1);
    await client.stop();
  });
});

describe('problems of a configuration file', () => {
  it('go with the file, and with the line that named it', async () => {
    const files: Record<string, string> = {
      'memfs:/corpus/corpus-lint.jsonc': '{ "extends": "./base.jsonc" }',
      'memfs:/corpus/base.jsonc': '{ "rules": 7 }',
    };
    const client = await startClient({ folders: ['memfs:/corpus'], readFile: uri => files[uri] });
    const write = (name: string, text: string | undefined): void => {
      const uri = `memfs:/corpus/${name}`;
      if (text === undefined) delete files[uri];
      else files[uri] = text;
      client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
    };
    const problems = (name: string, count: number): Promise<unknown> =>
      client.eventually(`memfs:/corpus/${name}`, found => found.length === count);
    client.open('memfs:/corpus/report.md', TEXT);
    await problems('base.jsonc', 1);
    write('corpus-lint.jsonc', '{ "rules": 7 }');
    await problems('base.jsonc', 0);
    await problems('corpus-lint.jsonc', 1);
    write('corpus-lint.jsonc', undefined);
    await problems('corpus-lint.jsonc', 0);
    await client.stop();
  });
});
