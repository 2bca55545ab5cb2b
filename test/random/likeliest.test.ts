import assert from 'node:assert/strict';
import { it } from 'node:test';
import { likeliestInBlock, likeliestOf } from '../../server/src/core/language/bigrams.ts';
import { cases, createRandom, SEED } from '../support/random.ts';

const RUNS = cases(20_000);
const BLOCK = 64;

it('the likeliest of a block is the one that trying all of them gives', () => {
  const random = createRandom(SEED);
  const below = (size: number): number => Math.floor(random() * size);
  for (let n = 0; n < RUNS; n++) {
    const previous = n % 4 === 0 ? 0x3000 + below(0x40) : 0x4e00 + below(0x5200);
    const first = Math.floor((0x3000 + below(0x6fc0)) / BLOCK) * BLOCK;
    assert.equal(
      likeliestInBlock(previous, first),
      likeliestOf(previous, first, 1, BLOCK),
      `after U+${previous.toString(16)}, from U+${first.toString(16)}`,
    );
  }
});
