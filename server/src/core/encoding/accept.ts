// Whether a span that was read again is damage, and its reading a repair.
import { isAmongKana } from './amongKana.ts';
import { describePair, type Pair, type Source } from './pairs.ts';
import type { Reread, Weight } from './weight.ts';

export interface Mojibake {
  readonly start: number;
  readonly end: number;
  /** What stood there; U+FFFD where bytes are missing. */
  readonly text: string;
  /** The wrong turns, the first one first: "UTF-8 → GBK". */
  readonly steps: readonly string[];
  readonly gain: number;
  /** True when the round trip is exact and the gain decisive. */
  readonly certain: boolean;
  /** True where so many bytes are missing that nothing can be restored; `text` is what stands there. */
  readonly isLost: boolean;
}

/**
 * Gains in nats: below the first no finding, from the second on certain. By test/bench/encodingThresholds.ts, on the
 * tuning half of Debian's documentation: all of 1,600 damaged spans of the pairs with a structure reach 24 nats and 5
 * for each character, 99.9 % of 1,200 between double-byte tables 18 nats and 4, and nothing in 917,000 clean characters
 * 6 nats and 1. The values keep well away from both.
 */
const LEAST_GAIN = 12;
const DECISIVE_GAIN = 18;
/** The gain of each repaired character, on average, that tells a wrong table from rare words. */
const LEAST_MEAN_GAIN = 2.2;
/** Fewest characters, read whole, that are judged. */
const SHORTEST = 2;
/** The same, also different ones, and the gain of each, where one double-byte table was taken for another. */
const BLIND_SHORTEST = 3;
const BLIND_MEAN_GAIN = 4;
/** The same for more characters, where only a look makes it certain. */
const BLIND_MEAN_GAIN_OF_MORE = 3.3;
/** Cost of a character, on average, above which a reading is not believed to be the last one. */
const PLAUSIBLE_COST = 8.2;
/** The same for ideographs whose gain is more than all of them cost; only a look makes them certain. */
const PLAUSIBLE_COST_WITH_GAIN = 8.8;
/** How many times its own cost a reading of rare characters must gain to be believed all the same. */
const RARE_GAIN = 2;
/** Characters of a span that is judged whatever stands around it, which in a file of misread text is more of it. */
const ON_ITS_OWN = 128;
/** The mean gain where a lost character beside the span shows that something happened to the bytes there. */
const BLIND_MEAN_GAIN_AT_LOSS = 2.5;

/** `span` of `text`, read again as `pairs`, or undefined where clean text may look like it. */
export function accept(text: string, pairs: readonly Pair[], span: Reread): Mojibake | undefined {
  const { start, end, gain, guessed, text: repaired } = span;
  // What was guessed does not count, nor does ASCII.
  const whole = span.length - (guessed - span.lost);
  const most = gain > span.own && HAN.test(repaired) ? PLAUSIBLE_COST_WITH_GAIN : PLAUSIBLE_COST;
  if (whole < SHORTEST || !isPlausible(span, most)) return undefined;
  if (gain < LEAST_GAIN || gain < repaired.length * LEAST_MEAN_GAIN) return undefined;
  const isWide = pairs.some(isDoubleByte);
  if (isWide && !isMostlyWide(span)) return undefined;
  // Two double-byte tables have no structure that a mistake would break; two rare characters always are two others.
  const isBlind = pairs.every(isBetweenTables);
  const isUnstructured = pairs[0]!.was !== 'UTF-8' && (isBlind || guessed > 0);
  if (isUnstructured && whole < BLIND_SHORTEST) return undefined;
  if (isBlind && !isDecisive(text, span, whole)) return undefined;
  if (isBetweenTables(pairs[0]!) && !speaksForItself(pairs[0]!.was, span)) return undefined;
  const mayBeJapanese = isWide && (isBlind || guessed > 0) && pairs[0]!.was !== 'Shift_JIS';
  if (mayBeJapanese && end - start < ON_ITS_OWN && isAmongKana(text, start, end)) return undefined;
  // Where every other character had to be guessed, rare ones side by side in a list would do.
  if (guessed * 2 > span.length + span.lost) return undefined;
  const decisive = Math.max(DECISIVE_GAIN, isBlind ? repaired.length * BLIND_MEAN_GAIN : 0);
  const certain =
    guessed === 0 && gain >= decisive && isPlausible(span, PLAUSIBLE_COST) && !repaired.includes('\ufffd');
  return { start, end, text: repaired, steps: pairs.map(describePair), gain, certain, isLost: false };
}

const HAN = /\p{Script=Han}/u;
const KANA = /[\u3041-\u30fe]/g;

function isDecisive(text: string, { start, end, text: repaired, gain }: Reread, whole: number): boolean {
  const isAtLoss = text[start - 1] === '\ufffd' || text[end] === '\ufffd';
  const least = whole > BLIND_SHORTEST ? BLIND_MEAN_GAIN_OF_MORE : BLIND_MEAN_GAIN;
  return gain >= repaired.length * (isAtLoss ? BLIND_MEAN_GAIN_AT_LOSS : least);
}

// Chinese has no kana to lose, and Japanese is hardly two words long without two of them side by side.
function speaksForItself(was: Source, { text: repaired, wide }: Reread): boolean {
  if (was === 'Shift_JIS')
    return /[\u3041-\u30fe]{2}/.test(repaired) && new Set(repaired).size >= BLIND_SHORTEST;
  // A list of foreign names in rare characters reads as kana and odd marks now and then: Chinese speaks for a repair.
  const chinese = new Set(repaired.match(/[\p{Script=Han}\u3000-\u3020\uff00-\uff60]/gu));
  if (chinese.size < BLIND_SHORTEST || !HAN.test(repaired)) return false;
  return (repaired.match(KANA)?.length ?? 0) * 4 <= wide;
}

const isBetweenTables = (pair: Pair): boolean => pair.was !== 'UTF-8' && isDoubleByte(pair);

const isDoubleByte = (pair: Pair): boolean => pair.readAs !== 'Windows-1252';

// Counted with those of Latin-1 alone, as a repair has hardly any letters of other alphabets.
const isMostlyWide = ({ wide, lost, length }: Weight): boolean => wide > length + lost - wide;

// A byte without its partner speaks for nothing, as long as there are few.
const isPlausible = ({ own, length, accented, lost, gain }: Reread, most: number): boolean =>
  lost <= length && (own < length * most || gain > own * RARE_GAIN) && accented * 2 <= length + 2;
