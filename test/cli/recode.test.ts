// recode: what is written equals what was meant, and nothing is written unless it is proven lossless.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import iconv from 'iconv-lite';
import { run } from '../support/memoryHost.ts';

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
    assert.match(result.out, /left as it is/);
    assert.deepEqual(Buffer.from(result.host.files.get('/w/a.txt')!.bytes), broken);
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
