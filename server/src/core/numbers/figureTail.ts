// What stands behind a figure: magnitudes (万, 亿), 余 or 多, and the unit.
import { multiplierOf, NUMERAL_CLASS, NumeralClass } from './hanNumerals.ts';
import { isDigitUnit, type LexState } from './lexState.ts';
import { QuantityFlag } from './quantities.ts';
import { UNITS, unitAt } from './units.ts';

const APPROXIMATE = new Uint8Array(0x10000);
for (const char of '余餘多来來几幾') APPROXIMATE[char.charCodeAt(0)] = 1;

/** Reads magnitudes, 余 or 多 and the unit after a figure that ends at `p`, into `state.tail`. */
export function readTail(state: LexState, p: number): void {
  const { text, limit, tail } = state;
  const first = p < limit ? text.charCodeAt(p) : 0;
  // Nothing but a unit can follow: the common case.
  if (first !== 0x20 && APPROXIMATE[first] === 0 && NUMERAL_CLASS[first] !== NumeralClass.Multiplier) {
    const unit = unitAt(text, p, limit);
    tail.valueEnd = p;
    tail.flags = 0;
    tail.unit = unit;
    tail.end = p + UNITS[unit]!.name.length;
    return;
  }
  let at = p;
  let flags = 0;
  const spaced = text.charCodeAt(at) === 0x20 && at + 1 < limit ? at + 1 : at;
  let q = spaced;
  if (isApproximateAt(state, q)) {
    flags |= QuantityFlag.Approximate;
    q++;
    at = q;
  }
  for (let parts = 0; parts < 4; parts++) {
    const before = q;
    while (q < limit && isMagnitude(state, q)) q++;
    if (q === before) break;
    flags |= QuantityFlag.Magnitude;
    at = q;
    // 1亿2000万: the second part must be an integer that stands right here.
    let digits = q;
    while (
      digits < limit &&
      (isDigitUnit(text.charCodeAt(digits)) ||
        (text.charCodeAt(digits) === 0x2c && isDigitUnit(text.charCodeAt(digits + 1))))
    )
      digits++;
    if (digits === q || text.charCodeAt(digits) === 0x2e || text.charCodeAt(digits) === 0x5e74) break;
    q = digits;
    at = q;
  }
  if (isApproximateAt(state, q)) {
    flags |= QuantityFlag.Approximate;
    q++;
    at = q;
  }
  const gap = text.charCodeAt(q) === 0x20 && q + 1 < limit ? q + 1 : q;
  let unit = unitAt(text, q, limit);
  let end = q;
  if (unit === 0 && gap > q) {
    unit = unitAt(text, gap, limit);
    end = gap;
  }
  tail.valueEnd = at;
  tail.flags = flags;
  tail.unit = unit;
  tail.end = unit === 0 ? at : end + UNITS[unit]!.name.length;
}

const isApproximateAt = (state: LexState, q: number): boolean =>
  q < state.limit && APPROXIMATE[state.text.charCodeAt(q)] === 1 && isMeasured(state, q + 1);

export const isMeasured = (state: LexState, q: number): boolean =>
  q < state.limit && (multiplierOf(state.text.charCodeAt(q)) > 0 || unitAt(state.text, q, state.limit) > 0);

// 千 and 兆 may open a unit (千克, 兆瓦), 百 a word (百分点, 百合): they count only when what follows lets them.
function isMagnitude(state: LexState, q: number): boolean {
  const { text, limit } = state;
  const unit = text.charCodeAt(q);
  const multiplier = multiplierOf(unit);
  if (multiplier === 0) return false;
  if (multiplier >= 1e4 && multiplier < 1e12) return true;
  const named = unitAt(text, q, limit);
  if (named > 0) return false;
  if (multiplier === 1e12) return true;
  const next = text.charCodeAt(q + 1);
  return (
    q + 1 < limit && (multiplierOf(next) > 0 || APPROXIMATE[next] === 1 || unitAt(text, q + 1, limit) > 0)
  );
}
