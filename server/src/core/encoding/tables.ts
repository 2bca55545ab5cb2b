// Double-byte encodings as look-ups in both directions, decoded when a damaged span is first looked at.
import { lazyTable, readPacked } from '../text/unpack.ts';
import { BIG5, GBK, SHIFT_JIS } from './tables.gen.ts';

export interface DoubleByteTable {
  /** UTF-16 code unit of a pair `lead << 8 | trail`; 0 where the encoding has none. */
  readonly unitOf: Uint16Array;
  /** Pair of a code unit; 0 where the encoding has none. */
  readonly pairOf: Uint16Array;
}

/** GB18030's two-byte part: GBK with its user-defined areas as private-use characters. */
export const gbk = lazyTable('gbk', () => decode(GBK));
/** Big5 with the Hong Kong supplement. */
export const big5 = lazyTable('big5', () => decode(BIG5, 0xa1));
export const shiftJis = lazyTable('shift_jis', () => decode(SHIFT_JIS));

// `own` is the first lead byte of the standard itself: below it lie supplements, which repeat some of its characters.
function decode(packed: string, own = 0): DoubleByteTable {
  const unitOf = new Uint16Array(0x10000);
  const pairOf = new Uint16Array(0x10000);
  const reader = readPacked(packed);
  let unit = 0;
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const zigzag = reader.number() - 1;
      if (zigzag < 0) continue;
      unit += 1 + (zigzag & 1 ? -((zigzag + 1) >> 1) : zigzag >> 1);
      const pair = (lead << 8) | trail;
      unitOf[pair] = unit;
      // The standard's own pair wins where a character has two, else the first one, as encoders do.
      const known = pairOf[unit]!;
      if (known === 0 || (lead >= own && known >> 8 < own)) pairOf[unit] = pair;
    }
  }
  return { unitOf, pairOf };
}
