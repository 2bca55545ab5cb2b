// How likely a character is after another one, in Chinese text of either script. All costs are nats: the negative
// natural logarithm of a probability, so that smaller is likelier and costs add up.
import { CharClass, CLASS_OF } from '../text/charClass.ts';
import { lazyTable, readPacked } from '../text/unpack.ts';
import { CHARACTERS, PAIRS } from './bigrams.gen.ts';

/** Nats for each step of a packed cost, as in scripts/generate/bigrams.ts. */
const STEP = 0.2;
/** What follows a word: a mark, a digit or a letter in some 15 of 100 places, the next word in the others. */
const MARK_COST = 1.9;
const WORD_COST = 0.16;
/** Costs of starting and of ending a word for a unified ideograph that the dictionary has not. */
const UNKNOWN_HAN = 17;
const UNKNOWN_END = 0.7;

interface Model {
  /** For each code unit its cost wherever it stands, of starting a word and of ending one; 0 for no ideograph. */
  readonly cost: Float32Array;
  readonly start: Float32Array;
  readonly end: Float32Array;
  /** A hash table of pairs of code units, and the step of the cost of each. */
  readonly keys: Uint32Array;
  readonly steps: Uint8Array;
}

/** Slots of the hash table: a power of two, nearly twice the number of pairs. */
const SLOTS = 1 << 18;
const MASK = SLOTS - 1;
/** The cost of each step. */
const COSTS = Float32Array.from({ length: 0x100 }, (_, step) => step * STEP);

const model = lazyTable('bigrams', decode);
/** The model once it is decoded: the cost of a transition is asked for too often for a call. */
let ready: Model | undefined;

/** Cost of the UTF-16 code unit `next` right after `previous`; 0 for `previous` means the start of a text. */
export function transitionCost(previous: number, next: number): number {
  ready ??= model();
  const m = ready;
  const previousIsHan = m.end[previous]! > 0;
  if (m.start[next]! > 0) {
    if (!previousIsHan) return m.start[next]!;
    const { keys } = m;
    const key = previous * 0x10000 + next;
    for (let slot = hash(previous, next) & MASK; keys[slot] !== 0; slot = (slot + 1) & MASK)
      if (keys[slot] === key) return COSTS[m.steps[slot]!]!;
    return m.end[previous]! + WORD_COST + m.start[next]!;
  }
  const mark = classCost(previous, next);
  return previousIsHan ? m.end[previous]! + MARK_COST + mark : mark;
}

/** Cost of a whole text. Divide by its length to compare texts of different lengths. */
export function textCost(text: string): number {
  let cost = 0;
  let previous = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    cost += transitionCost(previous, unit);
    previous = unit;
  }
  return cost;
}

/**
 * How much likelier, in nats, `previous next` is as two characters of one word than as the end of a word and the
 * start of another: above 0 when a dictionary word holds the pair, 0 when none does.
 */
export function bigramScore(previous: number, next: number): number {
  const m = model();
  if (m.end[previous] === 0 || m.start[next] === 0) return 0;
  const across = m.end[previous]! + WORD_COST + m.start[next]!;
  return Math.max(0, across - transitionCost(previous, next));
}

/** Cost of a character regardless of what stands before it. */
export function characterCost(unit: number): number {
  const m = model();
  return m.cost[unit]! > 0
    ? m.cost[unit]!
    : CLASS_OF[unit] === CharClass.Han
      ? UNKNOWN_HAN
      : classCost(0, unit);
}

const COMMON_MARKS = new Map<number, number>([...'，。'].map(mark => [mark.charCodeAt(0), 0.8]));
for (const mark of '、“”「」：；（）《》？！') COMMON_MARKS.set(mark.charCodeAt(0), 2.5);
for (const mark of '—…·『』‘’％【】') COMMON_MARKS.set(mark.charCodeAt(0), 4);
for (const mark of ',.:;()%-"?!/') COMMON_MARKS.set(mark.charCodeAt(0), 3);

/** Cost of a character that is no ideograph of the model: [alone, after a character of its own class]. */
const CLASS_COST: Readonly<Partial<Record<CharClass, readonly [number, number]>>> = {
  [CharClass.Han]: [UNKNOWN_HAN, UNKNOWN_HAN],
  [CharClass.Latin]: [4, 3],
  [CharClass.Digit]: [3, 2.3],
  [CharClass.Space]: [2.5, 1],
  [CharClass.Newline]: [2.5, 1],
  [CharClass.Tab]: [4, 1],
  [CharClass.AsciiPunctuation]: [6, 4],
  [CharClass.CjkPunctuation]: [10, 10],
  [CharClass.FullwidthPunctuation]: [8, 8],
  [CharClass.FullwidthDigit]: [6, 3],
  [CharClass.FullwidthLetter]: [7, 4],
  [CharClass.Kana]: [11, 4.5],
  [CharClass.Hangul]: [11, 6.5],
  [CharClass.Bopomofo]: [12, 6],
  [CharClass.SpecialSpace]: [5, 2],
  [CharClass.Cyrillic]: [10, 4.5],
  [CharClass.Greek]: [9, 4.5],
  [CharClass.Symbol]: [10, 8],
  [CharClass.Emoji]: [10, 9],
  [CharClass.Surrogate]: [9, 9],
  [CharClass.PrivateUse]: [18, 18],
  [CharClass.Replacement]: [18, 18],
  [CharClass.Control]: [18, 18],
};
const OTHER_COST = [13, 11] as const;
/** Letters of Latin-1 and beyond: é in a name is no news, a run of them is. */
const ACCENTED = [8, 6.5] as const;

function classCost(previous: number, next: number): number {
  const common = COMMON_MARKS.get(next);
  if (common !== undefined) return common;
  const cls = CLASS_OF[next] as CharClass;
  const costs = cls === CharClass.Latin && next > 127 ? ACCENTED : (CLASS_COST[cls] ?? OTHER_COST);
  return costs[CLASS_OF[previous] === cls ? 1 : 0];
}

/** Ideographs that share all but their last byte in UTF-8. */
const BLOCK = 64;

interface Followers {
  /** Where the followers of each code unit begin in `units`; one more at the end. */
  readonly from: Uint32Array;
  /** The characters that follow it inside words, in order, with their costs. */
  readonly units: Uint16Array;
  readonly costs: Float32Array;
  /** For each block of ideographs, the one that starts words most often; 0 where a character is no ideograph. */
  readonly best: Uint16Array;
}

const followers = lazyTable('bigram followers', (): Followers => {
  const { keys, steps, start } = model();
  const taken = keys.filter(key => key > 0).sort();
  const from = new Uint32Array(0x10001);
  const units = new Uint16Array(taken.length);
  const own = new Float32Array(taken.length);
  for (let index = 0; index < taken.length; index++) {
    const key = taken[index]!;
    let slot = hash(key >>> 16, key & 0xffff) & MASK;
    while (keys[slot] !== key) slot = (slot + 1) & MASK;
    from[(key >>> 16) + 1]!++;
    units[index] = key & 0xffff;
    own[index] = COSTS[steps[slot]!]!;
  }
  for (let unit = 0; unit < 0x10000; unit++) from[unit + 1]! += from[unit]!;
  const best = new Uint16Array(0x10000 / BLOCK);
  for (let block = 0; block < best.length; block++) {
    let most = block * BLOCK;
    for (let unit = most; unit < (block + 1) * BLOCK; unit++) {
      if (start[unit] === 0) {
        most = 0;
        break;
      }
      if (start[unit]! < start[most]!) most = unit;
    }
    best[block] = most;
  }
  return { from, units, costs: own, best };
});

/** The likeliest after `previous` of the 64 code units from `first` on, a multiple of 64. */
export function likeliestInBlock(previous: number, first: number): number {
  const { from, units, costs, best } = followers();
  let found = best[first / BLOCK]!;
  if (found === 0) return likeliestOf(previous, first, 1, BLOCK);
  let low = from[previous]!;
  let high = from[previous + 1]!;
  const end = high;
  let price = transitionCost(previous, found);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (units[middle]! < first) low = middle + 1;
    else high = middle;
  }
  for (; low < end && units[low]! < first + BLOCK; low++) {
    if (costs[low]! > price || (costs[low] === price && units[low]! > found)) continue;
    price = costs[low]!;
    found = units[low]!;
  }
  return found;
}

/** The likeliest after `previous` of `count` code units, each `step` after the one before. */
export function likeliestOf(previous: number, first: number, step: number, count: number): number {
  let best = first;
  let price = Number.POSITIVE_INFINITY;
  for (let n = 0, unit = first; n < count; n++, unit += step) {
    const own = transitionCost(previous, unit);
    if (own >= price) continue;
    price = own;
    best = unit;
  }
  return best;
}

/** A choice among characters: the likeliest, its cost in nats, and how much more the next one costs. */
export interface Choice {
  readonly unit: number;
  readonly cost: number;
  readonly margin: number;
}

/** The likeliest of `candidates` between two code units; 0 where all cost more than `other`, the price of none of them. */
export function likeliestBetween(
  previous: number,
  next: number,
  candidates: Iterable<number>,
  other = Number.POSITIVE_INFINITY,
): Choice {
  let unit = 0;
  let cost = other;
  let second = other;
  for (const candidate of candidates) {
    const own = transitionCost(previous, candidate) + transitionCost(candidate, next);
    if (own < cost) {
      second = cost;
      cost = own;
      unit = candidate;
    } else if (own < second) second = own;
  }
  return { unit, cost, margin: second - cost };
}

const hash = (a: number, b: number): number => {
  const mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
};

function decode(): Model {
  const cost = new Float32Array(0x10000);
  const start = new Float32Array(0x10000);
  const end = new Float32Array(0x10000);
  const points: number[] = [];
  const ranks: number[] = [];
  const characters = readPacked(CHARACTERS);
  for (let point = 0x3400; !characters.done; ) {
    point += characters.number();
    const rank = characters.digit();
    points.push(point);
    ranks.push(rank);
    cost[point] = Math.max(rank, 1) * STEP;
    start[point] = Math.max(characters.digit(), 1) * STEP;
    end[point] = characters.digit() * STEP + 0.01;
  }
  for (let unit = 0x3400; unit < 0xa000; unit++) {
    if (CLASS_OF[unit] !== CharClass.Han || start[unit]! > 0) continue;
    start[unit] = UNKNOWN_HAN;
    end[unit] = UNKNOWN_END;
  }
  const order = points.map((_, i) => i).sort((a, b) => ranks[a]! - ranks[b]! || a - b);
  const keys = new Uint32Array(SLOTS);
  const steps = new Uint8Array(SLOTS);
  const pairs = readPacked(PAIRS);
  for (const index of order) {
    const a = points[index]!;
    let at = 0;
    for (let left = pairs.number(); left > 0; left--) {
      at += pairs.number();
      const b = points[order[at]!]!;
      at++;
      let slot = hash(a, b) & MASK;
      while (keys[slot] !== 0) slot = (slot + 1) & MASK;
      keys[slot] = a * 0x10000 + b;
      steps[slot] = pairs.digit();
    }
  }
  return { cost, start, end, keys, steps };
}
