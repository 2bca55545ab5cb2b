// Shifted runs that begin at ！；？: whether one may, and what it reads as.
import { transitionCost } from '../language/bigrams.ts';
import { isCommonHan, isFrequentHan } from '../language/commonHan.ts';
import { isTrailByte, readingAt } from './gloss.ts';
import { type CostOf, continued, startAt, type Way } from './lattice.ts';
import { LOW_BYTE, readShifted } from './shiftedRun.ts';
import { EXPLAINED, likeliest, type Search, type Shift, shiftOf } from './shiftSearch.ts';
import { gbk } from './tables.ts';

/** Price of choosing the first character among the hundred whose second byte is A3. */
const FIRST_GUESS = 2;
/**
 * Price of a mark, the one that stands there or 。, behind a word that no sentence ends with or behind another mark: the
 * model knows words only, and to it 在海口 is dearer than 在。口.
 */
const NO_END = 5;
const GOING_ON = new Set(
  [...'在和与與及或于於把被从從向对對将將为為由并並而且但因，、；：（(“「《,;:'].map(c => c.charCodeAt(0)),
);
/** How far a shifted run is looked through for something odd. */
export const REACH = 8;

// Cheap, and without the model: soon after the mark stands a rare ideograph, a private-use character, an ASCII
// character glued to an ideograph that is followed by another one or by a reading, or the reading of what was cut.
export function isSuspicious(text: string, mark: number, isGlossed: boolean): boolean {
  const end = Math.min(text.length, mark + 1 + REACH);
  for (let i = mark + 1; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) {
      if (isGlossed && i === mark + 1 && isReading(text, i)) return true;
      if (i === mark + 1 || !isTrailByte(unit)) break;
      const next = text.charCodeAt(i + 1);
      if (next > 0x2e7f || next === 0x28) return true;
      break;
    }
    if (unit >= 0x3400 && unit <= 0x9fff ? !isCommonHan(unit) : unit >= 0xe000 && unit <= 0xf8ff) return true;
  }
  return turnsFrequent(text, mark);
}

const isReading = (text: string, at: number): boolean =>
  (text[at] === '(' || text[at] === '?') && readingAt(text, at) !== undefined;

/** How many characters after the mark are read in step to see whether frequent ones come out. */
const TRIED = 3;

// ？梢允 is made of fairly common characters only, but one of them is none that many sentences have, and one byte earlier
// they are 可以使: characters that most sentences have.
function turnsFrequent(text: string, mark: number): boolean {
  let rare = 0;
  for (let i = mark + 1; i <= mark + TRIED && i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x3400 || unit > 0x9fff) break;
    if (!isFrequentHan(unit)) rare++;
  }
  if (rare === 0) return false;
  const { pairOf, unitOf } = gbk();
  let pending = LOW_BYTE.get(text.charCodeAt(mark))!;
  for (let i = mark + 1; i <= mark + TRIED && i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x3400 || unit > 0x9fff) break;
    const pair = pairOf[unit]!;
    const read = unitOf[(pending << 8) | (pair >> 8)]!;
    if (!isFrequentHan(read) && read !== 0x3001 && read !== 0x3002) return false;
    pending = pair & 0xff;
  }
  return true;
}

/** Nats by which a lost byte has to explain the text better than the filter does. */
const UNEXPLAINED = 12;

/** The run that begins at the mark, or at the “?” before it; `done` is where the last one ended. */
export function atMark(search: Search, mark: number, done: number): Shift | undefined {
  const { doc, glossed, effort } = search;
  const { text } = doc;
  const { pairOf } = gbk();
  // A decoder may have left "?" for the lost lead byte.
  const start = mark > done && text[mark - 1] === '?' ? mark - 1 : mark;
  const before = start > 0 ? text.charCodeAt(start - 1) : 0;
  const mine = text.charCodeAt(mark);
  const base =
    transitionCost(before, mine) +
    (GOING_ON.has(before) ? NO_END : 0) +
    (glossed.size > 0 && isReading(text, mark + 1) ? EXPLAINED : 0);
  // The mark was made of the last byte of one character and the first byte of the next.
  const cut = likeliest(doc, costOf => {
    const ways = firstOf(before, 0xa3, costOf);
    const pending = LOW_BYTE.get(mine)!;
    return readShifted({
      text,
      from: mark + 1,
      pending,
      ways,
      visible: mine,
      damaged: base,
      costOf,
      glossed,
      effort,
    });
  });
  // "?" may also stand for any lead byte that was lost, with its character's last byte in step with nothing.
  const next = mark + 1 < text.length ? text.charCodeAt(mark + 1) : 0;
  const pair = mine === 0x3f && start === mark && next > 0x7f ? pairOf[next]! : 0;
  const damaged = base + transitionCost(mine, next);
  const lost =
    pair === 0
      ? undefined
      : likeliest(doc, costOf => {
          const ways = firstOf(before, pair >> 8, costOf);
          return readShifted({
            text,
            from: mark + 2,
            pending: pair & 0xff,
            ways,
            visible: next,
            damaged,
            costOf,
            glossed,
            effort,
          });
        });
  // The second way leaves one character fewer to pay for, and it has no known cause that would speak for it.
  if (lost && lost.gain - UNEXPLAINED > (cut?.gain ?? 0))
    return shiftOf(start, 'mark', { ...lost, verified: false });
  return cut && shiftOf(start, 'mark', cut);
}

const STOP = 0x3002;

// The first character's second byte is known, its first one is lost.
function firstOf(before: number, trail: number, costOf: CostOf): Way[] {
  const start = startAt(before);
  return [...charactersEndingIn(trail)].map(unit => {
    const way = continued(start, unit, costOf);
    const price = unit === STOP && GOING_ON.has(before) ? FIRST_GUESS + NO_END : FIRST_GUESS;
    return { ...way, cost: way.cost + price };
  });
}

function* charactersEndingIn(trail: number): Generator<number> {
  const { unitOf } = gbk();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    const unit = unitOf[(lead << 8) | trail]!;
    if (unit !== 0 && (unit < 0xe000 || unit > 0xf8ff)) yield unit;
  }
}
