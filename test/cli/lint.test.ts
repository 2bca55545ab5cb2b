// The lint command: what is linted, what is written, which exit code. Rules that are not at stake are turned off.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { memoryHost, run, systemError } from '../support/memoryHost.ts';

const REPEATED = ['--rule', 'punctuation/repeated'];
const DAMAGED = '水库，，蓄水。\n';
const names = (out: string): string[] =>
  (JSON.parse(out) as { filePath: string }[]).map(file => file.filePath.replace('/w/', ''));
const json = async (argv: string[], files: Record<string, string>) =>
  names((await run([...argv, '--format', 'json', ...REPEATED], files)).out);

describe('which files are linted', () => {
  it('takes text formats below a folder, in a fixed order', async () => {
    const files = { 'b.md': 'x', 'a/z.txt': 'x', 'a/y.html': 'x', 'c.png': 'x', '.hidden/a.md': 'x' };
    assert.deepEqual(await json(['.'], { ...files, 'node_modules/p/a.md': 'x' }), [
      'a/y.html',
      'a/z.txt',
      'b.md',
    ]);
    assert.deepEqual(await json([], files), ['a/y.html', 'a/z.txt', 'b.md']);
  });

  it('takes named files whatever their extension, and each file once', async () => {
    assert.deepEqual(await json(['c.report', '.', 'a.md'], { 'c.report': 'x', 'a.md': 'x' }), [
      'c.report',
      'a.md',
    ]);
  });

  it('understands globs', async () => {
    const files = { 'a/x.md': 'x', 'a/b/y.md': 'x', 'z.md': 'x', 'a/k.report': 'x' };
    assert.deepEqual(await json(['a/**/*.md'], files), ['a/b/y.md', 'a/x.md']);
    assert.deepEqual(await json(['**/*.report'], files), ['a/k.report']);
  });

  it('honours nested .gitignore files and the configuration, but not for --no-ignore', async () => {
    const files = {
      '.git/HEAD': '',
      '.gitignore': 'out/\n*.tmp.md\n',
      'out/a.md': 'x',
      'a.tmp.md': 'x',
      'sub/.gitignore': '!keep.tmp.md\n/b.md\n',
      'sub/keep.tmp.md': 'x',
      'sub/b.md': 'x',
      'sub/deep/b.md': 'x',
      'corpus-lint.jsonc': '{"ignore":["vendor/"]}',
      'vendor/v.md': 'x',
    };
    assert.deepEqual(await json(['.'], files), ['sub/deep/b.md', 'sub/keep.tmp.md']);
    const all = await json(['.', '--no-ignore'], files);
    assert.deepEqual(all, [
      'a.tmp.md',
      'out/a.md',
      'sub/b.md',
      'sub/deep/b.md',
      'sub/keep.tmp.md',
      'vendor/v.md',
    ]);
  });

  it('follows a link that is named, not one that is found', async () => {
    const host = memoryHost({ 'real/a.md': DAMAGED });
    host.files.set('/w/link.md', { bytes: new Uint8Array(), mode: 0o777, time: 1, link: 'real/a.md' });
    const { main } = await import('../../server/src/cli/main.ts');
    assert.equal(await main(['.', '--format', 'json', ...REPEATED], host), 0);
    assert.deepEqual(names(host.out), ['real/a.md']);
    assert.equal(await main(['link.md', '--fix', '--format', 'concise', ...REPEATED], host), 0);
    assert.equal(host.text('real/a.md'), '水库，蓄水。\n');
    assert.equal(host.files.get('/w/link.md')!.link, 'real/a.md');
  });

  it('says when nothing is there', async () => {
    for (const argv of [['no/*.md'], ['*.md'], ['no.md'], ['.']]) {
      const { code, err } = await run([...argv, '--locale', 'en'], {});
      assert.equal(code, 2);
      assert.match(err, /Nothing matches|no files/);
      assert.doesNotMatch(err, /No findings/);
      assert.equal((await run([...argv, '--allow-empty'], {})).code, 0);
    }
  });
});

describe('exit codes', () => {
  const config = (level: string) => ({
    'corpus-lint.jsonc': `{"rules":{"punctuation/repeated":"${level}"}}`,
  });
  const code = async (argv: string[], level: string) =>
    (await run(['a.md', '--format', 'concise', ...argv], { 'a.md': DAMAGED, ...config(level) })).code;

  it('is 1 for errors, and for less where asked', async () => {
    assert.equal(await code([], 'error'), 1);
    assert.equal(await code([], 'warning'), 0);
    assert.equal(await code(['--max-warnings', '0'], 'warning'), 1);
    assert.equal(await code(['--max-warnings', '1'], 'warning'), 0);
    assert.equal(await code(['--fail-on', 'warning'], 'warning'), 1);
    assert.equal(await code(['--fail-on', 'info'], 'info'), 1);
    assert.equal(await code(['--fail-on', 'never'], 'error'), 0);
  });

  it('is 2 for wrong use and wrong configuration', async () => {
    for (const argv of [['--nonsense'], ['--format', 'x'], ['--max-warnings', 'x'], ['--shard', '3/2']])
      assert.equal((await run(['a.md', ...argv], { 'a.md': 'x' })).code, 2, argv.join(' '));
    const { code: wrong, err } = await run(['a.md', '--rule', 'punctuation/repeatd', '--locale', 'en'], {
      'a.md': 'x',
    });
    assert.equal(wrong, 2);
    assert.match(err, /Did you mean “punctuation\/repeated”/);
    for (const [argv, words] of [
      [['--config', 'none.jsonc'], /--config none\.jsonc: Cannot be read: there is no such file \(ENOENT\)/],
      [['--encoding', 'gb2313'], /no encoding “gb2313”/],
      [['--changed-files'], /--changed-files needs --changed-since/],
      [['--update-baseline'], /--update-baseline needs --baseline/],
      [['--shard', '1/2', '--nonsense'], /There is no option --nonsense\./],
    ] as const) {
      const refused = await run(['a.md', '--locale', 'en', ...argv], { 'a.md': DAMAGED });
      assert.equal(refused.code, 2, argv.join(' '));
      assert.match(refused.err, words);
      assert.equal(refused.out, '');
    }
    for (const [argv, words] of [
      [['--fixx'], /没有选项 --fixx。是否想写“--fix”？/],
      [['--fail-on', 'x'], /--fail-on 不能是“x”。可用：error, warning, info, never。/],
      [['--shard', '3/2'], /--shard 不能是“3\/2”。可用：i\/n, 1 ≤ i ≤ n ≤ 99999。\n$/],
      [['--config'], /--config <file> 缺少值。/],
      [['merge'], /缺少参数 reports。/],
    ] as const)
      assert.match((await run([...argv, '--locale', 'zh-CN'], {})).err, words);
    const bad = await run(['a.md', '--locale', 'en'], {
      'a.md': 'x',
      'corpus-lint.jsonc': '{\n "ruels": 1}',
    });
    assert.equal(bad.code, 2);
    assert.match(bad.err, /\/w\/corpus-lint\.jsonc:2:2: .*Did you mean “rules”/);
  });
});

describe('repair', () => {
  it('writes safe repairs once and for all', async () => {
    const { code, host } = await run(['--fix', '--format', 'concise', ...REPEATED], { 'a.md': DAMAGED });
    assert.equal(code, 0);
    assert.equal(host.text('a.md'), '水库，蓄水。\n');
    assert.deepEqual([...host.files.keys()], ['/w/a.md']);
  });

  it('keeps the byte order mark, line ends and mode', async () => {
    const host = memoryHost({ 'a.md': '\ufeff水，，库\r\n二\r\n' });
    host.files.get('/w/a.md')!.mode = 0o100755;
    const { main } = await import('../../server/src/cli/main.ts');
    await main(['--fix', 'a.md', ...REPEATED], host);
    assert.equal(host.text('a.md'), '\ufeff水，库\r\n二\r\n');
    assert.equal(host.files.get('/w/a.md')!.mode & 0o777, 0o755);
  });

  it('shows a diff and writes nothing', async () => {
    const { code, out, host } = await run(['--diff', ...REPEATED], { 'a.md': DAMAGED, 'b.md': '好。\n' });
    assert.equal(code, 1);
    assert.equal(out, '--- a/a.md\n+++ b/a.md\n@@ -1,1 +1,1 @@\n-水库，，蓄水。\n+水库，蓄水。\n');
    assert.equal(host.text('a.md'), DAMAGED);
    assert.equal((await run(['--diff', 'b.md', ...REPEATED], { 'b.md': '好。\n' })).code, 0);
  });

  it('reads standard input and writes the text to standard output', async () => {
    const stdin = ['水，，', '库'];
    const fixed = await run(['-', '--fix', '--format', 'concise', ...REPEATED], {}, { stdin });
    assert.equal(fixed.out, '水，库');
    const linted = await run(
      ['-', '--stdin-filename', 'x.txt', '--format', 'concise', ...REPEATED],
      {},
      { stdin },
    );
    assert.match(linted.out, /^x\.txt:1:2: warning punctuation\/repeated /);
  });

  it('leaves a file alone that someone else has changed meanwhile', async () => {
    const { code, out, host } = await run(
      ['--fix', '--format', 'json', '--locale', 'en', ...REPEATED],
      { 'a.md': DAMAGED },
      {
        before(operation, name, files) {
          if (operation === 'create') files.get('/w/a.md')!.bytes = new TextEncoder().encode('theirs');
          void name;
        },
      },
    );
    assert.equal(code, 2);
    assert.match(out, /Changed by someone else/);
    assert.equal(host.text('a.md'), 'theirs');
    assert.deepEqual([...host.files.keys()], ['/w/a.md']);
  });

  for (const [operation, error] of [
    ['create', 'ENOSPC'],
    ['rename', 'EIO'],
    ['create', 'EACCES'],
  ] as const)
    it(`survives ${error} at ${operation}`, async () => {
      const { code, out, host } = await run(
        ['--fix', '--format', 'json', ...REPEATED],
        { 'a.md': DAMAGED, 'b.md': DAMAGED },
        {
          before(what, name) {
            if (what === operation && name.includes('a.md')) throw systemError(error);
          },
        },
      );
      assert.equal(code, 2);
      assert.match(out, new RegExp(`"fatal":true|${error}`));
      assert.equal(host.text('a.md'), DAMAGED);
      assert.equal(host.text('b.md'), '水库，蓄水。\n');
      assert.deepEqual([...host.files.keys()], ['/w/a.md', '/w/b.md']);
    });

  it('does not recode a file in passing', async () => {
    // 水，，库 in GB18030.
    const bytes = new Uint8Array([0xcb, 0xae, 0xa3, 0xac, 0xa3, 0xac, 0xbf, 0xe2]);
    const argv = [
      '--fix',
      'a.md',
      '--encoding',
      'gb18030',
      '--format',
      'concise',
      '--locale',
      'en',
      ...REPEATED,
    ];
    const { host, err } = await run(argv, { 'a.md': bytes });
    assert.deepEqual(host.files.get('/w/a.md')!.bytes, bytes);
    assert.match(err, /Not repaired: the file is in|^$/);
  });

  it('refuses a read-only file', async () => {
    const host = memoryHost({ 'a.md': DAMAGED });
    host.files.get('/w/a.md')!.mode = 0o100444;
    const { main } = await import('../../server/src/cli/main.ts');
    assert.equal(await main(['--fix', 'a.md', '--format', 'concise', ...REPEATED], host), 2);
    assert.equal(host.text('a.md'), DAMAGED);
  });

  it('sweeps what an interrupted run has left', async () => {
    const { host } = await run(['--fix', '.', ...REPEATED], {
      'a.md': '好',
      '.corpus-lint-99-0-1-a.md.tmp': 'half',
    });
    assert.deepEqual([...host.files.keys()], ['/w/a.md']);
  });
});

describe('bad input', () => {
  const lint = (bytes: string | Uint8Array) => run(['a.md', '--format', 'json'], { 'a.md': bytes });
  const inputs: Record<string, string | Uint8Array> = {
    '0 bytes': '',
    'NUL bytes': 'a\0\0b',
    'invalid UTF-8': new Uint8Array([0xff, 0xfe, 0x41, 0xc3, 0x28, 0xe4, 0xb8]),
    'lone surrogates in bytes': new Uint8Array([0xed, 0xa0, 0x80, 0xe4, 0xb8, 0xad]),
    'an unclosed fence': '```\n水库，，',
    'unclosed tags': '<div><p>水库<b',
    'unclosed front matter': '---\ntitle: 水库\n',
    'a line of 10 MB': '水库，蓄水；'.repeat(600_000),
  };
  for (const [what, bytes] of Object.entries(inputs))
    it(`takes ${what}`, async () => {
      const { code, out } = await lint(bytes);
      assert.ok(code === 0 || code === 1, String(code));
      assert.equal(names(out).length, 1);
    });

  it('reports a file and a folder that cannot be read, and goes on', async () => {
    const { code, out, err } = await run(
      ['.', '--format', 'json', ...REPEATED],
      { 'a.md': 'x', 'b.md': DAMAGED, 'shut/c.md': 'x' },
      {
        before(operation, name) {
          if (operation === 'read' && name === '/w/a.md') throw systemError('EACCES');
          if (operation === 'list' && name === '/w/shut') throw systemError('EACCES');
        },
      },
    );
    assert.equal(code, 2);
    const [a, b] = JSON.parse(out) as { messages: { fatal?: boolean; ruleId: string | null }[] }[];
    assert.deepEqual([a!.messages[0]!.fatal, a!.messages[0]!.ruleId], [true, null]);
    assert.equal(b!.messages[0]!.ruleId, 'punctuation/repeated');
    assert.match(err, /^shut: Cannot be read/);
  });

  it('refuses a file beyond the limit', async () => {
    const { code, out } = await run(['a.md', '--format', 'json', '--locale', 'en'], {
      'a.md': new Uint8Array(101 << 20),
    });
    assert.equal(code, 2);
    assert.match(out, /limit is 100 MB/);
  });

  it('is not led in circles by links', async () => {
    const host = memoryHost({ 'a.md': 'x' });
    host.files.set('/w/loop.md', { bytes: new Uint8Array(), mode: 0o777, time: 1, link: 'loop.md' });
    const { main } = await import('../../server/src/cli/main.ts');
    assert.equal(await main(['.', '--format', 'json', ...REPEATED], host), 0);
    assert.equal(await main(['loop.md', ...REPEATED], host), 2);
  });

  it('stops when asked to, with the report so far', async () => {
    const { code, out, err } = await run(
      ['.', '--format', 'json', '--locale', 'en', ...REPEATED],
      { 'a.md': 'x', 'b.md': 'x', 'c.md': 'x' },
      { interruptAfter: 4 },
    );
    assert.equal(code, 130);
    assert.ok(names(out).length < 3);
    assert.match(err, /Stopped after \d of 3 files/);
  });
});
