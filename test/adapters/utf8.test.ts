// The quick decoder against the platform's, on random text and on random damage to its bytes.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { decode } from '../../server/src/adapters/decode.ts';
import { cases, createPick, SEED } from '../support/random.ts';

const RUNS = cases(3000);
const strict = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });
/** Where the length of a character's code changes, and what is not allowed. */
const EDGES = [
  0x20, 0x7f, 0x80, 0x7ff, 0x800, 0x4e00, 0xd7ff, 0xe000, 0xfffd, 0xffff, 0x10000, 0x20bb7, 0x10ffff,
];

it('decodes as the platform does', () => {
  const next = createPick(SEED);
  for (let round = 0; round < RUNS; round++) {
    let text = '';
    for (let i = next(60); i > 0; i--) {
      const edge = EDGES[next(EDGES.length)]!;
      text += String.fromCodePoint(
        next(3) === 0 ? edge : next(2) === 0 ? 0x4e00 + next(20_000) : 0x20 + next(90),
      );
    }
    const bytes = new TextEncoder().encode(text);
    const whole = decode(bytes);
    assert.ok(!(whole instanceof Promise), text);
    assert.equal(whole.text, text.replace(/^\ufeff/, ''));
    for (let i = 1 + next(3); i > 0 && bytes.length > 0; i--) bytes[next(bytes.length)] = next(256);
    let expected: string | undefined;
    try {
      expected = strict.decode(
        bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes,
      );
    } catch {
      // Damaged.
    }
    const damaged = decode(bytes);
    if (damaged instanceof Promise) {
      const startsAsUtf16 =
        (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
      assert.ok(
        expected === undefined || startsAsUtf16 || expected.includes('\0'),
        JSON.stringify([...bytes]),
      );
    } else assert.equal(damaged.text, expected);
  }
});
