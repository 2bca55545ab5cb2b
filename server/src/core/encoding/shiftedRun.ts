// A run of GBK text that was read one byte late, read again in step. `lead` is the byte that is still without its
// partner when the run begins; each character of the run gives its first byte to it and leaves its second one.
// The walk is deterministic, so it is linear; only where bytes are lost does the character model choose.
import { transitionCost } from '../language/bigrams.ts';
import { readingAt } from './gloss.ts';
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
  const { unitOf, pairOf } = gbk();
  const limit = Math.min(text.length, from + LONGEST);
  let best: RunEnd | undefined;
  let pending = lead;
  let repaired = '';
  let gain = 0;
  let lastRepaired = previous;
  let lastDamaged = visible;
  const offer = (
    end: number,
    tail: number,
    closed: boolean,
    extra: string,
    last: number,
    price: number,
  ): void => {
    const next = end < text.length ? text.charCodeAt(end) : 0x0a;
    const total = gain - price - transitionCost(last, next);
    if (!best || total > best.gain) best = { end, tail, text: repaired + extra, closed, gain: total };
  };
  for (let i = from; i <= limit; i++) {
    const unit = i < text.length ? text.charCodeAt(i) : 0;
    if (unit >= 0x40 && unit <= 0x7e) {
      const char = unitOf[(pending << 8) | unit]!;
      if (char === 0 || isPrivate(char)) break;
      const gloss = text[i + 1] === '(' ? readingAt(text, i + 1) : undefined;
      const agrees = gloss !== undefined && canRead(char, gloss.reading);
      const end = agrees ? gloss.end : i + 1;
      gain += damage(lastDamaged, unit, text, end) - transitionCost(lastRepaired, char);
      offer(end, agrees ? i : end, true, String.fromCharCode(char), char, agrees ? -READING_AGREES : 0);
      break;
    }
    const pair = unit > 0x7f ? pairOf[unit]! : 0;
    if (pair === 0 || isMark(unit)) {
      const lost = lostTrail(text, i, pending, lastRepaired);
      if (lost) {
        const dropped = damage(lastDamaged, unit, text, lost.end);
        gain += dropped;
        offer(lost.end, lost.end, false, String.fromCharCode(lost.char), lost.char, lost.price);
        gain -= dropped;
      }
      if (pair === 0) break;
    }
    const first = pair >> 8;
    const second = pair & 0xff;
    const char = unitOf[(pending << 8) | first]!;
    if (char === 0 || isPrivate(char)) break;
    repaired += String.fromCharCode(char);
    gain += transitionCost(lastDamaged, unit) - transitionCost(lastRepaired, char);
    lastDamaged = unit;
    lastRepaired = char;
    pending = second;
    if (second < 0x80) {
      // The run had swallowed an ASCII character, which stands on its own again.
      gain += transitionCost(lastDamaged, text.charCodeAt(i + 1) || 0x0a);
      offer(i + 1, i + 1, true, String.fromCharCode(second), second, transitionCost(char, second));
      break;
    }
    if (gain < (best?.gain ?? 0) - GIVE_UP) break;
  }
  return best;
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

const isPrivate = (unit: number): boolean => unit >= 0xe000 && unit <= 0xf8ff;
// ，。、“”；：？！ and their like may be in step again after a loss, or be debris themselves.
const isMark = (unit: number): boolean =>
  (unit >= 0x3000 && unit <= 0x3020) || unit >= 0xff01 || unit < 0x2e80;
