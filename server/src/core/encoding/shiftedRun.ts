// A run of GBK text that was read one byte late, read again in step. A byte is pending: it is still without its partner
// when the run begins; each character of the run gives its first byte to it and leaves its second one. Only where bytes
// are lost is there a choice, and the likeliest way through all of them is kept (lattice.ts).
import { transitionCost } from '../language/bigrams.ts';
import { UNGLOSSED } from './documentModel.ts';
import { isTrailByte, readingAt } from './gloss.ts';
import { type CostOf, continued, type Effort, pruned, textOf, type Way } from './lattice.ts';
import { acrossLostPair, endingIn, isPrivate } from './lostPairs.ts';
import { canRead } from './readings.ts';
import { gbk } from './tables.ts';

/** A possible end of a shifted run, with what the run reads as. */
export interface RunEnd {
  /** Offset in the damaged text where it is in step again; a gloss of the last character is behind it. */
  readonly end: number;
  readonly text: string;
  /** Where the reading of the last character stands, with what is left of that character; `end` without one. */
  readonly tail: number;
  /** True when an ASCII byte ended the run. */
  readonly closed: boolean;
  /** True when that byte stood there by itself and nothing in the run was lost, so that nothing had to be guessed. */
  readonly verified: boolean;
  /** How much likelier, in nats, the repaired text is than the damaged one, with the character that follows. */
  readonly gain: number;
  /** How much likelier, in nats, it is than the next likeliest repair. */
  readonly margin: number;
}

export interface RunStart {
  readonly text: string;
  /** Where the run begins. */
  readonly from: number;
  readonly pending: number;
  /** What may stand before it. */
  readonly ways: readonly Way[];
  /** The character that the damaged text shows before it, and nats of the damaged text up to it. */
  readonly visible: number;
  readonly damaged: number;
  readonly costOf: CostOf;
  /** The characters that the filter put a reading after, as far as they are known. */
  readonly glossed: ReadonlySet<number>;
  readonly effort: Effort;
}

/** Longest run looked at; a shift ends at the next ASCII character, so at the next digit or line at the latest. */
const LONGEST = 400;
/** Once the walk is this much worse than the best end so far, nothing further on will make up for it. */
const GIVE_UP = 18;
/** Price of choosing the best of the characters that share a lead byte. */
const GUESS = 3;
/** Worth of an inserted reading that agrees with the repaired character. */
const READING_AGREES = 7;

/** Price of a pair of bytes that was dropped unseen, and of one that left "?". */
const DROPPED = 2.5;
const MARKED = 2;
/** What a character may cost with its neighbours before a dropped pair is looked for. */
const DOUBTFUL = 16;
/** Dropped pairs that are looked for in one run: each costs thousands of comparisons. */
const MOST_GAPS = 12;

/**
 * How many nats dearer than a closing ASCII byte a folded character may be and still be looked into: a closing byte is
 * the rule, but behind a reading a lost pair makes both look alike.
 */
const FOLDED_AFTER_ALL = -3;
const FOLDED_AFTER_READING = 5;
/** How many ways are gone on with where every one means hundreds of comparisons. */
const FEW = 6;
/** How many bytes a lost trail byte may have been. */
const TRAILS = 0xbf;

/** Second byte of the pairs that the filter replaced, for each mark and its ASCII fold. */
export const LOW_BYTE: ReadonlyMap<number, number> = new Map(
  [...'！!；;？?'].map((mark, i) => [mark.charCodeAt(0), [0xa1, 0xbb, 0xbf][i >> 1]!]),
);

/** The best end of a run, or undefined when nothing makes sense of it. */
export function readShifted(start: RunStart): RunEnd | undefined {
  const run = new Run(start);
  const limit = Math.min(start.text.length, start.from + LONGEST);
  for (let at = start.from; at >= 0 && at <= limit && start.effort.left > 0; ) at = run.take(at);
  return run.best;
}

interface Loss {
  /** The reading of the character. */
  readonly gloss: string | undefined;
  readonly end: number;
  readonly eaten: string;
}

interface Reading {
  readonly pending: number;
  /** True when "?" shows that a pair is missing behind the pending byte. */
  readonly isMarked: boolean;
  readonly ways: readonly Way[];
}

class Run {
  best: RunEnd | undefined;
  readonly #text: string;
  readonly #costOf: CostOf;
  readonly #glossed: ReadonlySet<number>;
  readonly #effort: Effort;
  readonly #table = gbk();
  #readings: readonly Reading[];
  #damaged: number;
  #lastDamaged: number;
  #gaps = 0;
  readonly #isAfterReading: boolean;

  constructor({ text, from, pending, ways, visible, damaged, costOf, glossed, effort }: RunStart) {
    this.#text = text;
    this.#costOf = costOf;
    this.#glossed = glossed;
    this.#effort = effort;
    this.#readings = [{ pending, isMarked: false, ways }];
    // A reading was inserted between two bytes of its own; what follows it is lost as often as not.
    this.#isAfterReading = text[from - 1] === ')';
    this.#lastDamaged = visible;
    this.#damaged = damaged;
  }

  /** Reads the damaged character at `i`; returns where to go on, or -1 where the run cannot. */
  take(i: number): number {
    const unit = this.#unitAt(i);
    const pair = unit > 0x7f ? this.#table.pairOf[unit]! : 0;
    let limit = Number.POSITIVE_INFINITY;
    if (isTrailByte(unit))
      limit = this.#close(i, unit) + (this.#isAfterReading ? FOLDED_AFTER_READING : FOLDED_AFTER_ALL);
    else if (pair === 0 || isMark(unit)) this.#cut(i, unit);
    const second = pair & 0xff;
    this.#readings =
      pair === 0
        ? this.#readings.flatMap(reading => this.#overAscii(reading, i, unit, limit))
        : this.#overPair(pair >> 8, second, this.#peek(i + 1, second));
    if (this.#readings.length === 0) return -1;
    this.#damaged += transitionCost(this.#lastDamaged, unit);
    this.#lastDamaged = unit;
    if (pair > 0 && second < 0x80) {
      // The run had swallowed an ASCII character, which stands on its own again.
      this.#damaged += transitionCost(unit, this.#unitAt(i + 1) || 0x0a);
      const ways = this.#readings[0]!.ways.map(way => continued([way], second, this.#costOf));
      this.#offer(ways, i + 1, i + 1, true, false);
      return -1;
    }
    const cost = Math.min(...this.#readings.flatMap(({ ways }) => ways.map(way => way.cost)));
    if (this.#damaged - cost < (this.best?.gain ?? 0) - GIVE_UP) return -1;
    return pair === 0 ? i + 1 : this.#behindGloss(i, unit);
  }

  // A character of two halves had its reading inserted as well: it stands between the bytes of what was there.
  #behindGloss(i: number, unit: number): number {
    const gloss = readingAt(this.#text, i + 1);
    return gloss && (this.#text[i + 1] === '(' || this.#text[i + 1] === '?') && canRead(unit, gloss.reading)
      ? gloss.end
      : i + 1;
  }

  #overPair(byte: number, second: number, next: number): Reading[] {
    const ways = this.#readings.flatMap(reading => this.#emit(reading, byte, next));
    if (ways.length === 0) return [];
    return [{ pending: second, isMarked: false, ways: pruned(ways, unit => this.#costOf(unit, next)) }];
  }

  // An ASCII byte completes the last character; a reading that was inserted behind it may confirm it. Returns the cost.
  #close(i: number, unit: number): number {
    const text = this.#text;
    const next = this.#unitAt(i + 1) || 0x0a;
    const gloss = text[i + 1] === '(' ? readingAt(text, i + 1) : undefined;
    const behind = gloss ? this.#unitAt(gloss.end) || 0x0a : next;
    const ways = this.#readings.flatMap(reading => this.#emit(reading, unit, behind));
    if (ways.length === 0) return Number.POSITIVE_INFINITY;
    const agreeing = gloss ? ways.filter(way => canRead(way.unit, gloss.reading)) : [];
    if (gloss && agreeing.length > 0) {
      const priced = agreeing.map(way => ({ ...way, cost: way.cost - this.#worth(way.unit) }));
      this.#offerOver(unit, priced, gloss.end, i, true, true);
    } else this.#offerOver(unit, ways, i + 1, i + 1, true, true);
    return Math.min(...ways.map(way => way.cost));
  }

  // The run may end here with its last character half lost.
  #cut(i: number, unit: number): void {
    const loss = this.#lossAt(i);
    for (const { pending, isMarked, ways } of this.#readings) {
      const few = pruned(ways, () => 0).slice(0, FEW);
      const found = isMarked ? [] : this.#lostTrail(loss, pending, few);
      if (loss.gloss !== undefined) found.push(...this.#lostWhole(loss, pending, few, isMarked));
      this.#offerOver(unit, found, loss.end, loss.end, false, false, loss.eaten);
    }
  }

  // "?" or U+FFFD for a pair that was lost: the run goes on behind it. Or a full-width character, its first byte A3, that
  // was folded; where it was one of ！；？, the filter cut the run once more, which comes to the same.
  #overAscii({ pending, isMarked, ways }: Reading, i: number, unit: number, limit: number): Reading[] {
    const found: Reading[] = [];
    if ((unit === 0x3f || unit === 0xfffd) && !isMarked && this.#gaps < MOST_GAPS)
      found.push({ pending, isMarked: true, ways });
    if (unit > 0x20 && unit < 0x7f) {
      const second = unit | 0x80;
      const reading = { pending, isMarked, ways };
      const folded = this.#emit(reading, 0xa3, this.#peek(i + 1, second), false).filter(
        way => way.cost < limit,
      );
      const guessed = folded.map(way => ({ ...way, whole: false }));
      if (guessed.length > 0) found.push({ pending: second, isMarked: false, ways: guessed });
    }
    return found;
  }

  // Reads the pending byte with `byte`, or with a lost pair between them where that may be likelier.
  #emit({ pending, isMarked, ways }: Reading, byte: number, next: number, mayDoubt = true): Way[] {
    const costOf = this.#costOf;
    const unit = this.#table.unitOf[(pending << 8) | byte]!;
    const isPlain = unit > 0 && !isPrivate(unit) && !isMarked;
    const plain = isPlain ? continued(ways, unit, costOf) : undefined;
    this.#effort.left -= ways.length;
    const around = plain ? plain.cost - plain.back!.cost + costOf(unit, next) : Number.POSITIVE_INFINITY;
    const isFirst = this.#isAfterReading && this.#gaps === 0;
    const isDoubtful = isMarked || isFirst || (mayDoubt && around > DOUBTFUL);
    if (!isDoubtful || this.#gaps >= MOST_GAPS) return plain ? [plain] : [];
    this.#gaps++;
    const found = acrossLostPair(
      pruned(ways, () => 0).slice(0, FEW),
      pending,
      endingIn(byte),
      next,
      isMarked ? MARKED : DROPPED,
      costOf,
      this.#effort,
    );
    return plain ? [plain, ...found] : found;
  }

  // What the next character will be, unless bytes are lost there.
  #peek(i: number, lead: number): number {
    if (lead < 0x80) return lead;
    const unit = this.#unitAt(i);
    const byte = isTrailByte(unit) ? unit : unit > 0x7f ? this.#table.pairOf[unit]! >> 8 : 0;
    const char = this.#table.unitOf[(lead << 8) | byte]!;
    return char > 0 && !isPrivate(char) ? char : 0x0a;
  }

  // What shows at `at` that the trail byte of the last character is gone: nothing, or "?", which may have eaten an ASCII
  // character. A reading that was inserted after the character names it.
  #lossAt(at: number): Loss {
    const text = this.#text;
    const isLostByte = text[at] === '?' || text[at] === '\ufffd';
    const open = text[at] === '(' ? at : isLostByte && text[at + 1] === '(' ? at + 1 : isLostByte ? at : -1;
    const gloss = open < 0 ? undefined : readingAt(text, open);
    const end = gloss ? gloss.end : isLostByte ? at + 1 : at;
    return { gloss: gloss?.reading, end, eaten: text[at] === '?' && !gloss ? eatenBefore(text, end) : '' };
  }

  // The last character is a glossed one whose bytes are both missing, the first one as part of a lost pair.
  #lostWhole({ gloss, end }: Loss, lead: number, ways: readonly Way[], isMarked: boolean): Way[] {
    if (this.#gaps >= MOST_GAPS) return [];
    this.#gaps++;
    const choices = [...this.#glossed]
      .filter(unit => canRead(unit, gloss!))
      .map(unit => ({ unit, byte: this.#table.pairOf[unit]! >> 8 }));
    const price = (isMarked ? MARKED : DROPPED) - READING_AGREES - UNGLOSSED;
    const next = this.#unitAt(end) || 0x0a;
    return acrossLostPair(ways, lead, choices, next, price, this.#costOf, this.#effort);
  }

  #lostTrail({ gloss, end }: Loss, lead: number, ways: readonly Way[]): Way[] {
    const next = this.#unitAt(end) || 0x0a;
    const costOf = this.#costOf;
    this.#effort.left -= TRAILS * (ways.length + 1);
    let best = 0;
    let from: Way | undefined;
    let least = Number.POSITIVE_INFINITY;
    let second = Number.POSITIVE_INFINITY;
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const char = this.#table.unitOf[(lead << 8) | trail]!;
      if (char === 0 || isPrivate(char) || (gloss && !canRead(char, gloss))) continue;
      const worth = gloss ? this.#worth(char) : -GUESS;
      const ahead = costOf(char, next) - worth;
      for (const way of ways) {
        const total = way.cost + costOf(way.unit, char) + ahead;
        if (total < least) {
          second = least;
          least = total;
          best = char;
          from = way;
        } else if (total < second) second = total;
      }
    }
    if (!from) return [];
    const margin = Math.min(from.margin, second - least);
    return [{ unit: best, cost: least - costOf(best, next), margin, whole: false, back: from }];
  }

  // A reading that agrees; one that stands where the filter's list wants one takes back what its absence would cost.
  #worth(unit: number): number {
    return READING_AGREES + (this.#glossed.has(unit) ? UNGLOSSED : 0);
  }

  // The damaged character at the end of the run counts with what follows it.
  #offerOver(
    unit: number,
    ways: readonly Way[],
    end: number,
    tail: number,
    closed: boolean,
    whole: boolean,
    extra = '',
  ): void {
    const before = this.#damaged;
    this.#damaged +=
      transitionCost(this.#lastDamaged, unit) + transitionCost(unit, this.#unitAt(end) || 0x0a);
    this.#offer(ways, end, tail, closed, whole, extra);
    this.#damaged = before;
  }

  #offer(ways: readonly Way[], end: number, tail: number, closed: boolean, whole: boolean, extra = ''): void {
    if (ways.length === 0) return;
    const next = this.#unitAt(end) || 0x0a;
    const last = continued(ways, next, this.#costOf);
    const way = last.back!;
    const gain = this.#damaged - last.cost;
    const rival = this.best ? Math.abs(gain - this.best.gain) : Number.POSITIVE_INFINITY;
    if (this.best && gain <= this.best.gain) {
      this.best = { ...this.best, margin: Math.min(this.best.margin, rival) };
      return;
    }
    const verified = whole && way.whole;
    const margin = Math.min(last.margin, rival);
    this.best = { end, tail, text: textOf(way) + extra, closed, verified, gain, margin };
  }

  #unitAt(i: number): number {
    return i < this.#text.length ? this.#text.charCodeAt(i) : 0;
  }
}

// The ASCII character that "?" has eaten, as far as what follows shows it: a bracket that is closed further on, or the
// space before a word. A decoder leaves the end of a line alone.
function eatenBefore(text: string, at: number): string {
  const rest = /^[^\n()]{0,60}\)/.test(text.slice(at, at + 61));
  return rest ? '(' : /^[A-Za-z0-9$"'<[{-]/.test(text.slice(at, at + 1)) ? ' ' : '';
}

// ，。、“”；：？！ and their like may be in step again after a loss, or be debris themselves.
const isMark = (unit: number): boolean =>
  (unit >= 0x3000 && unit <= 0x3020) || unit >= 0xff01 || unit < 0x2e80;
