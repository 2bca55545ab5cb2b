// Actions that write figures in another style.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { CodeAction } from 'vscode-languageserver-protocol';
import { type LspClient, startClient } from '../support/lspClient.ts';

const URI = 'file:///corpus/figures.md';
const TEXT = '今年投资3.5万元，植树37306株，2021年完工。\n';
const spot = (
  needle: string,
): { start: { line: number; character: number }; end: { line: number; character: number } } => {
  const place = { line: 0, character: TEXT.indexOf(needle) };
  return { start: place, end: place };
};

describe('number actions', () => {
  let client: LspClient;
  before(async () => {
    client = await startClient();
    client.open(URI, TEXT);
    await client.pushed(URI);
  });
  after(() => client.stop());

  it('offer the other ways to write the figure under the cursor', async () => {
    const actions = (await client.codeActions(URI, spot('37306'))) as CodeAction[];
    const titles = actions.map(action => action.title);
    for (const text of ['37,306', '3.7306万', '三万七千三百零六', '3.73万'])
      assert.ok(titles.includes(`Write the figure as ${text}`), titles.join(' | '));
    assert.ok(titles.includes('Write all figures like 37,306'));
    assert.ok(!titles.includes('Write the figure as 37306'));
  });

  it('offer nothing on years and words', async () => {
    for (const needle of ['2021', '投资'])
      assert.deepEqual((await client.codeActions(URI, spot(needle))) as CodeAction[], []);
  });
});
