// Bytes → text. The only place that knows about encodings; the core sees text and facts about the bytes.
import type { ByteFacts } from '../core/index.ts';

export interface DecodeOptions {
  /** `auto` or undefined detects; any other name is taken at its word. */
  readonly encoding?: string | undefined;
}

export interface Decoded {
  /** The text after a leading byte order mark. */
  readonly text: string;
  readonly facts: ByteFacts;
}

/** Never throws: what cannot be decoded comes back as U+FFFD, with the place of the first one in the facts. */
export function decode(bytes: Uint8Array, _options: DecodeOptions = {}): Decoded {
  const hasBom = bytes.length >= 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const body = hasBom ? bytes.subarray(3) : bytes;
  return { text: utf8.decode(body), facts: { hasBom, encoding: 'utf-8' } };
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
