// Code lenses: off by default; what they count, and the command behind them.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { ApplyWorkspaceEditParams, CodeLens, TextEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type LspClient, startClient } from '../support/lspClient.ts';

const URI = 'file:///corpus/lenses.md';
const TEXT = `# 水库扩容

## 工程进度

今年水库开工，，市民都很高兴。。

## 后续安排

明年继续施工，工期一年，，2月30日完工。
`;
const textDocument = { uri: URI };

describe('code lenses', () => {
  let client: LspClient;
  let settings: object = {};
  const lenses = (): Promise<CodeLens[]> => client.request('textDocument/codeLens', { textDocument });
  before(async () => {
    client = await startClient({
      configuration: () => settings,
      capabilities: { workspace: { applyEdit: true, codeLens: { refreshSupport: true } } },
    });
    client.open(URI, TEXT);
    await client.pushed(URI);
  });
  after(async () => {
    await client.stop();
  });

  it('are off by default', async () => {
    assert.deepEqual(await lenses(), []);
  });

  it('are asked for again when the setting changes', async () => {
    const asked = new Promise<void>(resolve => {
      client.connection.onRequest('workspace/codeLens/refresh', () => {
        resolve();
        return null;
      });
    });
    settings = { codeLens: true };
    client.notify('workspace/didChangeConfiguration', { settings: null });
    await asked;
  });

  it('count the findings of the text and of each section', async () => {
    assert.deepEqual(
      (await lenses()).map(({ range, command }) => `${range.start.line} ${command!.title}`),
      ['0 Findings: 4 · fix 3 safely', '2 Findings: 2 · fix 2 safely', '6 Findings: 2 · fix 1 safely'],
    );
  });

  it('a click mends the section and nothing else', async () => {
    let edits: TextEdit[] = [];
    client.connection.onRequest('workspace/applyEdit', ({ edit }: ApplyWorkspaceEditParams) => {
      const change = edit.documentChanges![0]!;
      if ('edits' in change) edits = change.edits as TextEdit[];
      return { applied: true };
    });
    const { command, arguments: parts } = (await lenses())[1]!.command!;
    assert.equal(await client.request('workspace/executeCommand', { command, arguments: parts }), true);
    const fixed = TextDocument.applyEdits(TextDocument.create(URI, 'markdown', 1, TEXT), edits);
    assert.equal(fixed, TEXT.replace('开工，，', '开工，').replace('高兴。。', '高兴。'));
  });

  it('a click mends the section where the text above it has changed since', async () => {
    const above = '市水务局的工作人员说，，\n\n';
    const uri = 'file:///corpus/moved.md';
    client.open(uri, TEXT);
    const moved = await client.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
    const { command, arguments: parts } = moved[1]!.command!;
    const at = { line: 2, character: 0 };
    client.change(uri, [{ range: { start: at, end: at }, text: above }]);
    const now = TEXT.replace('## 工程', `${above}## 工程`);
    let fixed = now;
    client.connection.onRequest('workspace/applyEdit', ({ edit }: ApplyWorkspaceEditParams) => {
      const { edits } = edit.documentChanges![0] as { edits: TextEdit[] };
      fixed = TextDocument.applyEdits(TextDocument.create(uri, 'markdown', 2, now), edits);
      return { applied: true };
    });
    const run = (): Promise<unknown> =>
      client.request('workspace/executeCommand', { command, arguments: parts });
    assert.equal(await run(), true);
    assert.equal(fixed, now.replace('开工，，', '开工，').replace('高兴。。', '高兴。'));
    client.change(uri, [{ text: '# 水库扩容\n\n今年水库开工，，市民都很高兴。\n' }]);
    assert.equal(await run(), false, 'the section has gone');
  });

  it('the command answers nonsense with no', async () => {
    const run = (...args: unknown[]): Promise<unknown> =>
      client.request('workspace/executeCommand', { command: 'corpusLint.applySafeFixes', arguments: args });
    assert.equal(await run('file:///nowhere.md'), false);
    assert.equal(await run(7, 'x'), false);
  });
});
