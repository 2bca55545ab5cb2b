// recode: what is written equals what was meant, and nothing is written unless it is proven lossless.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import iconv from 'iconv-lite';
import { run, systemError } from '../support/memoryHost.ts';

const TEXT = '全市新建步道十二公里，沿线种树三千株。图书馆全年开放三百二十天。\n';

describe('recode', () => {
  it('converts GBK, UTF-16 and mixed files and leaves UTF-8 alone', async () => {
    const result = await run(['recode', '.', '--to', 'utf-8', '--locale', 'en'], {
      'a.txt': iconv.encode(TEXT, 'gbk'),
      'b.txt': iconv.encode(TEXT, 'utf-16le', { addBOM: true }),
      'c.txt': Buffer.concat([iconv.encode(TEXT, 'gbk'), Buffer.from(TEXT)]),
      'd.txt': TEXT,
    });
    assert.equal(result.code, 0, result.out + result.err);
    assert.deepEqual(
      ['a.txt', 'b.txt', 'c.txt', 'd.txt'].map(name => result.host.text(name)),
      [TEXT, TEXT, TEXT + TEXT, TEXT],
    );
    assert.match(result.out, /^a\.txt: converted from gb18030\nb\.txt: converted from utf-16le\nc\.txt: /);
    assert.ok(!result.out.includes('d.txt'));
  });

  it('writes nothing where bytes would be lost', async () => {
    const broken = Buffer.concat([Buffer.from(TEXT), Buffer.from([0xe5, 0x85])]);
    const result = await run(['recode', 'a.txt', '--locale', 'en'], { 'a.txt': broken });
    assert.equal(result.code, 2);
    assert.match(result.err, /left as it is/);
    assert.deepEqual(Buffer.from(result.host.files.get('/w/a.txt')!.bytes), broken);
  });

  it('writes nothing where half a surrogate pair has no place in UTF-8', async () => {
    const half = iconv.encode(`${TEXT}\ud842`, 'utf-16le', { addBOM: true });
    const result = await run(['recode', 'a.txt'], { 'a.txt': half });
    assert.equal(result.code, 2);
    assert.deepEqual(Buffer.from(result.host.files.get('/w/a.txt')!.bytes), half);
  });

  it('lints a file as decoded and reports its encoding', async () => {
    const result = await run(
      ['a.txt', '--format', 'json', '--rule', 'encoding/undecodable,punctuation/repeated'],
      {
        'a.txt': iconv.encode(TEXT.replace('，', '，，'), 'gbk'),
      },
    );
    const [file] = JSON.parse(result.out) as { messages: { ruleId: string }[] }[];
    assert.deepEqual(file!.messages.map(m => m.ruleId).sort(), [
      'encoding/undecodable',
      'punctuation/repeated',
    ]);
  });
});

const RULES = [
  '--rule',
  'encoding/undecodable,punctuation/repeated',
  '--locale',
  'en',
  '--format',
  'concise',
];
const DAMAGED = TEXT.replace('，', '，，');

describe('--fix-unsafe on files that are not UTF-8', () => {
  it('writes UTF-8 together with the other repairs', async () => {
    const traditional = '圖書館新增了三十個座位，，歡迎讀者使用。水庫蓄水量與去年持平，沒有旱情。\n';
    const result = await run(['--fix-unsafe', '.', ...RULES], {
      'a.txt': iconv.encode(DAMAGED, 'gb18030'),
      'b.txt': iconv.encode(DAMAGED, 'utf-16be', { addBOM: true }),
      'c.txt': iconv.encode(traditional, 'big5-hkscs'),
      'd.txt': Buffer.concat([iconv.encode(DAMAGED, 'gb18030'), Buffer.from(DAMAGED)]),
      'e.txt': iconv.encode(TEXT, 'gb18030'),
    });
    assert.equal(result.code, 0, result.out + result.err);
    assert.deepEqual(
      ['a.txt', 'b.txt', 'c.txt', 'd.txt', 'e.txt'].map(name => result.host.text(name)),
      [TEXT, TEXT, traditional.replace('，，', '，'), TEXT + TEXT, TEXT],
    );
    const again = await run(['.', ...RULES], {
      'a.txt': result.host.text('a.txt'),
      'd.txt': result.host.text('d.txt'),
    });
    assert.equal(again.code, 0, again.out);
  });

  const unchanged = async (argv: readonly string[], bytes: Uint8Array): Promise<string> => {
    const result = await run([...argv, 'a.txt', ...RULES], { 'a.txt': bytes });
    assert.deepEqual(Buffer.from(result.host.files.get('/w/a.txt')!.bytes), Buffer.from(bytes));
    return result.err + result.out;
  };

  it('leaves the file alone where bytes would be lost', async () => {
    const cut = iconv.encode(DAMAGED, 'gb18030').subarray(0, -3);
    assert.match(await unchanged(['--fix-unsafe'], Buffer.from([...cut, 0xcb, 0x0a])), /same bytes/);
    const truncated = Buffer.from(DAMAGED).subarray(0, -2);
    assert.match(await unchanged(['--fix-unsafe'], truncated), /same bytes/);
  });

  it('only --fix-unsafe rewrites, and only where the rule is on', async () => {
    assert.match(await unchanged(['--fix'], iconv.encode(DAMAGED, 'gb18030')), /--fix-unsafe/);
    const off = ['--fix-unsafe', 'a.txt', '--rule', 'punctuation/repeated', '--locale', 'en'];
    const bytes = iconv.encode(DAMAGED, 'gb18030');
    const result = await run(off, { 'a.txt': bytes });
    assert.deepEqual(result.host.files.get('/w/a.txt')!.bytes, bytes);
  });

  it('a named encoding is rewritten too', async () => {
    const bytes = iconv.encode('水，，库', 'gb18030');
    const argv = ['--fix-unsafe', 'a.txt', '--encoding', 'gb18030', ...RULES];
    const { host, code } = await run(argv, { 'a.txt': bytes });
    assert.deepEqual([code, host.text('a.txt')], [0, '水，库']);
  });

  it('a failing rename leaves the file as it was', async () => {
    const bytes = iconv.encode(DAMAGED, 'gb18030');
    const trouble = {
      before: (operation: string) => {
        if (operation === 'rename') throw systemError('EIO');
      },
    };
    const result = await run(['--fix-unsafe', 'a.txt', ...RULES], { 'a.txt': bytes }, trouble);
    assert.equal(result.code, 2);
    assert.deepEqual([...result.host.files.keys()], ['/w/a.txt']);
    assert.deepEqual(result.host.files.get('/w/a.txt')!.bytes, bytes);
  });

  it('a pipe gives UTF-8, or nothing', async () => {
    const run1 = await run(['--fix', '-', ...RULES], {}, { stdin: [iconv.encode(TEXT, 'gb18030')] });
    assert.deepEqual([run1.out, run1.code], [TEXT, 0]);
    const cut = iconv.encode(TEXT, 'gb18030').subarray(0, -2);
    const run2 = await run(['--fix', '-', ...RULES], {}, { stdin: [cut] });
    assert.deepEqual([run2.out, run2.code], ['', 2]);
  });
});
