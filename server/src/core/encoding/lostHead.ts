// A character that lost its first byte. Its last one is left, and is read with whatever follows it; the likeliest of the
// characters that end in it says what the loss costs, and often what it was.
import { characterCost, likeliestBetween, transitionCost } from '../language/bigrams.ts';
import { lazyTable } from '../text/unpack.ts';
import { type Source, tableOf } from './pairs.ts';
import { LOST_HEAD, REPLACEMENT } from './prices.ts';

/** Price in nats of a lost byte, beside that of its character. */
const LOST_BYTE = 4;
/** Most that a lost character costs: a rare one may have stood there. */
const UNKNOWN = 8;
/** By how many nats a character must be likelier than the next one to be put there. */
const MARGIN = 2;
/** Characters looked at for each byte, the commonest first. */
const LOOKED_AT = 32;

export type DoubleByte = Exclude<Source, 'UTF-8'>;

const endingIn = {
  GBK: lazyTable('heads of GBK', () => byTrail('GBK')),
  Big5: lazyTable('heads of Big5', () => byTrail('Big5')),
  Shift_JIS: lazyTable('heads of Shift_JIS', () => byTrail('Shift_JIS')),
} as const;

function byTrail(was: DoubleByte): readonly (readonly number[])[] {
  const { unitOf } = tableOf(was);
  return Array.from({ length: 0x100 }, (_, trail) => {
    const units: number[] = [];
    for (let lead = 0x81; lead <= 0xfe; lead++) {
      const unit = unitOf[(lead << 8) | trail]!;
      if (unit >= 0x3000 && unit < 0xe000) units.push(unit);
    }
    return units.sort((a, b) => characterCost(a) - characterCost(b)).slice(0, LOOKED_AT);
  });
}

/** What a loss costs beside the character it was, and a mark after a character that is not known. */
const LOSS = 2;
const MARK = 2.5;

/** What a character that ended in `trail` costs between `previous` and `next`, with `next`. */
export function headCost(was: DoubleByte, trail: number, previous: number, next: number): number {
  const mark = isIdeograph(next) ? 0 : MARK;
  const other = LOST_HEAD - LOSS + transitionCost(REPLACEMENT, next) + mark;
  return LOSS + likeliestBetween(previous, next, endingIn[was]()[trail]!, other).cost;
}

const isIdeograph = (unit: number): boolean => unit >= 0x3400 && unit <= 0x9fff;

/**
 * The character that ended in `trail`, between `previous` and `next`; U+FFFD where several are about as likely, or one
 * that is not listed.
 */
export function firstOf(was: DoubleByte, trail: number, previous: number, next: number): number {
  // A rare character that is not looked at may have stood there.
  const other = UNKNOWN - LOST_BYTE + transitionCost(REPLACEMENT, next);
  const { unit, margin } = likeliestBetween(previous, next, endingIn[was]()[trail]!, other);
  return margin < MARGIN ? REPLACEMENT : unit;
}
