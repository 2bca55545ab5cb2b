// The convert command: what is converted into what, what is written, what is reported.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { run } from '../support/memoryHost.ts';

describe('convert', () => {
  it('prints the converted text and leaves the files alone', async () => {
    const result = await run(['convert', '--to', 'zh-TW', 'a.md'], { 'a.md': '图书馆里面\n' });
    assert.equal(result.out, '圖書館裡面\n');
    assert.equal(result.code, 0);
    assert.equal(result.host.text('a.md'), '图书馆里面\n');
  });
  it('judges each file by itself, and leaves one in the target script as it is', async () => {
    const files = { 'a.md': '图书馆开放\n', 'b.md': '圖書館開放，群眾\n' };
    assert.equal(
      (await run(['convert', '--to', 'zh-CN', 'a.md', 'b.md'], files)).out,
      '图书馆开放\n图书馆开放，群众\n',
    );
  });
  it('converts the words of a region when asked', async () => {
    const files = { 'a.md': '打印软件信息\n' };
    assert.equal((await run(['convert', '--to', 'zh-TW', '--phrases', 'a.md'], files)).out, '列印軟體資訊\n');
    assert.equal((await run(['convert', '--to', 'zh-TW', 'a.md'], files)).out, '打印軟件信息\n');
  });
  it('leaves addresses alone, and lets anchors follow their headings', async () => {
    const text =
      '---\ntitle: 图书馆\nslug: 图书馆\ncover: /img/图书馆.png\n---\n## 图书馆\n\n## 书库 {#书库}\n\n[馆](#图书馆)、[库](#书库)、[图](/图书馆.html)，https://example.org/wiki/图书馆\n';
    assert.equal(
      (await run(['convert', '--to', 'zh-TW', 'a.md'], { 'a.md': text })).out,
      '---\ntitle: 圖書館\nslug: 图书馆\ncover: /img/图书馆.png\n---\n## 圖書館\n\n## 書庫 {#书库}\n\n[館](#圖書館)、[庫](#书库)、[圖](/图书馆.html)，https://example.org/wiki/图书馆\n',
    );
  });
  it('writes files, keeping a byte order mark', async () => {
    const result = await run(['convert', '--to', 'zh-TW', '--write', '.'], {
      'a.md': '\ufeff图书馆\n',
      'b.txt': 'nothing\n',
    });
    assert.equal(result.out, '');
    assert.equal(result.host.text('a.md'), '\ufeff圖書館\n');
    assert.equal(result.host.text('b.txt'), 'nothing\n');
  });
  it('shows a diff with exit code 1', async () => {
    const result = await run(['convert', '--to', 'zh-HK', '--diff', 'a.md'], { 'a.md': '说明\n' });
    assert.equal(result.code, 1);
    assert.match(result.out, /-说明\n\+説明/);
  });
  it('reports what no word decided and what does not come back', async () => {
    const result = await run(['convert', '--to', 'zh-Hant', '--report', 'r.json', 'a.md'], {
      'a.md': '说明\n发，乾饭\n',
    });
    const [entry] = JSON.parse(result.host.text('r.json')) as Record<string, unknown>[];
    assert.equal(entry!.conversion, 's2t');
    assert.deepEqual(entry!.ambiguities, [
      { line: 2, column: 1, offset: 3, char: '发', chosen: '發', alternatives: ['髮'] },
    ]);
    assert.deepEqual(entry!.roundTrip, [
      { line: 2, column: 3, offset: 5, endOffset: 6, original: '乾', back: '干' },
    ]);
  });
  it('takes the user’s words from the configuration', async () => {
    const files = {
      'corpus-lint.jsonc': '{"script":{"dictionary":["云南公交"]}}',
      'a.md': '云南公交与云南\n',
    };
    assert.equal((await run(['convert', '--to', 'zh-Hant', 'a.md'], files)).out, '云南公交與雲南\n');
  });
  it('tells once what is wrong in the configuration, and leaves out what it ignores', async () => {
    const files = {
      'corpus-lint.jsonc': '{"ignore":["b.md"],"script":{"dictionary":["a=b=c","云南公交"]}}',
      'a.md': '云南公交与云南\n',
      'b.md': '云南\n',
      'c.md': '云南\n',
    };
    const result = await run(['convert', '--to', 'zh-Hant', '.'], files);
    assert.equal(result.code, 2);
    assert.equal(result.out, '云南公交與雲南\n雲南\n');
    assert.match(result.err, /^\S+corpus-lint\.jsonc:1:\d+: An entry is a word/);
    assert.equal(result.err.trim().split('\n').length, 1);
  });
  it('leaves paths with Han names as they are', async () => {
    const stdin = ['说明见 文档/说明.md 与“./资料/图书馆.csv”。'];
    const { out } = await run(['convert', '--to', 'zh-TW', '-'], {}, { stdin });
    assert.equal(out, '說明見 文档/说明.md 與“./资料/图书馆.csv”。');
  });
  it('reads standard input', async () => {
    const stdin = ['图书馆'];
    assert.equal((await run(['convert', '--to', 'zh-TW', '-'], {}, { stdin })).out, '圖書館');
  });
  it('refuses a pair that does not exist', async () => {
    assert.equal((await run(['convert', '--from', 'ja', '--to', 'zh-TW', 'a.md'], { 'a.md': 'x' })).code, 2);
  });
});
