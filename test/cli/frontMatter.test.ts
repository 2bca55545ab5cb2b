// The front-matter command: the data of a corpus as JSON lines or a table, with any error on its line.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { run } from '../support/memoryHost.ts';

const FILES = {
  'a.md': '---\ntitle: 水库月报\ntags: [水库, 灌溉]\ndate: 2024-03-05\n---\n\n正文。\n',
  'b.md': '\ufeff+++\r\ntitle = "一,\\"二\\""\r\nn = 1_000\r\n+++\r\n',
  'c.md': '正文。\n',
  'd.md': '---\ntitle: 甲: 乙\n---\n',
  'e.md': '---js\n{ title: "x" }\n---\n',
  'f.md': '---json\n{ "title": "三", "n": 2 }\n---\n',
};

describe('corpus-lint front-matter', () => {
  it('prints one JSON line for each file', async () => {
    const { out, code } = await run(['front-matter', '.'], FILES);
    const rows = out
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as { file: string; data: unknown; error?: string });
    assert.deepEqual(
      rows.map(({ file, data }) => [file, data]),
      [
        ['a.md', { title: '水库月报', tags: ['水库', '灌溉'], date: '2024-03-05' }],
        ['b.md', { title: '一,"二"', n: 1000 }],
        ['c.md', null],
        ['d.md', null],
        ['e.md', null],
        ['f.md', { title: '三', n: 2 }],
      ],
    );
    assert.match(rows[3]!.error ?? '', /^2:8 /);
    assert.match(rows[4]!.error ?? '', /js/);
    assert.equal(code, 1);
  });

  it('prints a table with a column for every key', async () => {
    const { out, code } = await run(['front-matter', '--format', 'csv', 'a.md', 'b.md', 'c.md'], FILES);
    assert.equal(
      out,
      [
        'file,title,tags,date,n,error',
        'a.md,水库月报,"[""水库"",""灌溉""]",2024-03-05,,',
        'b.md,"一,""二""",,,1000,',
        'c.md,,,,,',
        '',
      ].join('\r\n'),
    );
    assert.equal(code, 0);
  });

  it('says what it cannot read', async () => {
    const { code, err } = await run(['front-matter', 'nowhere.md'], FILES);
    assert.equal(code, 2);
    assert.match(err, /nowhere\.md/);
  });
});
