// Looks are tried only on lines that may have one, each only where a character stands that it needs; trying all of them
// on every line finds the same.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { LOOKS, lookOf } from '../../server/src/core/paragraphs/looks.ts';
import type { Unit } from '../../server/src/core/paragraphs/units.ts';
import { cases, fc } from '../support/random.ts';

/** Whatever the patterns spell out, and what stands between. */
const pieces = LOOKS.flatMap(([, , { source }]) => source.match(/[\u3400-\u9fff]+|[A-Za-z]{3,}/g) ?? []);
const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...new Set(pieces)) },
  fc.constantFrom(
    ...'水库 ：:/／丨|&;（）【】。，年月日.-12©▲①　'.split(''),
    '&nbsp;',
    'copyright',
    '第3页',
    '由',
    '23',
  ),
);

it('misses no look', () => {
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 7 }), parts => {
      const line = parts.join('');
      const expected = LOOKS.find(([, , pattern]) => pattern.test(line))?.[0];
      assert.equal(lookOf(line, { start: 0, end: line.length, width: line.length } as Unit), expected);
    }),
    { numRuns: cases(20_000) },
  );
});
