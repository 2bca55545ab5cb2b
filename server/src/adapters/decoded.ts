// What decoding gives, for the quick path and the detector alike.
import type { ByteFacts } from '../core/index.ts';

export interface Decoded {
  /** The text after a leading byte order mark. */
  readonly text: string;
  /** The code units of `text`, where decoding has made them on its way. */
  readonly codes?: Uint16Array | undefined;
  readonly facts: ByteFacts;
}

export const hasUtf8Bom = (bytes: Uint8Array): boolean =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
