// A set of code units as bits: eight kilobytes, which stay in the fastest cache while a loop asks about every character
// of a text. A table of bytes is eight times as large and answers each ideograph from a slower one.
//   (set[unit >>> 5]! & (1 << (unit & 31))) !== 0

/** The set of the code units for which `table` is not 0. */
export function unitSet(table: ArrayLike<number>): Int32Array {
  const set = new Int32Array(0x10000 >>> 5);
  for (let unit = 0; unit < table.length; unit++)
    if (table[unit]! !== 0) set[unit >>> 5]! |= 1 << (unit & 31);
  return set;
}
