// What a misreading cannot help showing. Before the character model is asked about a stretch, its bytes are looked at:
// UTF-8 has a structure that other bytes hardly ever have twice, and one double-byte table taken for another makes
// rare characters of common ones.
import { isCommonHan, isFrequentHan } from '../language/commonHan.ts';
import { crossings } from './crossings.ts';
import { encode, LOSS, latinByte, type Pair, readToken, type Token, tableOf } from './pairs.ts';
import { isTableLetter } from './prices.ts';

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
  point < 0x800 ? latinByte()[point]! > 0 || isTableLetter(point) : point < 0xa000 || point >= 0xe000;

const isMarkOrKana = (unit: number): boolean =>
  (unit >= 0x3001 && unit < 0x3100) || (unit >= 0xff01 && unit < 0xff5f);

function turnsCommon({ was, readAs }: Pair, text: string, from: number, to: number): boolean {
  if (was === 'UTF-8' || readAs === 'Windows-1252') return true;
  const { pairOf } = tableOf(readAs);
  const { unitOf } = tableOf(was);
  // Read in step, and one byte late, as it is where the first byte was lost, up to an ASCII letter.
  const inStep = new Balance();
  const late = new Balance();
  let trail = 0;
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    // A loss shows that something happened to the bytes here.
    if (unit === 0xfffd) return true;
    const isAscii = unit < 0x80;
    const pair = isAscii ? 0 : pairOf[unit]!;
    const across = trail === 0 ? 0 : unitOf[(trail << 8) | (isAscii ? unit : pair >> 8)]!;
    if (isAscii) {
      if (trail > 0 && across > 0 && unit >= 0x40) {
        late.add(GLUED, across);
        if (late.sum > inStep.sum) inStep.follow(late);
      }
      late.clear();
    } else {
      const said = crossings()[unit]!;
      if (trail > 0) late.add(said, across);
      inStep.add(said, unitOf[pair]!);
    }
    trail = pair & 0xff;
    if (inStep.isEnough || late.isEnough) return true;
  }
  return false;
}

/** In half nats, as what characters say in crossings.ts: what a letter says that ends a run one byte late. */
const GLUED = 8;
/** What speaks against a reading: an ordinary character in what stands there, an uncommon one in what is read. */
const ORDINARY = 1;
const UNCOMMON = 4;
const ENOUGH = 9;

/** What the characters side by side say for a reading. */
class Balance {
  sum = 0;
  #read = 0;

  get isEnough(): boolean {
    return this.sum >= ENOUGH && this.#read >= FEWEST;
  }

  /** A character that says `said` for the reading, and would be read as `read`, or 0 for nothing. */
  add(said: number, read: number): void {
    const isFrequent = isFrequentHan(read) || isMarkOrKana(read);
    if (!isFrequent && !isCommonHan(read)) {
      this.clear();
      return;
    }
    this.sum = Math.max(0, this.sum + (said > 0 ? said : -ORDINARY) - (isFrequent ? 0 : UNCOMMON));
    this.#read = this.sum > 0 ? this.#read + 1 : 0;
  }

  clear(): void {
    this.sum = 0;
    this.#read = 0;
  }

  follow(other: Balance): void {
    this.sum = other.sum;
    this.#read = other.#read;
  }
}
