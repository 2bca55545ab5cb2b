// What merge holds in memory: one file's report, however many there are and however they are laid out.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import type { ReadableFile } from '../../server/src/cli/host.ts';
import { JsonObjectsError, objectsOf } from '../../server/src/cli/jsonObjects.ts';
import { sayIn } from '../../server/src/cli/messages.ts';
import { readReports } from '../../server/src/cli/reportIndex.ts';
import { run } from '../support/memoryHost.ts';
import { fc } from '../support/random.ts';

const BIN = path.resolve(import.meta.dirname, '../../dist/cli/bin.js');

/** Gives at most `most` bytes at a time, as if chunks were that long. */
function fileOf(text: string, most = 1 << 20): ReadableFile {
  const bytes = new TextEncoder().encode(text);
  return {
    size: bytes.length,
    read: (at, length) => bytes.subarray(at, at + Math.min(length, most)),
    close() {},
  };
}

const placesIn = (text: string, most?: number) => [...objectsOf(fileOf(text, most))];
const partsOf = (text: string, most?: number): string[] => {
  const bytes = new TextEncoder().encode(text);
  return placesIn(text, most).map(({ at, length }) =>
    new TextDecoder().decode(bytes.subarray(at, at + length)),
  );
};

describe('objects of a JSON file', () => {
  it('are found on lines and in arrays of every layout, cut into chunks anywhere', () => {
    const objects = fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { maxLength: 5 });
    const layouts: ((values: readonly object[]) => string)[] = [
      values => JSON.stringify(values),
      values => JSON.stringify(values, undefined, 2),
      values => values.map(value => `${JSON.stringify(value)}\r\n`).join(''),
      values => `\ufeff[${values.map(value => JSON.stringify(value)).join(',\n')}]\n`,
    ];
    fc.assert(
      fc.property(
        objects,
        fc.constantFrom(...layouts),
        fc.integer({ min: 3, max: 20 }),
        (values, layout, most) => {
          const found = partsOf(layout(values), most).map(part => JSON.parse(part) as unknown);
          assert.deepEqual(JSON.stringify(found), JSON.stringify(values));
        },
      ),
    );
  });

  it('come with their lines', () =>
    assert.deepEqual(
      placesIn('[{"a":"\\"}\\\\"},\n\n{"b":[{}]}]').map(place => place.line),
      [1, 3],
    ));

  it('are refused where they are cut or something else stands', () => {
    for (const [text, line] of [
      ['{"a":1}\n{"b":[1', 2],
      ['[{"a":1},\n{"b":1}\n', 3],
      ['{"a":"cut\n{"b":1}\n', 1],
      ['{}\nx', 2],
      ['{}\n]', 2],
      ['3', 1],
    ] as const)
      assert.throws(
        () => placesIn(text),
        (error: unknown) => error instanceof JsonObjectsError && error.line === line,
        text,
      );
  });
});

it('refuses the report of one file that is longer than a string, and says what to do', async () => {
  const { host } = await run(['.', '--shard', '1/1', '--format', 'jsonl=1.jsonl'], {
    'a.md': '水库，，蓄水。\n'.repeat(50),
  });
  const read = (limit: number) => readReports(host, ['1.jsonl'], { say: sayIn('en'), each: () => {}, limit });
  const { length } = host.files.get('/w/1.jsonl')!.bytes;
  assert.equal([...read(length).outcomes()].length, 1);
  assert.throws(() => read(length - 2), {
    message:
      /^1\.jsonl, line 1: the report of one file holds 1 MB, more than the 1 MB that can be read at once\./,
  });
});

it('a report that is no object is wrong use, not a crash', async () => {
  for (const text of ['[1]', '"x"', '{"a":1}', '[[{}]]', 'null', '{"filePath":"a"', '\u0000']) {
    const { code, err } = await run(['merge', 'a.json', '--locale', 'en'], { 'a.json': text });
    assert.equal(code, 2, text);
    assert.match(err, /^a\.json, line 1: not a report/, text);
  }
  assert.equal((await run(['merge', 'a.json', '--format', 'json'], { 'a.json': '' })).out, '[]\n');
});

it('holds 300,000 findings in a heap of 48 MB', t => {
  const folder = mkdtempSync(path.join(tmpdir(), 'corpus-lint-merge-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const [files, findings, shards] = [1500, 200, 3];
  const message = (index: number) => ({
    ruleId: 'punctuation/repeated',
    severity: 1,
    level: 'warning',
    message: '“，，”: one mark is meant here. Delete the other.',
    line: index + 1,
    column: 3,
    endLine: index + 1,
    endColumn: 5,
    offset: index * 9 + 2,
    endOffset: index * 9 + 4,
    fix: { range: [index * 9 + 2, index * 9 + 4], text: '，' },
  });
  const indexes = Array.from({ length: findings }, (_, index) => index);
  const messages = JSON.stringify(indexes.map(message));
  const beside = JSON.stringify({
    excerpts: indexes.map(() => ({ before: '水库', span: '，，', after: '蓄水正常。' })),
    fingerprints: indexes.map(index => index.toString(16).padStart(14, '0')),
    byteColumns: indexes.map(() => [7, 13]),
  });
  for (let shard = 1; shard <= shards; shard++) {
    const file = openSync(path.join(folder, `${shard}.jsonl`), 'w');
    for (let position = shard - 1; position < files; position += shards) {
      const part = `{"index":${shard},"count":${shards},"position":${position},${beside.slice(1)}`;
      const name = JSON.stringify(path.join(folder, `${position}.md`));
      writeSync(file, `{"filePath":${name},"messages":${messages},"shard":${part}}\n`);
    }
    closeSync(file);
  }
  const argv = ['--max-old-space-size=48', BIN, 'merge', '3.jsonl', '1.jsonl', '2.jsonl', '--locale', 'en'];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...argv, '--statistics', '--format', 'sarif=all.sarif', '--format', 'json=all.json'],
    { cwd: folder, encoding: 'utf8' },
  );
  assert.equal(status, 0, stderr.slice(0, 2000));
  assert.match(stdout, /^0 errors, 300000 warnings, 0 notes in 1500 of 1500 files$/m);
});
