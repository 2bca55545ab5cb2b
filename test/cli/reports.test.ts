// The commands that describe reports: outline and stats.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { run } from '../support/memoryHost.ts';

const FILES = { 'a.md': '# 水库\n\n今年巡查400次。\n\n## 大坝\n\n大坝安全。\n', 'b.txt': '坝上，，无人。\n' };

describe('outline', () => {
  it('prints a tree with lines', async () => {
    const { out, code } = await run(['outline', 'a.md'], FILES);
    assert.equal(out, 'a.md\n  水库  :1\n    大坝  :5\n');
    assert.equal(code, 0);
  });

  it('prints JSON with ranges', async () => {
    const { out } = await run(['outline', '--format', 'json', 'a.md'], FILES);
    const [{ filePath, outline }] = JSON.parse(out);
    assert.equal(filePath, '/w/a.md');
    assert.equal(outline[0].children[0].line, 5);
    assert.deepEqual(outline[0].selectionRange, [2, 4]);
  });

  it('says what is not there', async () => assert.equal((await run(['outline', 'none.md'], FILES)).code, 2));
});

describe('stats', () => {
  it('counts, in every format', async () => {
    const [row] = JSON.parse((await run(['stats', '--format', 'json', 'a.md'], FILES)).out);
    assert.deepEqual([row.sentences, row.paragraphs, row.headings, row.numbers, row.damage], [2, 2, 2, 1, 0]);
    const csv = (await run(['stats', '--format', 'csv', '.'], FILES)).out.split('\r\n');
    assert.match(csv[0]!, /^file,characters,han,/);
    assert.equal(csv.length, 4);
    const table = (await run(['stats', '.'], FILES)).out.split('\n');
    assert.match(table[3]!, /^2 /);
  });

  it('counts damage for 1,000 characters', async () => {
    const [row] = JSON.parse((await run(['stats', '--format', 'json', 'b.txt'], FILES)).out);
    assert.equal(row.warnings, 1);
    assert.equal(row.damage, 142.86);
  });
});
