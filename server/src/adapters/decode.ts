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
      const text = strict.decode(body);
      // UTF-16 of Latin text is valid UTF-8 as well, half of it NUL.
      if (encoding !== 'auto' || !isHalfNul(body)) return { text, facts: { hasBom, encoding: 'utf-8' } };
    } catch {
      // Not UTF-8.
    }
  }
  return import('./legacyEncodings.ts').then(({ decodeLegacy }) => decodeLegacy(bytes, encoding));
}

const strict = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });

const isUtf8Name = (name: string): boolean => /^(?:auto|utf-?8)$/i.test(name);
const startsAsUtf16 = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);

function isHalfNul(bytes: Uint8Array): boolean {
  const end = Math.min(bytes.length, 1024);
  let nul = 0;
  for (let i = 0; i < end; i++) if (bytes[i] === 0) nul++;
  return nul > end / 4 && end > 3;
}
