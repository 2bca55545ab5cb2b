// Exact arithmetic for stated figures. Binary floating point would turn 0.1 + 0.2 = 0.3 into a contradiction, and a
// rule that accuses a text of wrong arithmetic must not make any itself; so every value is a fraction of two BigInts.

/** A fraction in lowest terms; `den` is positive. */
export interface Exact {
  readonly num: bigint;
  readonly den: bigint;
}

export const exact = (num: bigint | number, den: bigint | number = 1n): Exact => {
  let n = BigInt(num);
  let d = BigInt(den);
  if (d === 0n) throw new RangeError('division by zero');
  if (d < 0n) {
    n = -n;
    d = -d;
  }
  const divisor = gcd(n < 0n ? -n : n, d);
  return divisor === 1n ? { num: n, den: d } : { num: n / divisor, den: d / divisor };
};

export const ONE: Exact = exact(1);
export const HUNDRED: Exact = exact(100);

/** Reads plain ASCII decimals such as `12`, `0.05` or `-3.50`; undefined for anything else. */
export function parseDecimal(text: string): Exact | undefined {
  const match = /^(-?)(\d{1,60})(?:\.(\d{1,60}))?$/.exec(text);
  if (!match) return undefined;
  const fraction = match[3] ?? '';
  const digits = BigInt(match[2]! + fraction);
  return exact(match[1] ? -digits : digits, 10n ** BigInt(fraction.length));
}

export const add = (a: Exact, b: Exact): Exact => exact(a.num * b.den + b.num * a.den, a.den * b.den);
export const negate = (a: Exact): Exact => ({ num: -a.num, den: a.den });
export const subtract = (a: Exact, b: Exact): Exact => add(a, negate(b));
export const multiply = (a: Exact, b: Exact): Exact => exact(a.num * b.num, a.den * b.den);
/** Throws a RangeError when `b` is zero. */
export const divide = (a: Exact, b: Exact): Exact => exact(a.num * b.den, a.den * b.num);

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. */
export const compare = (a: Exact, b: Exact): number => {
  const difference = a.num * b.den - b.num * a.den;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};
export const isInteger = (a: Exact): boolean => a.den === 1n;
export const equals = (a: Exact, b: Exact): boolean => a.num === b.num && a.den === b.den;

/** The shortest decimal when it ends, else undefined. */
export function toFiniteDecimal(a: Exact): string | undefined {
  let rest = a.den;
  let twos = 0;
  let fives = 0;
  for (; rest % 2n === 0n; rest /= 2n) twos++;
  for (; rest % 5n === 0n; rest /= 5n) fives++;
  return rest === 1n ? toFixed(a, Math.max(twos, fives)) : undefined;
}

/** Decimal with `places` digits after the point, half away from zero. */
export function toFixed(a: Exact, places: number): string {
  const scale = 10n ** BigInt(places);
  const magnitude = a.num < 0n ? -a.num : a.num;
  const rounded = (magnitude * scale * 2n + a.den) / (a.den * 2n);
  const digits = rounded.toString().padStart(places + 1, '0');
  const sign = a.num < 0n && rounded > 0n ? '-' : '';
  return places === 0 ? sign + digits : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** For people: the exact decimal when it is short, else `places` digits. */
export function display(a: Exact, places = 2): string {
  const finite = toFiniteDecimal(a);
  if (finite !== undefined && (finite.split('.')[1] ?? '').length <= places) return finite;
  return toFixed(a, places);
}

function gcd(a: bigint, b: bigint): bigint {
  let x = a;
  let y = b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
