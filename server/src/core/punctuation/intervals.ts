// Half-open intervals: (12, 15] and [a, b) pair a round bracket with a square one, so neither looks for another
// partner.
const BOUND = '\\s?[-+−]?[\\w.∞π%]{1,12}\\s?';
const AFTER = new RegExp(`^[(（]${BOUND}[,，]${BOUND}[\\]］]`, 'u');
const BEFORE = new RegExp(`[[［]${BOUND}[,，]${BOUND}[)）]$`, 'u');
const LONGEST = 36;

/** True for the round bracket, at `at` in code units, of a half-open interval. */
export const isIntervalEnd = (text: string, at: number): boolean =>
  '(（'.includes(text[at]!)
    ? text.charCodeAt(at + 1) < 256 && AFTER.test(text.slice(at, at + LONGEST))
    : BEFORE.test(text.slice(Math.max(0, at - LONGEST), at + 1));
