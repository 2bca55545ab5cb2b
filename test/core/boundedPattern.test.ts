// Patterns of a user's own: what they find stays the same, and no text makes a search superlinear.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { boundedPattern } from '../../server/src/core/text/boundedPattern.ts';
import { cases, fc } from '../support/random.ts';

describe('patterns of the user’s own', () => {
  it('get a limit where they have none', () => {
    for (const [source, bounded] of [
      ['图书馆', '图书馆'],
      ['\\d{4} 年', '\\d{4} 年'],
      ['\\d+万', '\\d{1,2000}万'],
      ['[+*]+?甲', '[+*]{1,2000}?甲'],
      ['\\+*乙', '\\+{0,2000}乙'],
      ['\\d+(?:\\.\\d+)?万', '\\d{1,50}(?:\\.\\d{1,50})?万'],
      ['第\\d{3,}章', '第\\d{3,2000}章'],
      ['(.)\\1', '(.)\\1'],
      ['\\d{1,3}(?:,\\d{3})+', '\\d{1,3}(?:,\\d{3}){1,500}'],
      ['(?<!甲)乙+(?=丙|丁)', '(?<!甲)乙{1,2000}(?=丙|丁)'],
      ['a{3000,}', 'a{3000,3000}'],
    ])
      assert.equal(boundedPattern(source!), bounded, source);
  });

  it('are refused where that is not enough', () => {
    for (const source of [
      '(a+)+b',
      '(甲|乙乙)*丙',
      '(?:a?b*)+c',
      'a*a*a*a*b',
      '(?:a{1,10}){1,10}',
      '(a?){30}b',
    ])
      assert.equal(boundedPattern(source), undefined, source);
  });

  it('find what they would find without limits, in any text that is not long', () => {
    const atom = fc.constantFrom(
      '甲',
      '乙',
      '.',
      '[甲乙]',
      '[^甲]',
      '\\d',
      '\\.',
      '(?:甲乙)',
      '(?=乙)',
      '(丙|甲)',
    );
    const count = fc.constantFrom('', '', '+', '*', '?', '{2}', '{1,3}', '{2,}', '+?', '*?');
    const pattern = fc
      .array(fc.tuple(atom, count), { minLength: 1, maxLength: 4 })
      .map(parts => parts.map(([a, c]) => (a.startsWith('(?=') ? a : a + c)).join(''));
    const text = fc
      .array(fc.constantFrom('甲', '乙', '丙', '1', '.', '\n'), { maxLength: 15 })
      .map(c => c.join(''));
    fc.assert(
      fc.property(pattern, text, (source, sample) => {
        const bounded = boundedPattern(source);
        fc.pre(bounded !== undefined);
        assert.deepEqual(
          [...sample.matchAll(new RegExp(bounded, 'gu'))].map(m => [m.index, m[0]]),
          [...sample.matchAll(new RegExp(source, 'gu'))].map(m => [m.index, m[0]]),
        );
      }),
      { numRuns: cases(500) },
    );
  });
});
