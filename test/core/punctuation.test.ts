// The evidence that punctuation/* and spacing/* judge by: marks, pairs, width, spacing, quotation marks.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  createDocument,
  createSourceText,
  type Document,
  type Format,
  fixAll,
  quoteStyleOf,
  Regions,
  spacingOf,
  widthOf,
} from '../../server/src/core/index.ts';
import { Mark, marksOf } from '../../server/src/core/punctuation/marks.ts';
import { pairsOf } from '../../server/src/core/punctuation/pairs.ts';
import { Partner } from '../../server/src/core/punctuation/partner.ts';
import { Junction, readProse } from '../../server/src/core/punctuation/prose.ts';
import { linterOf, lintText } from '../support/lint.ts';
import { fc } from '../support/random.ts';

const documentOf = (text: string, format: Format = 'text'): Document =>
  createDocument(createSourceText('test', format, text)).doc;

const NAMES = ',;:!?()，；：！？（）。、.“”‘’「」『』《》〈〉【】〔〕"\'';

describe('marks and junctions', () => {
  it('equals the obvious search on random text', () => {
    const unit = fc.constantFrom(...'水库蓄年月日𠮷a1B2 ，,。、“”（)"\n`<b>'.split(''), '：', '…', 'Ａ');
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 60 }), units => {
        const doc = documentOf(units.join(''), 'markdown');
        const prose = doc.share(readProse);
        assert.deepEqual([...prose.markAt], naiveMarks(doc));
        const found = [...prose.junctionAt].map(
          (at, j) => `${at} ${prose.junctionKind[j]} ${prose.junctionSpaced[j]}`,
        );
        assert.deepEqual(found, naiveJunctions(doc));
      }),
    );
  });

  it('counts kinds and knows blocks', () => {
    const marks = documentOf('水库，满。\n\n《塘》：小').share(marksOf);
    assert.deepEqual(
      [...marks.kind],
      [Mark.WideComma, Mark.Stop, Mark.TitleOpen, Mark.TitleClose, Mark.WideColon],
    );
    assert.deepEqual([...marks.block], [0, 0, 1, 1, 1]);
    assert.equal(marks.counts[Mark.Stop], 1);
    assert.equal(marks.hasRuns, false);
  });
});

function naiveMarks(doc: Document): number[] {
  const found: number[] = [];
  for (let i = 0; i < doc.text.length; i++)
    if ((Regions.prose & (1 << doc.regions.kindAt(i))) !== 0 && NAMES.includes(doc.text[i]!)) found.push(i);
  return found;
}

function naiveJunctions(doc: Document): string[] {
  const { text, regions } = doc;
  const found: [number, number, number][] = [];
  for (let r = 0; r < regions.count; r++) {
    if ((Regions.body & (1 << regions.kinds[r]!)) === 0) continue;
    const base = regions.starts[r]!;
    const part = text.slice(base, regions.endOf(r));
    for (let i = 0; i < part.length; i++) {
      const left = classOf(part[i]!);
      const spaced = part[i + 1] === ' ' && i + 2 < part.length ? 1 : 0;
      const right = classOf(part[i + 1 + spaced] ?? '');
      const kind = kindOf(left, right, part[i]!, part[i + 1 + spaced] ?? '', spaced);
      if (kind !== undefined) found.push([base + i + 1, kind, spaced]);
    }
  }
  return found.map(parts => parts.join(' '));
}

const classOf = (c: string): string =>
  /[\p{Script=Han}\ud800-\udfff]/u.test(c) || /[\ud800-\udfff]/.test(c)
    ? 'han'
    : /[0-9]/.test(c)
      ? 'digit'
      : /[a-zA-Z]/.test(c)
        ? 'latin'
        : '';

function kindOf(left: string, right: string, l: string, r: string, spaced: number): number | undefined {
  const isDate = (c: string): boolean => '年月日号號时時分秒点點'.includes(c);
  if (left === 'han' && right === 'han') return spaced === 1 ? Junction.HanHan : undefined;
  if (left === 'han' && right === 'digit') return isDate(l) ? Junction.Date : Junction.HanDigit;
  if (left === 'digit' && right === 'han') return isDate(r) ? Junction.Date : Junction.DigitHan;
  if (left === 'han' && right === 'latin') return Junction.HanLatin;
  if (left === 'latin' && right === 'han') return Junction.LatinHan;
  return undefined;
}

describe('pairs', () => {
  const partners = (text: string): (string | number)[] => {
    const doc = documentOf(text);
    const { of } = doc.share(pairsOf);
    return [...doc.share(marksOf).kind].map((_, m) =>
      of[m]! >= 0 ? of[m]! : of[m] === Partner.Missing ? 'missing' : '-',
    );
  };
  it('nest', () => assert.deepEqual(partners('“甲《乙》（丙）”'), [5, 2, 1, 4, 3, 0]));
  it('cross paragraphs', () => assert.deepEqual(partners('“甲\n\n乙”'), [1, 0]));
  it('continue from paragraph to paragraph', () => assert.deepEqual(partners('“甲\n\n“乙”'), ['-', 2, 1]));
  it('miss a partner', () => assert.deepEqual(partners('甲”乙《丙'), ['missing', 'missing']));
  it('leave list markers out', () => assert.deepEqual(partners('（含1）甲2）乙）'), [3, '-', '-', 0]));
});

describe('width', () => {
  const width = (text: string): string => documentOf(text).share(widthOf).body.width;
  const cases: readonly (readonly [string, string])[] = [
    ['今年，植树。', 'full'],
    ['今年,植树。', 'folded'],
    ['今年, 植树. 明年, 养护. 后年, 成林.', 'half'],
    ['今年，植树，养护，成林；明年,再植。', 'full'],
    ['今年，植树,养护，成林,明年再植。', 'mixed'],
    ['苹果,香蕉,梨', 'unknown'],
    ['', 'unknown'],
  ];
  for (const [text, expected] of cases) it(`${expected}: ${text}`, () => assert.equal(width(text), expected));
  it('stays what it is while single marks are repaired', () => {
    const folded = `${'今年,植树;养护(含幼树)。'.repeat(20)}`;
    for (let repaired = 0; repaired < 20; repaired++) {
      const text = folded.replace(/,/g, () => '，').slice(0, repaired * 13) + folded.slice(repaired * 13);
      const doc = documentOf(text);
      const { flags } = doc.share(widthOf).body;
      assert.ok(flags[0], `commas are judged after ${repaired} repairs`);
    }
  });
});

describe('a folded text', () => {
  const WIDE = '，；：！？（）';
  const NARROW = ',;:!?()';
  const SENTENCES = [
    '今年以来，全市新建公园12处（其中社区公园9处），新增绿地35公顷；明年再建8处。',
    '館長說：「今年再開三家分館。」讀者問：「什麼時候？」大家都笑了！',
    '覆盖率100%，达标率60%；称为“绿肺”，建成《规划》（2022年）。',
    '各镇（区）发放问卷200余场（次）：收回率高，满意度也高！真的吗？',
    '比例为1:30，时间10:30，预算1,200,000元，见第3:16节，KTV（歌舞厅）也在内。',
    '（本版撰文：王芳、李强）\n\n湖水清，鱼虾多？！当然（多）！',
  ];
  const sentences = fc.array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 12 });
  it('is restored exactly', () => {
    const linter = linterOf(['punctuation/halfwidth']);
    fc.assert(
      fc.property(sentences, parts => {
        const text = [...parts, SENTENCES[0]].join('\n\n');
        const folded = [...text].map(c => (WIDE.includes(c) ? NARROW[WIDE.indexOf(c)]! : c)).join('');
        assert.equal(fixAll(linter, createSourceText('t', 'text', folded), { safety: 'safe' }).text, text);
        assert.deepEqual(lintText(linter, text, 'text').findings, []);
      }),
    );
  });
});

describe('spacing', () => {
  it('needs twenty places and four in five of them', () => {
    assert.equal(documentOf('种3株。'.repeat(9)).share(spacingOf).habit, 'unknown');
    assert.equal(documentOf('种3株。'.repeat(10)).share(spacingOf).habit, 'unspaced');
    assert.equal(documentOf('种 3 株。'.repeat(10)).share(spacingOf).habit, 'spaced');
    assert.equal(documentOf('种 3 株。种3株。'.repeat(10)).share(spacingOf).habit, 'unknown');
  });
});

describe('quotation marks', () => {
  it('of the text, else of its script', () => {
    const style = (text: string) => documentOf(text).share(quoteStyleOf);
    assert.equal(style('“水”'.repeat(10)).style, 'curly');
    assert.equal(style('“水”'.repeat(9)).style, undefined);
    assert.equal(style('圖書館開門').preferred, 'corner');
    assert.equal(style('图书馆开门').preferred, 'curly');
    assert.equal(style('“圖書館”').preferred, 'curly');
  });
});
