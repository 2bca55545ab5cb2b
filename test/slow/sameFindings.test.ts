// Findings are the same on one thread and several, with and without a cache, in shards and merged, and through the
// filter: on the sample corpus and on 2,000 random texts.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { main } from '../../server/src/cli/main.ts';
import { damagedTexts } from '../support/damagedTexts.ts';
import { CWD, type MemoryHost, memoryHost, run } from '../support/memoryHost.ts';
import { cases, SEED } from '../support/random.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

const files: Record<string, Uint8Array> = {};
for (const name of readdirSync(path.join(ROOT, 'examples/reports')))
  files[`corpus/examples/${name}`] = readFileSync(path.join(ROOT, 'examples/reports', name));
damagedTexts(cases(2000), SEED).forEach((text, i) => {
  const name = `${String(i).padStart(4, '0')}.${i % 2 === 0 ? 'txt' : 'md'}`;
  files[`corpus/${i % 3 === 0 ? 'sub/' : ''}${name}`] = new TextEncoder().encode(text);
});
// A copy, for the rules that need the whole corpus.
files['corpus/sub/copy.md'] = files['corpus/examples/10-parks-clean.md']!;
const COUNT = Object.keys(files).length;
files['corpus-lint.jsonc'] = new TextEncoder().encode(
  '{"overrides":[{"files":["corpus/{examples,sub}/*.md"],"rules":{"structure/duplicate-document":"info"}}]}',
);

const host = memoryHost(files);
/** Standard output of one run over the same files. */
async function cli(...argv: string[]): Promise<string> {
  host.out = '';
  host.err = '';
  const code = await main(argv, host);
  assert.ok(code < 2, host.err || host.out.slice(0, 500));
  return host.out;
}
let plain = '';
before(async () => {
  plain = await cli('corpus', '--format', 'jsonl');
  assert.equal(plain.trimEnd().split('\n').length, COUNT);
  assert.match(plain, /copy\.md.*structure\/duplicate-document/);
});

describe('the same findings', () => {
  it('on several threads', t => {
    const folder = mkdtempSync(path.join(tmpdir(), 'corpus-lint-'));
    t.after(() => rmSync(folder, { recursive: true, force: true }));
    for (const [name, bytes] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), bytes);
    }
    const bin = path.join(ROOT, 'dist/cli/bin.js');
    for (const threads of ['1', '3']) {
      const { stdout } = spawnSync(
        process.execPath,
        [bin, 'corpus', '--format', 'jsonl', '--locale', 'en', '--threads', threads],
        { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 },
      );
      assert.ok(stdout.replaceAll(`${folder}/`, `${CWD}/`) === plain, `--threads ${threads}`);
    }
  });

  for (const strategy of ['content', 'metadata'])
    it(`with a cache by ${strategy}, cold, warm and damaged`, async () => {
      const cached = ['--cache', '--cache-strategy', strategy, '--cache-location', strategy];
      const same = async (why: string): Promise<void> =>
        assert.ok((await cli('corpus', '--format', 'jsonl', ...cached)) === plain, why);
      await same('cold');
      await same('warm');
      const store = Object.values(
        Object.fromEntries([...host.files].filter(([name]) => name.startsWith(`${CWD}/${strategy}/`))),
      );
      assert.ok(store.some(file => file.bytes.length > 1000));
      for (const file of store) file.bytes = file.bytes.slice(0, -40);
      await same('cut');
      for (const file of store) file.bytes = new TextEncoder().encode('x');
      await same('overwritten');
    });

  it('in shards and merged, in every format', async () => {
    const parts = ['1', '2', '3'].map(i => `part${i}.jsonl`);
    for (const [i, part] of parts.entries())
      assert.equal(await cli('corpus', '--format', `jsonl=${part}`, '--shard', `${i + 1}/3`), '');
    const sizes = parts.map(part => host.text(part).split('\n').length - 1);
    assert.equal(
      sizes.reduce((a, b) => a + b),
      COUNT,
    );
    assert.ok((await cli('merge', ...parts, '--format', 'jsonl')) === plain);
    const others = 'pretty concise statistics json sarif github gitlab junit checkstyle rdjson markdown';
    const wanted = others.split(' ').flatMap(name => ['--format', `${name}=FOLDER/${name}`]);
    const into = (folder: string): string[] => wanted.map(word => word.replace('FOLDER', folder));
    await cli('corpus', ...into('once'));
    await cli('merge', ...parts.toReversed(), ...into('merged'));
    for (const name of others.split(' '))
      assert.ok(host.text(`merged/${name}`) === host.text(`once/${name}`), name);
  });

  it('through the filter', async () => {
    const expected = plain
      .trimEnd()
      .split('\n')
      .map(
        line =>
          JSON.parse(line) as {
            filePath: string;
            messages: { ruleId: string; offset: number; endOffset: number }[];
          },
      );
    const records = expected.map(({ filePath }) => {
      const text = new TextDecoder().decode(host.files.get(filePath)!.bytes);
      return JSON.stringify({ id: filePath, text });
    });
    const { out } = await run(
      ['filter'],
      { 'corpus-lint.jsonc': files['corpus-lint.jsonc']! },
      { stdin: [records.join('\n')] },
    );
    const lines = out.trimEnd().split('\n');
    assert.equal(lines.length, COUNT);
    lines.forEach((line, i) => {
      const { filePath, messages } = expected[i]!;
      // Bytes are judged only where there are bytes, and a record knows of no other.
      if (messages.some(m => /^encoding\/(?:bom|undecodable)$/.test(m.ruleId))) return;
      // Nor does a record have to end as a file does.
      const isOfFiles = (m: { ruleId: string; offset: number; endOffset: number }): boolean =>
        m.ruleId === 'structure/duplicate-document' ||
        (m.ruleId === 'structure/excess-blank-lines' && m.offset === m.endOffset);
      const own = messages.filter(m => !isOfFiles(m));
      assert.deepEqual((JSON.parse(line) as { messages: unknown }).messages, own, filePath);
    });
  });
});

describe('rules that need the whole corpus', () => {
  const text = '全市新建步道十二公里，沿线种树三千株，设座椅二百张，夜间照明全部开通。'.repeat(4);
  const silence = '<!-- corpus-lint-disable-file structure/duplicate-document -- 年报与网页 -->\n\n';
  const lint = async (texts: Record<string, string>): Promise<string[]> => {
    const config = {
      'corpus-lint.jsonc':
        '{"extends":"none","rules":{"structure/duplicate-document":"warning","suppression/*":"info"}}',
    };
    const argv = ['--format', 'concise', '--locale', 'en'];
    const once = await run(['.', ...argv], { ...config, ...texts });
    const shards: MemoryHost = memoryHost({ ...config, ...texts });
    for (const i of [1, 2]) await main(['.', '--shard', `${i}/2`, '--format', `jsonl=${i}.jsonl`], shards);
    shards.out = '';
    await main(['merge', '1.jsonl', '2.jsonl', ...argv], shards);
    // The words are those of the shard.
    const places = (out: string): string[] => out.split('\n').map(line => line.split(' “')[0]!);
    assert.deepEqual(places(shards.out), places(once.out));
    return once.out
      .trimEnd()
      .split('\n')
      .filter(Boolean)
      .map(line => line.split(' ').slice(0, 3).join(' '));
  };

  it('find the copy', async () =>
    assert.deepEqual(await lint({ 'a.md': text, 'b.md': text }), [
      'b.md:1:1: warning structure/duplicate-document',
    ]));

  it('are silenced by a comment, which then is not unused', async () =>
    assert.deepEqual(await lint({ 'a.md': text, 'b.md': silence + text }), []));

  it('call a comment unused that silences nothing', async () => {
    const unused = 'a.md:1:31: info suppression/unused';
    assert.deepEqual(await lint({ 'a.md': silence + text }), [unused]);
    assert.deepEqual(await lint({ 'a.md': silence + text, 'b.md': text }), [
      unused,
      'b.md:1:1: warning structure/duplicate-document',
    ]);
    // Too short to be compared.
    assert.deepEqual(await lint({ 'a.md': `${silence}步道。\n` }), [unused]);
    // Without a name it speaks of all rules.
    const silenceAll = silence.replace(' structure/duplicate-document', '');
    assert.deepEqual(await lint({ 'a.md': text, 'b.md': silenceAll + text }), []);
    assert.deepEqual(await lint({ 'a.md': silenceAll + text }), ['a.md:1:1: info suppression/unused']);
  });
});

describe('merge', () => {
  const merge = (argv: string[], files: Record<string, string>) =>
    run(['merge', ...argv, '--locale', 'en'], files);
  const shard = async (i: number): Promise<string> => {
    const found = { 'a.md': '水，，库\n', 'b.md': '路，，灯\n', 'c.md': '树，，木\n' };
    const { host } = await run(['.', '--shard', `${i}/3`, '--format', 'jsonl=out.jsonl'], found);
    return host.text('out.jsonl');
  };

  it('says when a shard is missing', async () => {
    const { code, err, out } = await merge(['1.jsonl', '3.jsonl', '--format', 'concise'], {
      '1.jsonl': await shard(1),
      '3.jsonl': await shard(3),
    });
    assert.equal(code, 2);
    assert.match(err, /Shard 2 of 3 is missing/);
    assert.equal(out.trimEnd().split('\n').length, 2);
  });

  it('says where a report is cut', async () => {
    const { code, err } = await merge(['1.jsonl'], { '1.jsonl': `${await shard(1)}{"filePath":"x` });
    assert.equal(code, 2);
    assert.match(err, /1\.jsonl, line 2: not a report/);
  });

  it('takes reports of separate runs, for formats that need no more than they hold', async () => {
    const { out: report } = await run(['.', '--format', 'json'], { 'a.md': '水，，库\n' });
    assert.match((await merge(['a.json', '--format', 'concise'], { 'a.json': report })).out, /^a\.md:1:2/);
    const { code, err } = await merge(['a.json', '--format', 'sarif'], { 'a.json': report });
    assert.equal(code, 2);
    assert.match(err, /a\.json: was not written by a shard/);
  });

  it('refuses shards of different runs', async () => {
    const { host } = await run(['.', '--shard', '1/4', '--format', 'jsonl=out.jsonl'], {
      'a.md': '水，，库\n',
    });
    const { code, err } = await merge(['1.jsonl', 'other.jsonl'], {
      '1.jsonl': await shard(1),
      'other.jsonl': host.text('out.jsonl'),
    });
    assert.equal(code, 2);
    assert.match(err, /other\.jsonl is of a run in 4 shards, a report before it of a run in 3;/);
  });

  it('takes JSON however it is laid out, and of two reports of a file the later', async () => {
    const files = { 'a.md': '水，，库\n', 'b.md': '路，，灯\n', '空 间.md': '树，，木\n' };
    const { out: report } = await run(['.', '--format', 'json'], files);
    const expected = (await merge(['a.json', '--format', 'concise'], { 'a.json': report })).out;
    assert.equal(expected.trimEnd().split('\n').length, 3);
    const value = JSON.parse(report) as unknown[];
    for (const text of [JSON.stringify(value), JSON.stringify(value, undefined, 2), `\ufeff${report}`]) {
      assert.equal((await merge(['a.json', '--format', 'concise'], { 'a.json': text })).out, expected);
      const twice = await merge(['a.json', 'b.json', '--format', 'concise'], {
        'a.json': report,
        'b.json': text,
      });
      assert.equal(twice.out, expected);
    }
    assert.equal((await merge(['a.json', '--format', 'json'], { 'a.json': '[]' })).out, '[]\n');
  });

  it('knows baselines, limits and counts', async () => {
    const parts = { '1.jsonl': await shard(1), '2.jsonl': await shard(2), '3.jsonl': await shard(3) };
    const argv = ['1.jsonl', '2.jsonl', '3.jsonl'];
    assert.equal((await merge([...argv, '--max-warnings', '2'], parts)).code, 1);
    const { host } = await merge([...argv, '--baseline', 'b.json', '--update-baseline'], parts);
    const known = { ...parts, 'b.json': host.text('b.json'), 'a.md': '', 'b.md': '', 'c.md': '' };
    assert.match((await merge([...argv, '--baseline', 'b.json'], known)).out, /No new findings in 3 files/);
    assert.match((await merge([...argv, '--statistics'], parts)).out, /^3 {2}punctuation\/repeated/);
  });
});
