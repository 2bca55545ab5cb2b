// "Ignore here" silences the finding and leaves every other one as it was: the comment may not change what the text is.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Diagnostic, TextEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type LspClient, startClient } from '../support/lspClient.ts';

const CASES: Readonly<Record<string, string>> = {
  'a paragraph': '水库开工，，市民高兴。\n',
  'a heading': '# 水库，，开工\n\n水库今年开工。\n',
  'the second line of a paragraph': '水库今年开工。\n市民都来，，参加。\n',
  'a line with a break at its end': '水库今年开工。\n市民都来，，参加。  \n工期一年。\n',
  'an item of a list': '- 水库今年开工\n- 市民都来，，参加\n- 工期一年\n',
  'an item inside an item': '- 水库今年开工\n  - 市民都来，，参加\n  - 工期一年\n',
  'a quotation': '> 水库今年开工。\n> 市民都来，，参加。\n',
  'Windows line ends': '水库今年开工。\r\n市民都来，，参加。\r\n',
  'the last line without an end': '水库今年开工。\n市民都来，，参加。',
  HTML: '<p>水库今年开工。</p>\n<p>市民都来，，参加。</p>\n',
};

describe('“Ignore here”', () => {
  let client: LspClient;
  before(async () => {
    client = await startClient();
  });
  after(async () => {
    await client.stop();
  });
  let count = 0;
  const lint = async (text: string): Promise<{ uri: string; found: readonly Diagnostic[] }> => {
    const uri = `file:///corpus/suppress-${count++}.md`;
    client.open(uri, text);
    return { uri, found: await client.pushed(uri) };
  };

  for (const [name, text] of Object.entries(CASES)) {
    it(`works in ${name}`, async () => {
      const { uri, found } = await lint(text);
      const finding = found.find(d => d.code === 'punctuation/repeated')!;
      const actions = await client.codeActions(uri, finding.range);
      const change = actions.find(a => a.title === 'Ignore punctuation/repeated here')!.edit!
        .documentChanges![0]!;
      assert.ok('edits' in change);
      const document = TextDocument.create(uri, 'markdown', 1, text);
      const after = await lint(TextDocument.applyEdits(document, change.edits as TextEdit[]));
      assert.deepEqual(
        after.found.map(d => d.code),
        found.filter(d => d !== finding).map(d => d.code),
      );
    });
  }

  it('is offered for a gap between two halves of a sentence', async () => {
    const text = '工程完成以后，水库的容量将会扩大一倍，可以满足全市居\n\n民的用水需要，也可以灌溉农田。\n';
    const { uri, found } = await lint(text);
    const actions = await client.codeActions(uri, found[0]!.range);
    assert.ok(actions.some(a => a.title === 'Ignore structure/broken-paragraph here'));
  });

  it('is not offered where a comment would be text', async () => {
    const { uri, found } = await lint(
      '---\ntitle: 水库，，开工\n---\n\n| 水库，，开工 | 工期 |\n|---|---|\n| 今年 | 一年 |\n',
    );
    for (const { range } of found) {
      const actions = await client.codeActions(uri, range);
      assert.ok(!actions.some(a => / here$/.test(a.title)), JSON.stringify(range));
    }
  });
});
