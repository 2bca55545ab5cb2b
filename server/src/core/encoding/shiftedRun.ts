// A run of GBK text that was read one byte late, read again in step. `lead` is the byte that is still without its
// partner when the run begins; each character of the run gives its first byte to it and leaves its second one.
// The walk is deterministic, so it is linear; only where bytes are lost does the character model choose.
import { transitionCost } from '../language/bigrams.ts';
import { isTrailByte, readingAt } from './gloss.ts';
import { guessLostPair, isPrivate } from './lostPairs.ts';
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
const DROPPED = 4;
const MARKED = 2;
/** What a character may cost with its neighbours before a dropped pair is looked for. */
const DOUBTFUL = 16;
/** Dropped pairs that are looked for in one run: each costs thousands of comparisons. */
const MOST_GAPS = 12;

/**
 * The best end of a run from `from` on, or undefined when nothing makes sense of it. `previous` is the character
 * before it that is in step, `visible` the one that the damaged text shows before it.
 */
export function readShifted(
  text: string,
  from: number,
  lead: number,
  previous: number,
  visible: number,
): RunEnd | undefined {
  const run = new Run(text, lead, previous, visible);
  const limit = Math.min(text.length, from + LONGEST);
  for (let i = from; i <= limit; i++) if (!run.take(i)) break;
  return run.best;
}

class Run {
  best: RunEnd | undefined;
  readonly #text: string;
  readonly #table = gbk();
  #pending: number;
  #repaired = '';
  #gain = 0;
  #lastRepaired: number;
  #lastDamaged: number;
  #gaps = 0;
  #isMarked = false;

  constructor(text: string, lead: number, previous: number, visible: number) {
    this.#text = text;
    this.#pending = lead;
    this.#lastRepaired = previous;
    this.#lastDamaged = visible;
  }

  /** Reads the damaged character at `i`; false where the run cannot go on. */
  take(i: number): boolean {
    const text = this.#text;
    const unit = i < text.length ? text.charCodeAt(i) : 0;
    if (isTrailByte(unit)) {
      this.#close(i, unit);
      return false;
    }
    const pair = unit > 0x7f ? this.#table.pairOf[unit]! : 0;
    if (pair === 0 || isMark(unit)) this.#cut(i, unit);
    if (pair === 0) return this.#skipLoss(unit);
    const second = pair & 0xff;
    if (!this.#emit(pair >> 8, this.#peek(i + 1, second))) return false;
    this.#gain += transitionCost(this.#lastDamaged, unit);
    this.#lastDamaged = unit;
    this.#pending = second;
    if (second < 0x80) {
      // The run had swallowed an ASCII character, which stands on its own again.
      this.#gain += transitionCost(unit, text.charCodeAt(i + 1) || 0x0a);
      const price = transitionCost(this.#lastRepaired, second);
      this.#offer(i + 1, i + 1, true, false, String.fromCharCode(second), second, price);
      return false;
    }
    return this.#gain >= (this.best?.gain ?? 0) - GIVE_UP;
  }

  // An ASCII byte completes the last character; a reading that was inserted behind it may confirm it.
  #close(i: number, unit: number): void {
    const text = this.#text;
    const next = text.charCodeAt(i + 1) || 0x0a;
    const whole = this.#gaps === 0 && !this.#isMarked;
    if (!this.#emit(unit, next)) return;
    const isVerified = whole && this.#gaps === 0;
    const gloss = text[i + 1] === '(' ? readingAt(text, i + 1) : undefined;
    const agrees = gloss !== undefined && canRead(this.#lastRepaired, gloss.reading);
    const end = agrees ? gloss.end : i + 1;
    this.#gain += damage(this.#lastDamaged, unit, text, end);
    const tail = agrees ? i : end;
    this.#offer(end, tail, true, isVerified, '', this.#lastRepaired, agrees ? -READING_AGREES : 0);
  }

  // The run may end here with its last character half lost.
  #cut(i: number, unit: number): void {
    const lost = lostTrail(this.#text, i, this.#pending, this.#lastRepaired);
    if (!lost) return;
    const dropped = damage(this.#lastDamaged, unit, this.#text, lost.end);
    this.#gain += dropped;
    this.#offer(lost.end, lost.end, false, false, String.fromCharCode(lost.char), lost.char, lost.price);
    this.#gain -= dropped;
  }

  // "?" or U+FFFD for a pair that was lost: the run goes on behind it.
  #skipLoss(unit: number): boolean {
    if ((unit !== 0x3f && unit !== 0xfffd) || this.#isMarked || this.#gaps >= MOST_GAPS) return false;
    this.#isMarked = true;
    this.#gain += transitionCost(this.#lastDamaged, unit);
    this.#lastDamaged = unit;
    return true;
  }

  // Reads the pending byte with `byte`, or with a lost pair between them where that is likelier.
  #emit(byte: number, next: number): boolean {
    const plain = this.#table.unitOf[(this.#pending << 8) | byte]!;
    const isPlain = plain > 0 && !isPrivate(plain) && !this.#isMarked;
    const own = isPlain ? transitionCost(this.#lastRepaired, plain) : 0;
    const around = own + (isPlain ? transitionCost(plain, next) : 0);
    if ((!isPlain || around > DOUBTFUL) && this.#gaps < MOST_GAPS) {
      const lost = guessLostPair(this.#lastRepaired, this.#pending, byte, next);
      const price = this.#isMarked ? MARKED : DROPPED;
      if (lost && (!isPlain || lost.cost + price < around)) {
        this.#gaps++;
        this.#isMarked = false;
        this.#repaired += String.fromCharCode(lost.first, lost.second);
        this.#gain -= lost.cost - transitionCost(lost.second, next) + price;
        this.#lastRepaired = lost.second;
        return true;
      }
    }
    if (!isPlain) return false;
    this.#repaired += String.fromCharCode(plain);
    this.#gain -= own;
    this.#lastRepaired = plain;
    return true;
  }

  // What the next character will be, unless bytes are lost there.
  #peek(i: number, lead: number): number {
    if (lead < 0x80) return lead;
    const unit = i < this.#text.length ? this.#text.charCodeAt(i) : 0;
    const byte = isTrailByte(unit) ? unit : unit > 0x7f ? this.#table.pairOf[unit]! >> 8 : 0;
    const char = this.#table.unitOf[(lead << 8) | byte]!;
    return char > 0 && !isPrivate(char) ? char : 0x0a;
  }

  #offer(
    end: number,
    tail: number,
    closed: boolean,
    verified: boolean,
    extra: string,
    last: number,
    price: number,
  ): void {
    const next = end < this.#text.length ? this.#text.charCodeAt(end) : 0x0a;
    const gain = this.#gain - price - transitionCost(last, next);
    if (!this.best || gain > this.best.gain)
      this.best = { end, tail, text: this.#repaired + extra, closed, verified, gain };
  }
}

// What the damaged text costs from `last` over `unit` to what follows at `end`.
const damage = (last: number, unit: number, text: string, end: number): number =>
  transitionCost(last, unit) + transitionCost(unit, end < text.length ? text.charCodeAt(end) : 0x0a);

interface LostTrail {
  readonly char: number;
  readonly end: number;
  readonly price: number;
}

// The trail byte of the last character is gone, or stands as "?" that may have eaten an ASCII character. A reading
// that was inserted after it names it.
function lostTrail(text: string, at: number, lead: number, previous: number): LostTrail | undefined {
  const { unitOf } = gbk();
  const isLostByte = text[at] === '?' || text[at] === '\ufffd';
  const open = text[at] === '(' ? at : isLostByte && text[at + 1] === '(' ? at + 1 : isLostByte ? at : -1;
  const gloss = open < 0 ? undefined : readingAt(text, open);
  const end = gloss ? gloss.end : isLostByte ? at + 1 : at;
  const next = end < text.length ? text.charCodeAt(end) : 0x0a;
  let best: LostTrail | undefined;
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    const char = unitOf[(lead << 8) | trail]!;
    if (char === 0 || isPrivate(char) || (gloss && !canRead(char, gloss.reading))) continue;
    const price = transitionCost(previous, char) + (gloss ? -READING_AGREES : GUESS);
    if (!best || price + transitionCost(char, next) < best.price + transitionCost(best.char, next))
      best = { char, end, price };
  }
  return best;
}

// ，。、“”；：？！ and their like may be in step again after a loss, or be debris themselves.
const isMark = (unit: number): boolean =>
  (unit >= 0x3000 && unit <= 0x3020) || unit >= 0xff01 || unit < 0x2e80;
