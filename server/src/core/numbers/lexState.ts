// What the readers of the quantity lexer share.
import { isAsciiLetter } from '../text/charClass.ts';
import { LITERAL_KINDS, type LiteralKind } from './literals.ts';
import { type QuantityBuilder, QuantityKind } from './quantities.ts';

/** What follows a figure; filled by `readTail`, one object per pass. */
export interface Tail {
  unit: number;
  valueEnd: number;
  end: number;
  flags: number;
}

/** Where reading happens: the bounds are those of one stretch of prose. */
export interface LexState {
  readonly text: string;
  /** Start and end of the stretch; nothing outside is read as part of a quantity. */
  from: number;
  limit: number;
  /** End of the last quantity: the next one does not reach back over it. */
  last: number;
  readonly out: QuantityBuilder;
  readonly tail: Tail;
}

export const isDigitUnit = (unit: number): boolean =>
  (unit >= 0x30 && unit <= 0x39) || (unit >= 0xff10 && unit <= 0xff19);

/** True when the character before `at` continues a word of letters, as in A4 or COVID-19. */
export function followsLetters(state: LexState, at: number): boolean {
  if (at <= state.from) return false;
  const before = state.text.charCodeAt(at - 1);
  if (isAsciiLetter(before) || before === 0x5f) return true;
  return (
    (before === 0x2d || before === 0x2f || before === 0xb7) &&
    at - 2 >= state.from &&
    isAsciiLetter(state.text.charCodeAt(at - 2))
  );
}

/** Adds a name-like figure and returns its end. */
export function literal(state: LexState, start: number, end: number, kind: LiteralKind): number {
  state.out.add(start, end, end, QuantityKind.Literal, LITERAL_KINDS.indexOf(kind), 0);
  return end;
}
