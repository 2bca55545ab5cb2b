// What helps to adopt the linter on a corpus that is already damaged: baselines, changed lines; the filter for records;
// and the small commands.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { widthOf } from '../../server/src/cli/formatters/visible.ts';
import { memoryHost, run } from '../support/memoryHost.ts';

const REPEATED = ['--rule', 'punctuation/repeated', '--format', 'concise', '--locale', 'en'];

describe('baseline', () => {
  it('silences what it holds and nothing else', async () => {
    const host = memoryHost({ 'a.md': '水，，库。\n', 'b.md': '路，，灯。\n' });
    const { main } = await import('../../server/src/cli/main.ts');
    const lint = async (...more: string[]) => {
      host.out = '';
      const code = await main(
        ['.', '--baseline', 'base.json', '--fail-on', 'warning', ...REPEATED, ...more],
        host,
      );
      return [code, host.out.trimEnd().split('\n').filter(Boolean).length];
    };
    const write = (name: string, text: string) => {
      host.files.get(`/w/${name}`)!.bytes = new TextEncoder().encode(text);
    };
    assert.deepEqual(await lint(), [1, 2]);
    assert.deepEqual(await lint('--update-baseline'), [0, 0]);
    assert.deepEqual(await lint(), [0, 0]);
    write('a.md', '新的一行。\n\n水，，库。\n');
    assert.deepEqual(await lint(), [0, 0]);
    // A second copy of a known defect is new.
    write('a.md', '水，，库。\n水，，库。\n');
    assert.deepEqual(await lint(), [1, 1]);
    write('a.md', '水，库。\n');
    host.files.delete('/w/b.md');
    assert.deepEqual(await lint('--update-baseline'), [0, 0]);
    assert.deepEqual(JSON.parse(host.text('base.json')), { version: 1, files: {} });
  });

  it('is told of beside what is new', async () => {
    const files = { 'a.md': '水，，库。\n', 'b.md': '路，，灯。\n' };
    const lint = (more: string, texts: Record<string, string>, locale = 'en') =>
      run(
        [
          '.',
          '--baseline',
          'base.json',
          '--rule',
          'punctuation/repeated',
          '--locale',
          locale,
          ...more.split(' '),
        ],
        texts,
      );
    const { out, err, host } = await lint('--update-baseline --format pretty', files);
    assert.equal(out, 'No new findings in 2 files; the baseline holds 2 findings in them\n');
    assert.equal(err, 'The baseline base.json holds 2 findings.\n');
    const known = { ...files, 'base.json': host.text('base.json') };
    assert.match(
      (await lint('--format pretty', known)).out,
      /^No new findings in 2 files; the baseline holds 2/,
    );
    assert.match(
      (await lint('--format pretty', known, 'zh-CN')).out,
      /^2 个文件均未发现新问题；其中 2 处已记入基线\n/,
    );
    assert.match(
      (await lint('--format pretty', known, 'zh-TW')).out,
      /^2 個檔案均未發現新問題；其中 2 處已記入基線\n/,
    );
    const more = await lint('--format markdown', { ...known, 'c.md': '树，，木。\n' });
    assert.match(more.out, /^0 errors, 1 warning, 0 notes in 1 of 3 files; the baseline holds 2 more$/m);
  });

  it('keeps what it knows of files that this run did not see', async () => {
    const host = memoryHost({ 'a.md': '水，，库。\n', 'b.md': '路，，灯。\n' });
    const { main } = await import('../../server/src/cli/main.ts');
    const update = ['--baseline', 'base.json', '--update-baseline', ...REPEATED];
    await main(['.', ...update], host);
    const before = host.text('base.json');
    await main(['a.md', ...update], host);
    assert.equal(host.text('base.json'), before);
  });

  it('refuses a baseline it cannot read', async () => {
    const { code, err } = await run(['a.md', '--baseline', 'b.json', ...REPEATED], {
      'a.md': 'x',
      'b.json': '{',
    });
    assert.equal(code, 2);
    assert.match(err, /^b\.json is not a baseline of version 1\./);
  });
});

describe('a baseline that nobody wrote like this', () => {
  const lint = (baseline: unknown, files: Record<string, string> = { 'a.md': '水，，库。\n' }) =>
    run(['.', ...Object.keys(files), '--baseline', 'b/base.json', ...REPEATED], {
      ...files,
      ...(baseline === undefined ? {} : { 'b/base.json': JSON.stringify(baseline) }),
    });

  it('swallows nothing', async () => {
    const { host } = await run(['.', '--baseline', 'base.json', '--update-baseline', ...REPEATED], {
      'a.md': '水，，库。\n',
    });
    const known = JSON.parse(host.text('base.json'));
    const [print] = Object.keys(known.files['a.md']['punctuation/repeated']);
    for (const count of [-1, 0, 'x', null, [], {}]) {
      const files = { 'a.md': { 'punctuation/repeated': { [print!]: count } } };
      assert.match((await lint({ version: 1, files })).out, /^a\.md:1:2/, JSON.stringify(count));
    }
    for (const files of [{ 'a.md': [] }, { 'a.md': 3 }, { 'a.md': { 'punctuation/repeated': 5 } }])
      assert.match((await lint({ version: 1, files })).out, /^a\.md:1:2/);
    assert.equal((await lint({ version: 1, files: null })).code, 2);
    assert.equal((await lint(null)).code, 2);
  });

  it('takes names that objects have by birth', async () => {
    const names = { constructor: '水，，库。\n', 'toString.md': '路，，灯。\n' };
    const { out, code } = await lint({ version: 1, files: {} }, names);
    assert.equal(code, 0);
    assert.equal(out.trimEnd().split('\n').length, 2);
  });

  it('says that it is not there, and makes its folder', async () => {
    const { err, out } = await lint(undefined);
    assert.match(err, /There is no baseline b\/base\.json yet/);
    assert.match(out, /^a\.md:1:2/);
    const argv = ['.', '--baseline', 'deep/er/base.json', '--update-baseline', ...REPEATED];
    const { host } = await run(argv, { 'a.md': '水，，库。\n' });
    assert.match(host.text('deep/er/base.json'), /punctuation\/repeated/);
  });
});

describe('--changed-since', () => {
  const diff = [
    'diff --git a/a.md b/a.md',
    '--- a/a.md',
    '+++ b/a.md',
    '@@ -2,0 +3,1 @@',
    '+水，，库',
    '',
  ].join('\n');
  const git = (args: readonly string[]): string =>
    args[0] === 'rev-parse' ? '/w\n' : args[0] === 'ls-files' ? 'new.md\0' : diff;
  const files = { 'a.md': '一，，一\n\n水，，库\n', 'b.md': '，，\n', 'new.md': '新，，\n' };
  const lint = async (...more: string[]) =>
    (await run(['.', '--changed-since', 'main', ...REPEATED, ...more], files, { git })).out
      .trimEnd()
      .split('\n')
      .map(line => line.split(' ')[0]);

  it('reports changed lines, and all of new files', async () => {
    assert.deepEqual(await lint(), ['a.md:3:2:', 'new.md:1:2:']);
  });

  it('reports whole files where asked', async () => {
    assert.deepEqual(await lint('--changed-files'), ['a.md:1:2:', 'a.md:3:2:', 'new.md:1:2:']);
  });

  it('says what git says', async () => {
    const { code, err } = await run(['.', '--changed-since', 'x', ...REPEATED], files);
    assert.equal(code, 2);
    assert.match(err, /not a git repository/);
  });
});

describe('filter', () => {
  const filter = (argv: readonly string[], stdin: readonly (string | Uint8Array)[]) =>
    run(['filter', '--rule', 'punctuation/repeated', '--locale', 'en', ...argv], {}, { stdin });

  it('repairs the text and leaves every other byte alone', async () => {
    const record = '{ "n": 12345678901234567890, "body": {"text":"水\\uff0c，库"}, "f": 1.50 }\n';
    const { out } = await filter(['--fix', '--text-field', 'body.text'], [record]);
    assert.equal(out, '{ "n": 12345678901234567890, "body": {"text":"水，库"}, "f": 1.50 }\n');
    const clean = '{"text":"\\u6c34","a":1e3}\n';
    assert.equal((await filter(['--fix'], [clean])).out, clean);
  });

  it('asks no record to end in a line break, whatever the configuration says of files', async () => {
    const all = (config: string, argv: readonly string[], text: string) =>
      run(['filter', ...argv], { 'corpus-lint.jsonc': config }, { stdin: [`${JSON.stringify({ text })}\n`] });
    for (const config of ['{}', '{"rules":{"structure/excess-blank-lines":"error"}}']) {
      const text = '水库蓄水正常。\n\n\n\n下游灌溉有保障，，';
      const { out } = await all(config, ['--fix'], text);
      assert.deepEqual(JSON.parse(out), { text: '水库蓄水正常。\n\n下游灌溉有保障，' });
      assert.doesNotMatch((await all(config, [], '水库蓄水正常。')).out, /excess-blank-lines/);
      assert.match((await all(config, [], text)).out, /excess-blank-lines/);
    }
    const off = '{"rules":{"structure/excess-blank-lines":"off"}}';
    assert.doesNotMatch((await all(off, [], '\n\n\n水。\n')).out, /excess-blank-lines/);
  });

  it('annotates records', async () => {
    const { out } = await filter(['--annotate'], ['{"text":"水，，库"}\n{"text":"好"}']);
    const [first, second] = out
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line) as Record<string, unknown[]>);
    assert.equal(first!.corpusLint!.length, 1);
    assert.deepEqual(second!.corpusLint, []);
  });

  it('takes records cut anywhere, also within a character', async () => {
    const bytes = new TextEncoder().encode('{"id":1,"text":"水，，库"}\r\n\n{"id":2,"text":"𠮷"}');
    const whole = (await filter([], [bytes])).out;
    for (let at = 1; at < bytes.length; at++)
      assert.equal((await filter([], [bytes.slice(0, at), bytes.slice(at)])).out, whole);
  });

  it('puts bad records aside with the reason', async () => {
    const bad = ['not json', '[]', '{"id":1}', '{"text":5}', ''];
    const stdin = [`${bad.join('\n')}\n`, new Uint8Array([0x7b, 0xff, 10]), '{"id":"x","text":"好"}\n'];
    const { code, out, host } = await filter(['--rejects', 'bad.jsonl'], stdin);
    assert.equal(code, 0);
    assert.equal(out.trimEnd().split('\n').length, 1);
    const reasons = host
      .text('bad.jsonl')
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line) as { line: number; reason: string });
    assert.deepEqual(
      reasons.map(r => [r.line, r.reason]),
      [
        [1, 'not valid JSON'],
        [2, 'not an object'],
        [3, 'no field "text"'],
        [4, 'field "text" is no string'],
        [6, 'not valid UTF-8'],
      ],
    );
    assert.equal((await filter([], stdin)).code, 2);
  });
});

describe('other commands', () => {
  it('explain prints the page of a rule', async () => {
    assert.match((await run(['explain', 'punctuation/repeated'], {})).out, /^# punctuation\/repeated/);
    const { code, err } = await run(['explain', 'punctuation/repeatd', '--locale', 'en'], {});
    assert.equal(code, 2);
    assert.match(err, /Did you mean/);
    assert.match((await run(['explain'], {})).out, /punctuation\/repeated/);
  });

  it('init writes a configuration that can be read, once', async () => {
    for (const locale of ['en', 'zh-CN', 'zh-TW']) {
      const host = memoryHost({ 'a.md': '好' });
      const { main } = await import('../../server/src/cli/main.ts');
      assert.equal(await main(['init', '--locale', locale], host), 0);
      assert.equal(await main(['a.md', '--locale', locale], host), 0, host.err);
      assert.equal(await main(['init', '--locale', locale], host), 2);
    }
  });

  it('print-config shows what applies', async () => {
    const files = { 'corpus-lint.jsonc': '{"overrides":[{"files":"*.txt","script":"traditional"}]}' };
    const shown = JSON.parse((await run(['print-config', 'a.txt'], files)).out) as Record<string, unknown>;
    assert.equal(shown.script, 'traditional');
    assert.deepEqual(shown.sources, ['/w/corpus-lint.jsonc']);
  });

  it('help is in every language, and --version is the version', async () => {
    assert.match((await run(['--help'], {}, { env: { LANG: 'zh_TW.UTF-8' } })).out, /把安全的修復寫入檔案/);
    assert.match((await run(['--help'], {}, { env: { LANG: 'zh_CN.UTF-8' } })).out, /把安全的修复写入文件/);
    assert.match(
      (await run(['--help'], {}, { env: { LANG: 'zh_CN.UTF-8' } })).out,
      /选项：[\s\S]*；默认 error）/,
    );
    assert.match((await run(['--help'], {})).out, /Options:[\s\S]*; default error\)/);
    assert.match((await run(['--version'], {})).out, /^\d+\.\d+\.\d+\n$/);
    for (const name of ['lint', 'explain', 'init', 'print-config', 'filter', 'merge'])
      assert.equal((await run([name, '--help'], {})).code, 0, name);
  });

  it('help fits a terminal in every language', async () => {
    for (const LANG of ['en_US.UTF-8', 'zh_CN.UTF-8', 'zh_TW.UTF-8'])
      for (const line of (await run(['--help'], {}, { env: { LANG } })).out.split('\n'))
        assert.ok(widthOf(line) <= 80, line);
  });

  it('a subcommand wins over a folder of its name', async () => {
    const files = { 'init/a.md': '水，，库' };
    assert.match((await run(['./init', ...REPEATED], files)).out, /init\/a\.md:1:2/);
    assert.match((await run(['lint', 'init', ...REPEATED], files)).out, /init\/a\.md:1:2/);
  });
});
