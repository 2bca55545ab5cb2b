// Exact arithmetic, numerals, descriptions and rewriting.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  applyEdits,
  createDocument,
  createSourceText,
  type Document,
  describeQuantity,
  lexQuantities,
  type NumberStyle,
  normaliseNumbers,
  normaliseQuantity,
} from '../../server/src/core/index.ts';
import { daysInMonth, weekdayOf } from '../../server/src/core/numbers/calendar.ts';
import { readEnglish } from '../../server/src/core/numbers/english.ts';
import {
  add,
  display,
  divide,
  exact,
  multiply,
  parseDecimal,
  subtract,
  toFiniteDecimal,
  toFixed,
} from '../../server/src/core/numbers/exact.ts';
import { parseHanNumeral, toHanNumeral } from '../../server/src/core/numbers/hanNumerals.ts';
import { roundingOf } from '../../server/src/core/numbers/values.ts';
import { fc } from '../support/random.ts';

const documentOf = (text: string): Document => createDocument(createSourceText('t', 'text', text)).doc;

describe('exact arithmetic', () => {
  it('keeps decimals as they are written', () => {
    const sum = add(parseDecimal('0.1')!, parseDecimal('0.2')!);
    assert.equal(toFiniteDecimal(sum), '0.3');
    assert.equal(toFiniteDecimal(divide(exact(1), exact(3))), undefined);
    assert.equal(display(divide(exact(7000), exact(92))), '76.09');
    assert.equal(toFixed(parseDecimal('-0.005')!, 2), '-0.01');
  });
  it('agrees with whole numbers', () => {
    const n = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });
    fc.assert(
      fc.property(n, n, (a, b) => {
        assert.equal(add(exact(a), exact(b)).num, a + b);
        assert.equal(subtract(exact(a), exact(b)).num, a - b);
        assert.equal(multiply(exact(a), exact(b)).num, a * b);
      }),
    );
  });
  it('knows half a unit of the last stated digit', () => {
    for (const [figure, half] of [
      ['37306', '0'],
      ['3.5万', '500'],
      ['20万', '5000'],
      ['76.1', '0.05'],
      ['1.2亿', '5000000'],
    ])
      assert.equal(toFiniteDecimal(roundingOf(figure!)), half, figure);
  });
});

describe('Han numerals', () => {
  it('are read as they are written', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.boolean(), (value, traditional) => {
        const written = toHanNumeral(value, traditional)!;
        // 兆 is 10^12 in Taiwan; every other numeral reads back.
        assert.equal(parseHanNumeral(written)?.value, value, written);
      }),
    );
  });
  it('are refused when they form no number', () => {
    for (const text of ['万一', '十三五', '一五一十', '百千', '二十廿', ''])
      assert.equal(parseHanNumeral(text), undefined, text);
  });
});

describe('the calendar', () => {
  it('agrees with the platform', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2399 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const last = daysInMonth(month, year);
        assert.equal(last, new Date(Date.UTC(year, month, 0)).getUTCDate());
        assert.equal(weekdayOf(year, month, last), new Date(Date.UTC(year, month - 1, last)).getUTCDay());
      }),
    );
  });
});

describe('descriptions', () => {
  const facts = (text: string, locale: 'en' | 'zh-CN' | 'zh-TW' = 'en'): string[] => {
    const doc = documentOf(text);
    const at = text.search(/[\d一二三]/);
    return describeQuantity(doc, at, locale)?.facts.map(fact => `${fact.label}: ${fact.text}`) ?? [];
  };
  it('give value, magnitude and English', () => {
    assert.deepEqual(facts('共37306人'), [
      'Value: 37,306人',
      'In words of magnitude: 3.7306万人',
      'English: thirty-seven thousand three hundred six',
    ]);
    assert.deepEqual(facts('約3.5萬餘冊，圖書館藏書', 'zh-TW').slice(0, 2), [
      '數值: ≈ 35,000冊',
      '以萬、億計: ≈ 3.5萬冊',
    ]);
  });
  it('convert where the result is exact', () => {
    assert.deepEqual(facts('面积30亩').slice(2), ['Equals: 20,000平方米', 'Equals: 2公顷']);
    assert.deepEqual(facts('重1654千克').slice(2), ['Equals: 1.654吨']);
  });
  it('give dates as ISO 8601 with their weekday', () => {
    assert.deepEqual(facts('2021年6月26日'), ['Date: 2021-06-26', 'Weekday: Saturday']);
    assert.deepEqual(facts('民國110年6月26日', 'zh-TW'), ['日期: 2021-06-26', '星期: 星期六']);
    assert.deepEqual(facts('2021年2月30日', 'zh-CN'), ['日期: 2021-02-30']);
  });
  it('show the arithmetic of ratios, fractions and changes', () => {
    assert.deepEqual(facts('人案比为2.15:1'), ['Ratio: 2.15 : 1']);
    assert.deepEqual(facts('三分之二'), ['Value: 0.666667 = 66.6667 %']);
    const text = '从92处降至22处，下降76%';
    const described = describeQuantity(documentOf(text), text.indexOf('76'), 'en')!;
    assert.equal(described.facts.at(-1)!.text, '(22处 − 92处) / 92处 = -76.09 %');
  });
  it('say nothing of plain codes', () => {
    assert.deepEqual(facts('1,2,3,4'), []);
  });
  it('read English numbers', () => {
    assert.equal(readEnglish(exact(1_000_000_001)), 'one billion one');
    assert.equal(readEnglish(parseDecimal('-12.05')!), 'minus twelve point zero five');
  });
});

describe('rewriting numbers', () => {
  const all = (text: string, style: NumberStyle): string =>
    applyEdits(text, normaliseNumbers(documentOf(text), style));
  const text = '2021年接待37306人次，投资3.5万元，共1,258件，约70余亿元，占76.5%，重25kg，一个人。';
  it('writes every figure with a unit in one style', () => {
    assert.equal(
      all(text, 'grouped'),
      '2021年接待37,306人次，投资35,000元，共1,258件，约70余亿元，占76.5%，重25kg，一个人。',
    );
    assert.equal(
      all(text, 'plain'),
      '2021年接待37306人次，投资35000元，共1258件，约70余亿元，占76.5%，重25kg，一个人。',
    );
    assert.equal(
      all(text, 'wan'),
      '2021年接待3.7306万人次，投资3.5万元，共1258件，约70余亿元，占76.5%，重25kg，一个人。',
    );
    assert.equal(
      all(text, 'han'),
      '2021年接待三万七千三百零六人次，投资三万五千元，共一千二百五十八件，约70余亿元，占76.5%，重25kg，一个人。',
    );
    assert.equal(all('圖書館藏書37306冊', 'han'), '圖書館藏書三萬七千三百零六冊');
  });
  it('rounds one figure on request', () => {
    const doc = documentOf('共37306人');
    const [quantity] = [...lexQuantities(doc)];
    assert.deepEqual(normaliseQuantity(doc, quantity!, 'rounded'), { start: 1, end: 6, text: '3.73万' });
  });
  it('rewriting keeps every value', () => {
    fc.assert(
      fc.property(
        // Eleven digits that begin like a mobile phone number are read as one, and left alone.
        fc.bigInt({ min: 0n, max: 10n ** 12n }).filter(value => !/^1[3-9]\d{9}$/.test(String(value))),
        fc.constantFrom<NumberStyle>('grouped', 'plain', 'wan', 'han'),
        (value, style) => {
          const [after] = [...lexQuantities(documentOf(all(`共${value}株`, style)))];
          assert.equal(after?.value?.num, value);
        },
      ),
    );
  });
});
