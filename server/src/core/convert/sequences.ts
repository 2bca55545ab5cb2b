// An ideographic description sequence describes one character and is skipped as a whole, as opencc-js does.

export const FIRST_OPERATOR = 0x2ff0;
export const LAST_OPERATOR = 0x2fff;

/** How many code units from `at` stay together where nothing matches. */
export function unmatchedLength(units: Uint16Array, at: number, end: number): number {
  return (sequenceEnd(units, at, end) || at + pointLength(units, at, end)) - at;
}

function sequenceEnd(units: Uint16Array, at: number, limit: number): number {
  const unit = units[at]!;
  if (unit < FIRST_OPERATOR || unit > LAST_OPERATOR) return 0;
  const arity = unit === 0x2ff2 || unit === 0x2ff3 ? 3 : 2;
  let end = at + 1;
  for (let child = 0; child < arity; child++) {
    if (end >= limit) return 0;
    end = sequenceEnd(units, end, limit) || end + pointLength(units, end, limit);
  }
  return end;
}

const pointLength = (units: Uint16Array, at: number, limit: number): number =>
  (units[at]! & 0xfc00) === 0xd800 && at + 1 < limit && (units[at + 1]! & 0xfc00) === 0xdc00 ? 2 : 1;
