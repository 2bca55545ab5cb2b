// What a repair says of itself: how likely it is where it stands, and what it consists of.
import { transitionCost } from '../language/bigrams.ts';
import type { Pair } from './pairs.ts';

/** What a repair says of itself. */
export interface Weight {
  /** Nats of the repair, with the character that follows it. */
  readonly cost: number;
  /** Nats and number of those of its characters that are neither ASCII nor lost, and how many of them are Latin-1. */
  readonly own: number;
  readonly length: number;
  readonly accented: number;
  /** Characters from U+2000 on. */
  readonly wide: number;
  /** Bytes that were given up. */
  readonly lost: number;
}

export interface Reread extends Weight {
  /** Offsets in the text that was read again. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** How much cheaper, in nats, the text is as read again. */
  readonly gain: number;
  /** Characters that were guessed or given up because bytes were missing. */
  readonly guessed: number;
}

/** Highest cost of a character of Japanese, whose own ideographs a model of Chinese does not know. */
const JAPANESE = 9;
/** What a lost byte costs at most in the weight of a repair. */
const LOST_FIRST = 8;
const REPLACEMENT = 0xfffd;

/** What a character of the repaired text costs at most. */
export const ceilingOf = ({ was }: Pair): number =>
  was === 'Shift_JIS' ? JAPANESE : Number.POSITIVE_INFINITY;

/** How much cheaper, in nats, a text is with `span` replaced by its repair. */
export function gainOf(text: string, span: { start: number; end: number }, repaired: Weight): number {
  let gain = -repaired.cost;
  let previous = span.start > 0 ? text.charCodeAt(span.start - 1) : 0;
  for (let i = span.start; i <= span.end; i++) {
    const unit = i < text.length ? text.charCodeAt(i) : 0x0a;
    gain += transitionCost(previous, unit);
    previous = unit;
  }
  return gain;
}

/** What the repair of `span` costs where it stands, no character of it more than `ceiling`. */
export function weigh(
  text: string,
  span: { start: number; end: number; text: string },
  ceiling = Number.POSITIVE_INFINITY,
): Weight {
  const { text: repaired } = span;
  let previous = span.start > 0 ? text.charCodeAt(span.start - 1) : 0;
  let cost = 0;
  let own = 0;
  let length = 0;
  let accented = 0;
  let wide = 0;
  let lost = 0;
  for (let i = 0; i < repaired.length; i++) {
    const unit = repaired.charCodeAt(i);
    const price = Math.min(transitionCost(previous, unit), unit === REPLACEMENT ? LOST_FIRST : ceiling);
    cost += price;
    previous = unit;
    if (unit >= 0x2000) wide++;
    // ASCII reads the same whatever the table, and speaks for none; nor does a byte without its partner.
    if (unit === 0xfffd) lost++;
    else if (unit >= 0x80) {
      own += price;
      length++;
      if (unit < 0x100) accented++;
    }
  }
  const after = span.end < text.length ? text.charCodeAt(span.end) : 0x0a;
  return { cost: cost + transitionCost(previous, after), own, length, accented, wide, lost };
}
