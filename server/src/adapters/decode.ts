// Bytes → text. The only place, with legacyEncodings.ts behind it, that knows about encodings; the core sees text and
// facts about the bytes. Valid UTF-8 leaves here at once; the detector and its tables are loaded for other files only.
import { type Decoded, hasUtf8Bom } from './decoded.ts';

export type { Decoded } from './decoded.ts';

export interface DecodeOptions {
  /** `auto` or undefined detects; any other name is taken at its word. */
  readonly encoding?: string | undefined;
}

/** Never throws or rejects: what cannot be decoded becomes U+FFFD, with the place of the first one in the facts. */
export function decode(bytes: Uint8Array, options: DecodeOptions = {}): Decoded | Promise<Decoded> {
  const { encoding = 'auto' } = options;
  if (isUtf8Name(encoding) && !startsAsUtf16(bytes)) {
    const hasBom = hasUtf8Bom(bytes);
    const body = hasBom ? bytes.subarray(3) : bytes;
    try {
      const { text, codes } = decodeUtf8(body);
      // UTF-16 of Latin text is valid UTF-8 as well, half of it NUL.
      if (encoding !== 'auto' || !isHalfNul(body))
        return { text, codes, facts: { hasBom, encoding: 'utf-8' } };
    } catch {
      // Not UTF-8.
    }
  }
  return import('./legacyEncodings.ts').then(({ decodeLegacy }) => decodeLegacy(bytes, encoding));
}

/** Bytes; longer texts are left to the platform, which needs no second copy of them. */
const LARGEST = 1 << 20;

/**
 * Throws where the bytes are not UTF-8. TextDecoder takes 6 ns for a byte of Han; checking the bytes and transcoding
 * them, which node does many at a time, takes a tenth of that.
 */
function decodeUtf8(bytes: Uint8Array): Pick<Decoded, 'text' | 'codes'> {
  if (buffers?.transcode === undefined || bytes.length > LARGEST) return { text: strict.decode(bytes) };
  if (!buffers.isUtf8(bytes)) throw new TypeError('not UTF-8');
  const units = buffers.transcode(bytes, 'utf8', 'utf16le');
  // Text of ASCII alone is kept in one byte for a character.
  const isAscii = units.length === 2 * bytes.length;
  const text = isAscii ? strict.decode(bytes) : units.toString('utf16le');
  return units.byteOffset % 2 === 0
    ? { text, codes: new Uint16Array(units.buffer, units.byteOffset, units.length / 2) }
    : { text };
}

/** Of node, built with ICU; a browser has none. The values of a big-endian machine are not what its strings are made of. */
const buffers =
  typeof process === 'object' && isLittleEndian() ? process.getBuiltinModule?.('node:buffer') : undefined;

function isLittleEndian(): boolean {
  return new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
}

const strict = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });

const isUtf8Name = (name: string): boolean => /^(?:auto|utf-?8)$/i.test(name);
const startsAsUtf16 = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);

function isHalfNul(bytes: Uint8Array): boolean {
  if (!bytes.includes(0)) return false;
  const end = Math.min(bytes.length, 1024);
  let nul = 0;
  for (let i = 0; i < end; i++) if (bytes[i] === 0) nul++;
  return nul > end / 4 && end > 3;
}
