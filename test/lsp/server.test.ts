// The server over stdio: life cycle, diagnostics, code actions.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { CancellationTokenSource } from 'vscode-jsonrpc';
import type { DocumentDiagnosticReport } from 'vscode-languageserver-protocol';
import { type LspClient, ROOT, startClient } from '../support/lspClient.ts';

const URI = 'file:///corpus/report.md';
const TEXT = '# 图书馆开放\n\n今年图书馆开放，，读者很多𠮷，，共计三万人。\n';

describe('a client without pull diagnostics', () => {
  let client: LspClient;
  before(async () => {
    client = await startClient();
  });
  after(async () => {
    assert.equal(await client.stop(), 0);
  });

  it('is sent diagnostics with UTF-16 positions, also after astral Han', async () => {
    client.open(URI, TEXT);
    const found = await client.pushed(URI);
    assert.deepEqual(
      found.map(d => [d.code, d.range.start.line, d.range.start.character, d.range.end.character]),
      [
        ['punctuation/repeated', 2, 7, 9],
        ['punctuation/repeated', 2, 15, 17],
      ],
    );
    assert.equal(found[0]!.source, 'corpus-lint');
    assert.match(found[0]!.codeDescription!.href, /docs\/rules\/punctuation\/repeated\.md$/);
  });

  it('is told the state of the document', async () => {
    const status = await client.status(URI);
    assert.equal(status.state, 'checked');
    assert.equal(status.warnings, 2);
    assert.equal(status.fixable, 2);
  });

  it('sees an incremental edit', async () => {
    const version = client.change(URI, [
      { range: { start: { line: 2, character: 7 }, end: { line: 2, character: 8 } }, text: '' },
    ]);
    const found = await client.pushed(URI, version);
    assert.deepEqual(
      found.map(d => d.range.start.character),
      [14],
    );
  });

  it('is offered the repair, and ways to silence the finding', async () => {
    const at = { line: 2, character: 15 };
    const actions = await client.codeActions(URI, { start: at, end: at });
    assert.deepEqual(
      actions.map(a => a.title),
      ['Keep only “，”', 'Ignore punctuation/repeated here', 'Ignore punctuation/repeated in this file'],
    );
    assert.equal(actions[0]!.isPreferred, true);
    const change = actions[0]!.edit!.documentChanges![0]!;
    assert.ok('edits' in change);
    assert.equal(change.textDocument.version, 2);
  });

  it('is offered one action that applies all safe repairs', async () => {
    const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const actions = await client.codeActions(URI, whole, ['source.fixAll']);
    assert.deepEqual(
      actions.map(a => a.kind),
      ['source.fixAll.corpus-lint'],
    );
  });

  it('gets no diagnostics any more once the document is closed', async () => {
    client.close(URI);
    client.open(URI, '只有英文以外的一句话。\n');
    assert.deepEqual(await client.pushed(URI, 1), []);
  });
});

describe('a client with pull diagnostics', () => {
  it('pulls, and is told when nothing changed', async () => {
    const client = await startClient({ capabilities: { textDocument: { diagnostic: {} } }, locale: 'zh-TW' });
    client.open(URI, TEXT);
    const pull = (previousResultId?: string): Promise<DocumentDiagnosticReport> =>
      client.request('textDocument/diagnostic', { textDocument: { uri: URI }, previousResultId });
    const first = await pull();
    assert.ok(first.kind === 'full');
    assert.equal(first.items.length, 2);
    assert.match(String(first.items[0]!.message), /標點重複/);
    assert.equal((await pull(first.resultId)).kind, 'unchanged');
    await client.stop();
  });
});

describe('life cycle', () => {
  it('`corpus-lint lsp --stdio` is the same server', async () => {
    const command = [process.execPath, `${ROOT}/dist/cli/bin.js`, 'lsp', '--stdio'];
    const client = await startClient({ command });
    client.open(URI, TEXT);
    const [found] = await client.pushed(URI);
    assert.equal(found!.code, 'punctuation/repeated');
    assert.match(found!.codeDescription!.href, /docs\/rules\/punctuation\/repeated\.md$/);
    assert.equal(await client.stop(), 0);
  });

  it('malformed requests are answered with errors and the server lives on', async () => {
    const client = await startClient();
    await assert.rejects(client.request('textDocument/hover', {}));
    await assert.rejects(client.request('textDocument/noSuchThing', {}));
    client.notify('textDocument/didChange', {
      textDocument: { uri: 'file:///nowhere.md', version: 3 },
      contentChanges: [],
    });
    client.open(URI, TEXT);
    assert.equal((await client.pushed(URI)).length, 2);
    await client.stop();
  });

  it('a request can be cancelled', async () => {
    const client = await startClient();
    client.open(URI, TEXT.repeat(200));
    const source = new CancellationTokenSource();
    const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
    const params = {
      textDocument: { uri: URI },
      range,
      context: { diagnostics: [], only: ['source.fixAll'] },
    };
    const first = client.connection.sendRequest('textDocument/codeAction', params);
    const second = client.connection.sendRequest('textDocument/codeAction', params, source.token);
    source.cancel();
    await assert.rejects(second, /cancel/i);
    await first;
    await client.stop();
  });

  it('a server that was killed leaves nothing behind; the next one starts afresh', async () => {
    const client = await startClient();
    client.open(URI, TEXT);
    await client.pushed(URI);
    client.process.kill('SIGKILL');
    const next = await startClient();
    next.open(URI, TEXT);
    assert.equal((await next.pushed(URI)).length, 2);
    assert.equal(await next.stop(), 0);
  });

  it('exit without shutdown is an error, as the protocol says', async () => {
    const client = await startClient();
    const exited = new Promise(resolve => client.process.once('exit', resolve));
    client.notify('exit', undefined);
    assert.equal(await exited, 1);
  });
});
