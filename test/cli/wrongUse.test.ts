// What a user may ask by mistake: it is refused in words, and nothing is lost.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { memoryHost, run, systemError } from '../support/memoryHost.ts';

const RULE = ['--rule', 'punctuation/repeated', '--locale', 'en'];
const DAMAGED = '水库，，蓄水。\n';

async function refused(
  argv: readonly string[],
  words: RegExp,
  files: Record<string, string> = {},
): Promise<void> {
  const { code, err, out, host } = await run([...argv, ...RULE], { 'a.md': DAMAGED, ...files });
  assert.equal(code, 2, argv.join(' '));
  assert.match(err, words);
  assert.equal(out, '');
  assert.equal(host.text('a.md'), DAMAGED);
}

describe('where reports go', () => {
  it('is one place for each', async () => {
    await refused(
      ['a.md', '--format', 'json=o', '--format', 'sarif=./o'],
      /Two reports would be written to \.\/o/,
    );
    await refused(
      ['a.md', '--format', 'json', '--format', 'concise'],
      /^Only one of json, concise can go to standard output; give the others files: --format concise=FILE/,
    );
    const lines = await run(['a.md', '--format', 'concise', '--format', 'github', ...RULE], {
      'a.md': DAMAGED,
    });
    assert.equal(lines.out.trimEnd().split('\n').length, 2);
  });

  it('is no file that is to be read', async () => {
    await refused(['a.md', '--format', 'concise=a.md'], /^a\.md is to be read and would be overwritten/);
    await refused(['a.md', '--output-file', './a.md'], /is to be read/);
    await refused(['a.md', '--baseline', 'a.md', '--update-baseline'], /is to be read/);
    const { host } = await run(['a.md', '--shard', '1/1', '--format', 'jsonl=1.jsonl', ...RULE], {
      'a.md': DAMAGED,
    });
    const part = { '1.jsonl': host.text('1.jsonl') };
    const { code, host: after } = await run(['merge', '1.jsonl', '--format', 'jsonl=1.jsonl'], part);
    assert.equal(code, 2);
    assert.equal(after.text('1.jsonl'), part['1.jsonl']);
  });

  it('is not linted with the folder it lies in', async () => {
    const host = memoryHost({ 'a.md': DAMAGED });
    const { main } = await import('../../server/src/cli/main.ts');
    const argv = ['.', '--format', 'markdown=report.md', '--format', 'jsonl', ...RULE];
    assert.equal(await main(argv, host), 0);
    const first = host.text('report.md');
    assert.match(first, /1 warning, 0 notes in 1 of 1 file$/m);
    assert.equal(await main(argv, host), 0);
    assert.equal(host.text('report.md'), first);
  });

  it('is named where it cannot be written to, whenever that turns out', async () => {
    for (const [argv, name] of [
      [['a.md', '--format', 'json=out.json'], 'out.json'],
      [['a.md', '--format', 'github'], '/w/summary.md'],
      [['filter', '--rejects', 'bad.jsonl'], 'bad.jsonl'],
    ] as const) {
      const host = memoryHost(
        { 'a.md': DAMAGED },
        { stdin: ['x\n'], env: { GITHUB_STEP_SUMMARY: '/w/summary.md' } },
      );
      const { openForWriting } = host.fs;
      host.fs.openForWriting = (file, appends) => ({
        ...openForWriting(file, appends),
        write() {
          throw systemError('ENOSPC');
        },
      });
      const { main } = await import('../../server/src/cli/main.ts');
      assert.equal(await main([...argv, ...RULE], host), 2);
      assert.match(host.err, new RegExp(`^${name}: Cannot be written: the disk is full \\(ENOSPC\\)\\.\\n$`));
    }
  });

  it('adds to the summary of a job', async () => {
    const { host } = await run(
      ['a.md', '--format', 'github', ...RULE],
      { 'a.md': DAMAGED, 'summary.md': '# Job\n' },
      { env: { GITHUB_STEP_SUMMARY: '/w/summary.md' } },
    );
    assert.match(host.text('summary.md'), /^# Job\n## Corpus Lint\n/);
  });
});

describe('standard input', () => {
  const lint = (...argv: string[]) =>
    run(['-', '--stdin-filename', 'a.md', '--format', 'concise', ...RULE, ...argv], {}, { stdin: [DAMAGED] });

  it('is linted alone and as a whole', async () => {
    await refused(['-', 'a.md'], /linted alone/);
    await refused(['-', '--shard', '1/2'], /--shard has no meaning for standard input/);
    await refused(['-', '--watch'], /--watch has no meaning/);
    await refused(['a.md', '--stdin-filename', 'x.md'], /--stdin-filename needs -\./);
  });

  it('knows the baseline', async () => {
    const { host } = await run(['a.md', '--baseline', 'b.json', '--update-baseline', ...RULE], {
      'a.md': DAMAGED,
    });
    const known = { 'b.json': host.text('b.json') };
    const argv = ['-', '--stdin-filename', 'a.md', '--baseline', 'b.json', '--format', 'concise', ...RULE];
    assert.equal((await run(argv, known, { stdin: [DAMAGED] })).out, '');
    assert.match((await run(argv, known, { stdin: [DAMAGED + DAMAGED] })).out, /^a\.md:2:3: [^\n]*\n$/);
    assert.match((await lint()).out, /^a\.md:1:3/);
  });
});

describe('what is to be linted', () => {
  it('is nothing where a name is empty', async () => {
    await refused([''], /Nothing matches “”/);
    await refused(['--fix', ''], /Nothing matches “”/);
  });

  it('may have brackets in its name', async () => {
    const files = { '年报[2021]/一(终).md': DAMAGED, '甲(1).md': DAMAGED };
    for (const [glob, count] of [
      ['年报\\[2021\\]/*.md', 1],
      ['年报[2021]/*.md', 1],
      ['年报*/*(终).md', 1],
      ['*(1).md', 1],
      ['.//年报[2021]/../*.md', 1],
      ['**/*(*).md', 2],
    ] as const) {
      const { out, err } = await run([glob, '--format', 'concise', ...RULE], files);
      assert.equal(out.split('\n').length - 1, count, `${glob} ${err}`);
    }
  });

  it('matches although an argument before has named it', async () => {
    const { code } = await run(['a.md', '*.md', '--format', 'concise', ...RULE], { 'a.md': DAMAGED });
    assert.equal(code, 0);
  });

  it('has a name in UTF-8', async () => {
    const trouble = {
      before(operation: string, name: string) {
        if (operation === 'read' && name.includes('\ufffd')) throw systemError('ENOENT');
      },
    };
    const { code, out } = await run(['.', '--format', 'concise', ...RULE], { '\ufffd.md': 'x' }, trouble);
    assert.equal(code, 2);
    assert.match(out, /its name is not valid UTF-8/);
  });
});

it('a baseline of another kind is named as such', async () => {
  for (const text of ['[]', '{"version":2,"files":{}}', '{"version":1}', 'null'])
    await refused(['a.md', '--baseline', 'b.json'], /^b\.json is not a baseline of version 1\. Delete it/, {
      'b.json': text,
    });
});

it('one shard given twice is not two', async () => {
  const { host } = await run(['a.md', '--shard', '1/2', '--format', 'jsonl=1.jsonl', ...RULE], {
    'a.md': DAMAGED,
  });
  const part = host.text('1.jsonl');
  const { code, err } = await run(['merge', '1.jsonl', 'copy.jsonl', '--locale', 'en'], {
    '1.jsonl': part,
    'copy.jsonl': part,
  });
  assert.equal(code, 2);
  assert.match(err, /Shard 2 of 2 is missing/);
  assert.equal(
    (await run(['merge', '1.jsonl', 'empty.jsonl'], { '1.jsonl': part, 'empty.jsonl': '' })).code,
    0,
  );
});

it('a filter that is stopped says so', async () => {
  const stdin = ['{"text":"水，，"}\n'.repeat(2), '{"text":"库"}\n'];
  const { code, out } = await run(['filter', '--fix', ...RULE], {}, { stdin, interruptAfter: 0 });
  assert.equal(code, 130);
  assert.equal(out, '');
});
