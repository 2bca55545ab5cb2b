// The packed table of words against the list it was packed from.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { words } from '../../scripts/generate/words.ts';
import { hasPair, PAIR_BITS, pairHash } from '../../server/src/core/script/pairBits.ts';
import { phraseTable } from '../../server/src/core/script/phraseTable.ts';

describe('the table of words', () => {
  it('gives every word back, and nothing else', () => {
    const table = phraseTable();
    const byKey = new Map<string, { simplified: string; traditional: readonly string[] }[]>();
    for (const { key, simplified, traditional } of words()) {
      byKey.set(key, [...(byKey.get(key) ?? []), { simplified, traditional }]);
    }
    for (const [key, expected] of byKey) assert.deepEqual(table.get(key), expected, key);
    assert.equal(table.get('水庫'), undefined);
    assert.equal(table.get('，，'), undefined);
  });
  it('finds pairs by their bits', () => {
    const bits = new Uint8Array(1 << (PAIR_BITS - 3));
    const bit = pairHash(0x4e91, 0x5357);
    bits[bit >>> 3]! |= 1 << (bit & 7);
    assert.ok(hasPair(bits, 0x4e91, 0x5357));
    assert.ok(!hasPair(bits, 0x5357, 0x4e91));
  });
});
