import assert from 'node:assert/strict';
import { it } from 'node:test';
import { likeliestInBlock, likeliestOf } from '../../server/src/core/language/bigrams.ts';
import { createRandom } from '../support/mutate.ts';

const seed = Number(process.env.SEED ?? Date.now() % 1e9);
const BLOCK = 64;

it(`the likeliest of a block is the one that trying all of them gives (SEED=${seed})`, () => {
  const random = createRandom(seed);
  const below = (size: number): number => Math.floor(random() * size);
  for (let n = 0; n < 20_000; n++) {
    const previous = n % 4 === 0 ? 0x3000 + below(0x40) : 0x4e00 + below(0x5200);
    const first = Math.floor((0x3000 + below(0x6fc0)) / BLOCK) * BLOCK;
    assert.equal(
      likeliestInBlock(previous, first),
      likeliestOf(previous, first, 1, BLOCK),
      `after U+${previous.toString(16)}, from U+${first.toString(16)}`,
    );
  }
});
