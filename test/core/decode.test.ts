import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import iconv from 'iconv-lite';
import { decode } from '../../server/src/adapters/decode.ts';
import { recode } from '../../server/src/adapters/legacyEncodings.ts';

const SIMPLIFIED = '全市新建步道十二公里，沿线种树三千株。图书馆全年开放三百二十天，接待读者四万人次。\n';
const TRADITIONAL = '圖書館新增了三十個座位，歡迎讀者使用。水庫蓄水量與去年持平，沒有旱情。\n';
const HONG_KONG = '圖書館喺元朗，㗎啲書冚唪唥都係新嘅，佢哋話啱啱先開門。\n';
const JAPANESE = '図書館は毎日開いています。新しい本がたくさんあります。\n';
const KOREAN = '도서관은 매일 열려 있습니다. 새 책이 많이 있습니다.\n';
const bytes = (text: string, encoding: string): Uint8Array => iconv.encode(text, encoding);

describe('bytes to text', () => {
  const cases: [name: string, bytes: Uint8Array, encoding: string, text: string][] = [
    ['GB18030', bytes(SIMPLIFIED, 'gb18030'), 'gb18030', SIMPLIFIED],
    ['Traditional text in GBK', bytes(TRADITIONAL, 'gb18030'), 'gb18030', TRADITIONAL],
    ['Big5', bytes(TRADITIONAL, 'big5'), 'big5', TRADITIONAL],
    ['Big5 with the Hong Kong supplement', bytes(HONG_KONG, 'big5-hkscs'), 'big5-hkscs', HONG_KONG],
    ['Shift_JIS', bytes(JAPANESE, 'shift_jis'), 'shift_jis', JAPANESE],
    ['EUC-KR', bytes(KOREAN, 'euc-kr'), 'euc-kr', KOREAN],
    ['UTF-16LE without a mark', bytes(SIMPLIFIED, 'utf-16le'), 'utf-16le', SIMPLIFIED],
    ['UTF-16BE without a mark', bytes(TRADITIONAL, 'utf-16be'), 'utf-16be', TRADITIONAL],
    ['UTF-16LE of Latin text', bytes('A library.\n', 'utf-16le'), 'utf-16le', 'A library.\n'],
    [
      'Windows-1252',
      bytes('Le café “Déjà vu” est fermé.\n', 'win1252'),
      'windows-1252',
      'Le café “Déjà vu” est fermé.\n',
    ],
    ['one short line of GBK', bytes('水库蓄水\n', 'gbk'), 'gb18030', '水库蓄水\n'],
  ];
  for (const [name, input, encoding, text] of cases) {
    it(name, async () => {
      const decoded = await decode(input);
      assert.equal(decoded.facts.undecodable?.likely, encoding);
      assert.equal(decoded.text, text);
      assert.ok(recode(input).isLossless);
    });
  }

  it('C1 controls in UTF-8 are characters of the text, not bytes of another encoding', () => {
    const text = `${SIMPLIFIED}\u0085${TRADITIONAL}\u009b\n`;
    const decoded = decode(new TextEncoder().encode(text));
    assert.ok(!(decoded instanceof Promise));
    assert.equal(decoded.facts.undecodable, undefined);
    assert.equal(decoded.text, text);
  });

  it('valid UTF-8 needs no look at other encodings, NUL bytes or not', () => {
    const decoded = decode(new TextEncoder().encode(`\0${SIMPLIFIED}\0`));
    assert.ok(!(decoded instanceof Promise));
    assert.equal(decoded.facts.undecodable, undefined);
  });

  it('a byte order mark says what follows', async () => {
    for (const encoding of ['utf-16le', 'utf-16be']) {
      const { text, facts } = await decode(iconv.encode(SIMPLIFIED, encoding, { addBOM: true }));
      assert.equal(text, SIMPLIFIED);
      assert.deepEqual([facts.hasBom, facts.encoding], [true, encoding]);
      assert.deepEqual(facts.undecodable, {
        byteOffset: 0,
        textOffset: 0,
        likely: encoding,
        evidence: 'byte order mark',
      });
    }
    const { text, facts } = await decode(iconv.encode(SIMPLIFIED, 'utf-8', { addBOM: true }));
    assert.deepEqual([text, facts.hasBom, facts.encoding], [SIMPLIFIED, true, 'utf-8']);
  });

  it('truncated UTF-8 is still UTF-8', async () => {
    const whole = new TextEncoder().encode(SIMPLIFIED.repeat(3));
    const { text, facts } = await decode(whole.subarray(0, 200));
    assert.equal(facts.encoding, 'utf-8');
    assert.deepEqual(
      [facts.undecodable?.likely, facts.undecodable?.evidence],
      [undefined, 'UTF-8, last sequence truncated'],
    );
    assert.ok(text.startsWith('全市新建步道'));
  });

  it('a stray byte in UTF-8 is a stray byte', async () => {
    const whole = [...new TextEncoder().encode(SIMPLIFIED.repeat(3))];
    const { facts } = await decode(Uint8Array.from([...whole.slice(0, 90), 0xff, ...whole.slice(90)]));
    assert.deepEqual(
      [facts.encoding, facts.undecodable?.byteOffset, facts.undecodable?.evidence],
      ['utf-8', 90, 'UTF-8, 1 invalid'],
    );
  });

  it('a file of two encodings is told apart and decoded part by part', async () => {
    const head = new TextEncoder().encode(SIMPLIFIED);
    const tail = bytes(SIMPLIFIED, 'gbk');
    const input = Buffer.concat([head, tail, head]);
    const { text, facts } = await decode(input);
    assert.equal(text, SIMPLIFIED.repeat(3));
    assert.deepEqual(facts.undecodable?.parts, [
      { start: 0, end: head.length, encoding: 'utf-8' },
      { start: head.length, end: head.length + tail.length, encoding: 'gb18030' },
      { start: head.length + tail.length, end: input.length, encoding: 'utf-8' },
    ]);
    assert.ok(recode(input).isLossless);
  });

  it('a name is taken at its word', async () => {
    const { text, facts } = await decode(bytes(TRADITIONAL, 'big5'), { encoding: 'big5' });
    assert.deepEqual([text, facts.undecodable], [TRADITIONAL, undefined]);
  });
});
