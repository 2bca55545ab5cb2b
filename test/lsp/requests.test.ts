// Requests beyond what an editor shows by itself: completion, deferred edits, conversion, statistics, other encodings.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import iconv from 'iconv-lite';
import {
  type CodeAction,
  type CompletionItem,
  DiagnosticTag,
  type Hover,
  type TextEdit,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type {
  ConversionChoice,
  ConvertResult,
  EditsResult,
  StatisticsLine,
} from '../../server/src/lsp/protocol.ts';
import { type LspClient, startClient } from '../support/lspClient.ts';

const URI = 'file:///corpus/report.md';
const TEXT = `---
title: 水库扩容
date: 2022-02-16
da
---

# 水库扩容

今年水库开工，，市民都很高兴。。明年继续施工，工期一年，由市水务局负责建设。
`;
const LONG = '工程完成以后，水库的容量将会扩大一倍，可以满足全市居民的用水需要，也可以灌溉农田。';

describe('requests', () => {
  let client: LspClient;
  before(async () => {
    client = await startClient({
      options: { commands: ['corpusLint.reopenWithEncoding', 'corpusLint.openRulePage'] },
      capabilities: {
        textDocument: {
          codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } },
          publishDiagnostics: { relatedInformation: true },
        },
      },
    });
    client.open(URI, TEXT);
    await client.pushed(URI);
  });
  after(async () => {
    await client.stop();
  });
  const textDocument = { uri: URI };
  const fixed = (text: string, edits: readonly TextEdit[]): string =>
    TextDocument.applyEdits(TextDocument.create(URI, 'markdown', 1, text), [...edits]);

  it('keys of front matter are completed, with edits that replace what was typed', async () => {
    const position = { line: 3, character: 2 };
    const items = await client.request<CompletionItem[]>('textDocument/completion', {
      textDocument,
      position,
    });
    const labels = items.map(item => item.label);
    assert.ok(labels.length > 0 && !labels.includes('title'), labels.join(' '));
    for (const { textEdit } of items) {
      assert.ok(textEdit && 'range' in textEdit);
      assert.deepEqual(textEdit.range.start, { line: 3, character: 0 });
    }
  });

  it('nothing is completed in the text', async () => {
    const position = { line: 8, character: 4 };
    assert.deepEqual(await client.request('textDocument/completion', { textDocument, position }), []);
  });

  it('edits of a whole file are made when the client picks the action', async () => {
    const at = { line: 8, character: TEXT.split('\n')[8]!.indexOf('，，') };
    const actions = await client.codeActions(URI, { start: at, end: at });
    const all = actions.find(a => a.title === 'Fix all 2 findings of punctuation/repeated in this file')!;
    assert.equal(all.edit, undefined);
    const resolved = await client.request<CodeAction>('codeAction/resolve', all);
    const change = resolved.edit!.documentChanges![0]!;
    assert.ok('edits' in change);
    assert.equal(fixed(TEXT, change.edits as TextEdit[]), TEXT.replace('，，', '，').replace('。。', '。'));
  });

  it('an action opens the page of the rule where the client can', async () => {
    const at = { line: 8, character: TEXT.split('\n')[8]!.indexOf('，，') };
    const actions = await client.codeActions(URI, { start: at, end: at });
    const { command } = actions.find(a => a.title === 'Explain punctuation/repeated')!;
    assert.deepEqual(
      [command!.command, command!.arguments],
      ['corpusLint.openRulePage', ['punctuation/repeated']],
    );
  });

  it('a hover over a Han character tells its readings and its other forms', async () => {
    const position = { line: 8, character: 3 };
    const found = await client.request<Hover>('textDocument/hover', { textDocument, position });
    assert.match(JSON.stringify(found.contents), /库.*U\+5E93.*kù.*庫/);
  });

  it('a hover over a key of front matter tells what it is', async () => {
    const position = { line: 2, character: 1 };
    const found = await client.request<Hover>('textDocument/hover', { textDocument, position });
    assert.match(JSON.stringify(found.contents), /\*\*date\*\*/);
  });

  it('the conversions are listed, and one of them converts a part', async () => {
    const list = await client.request<ConversionChoice[]>('corpusLint/conversions', undefined);
    assert.ok(list.some(({ id, label }) => id === 's2tw' && label.includes('Taiwan')));
    const text = '图书馆。\n图书馆。\n';
    const ranges = [{ start: { line: 1, character: 0 }, end: { line: 2, character: 0 } }];
    const params = { uri: 'file:///corpus/none.md', text, conversion: 's2tw', ranges };
    const { edits, version } = await client.request<ConvertResult>('corpusLint/convert', params);
    assert.equal(version, null);
    assert.equal(fixed(text, edits as TextEdit[]), '图书馆。\n圖書館。\n');
  });

  it('a character that no word decides comes with its other forms', async () => {
    const params = { uri: 'file:///corpus/none.md', text: '他姓范，住在里。\n', conversion: 's2t' };
    const { edits } = await client.request<ConvertResult>('corpusLint/convert', params);
    assert.ok(
      edits.some(edit => (edit.alternatives ?? []).length > 0),
      JSON.stringify(edits),
    );
  });

  it('an unknown conversion is an error', async () => {
    await assert.rejects(client.request('corpusLint/convert', { uri: URI, conversion: 's2x' }), /s2x/);
  });

  it('a text that is not open is repaired', async () => {
    const text = '修路；；铺桥。\n';
    const params = { uri: 'file:///corpus/none.md', languageId: 'markdown', text };
    const { edits } = await client.request<EditsResult>('corpusLint/fix', params);
    assert.equal(fixed(text, edits as TextEdit[]), '修路；铺桥。\n');
  });

  it('front matter is made for a text without, and only for such', async () => {
    const text = '# 水库扩容\n\n水库扩容工程今年开工。\n';
    const params = { uri: 'file:///corpus/none.md', languageId: 'markdown', text };
    const { edits } = await client.request<EditsResult>('corpusLint/insertFrontMatter', params);
    assert.match(fixed(text, edits as TextEdit[]), /^---\ntitle: 水库扩容\n/);
    const again = await client.request<EditsResult>('corpusLint/insertFrontMatter', { uri: URI });
    assert.deepEqual(again.edits, []);
  });

  it('statistics are lines with labels', async () => {
    const lines = await client.request<StatisticsLine[]>('corpusLint/statistics', { uri: URI });
    const values = new Map(lines.map(({ label, value }) => [label, value]));
    assert.equal(values.get('Script'), 'Simplified');
    assert.ok(Number(values.get('Han characters')) > 30);
  });

  it('what could go is faded, and what is repeated points to the first', async () => {
    const uri = 'file:///corpus/twice.md';
    client.open(uri, `${LONG}\n\n市民都很高兴。\n\n${LONG}\n`);
    const found = (await client.pushed(uri)).find(d => d.code === 'structure/duplicate-paragraph')!;
    assert.deepEqual(found.tags, [DiagnosticTag.Unnecessary]);
    assert.equal(found.relatedInformation?.[0]?.location.range.start.line, 0);
  });

  it('a file in another encoding can be reopened as what it is', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'corpus-lint-encoding-'));
    const file = path.join(folder, 'gb.txt');
    const bytes = iconv.encode(`${LONG}\n市民都很高兴。\n`, 'gb18030');
    writeFileSync(file, bytes);
    const uri = pathToFileURL(file).href;
    // An editor that takes the file for UTF-8 shows replacement characters.
    client.open(uri, new TextDecoder().decode(bytes), 'plaintext');
    // What the editor shows is not the text of the file, so nothing else is said of it, and nothing is mended.
    const all = await client.pushed(uri);
    assert.deepEqual(
      all.map(d => d.code),
      ['encoding/undecodable'],
    );
    const [found] = all;
    const { edits } = await client.request<EditsResult>('corpusLint/fix', { uri, languageId: 'plaintext' });
    assert.deepEqual(edits, []);
    const actions = await client.codeActions(uri, found!.range);
    const reopen = actions.find(a => a.command?.command === 'corpusLint.reopenWithEncoding')!;
    assert.match(reopen.title, /^Reopen with encoding GB/i);
    assert.deepEqual(reopen.command!.arguments![0], uri);
    rmSync(folder, { recursive: true, force: true });
  });
});
