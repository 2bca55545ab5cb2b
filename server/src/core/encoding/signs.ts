// What a misreading cannot help showing. Before the character model is asked about a stretch, its bytes are looked at:
// UTF-8 has a structure that other bytes hardly ever have twice, and one double-byte table taken for another makes
// rare characters of common ones.
import { isCommonHan } from '../language/commonHan.ts';
import { encode, LOSS, latinByte, type Pair, readToken, type Token, tableOf } from './pairs.ts';
import { isRare } from './suspicion.ts';

/** Fewest characters that must be there to be read; a span of fewer is never accepted. */
const FEWEST = 2;

/** True when bytes of `pair.was` can have made part of `text[from, to)`, all of it characters of a double-byte table. */
export function showsSigns(pair: Pair, text: string, from: number, to: number): boolean {
  return pair.was === 'UTF-8' ? hasUtf8(pair, text, from, to) : turnsCommon(pair, text, from, to);
}

/** Share of the bytes beyond ASCII that must be such as UTF-8 has in Chinese text. */
const SUCH_BYTES = 0.97;

/** True when `text[from, to)` shows bytes of UTF-8 under Big5 through its losses: lead bytes of Chinese, and what follows. */
export function isLostUtf8(text: string, from: number, to: number): boolean {
  const { bytes, size } = encode(text, from, to, { was: 'UTF-8', readAs: 'Big5' });
  let high = 0;
  let leads = 0;
  let inner = 0;
  for (let at = 0; at < size; at++) {
    const byte = bytes[at]!;
    if (byte < 0x80 || byte >= LOSS) continue;
    high++;
    if (byte < 0xc0) inner++;
    else if ((byte >= 0xe2 && byte <= 0xe9) || byte === 0xef) leads++;
  }
  return leads * 6 > high && inner * 6 > high && leads + inner >= high * SUCH_BYTES;
}

// Two characters side by side: a span with a byte that fits nothing between each two is never plausible.
function hasUtf8(pair: Pair, text: string, from: number, to: number): boolean {
  const encoded = encode(text, from, to, pair);
  const { bytes, size } = encoded;
  const token: Token = { point: 0, size: 0 };
  let run = 0;
  for (let at = 0; at < size; ) {
    const first = bytes[at]!;
    if (first < 0x80 || first >= LOSS) {
      at++;
      continue;
    }
    readToken('UTF-8', encoded, at, token);
    if (token.size > 1 && mayBeMeant(token.point)) {
      run++;
      at += token.size;
    } else if (first >= 0xe3 && first <= 0xe9 && isContinuation(bytes, size, at + 1)) {
      // A character whose last byte is missing, with what a decoder may have put for it.
      run++;
      at += at + 2 < size && isLoss(bytes[at + 2]) ? 3 : 2;
    } else if (
      isLoss(bytes[at - 1]) &&
      isContinuation(bytes, size, at) &&
      isContinuation(bytes, size, at + 1)
    ) {
      // One whose first byte is missing.
      run++;
      at += 2;
    } else {
      run = 0;
      at++;
    }
    if (run >= FEWEST) return true;
  }
  return false;
}

const isLoss = (byte: number | undefined): boolean => byte === 0x3f || byte === LOSS;
const isContinuation = (bytes: Uint8Array, size: number, at: number): boolean =>
  at < size && (bytes[at]! & 0xc0) === 0x80;

// What a repair can consist of: Chinese and its marks, or what a first misreading has made of them.
const mayBeMeant = (point: number): boolean =>
  point < 0x800 ? latinByte()[point]! > 0 : point < 0xa000 || point >= 0xe000;

const isMarkOrKana = (unit: number): boolean =>
  (unit >= 0x3001 && unit < 0x3100) || (unit >= 0xff01 && unit < 0xff5f);

function turnsCommon({ was, readAs }: Pair, text: string, from: number, to: number): boolean {
  if (was === 'UTF-8' || readAs === 'Windows-1252') return true;
  const { pairOf } = tableOf(readAs);
  const { unitOf } = tableOf(was);
  // Read in step, and one byte late, where the first byte is lost.
  let inStep = 0;
  let late = 0;
  let trail = 0;
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    // A loss shows that something happened to the bytes here.
    if (unit === 0xfffd) return true;
    const pair = unit < 0x80 ? 0 : pairOf[unit]!;
    const across = trail === 0 ? 0 : unitOf[(trail << 8) | (pair > 0 ? pair >> 8 : unit & 0xff)]!;
    late = weighed(late, unit, trail === 0 || unit < 0x80 ? -1 : across);
    trail = pair & 0xff;
    if (unit >= 0x80) inStep = weighed(inStep, unit, unitOf[pair]!);
    if (inStep >= FEWEST || late >= FEWEST) return true;
  }
  return false;
}

// The balance after one more character, which would be read as `read`: 0 for nothing, -1 for what says nothing.
function weighed(balance: number, unit: number, read: number): number {
  if (read < 0) return balance;
  if (read === 0) return 0;
  const isCommon = isCommonHan(read) || isMarkOrKana(read);
  if (isRare(unit)) return isCommon ? balance + 1 : balance;
  return isCommon ? balance : Math.max(0, balance - UNLIKELY);
}

/** What a common character that would become a rare one speaks against the rare ones that would become common. */
const UNLIKELY = 0.5;
