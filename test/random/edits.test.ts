// Composed edits have the effect of the edits they were composed of.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { applyEdits, composeEdits, type TextEdit } from '../../server/src/core/index.ts';
import { cases, fc } from '../support/random.ts';

const text = fc.string({ unit: fc.constantFrom('书', '馆', '𠮷', ',', '\n', 'a'), maxLength: 30 });

function editsOf(length: number, seeds: readonly (readonly [number, number, string])[]): TextEdit[] {
  const edits: TextEdit[] = [];
  let from = 0;
  for (const [skip, size, inserted] of seeds) {
    const start = from + skip;
    const end = start + size;
    if (end > length) break;
    if (start === end && edits.at(-1)?.end === start) continue;
    edits.push({ start, end, text: inserted });
    from = end;
  }
  return edits;
}

const seeds = fc.array(fc.tuple(fc.nat(6), fc.nat(4), fc.string({ maxLength: 3 })), { maxLength: 6 });

it('composing equals applying one after the other', () => {
  fc.assert(
    fc.property(text, seeds, seeds, seeds, (original, a, b, c) => {
      const first = editsOf(original.length, a);
      const middle = applyEdits(original, first);
      const second = editsOf(middle.length, b);
      const next = applyEdits(middle, second);
      const third = editsOf(next.length, c);
      const composed = composeEdits(composeEdits(first, second), third);
      assert.equal(applyEdits(original, composed), applyEdits(next, third));
    }),
    { numRuns: cases(2000) },
  );
});
