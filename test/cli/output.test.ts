// What reports are written with: widths on a terminal, JSON in pieces, paths and words for their readers.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import stringWidth from 'string-width';
import { firstColumns, lastColumns, visible, widthOf } from '../../server/src/cli/formatters/visible.ts';
import { writeJson } from '../../server/src/cli/formatters/writeJson.ts';
import { run } from '../support/memoryHost.ts';
import { fc } from '../support/random.ts';

const RULES = ['--rule', 'punctuation/repeated', '--locale', 'en'];

describe('widths', () => {
  it('are those of the library, however they are found', () => {
    // Of Han, Hangul and private use a sample is enough.
    for (let unit = 0xa0; unit < 0x10000; unit += unit >= 0x3400 && unit < 0xf900 ? 97 : 1) {
      const text = `水${visible(String.fromCharCode(unit))}库`;
      assert.equal(widthOf(text), stringWidth(text), unit.toString(16));
    }
    const mixed = fc.string({
      unit: fc.oneof(fc.constantFrom(...'水“—，é☀️👩‍🚒𠮷ｶﾞ゙각a '), fc.string({ unit: 'grapheme', size: '-1' })),
    });
    fc.assert(fc.property(mixed, text => widthOf(visible(text)) === stringWidth(visible(text))));
  });

  it('cut texts that are too long', () => {
    assert.equal(firstColumns('水库蓄水', 8), '水库蓄水');
    assert.equal(firstColumns('水库蓄水', 7), '水库…');
    assert.equal(lastColumns('水库蓄水', 8), '水库蓄水');
    assert.equal(lastColumns('水库蓄水', 7), '…蓄水');
  });
});

it('JSON in pieces is what JSON.stringify writes', () => {
  const written = (value: object): string => {
    let text = '';
    writeJson(part => {
      text += part;
    }, value);
    return text;
  };
  const long = Array.from({ length: 300 }, (_, i) => (i % 7 === 0 ? undefined : { i, text: '水\n"' }));
  for (const value of [
    {},
    { a: undefined },
    { a: {}, b: [], c: null },
    { report: { messages: long, n: 1 } },
    { long: { long } },
  ])
    assert.equal(written(value), JSON.stringify(value));
  fc.assert(
    fc.property(
      fc.dictionary(fc.string(), fc.jsonValue()),
      value => written(value) === JSON.stringify(value),
    ),
  );
});

describe('formats', () => {
  it('github and gitlab: paths from the root of the checkout', async () => {
    const files = { 'a.md': '水，，库\n' };
    const below = (name: string) => ({ env: { [name]: '/' } });
    const github = await run(['.', '--format', 'github', ...RULES], files, below('GITHUB_WORKSPACE'));
    assert.match(github.out, /file=w\/a\.md,/);
    const gitlab = await run(['.', '--format', 'gitlab', ...RULES], files, below('CI_PROJECT_DIR'));
    assert.match(gitlab.out, /"path":"w\/a\.md"/);
    for (const elsewhere of ['/x', '/w/x', '/ww'])
      assert.match(
        (await run(['.', '--format', 'gitlab', ...RULES], files, { env: { CI_PROJECT_DIR: elsewhere } })).out,
        /"path":"a\.md"/,
      );
  });

  it('markdown: in the language of the reader', async () => {
    const argv = ['a.md', '--format', 'markdown', '--rule', 'punctuation/repeated', '--locale'];
    const many = { 'a.md': '水，，'.repeat(3000) };
    assert.match(
      (await run([...argv, 'zh-CN'], many)).out,
      /\| 位置 \| 级别 \|[\s\S]*\| 警告 \|[\s\S]*……另有 \d+ 处\n/,
    );
    assert.match((await run([...argv, 'zh-TW'], many)).out, /\| 位置 \| 等級 \|[\s\S]*……另有 \d+ 處\n/);
  });
});
