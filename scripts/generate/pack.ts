// Packing of generated tables into ASCII string literals: one byte for each character in a bundle and in memory, no
// escapes, and decoded by the few lines of core/text/unpack.ts.

/** Printable ASCII without the quote, the backslash and the dollar sign that minifiers and template literals escape. */
export const DIGITS = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i))
  .filter(char => !"'\\$".includes(char))
  .join('');

/** Values below this end a number; the others carry on. */
const FINAL = 46;
const MORE = DIGITS.length - FINAL;

/** A non-negative integer in one to four characters. */
export function packNumber(value: number): string {
  let rest = value;
  let packed = '';
  while (rest >= FINAL) {
    rest -= FINAL;
    packed += DIGITS[FINAL + (rest % MORE)];
    rest = Math.floor(rest / MORE);
  }
  return packed + DIGITS[rest];
}

/** A small non-negative integer in one character; larger ones are cut to the largest. */
export const packDigit = (value: number): string => DIGITS[Math.min(Math.max(value, 0), DIGITS.length - 1)]!;

/** A sequence of integers as differences, each in zigzag form, so that rising neighbours take one character. */
export function packDeltas(values: readonly number[], expectedStep = 1): string {
  let packed = '';
  let last = 0;
  for (const value of values) {
    const delta = value - last - expectedStep;
    packed += packNumber(delta >= 0 ? delta * 2 : -delta * 2 - 1);
    last = value;
  }
  return packed;
}
