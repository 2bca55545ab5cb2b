// What every command says of a file that cannot be read or written: which one, why, and that the others are done.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { main } from '../../server/src/cli/main.ts';
import { memoryHost, run, systemError, type Trouble } from '../support/memoryHost.ts';

const FILES = { 'a.md': '图书\n', 'b.md': '水库\n', 'shut/c.md': '公交\n' };
const failing = (operation: string, name: string, code: string): Trouble => ({
  before(done, file) {
    if (done === operation && file === name) throw systemError(code);
  },
});

describe('commands that take files one by one', () => {
  for (const [argv, said] of [
    [['outline'], /^b\.md\n/m],
    [['stats'], /^b\.md /m],
    [['front-matter'], /"b\.md"/],
    [['convert', '--to', 'zh-TW'], /^水庫\n/m],
    [['recode', '--from', 'gbk'], /^b\.md: converted from gbk/m],
  ] as const) {
    const [command] = argv;
    it(`${command}: a file that cannot be read`, async () => {
      const trouble = failing('read', '/w/a.md', 'EACCES');
      const { code, out, err } = await run([...argv, '.', '--locale', 'en'], FILES, trouble);
      assert.equal(err, 'a.md: Cannot be read: no permission (EACCES).\n');
      assert.match(out, said);
      assert.equal(code, 2);
    });
    it(`${command}: a folder that cannot be read`, async () => {
      const trouble = failing('list', '/w/shut', 'EACCES');
      const { code, out, err } = await run([...argv, '.', '--locale', 'zh-TW'], FILES, trouble);
      assert.equal(err, 'shut: 無法讀取：沒有權限（EACCES）。\n');
      assert.match(out, /b\.md|水庫/);
      assert.equal(code, 2);
    });
    it(`${command}: a name that nothing bears`, async () => {
      const { code, err } = await run([...argv, 'none.md', '--locale', 'zh-CN'], FILES);
      assert.match(err, /^没有与“none\.md”匹配的文件。/);
      assert.equal(code, 2);
    });
  }

  for (const [argv, before] of [
    [['convert', '--to', 'zh-TW', '--write'], '图书\n'],
    [['recode', '--from', 'gbk'], '图书\n'],
  ] as const)
    it(`${argv[0]}: a file that cannot be written`, async () => {
      const trouble = failing('rename', '/w/a.md', 'ENOSPC');
      const { code, err, host } = await run([...argv, 'a.md', 'b.md', '--locale', 'en'], FILES, trouble);
      assert.equal(err, 'a.md: Cannot be written: the disk is full (ENOSPC). The file is as it was.\n');
      assert.equal(host.text('a.md'), before);
      assert.notEqual(host.text('b.md'), '水库\n');
      assert.equal(code, 2);
    });

  it('a code without words is told as it is', async () => {
    const { err } = await run(
      ['outline', 'a.md', '--locale', 'en'],
      FILES,
      failing('read', '/w/a.md', 'EODD'),
    );
    assert.equal(err, 'a.md: Cannot be read: EODD.\n');
  });
});

describe('files that options name', () => {
  const said = async (argv: readonly string[], trouble: Trouble = {}, files = {}): Promise<string> => {
    const { code, err } = await run([...argv, '--locale', 'en'], { ...FILES, ...files }, trouble);
    assert.equal(code, 2, argv.join(' '));
    return err;
  };

  it('a baseline, a configuration and its schema', async () => {
    assert.equal(
      await said(['a.md', '--baseline', 'b.json'], failing('read', '/w/b.json', 'EISDIR')),
      'b.json: Cannot be read: it is a folder (EISDIR).\n',
    );
    assert.match(await said(['a.md', '--baseline', 'b.json'], {}, { 'b.json': '{' }), /no|not a baseline/);
    assert.match(
      await said(['a.md', '--config', 'c.jsonc'], failing('read', '/w/c.jsonc', 'EACCES'), { 'c.jsonc': '' }),
      /^\/w\/c\.jsonc: Cannot be read: no permission \(EACCES\)\.$/m,
    );
    const config = { 'corpus-lint.jsonc': '{"frontMatter":{"schemas":{"*.md":"s.json"}}}' };
    assert.match(await said(['a.md'], {}, { ...config, 's.json': '{' }), /: “s\.json” is not valid JSON\.$/m);
    assert.match(await said(['a.md'], {}, config), /: “s\.json” cannot be found\.$/m);
  });

  it('the configuration file that init would write', async () => {
    assert.equal(
      await said(['init'], failing('create', '/w/corpus-lint.jsonc', 'EROFS')),
      'corpus-lint.jsonc: Cannot be written: the disk is read-only (EROFS).\n',
    );
  });

  it('an encoding that does not exist', async () => {
    for (const [command, option] of [
      ['outline', '--encoding'],
      ['stats', '--encoding'],
      ['front-matter', '--encoding'],
      ['recode', '--from'],
    ] as const)
      assert.match(
        await said([command, 'a.md', option, 'gb2313']),
        new RegExp(`^${option}: there is no encoding “gb2313”\\.`),
      );
  });
});

it('what the parser of arguments complains of is said in the language asked for', async () => {
  for (const [argv, words] of [
    [['convert', 'a.md'], '缺少选项 --to <variety>。\n'],
    [['recode'], '缺少参数 paths。\n'],
    [['a.md', '--threads', 'x'], '--threads 不能是“x”。可用：0–999999999。\n'],
    [['a.md', '--format', 'x'], /^--format 不能是“x”。可用：pretty, .+。\n$/],
    [['explain', 'a', 'b'], '参数过多。\n'],
  ] as const) {
    const { code, err } = await run([...argv, '--locale', 'zh-CN'], FILES);
    assert.equal(code, 2);
    if (typeof words === 'string') assert.equal(err, words);
    else assert.match(err, words);
  }
});

it('a full disk behind standard output is no fault of a file', async () => {
  const { OutputError } = await import('../../server/src/cli/host.ts');
  for (const argv of [['front-matter'], ['outline'], ['convert', '--to', 'zh-TW']]) {
    const host = memoryHost(FILES);
    host.stdout.drained = () => Promise.reject(new OutputError('ENOSPC'));
    assert.equal(await main([...argv, 'a.md', 'b.md', '--locale', 'en'], host), 2);
    assert.equal(host.err, 'Standard output cannot be written: the disk is full (ENOSPC).\n');
  }
});
