// Every request beside diagnostics and code actions, over stdio.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type {
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  SelectionRange,
  SemanticTokens,
  TextEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver-protocol';
import { type LspClient, startClient } from '../support/lspClient.ts';

const URI = 'file:///corpus/report.md';
const TEXT = `---
title: 水库扩容
cover: https://proxy.example.net/fetch?url=https://img.example.org/a.jpg
---

# 水库扩容

一、工程进度

今年投资3.5万元，，占地25公顷。2022年2月16日开工。

二、后续安排

明年继续施工𠮷，工期一年。<!-- corpus-lint-disable-line punctuation/repeated -->
`;
const lineOf = (needle: string): number => TEXT.slice(0, TEXT.indexOf(needle)).split('\n').length - 1;
const at = (needle: string, shift = 0): { line: number; character: number } => {
  const line = lineOf(needle);
  return { line, character: TEXT.split('\n')[line]!.indexOf(needle) + shift };
};
const textDocument = { uri: URI };

describe('features', () => {
  let client: LspClient;
  let bare: LspClient;
  before(async () => {
    const configuration = (): unknown => ({ inlayHints: true });
    client = await startClient({ configuration, options: { hasMarkdownOutline: true } });
    bare = await startClient();
    for (const c of [client, bare]) {
      c.open(URI, TEXT);
      await c.pushed(URI);
    }
  });
  after(async () => {
    await client.stop();
    await bare.stop();
  });

  const names = (symbols: readonly DocumentSymbol[]): unknown[] =>
    symbols.map(s => (s.children?.length ? [s.name, names(s.children)] : s.name));

  it('symbols are the whole outline where the editor has none', async () => {
    const symbols = await bare.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
    assert.deepEqual(names(symbols), [['水库扩容', ['一、工程进度', '二、后续安排']]]);
  });

  it('symbols are what Markdown’s own outline lacks', async () => {
    const symbols = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
    assert.ok(!JSON.stringify(symbols.map(s => s.selectionRange)).includes(`"line":${lineOf('# 水库')}`));
    assert.deepEqual(names(symbols), ['一、工程进度', '二、后续安排']);
  });

  it('workspace symbols are headings that hold the query', async () => {
    const symbols = await client.request<WorkspaceSymbol[]>('workspace/symbol', { query: '进度' });
    assert.deepEqual(
      symbols.map(s => s.name),
      ['一、工程进度'],
    );
  });

  it('sections and front matter fold', async () => {
    const ranges = await bare.request<FoldingRange[]>('textDocument/foldingRange', { textDocument });
    assert.ok(ranges.some(r => r.startLine === 0 && r.endLine === 3 && r.kind === 'region'));
    assert.ok(ranges.some(r => r.startLine === lineOf('一、') && r.endLine === lineOf('今年投资')));
  });

  it('selections grow from word to document', async () => {
    const params = { textDocument, positions: [at('施工')] };
    const [range] = await client.request<SelectionRange[]>('textDocument/selectionRange', params);
    const sizes: string[] = [];
    for (let r: SelectionRange | undefined = range; r; r = r.parent)
      sizes.push(`${r.range.start.line}:${r.range.start.character}`);
    assert.ok(sizes.length >= 4, sizes.join(' '));
    assert.equal(sizes.at(-1), '0:0');
  });

  it('a hover over a figure gives its value', async () => {
    const found = await client.request<Hover>('textDocument/hover', { textDocument, position: at('3.5万') });
    assert.match(JSON.stringify(found.contents), /35,000元/);
    const area = await client.request<Hover>('textDocument/hover', { textDocument, position: at('25公顷') });
    assert.match(JSON.stringify(area.contents), /250,000平方米/);
  });

  it('a hover over a part of a figure gives no value of the part', async () => {
    const uri = 'file:///corpus/figure.md';
    client.open(uri, '今年全市图书馆接待读者1，258，000人次。\n');
    const position = { line: 0, character: 11 };
    const found = await client.request<Hover>('textDocument/hover', { textDocument: { uri }, position });
    const shown = JSON.stringify(found.contents);
    assert.match(shown, /`1，258，000` → `1,258,000`/);
    assert.doesNotMatch(shown, /Value/);
  });

  it('a hover over a date gives its weekday', async () => {
    const found = await client.request<Hover>('textDocument/hover', { textDocument, position: at('2022年') });
    assert.match(JSON.stringify(found.contents), /2022-02-16.*Wednesday/);
  });

  it('a hover over a finding shows the repair', async () => {
    const found = await client.request<Hover>('textDocument/hover', { textDocument, position: at('，，') });
    assert.match(JSON.stringify(found.contents), /`，，` → `，`/);
  });

  it('a hover over a rule’s name in a comment says what the rule finds', async () => {
    const position = at('punctuation/repeated', 3);
    const found = await client.request<Hover>('textDocument/hover', { textDocument, position });
    assert.match(JSON.stringify(found.contents), /Two punctuation marks/);
  });

  it('links lead to the address inside a proxy’s, and to the page of a rule', async () => {
    const links = await client.request<DocumentLink[]>('textDocument/documentLink', { textDocument });
    assert.deepEqual(links.map(l => l.target?.split('/').at(-1)).sort(), ['a.jpg', 'repeated.md']);
  });

  it('semantic tokens mark figures, units and dates', async () => {
    const { data } = await client.request<SemanticTokens>('textDocument/semanticTokens/full', {
      textDocument,
    });
    const types = client.initialized.capabilities.semanticTokensProvider!.legend.tokenTypes;
    const lines = TEXT.split('\n');
    const tokens: string[] = [];
    for (let i = 0, line = 0, character = 0; i < data.length; i += 5) {
      character = data[i]! > 0 ? data[i + 1]! : character + data[i + 1]!;
      line += data[i]!;
      tokens.push(`${types[data[i + 3]!]} ${lines[line]!.slice(character, character + data[i + 2]!)}`);
    }
    for (const token of ['quantity 3.5万', 'unit 元', 'unit 公顷', 'date 2022年2月16日'])
      assert.ok(tokens.includes(token), `${token} in ${tokens.join(', ')}`);
    const range = { start: at('二、'), end: { line: 99, character: 0 } };
    const part = await client.request<SemanticTokens>('textDocument/semanticTokens/range', {
      textDocument,
      range,
    });
    assert.ok(part.data.length < data.length);
  });

  it('formatting is the safe repairs, of the document or of a part', async () => {
    const options = { tabSize: 2, insertSpaces: true };
    const edits = await client.request<TextEdit[]>('textDocument/formatting', { textDocument, options });
    assert.ok(edits.length > 0);
    const range = { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } };
    const part = await client.request<TextEdit[]>('textDocument/rangeFormatting', {
      textDocument,
      range,
      options,
    });
    assert.ok(part.length < edits.length);
  });

  it('inlay hints give the value of figures with multipliers, where wanted', async () => {
    const params = {
      textDocument,
      range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } },
    };
    const hints = await client.request<InlayHint[]>('textDocument/inlayHint', params);
    assert.ok(hints.some(h => h.label === '35,000'));
    assert.deepEqual(await bare.request('textDocument/inlayHint', params), []);
  });

  it('a damaged figure gets no inlay hint: what is left of it is worth something else', async () => {
    const uri = 'file:///corpus/damaged.md';
    client.open(uri, '水库总库容1，258万立方米，去年投入3.5亿元。\n');
    const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
    const hints = await client.request<InlayHint[]>('textDocument/inlayHint', {
      textDocument: { uri },
      range,
    });
    assert.deepEqual(
      hints.map(h => h.label),
      ['350,000,000'],
    );
  });

  it('requests about a document that is not open have empty answers', async () => {
    const unknown = { textDocument: { uri: 'file:///nowhere.md' }, position: { line: 0, character: 0 } };
    assert.equal(await client.request('textDocument/hover', unknown), null);
    assert.deepEqual(await client.request('textDocument/documentSymbol', unknown), []);
    assert.deepEqual(
      await client.codeActions('file:///nowhere.md', { start: unknown.position, end: unknown.position }),
      [],
    );
  });

  it('positions outside the text are taken for the nearest inside', async () => {
    const position = { line: 9999, character: 9999 };
    assert.equal(await client.request('textDocument/hover', { textDocument, position }), null);
  });
});
