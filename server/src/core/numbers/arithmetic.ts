// Arithmetic over stated figures. A figure stands for an interval: what its author may have rounded. Figures
// contradict each other only when no value in one interval agrees with any value in the other.
import {
  add,
  compare,
  divide,
  type Exact,
  exact,
  HUNDRED,
  multiply,
  ONE,
  subtract,
  toFixed,
} from './exact.ts';
import type { Quantity } from './quantities.ts';
import { roundingOf } from './values.ts';

export interface Interval {
  readonly low: Exact;
  readonly high: Exact;
}

export const interval = (value: Exact, half: Exact): Interval => ({
  low: subtract(value, half),
  high: add(value, half),
});
export const meet = (a: Interval, b: Interval): boolean =>
  compare(a.low, b.high) <= 0 && compare(b.low, a.high) <= 0;

const HALF = exact(1, 2);

/** The values a stated quantity may have: counts are exact, measures are rounded to their last digit. */
export function statedInterval(text: string, quantity: Quantity, value: Exact): Interval {
  const rounding = roundingOf(text.slice(quantity.start, quantity.valueEnd));
  const isCount = quantity.unit?.kind === 'classifier' || quantity.unit === undefined;
  return interval(value, rounding.num === 0n && !isCount ? HALF : rounding);
}

/** The values a stated percentage may have; authors cut as well as round, so a whole last digit either way. */
export function percentInterval(text: string, quantity: Quantity, value: Exact): Interval {
  const rounding = roundingOf(text.slice(quantity.start, quantity.valueEnd));
  const unit = rounding.num === 0n ? ONE : multiply(rounding, exact(2));
  return interval(value, unit);
}

/** Change from `a` to `b` in percent, positive for growth; undefined when `a` may be zero or less. */
export function changeInterval(a: Interval, b: Interval): Interval | undefined {
  if (a.low.num <= 0n) return undefined;
  const change = (from: Exact, to: Exact): Exact => multiply(divide(subtract(to, from), from), HUNDRED);
  return { low: change(a.high, b.low), high: change(a.low, b.high) };
}

/** True when some whole number grows or falls to `count` by a percentage within `change`. */
export function hasWholeBase(count: bigint, change: Interval): boolean {
  const after = exact(count);
  // base = count / (1 + change / 100); the largest change gives the smallest base.
  const base = (percent: Exact): Exact | undefined => {
    const factor = add(ONE, divide(percent, HUNDRED));
    return factor.num > 0n ? divide(after, factor) : undefined;
  };
  const smallest = base(change.high);
  const largest = base(change.low);
  if (!smallest) return false;
  if (!largest) return true;
  const floor = largest.num / largest.den;
  return compare(exact(floor), smallest) >= 0;
}

/** "76.1" for people: one digit more than the stated percentage has. */
export function percentText(change: Exact, stated: string): string {
  const places = (/\.(\d+)/.exec(stated)?.[1]?.length ?? 0) + 1;
  return toFixed(change.num < 0n ? exact(-change.num, change.den) : change, Math.min(places, 6));
}
