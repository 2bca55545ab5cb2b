// Which wrong turns a text can have taken: bytes of one encoding decoded as another. A new pair is a row here.
import { characterCost } from '../language/bigrams.ts';
import { lazyTable } from '../text/unpack.ts';
import { big5, type DoubleByteTable, gbk, shiftJis } from './tables.ts';

/** What the bytes really were. */
export type Source = 'UTF-8' | 'GBK' | 'Big5' | 'Shift_JIS';
/** What they were taken for. Windows-1252 stands for Latin-1 too. */
export type Reading = 'GBK' | 'Big5' | 'Windows-1252';

export interface Pair {
  readonly was: Source;
  readonly readAs: Reading;
}

export const PAIRS: readonly Pair[] = [
  { was: 'UTF-8', readAs: 'Windows-1252' },
  { was: 'UTF-8', readAs: 'GBK' },
  { was: 'UTF-8', readAs: 'Big5' },
  { was: 'GBK', readAs: 'Windows-1252' },
  { was: 'Big5', readAs: 'Windows-1252' },
  { was: 'GBK', readAs: 'Big5' },
  { was: 'Big5', readAs: 'GBK' },
  { was: 'Shift_JIS', readAs: 'GBK' },
];

export const describePair = ({ was, readAs }: Pair): string => `${was} → ${readAs}`;

/** A byte that no encoding uses, for a character that the reading cannot have produced. */
export const NO_BYTE = 0xff;
/** The same for U+FFFD where the bytes were UTF-8: bytes are known to be missing there. */
export const LOSS = 0xfe;

const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Byte of each code unit under Windows-1252, C1 controls included as Latin-1 has them; 0 where there is none. */
export const latinByte = lazyTable('windows-1252', () => {
  const bytes = new Uint8Array(0x10000);
  for (let unit = 1; unit <= 0xff; unit++) bytes[unit] = unit;
  for (let i = 0; i < WINDOWS_1252.length; i++) bytes[WINDOWS_1252.charCodeAt(i)] = 0x80 + i;
  return bytes;
});

export interface Encoded {
  readonly bytes: Uint8Array;
  readonly size: number;
  /** For each byte offset: index of the character that starts there, counted from the region's start; or -1. */
  readonly charAt: Int32Array;
}

/** The bytes that a decoder must have seen to produce `text[start, end)`. */
export function encode(text: string, start: number, end: number, { was, readAs }: Pair): Encoded {
  const bytes = new Uint8Array((end - start) * 2 + 1);
  const charAt = new Int32Array((end - start) * 2 + 2).fill(-1);
  let size = 0;
  const pairOf = readAs === 'Windows-1252' ? undefined : tableOf(readAs).pairOf;
  const latin = pairOf ? undefined : latinByte();
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    charAt[size] = i - start;
    if (unit < 0x80) bytes[size++] = unit;
    else if (unit === 0xfffd) bytes[size++] = was === 'UTF-8' ? LOSS : NO_BYTE;
    else if (latin) bytes[size++] = latin[unit] || NO_BYTE;
    else {
      const pair = pairOf![unit]!;
      if (unit === 0x20ac && readAs === 'GBK' && !isPairOfEuro(bytes, size, text.charCodeAt(i + 1)))
        bytes[size++] = 0x80;
      else if (pair === 0) bytes[size++] = NO_BYTE;
      else {
        bytes[size++] = pair >> 8;
        bytes[size++] = pair & 0xff;
      }
    }
  }
  charAt[size] = end - start;
  return { bytes, size, charAt };
}

// Decoders of GBK show both the byte 80 and, since GB18030, the pair A2E3 as €. In UTF-8 the pair can only be the last byte
// of one character and the lead byte of the next, so two continuation bytes follow it; but the clean character behind a
// span may look like those, too.
function isPairOfEuro(bytes: Uint8Array, size: number, next: number): boolean {
  const pair = gbk().pairOf[next]!;
  const [first, second] = [pair >> 8, pair & 0xff];
  if ((first & 0xc0) !== 0x80 || (second & 0xc0) !== 0x80) return false;
  const last = bytes[size - 1] ?? 0;
  const before = bytes[size - 2] ?? 0;
  if ((last & 0xc0) !== 0x80 || before < 0xe0 || before >= 0xf0) return false;
  const block = ((before & 0xf) << 12) | ((last & 0x3f) << 6);
  const asPair =
    characterCost(block | 0x22) + characterCost(0x3000 | ((first & 0x3f) << 6) | (second & 0x3f));
  return asPair < characterCost(block) + characterCost(next);
}

export const tableOf = (name: 'GBK' | 'Big5' | 'Shift_JIS'): DoubleByteTable =>
  name === 'GBK' ? gbk() : name === 'Big5' ? big5() : shiftJis();

/** One character read from bytes: its code point and how many bytes it took; 0 bytes where none can be read. */
export interface Token {
  point: number;
  size: number;
}

/** Reads the character of encoding `was` at `at` into `token`. */
export function readToken(was: Source, { bytes, size }: Encoded, at: number, token: Token): void {
  const first = bytes[at]!;
  token.size = 0;
  if (first < 0x80) {
    token.point = first;
    token.size = 1;
  } else if (was === 'UTF-8') readUtf8(bytes, size, at, first, token);
  else {
    const second = at + 1 < size ? bytes[at + 1]! : 0;
    token.point = first === NO_BYTE ? 0 : tableOf(was).unitOf[(first << 8) | second]!;
    // Shift_JIS has half-width kana in single bytes; reports do not, and rare ideographs would look like them.
    if (token.point > 0) token.size = 2;
  }
}

function readUtf8(bytes: Uint8Array, size: number, at: number, first: number, token: Token): void {
  const length = first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  if (first < 0xc2 || length === 0 || at + length > size) return;
  let point = first & (0xff >> (length + 1));
  for (let i = 1; i < length; i++) {
    const next = bytes[at + i]!;
    if ((next & 0xc0) !== 0x80) return;
    point = (point << 6) | (next & 0x3f);
  }
  if ((length === 3 && (point < 0x800 || (point >= 0xd800 && point <= 0xdfff))) || point > 0x10ffff) return;
  if (length === 4 && point < 0x10000) return;
  token.point = point;
  token.size = length;
}
