/** What the byte stage learnt about a file; the core never sees bytes. All offsets and lengths are in bytes. */
export interface ByteFacts {
  /** True when the file starts with a byte order mark. */
  readonly hasBom: boolean;
  /** The encoding the text was decoded with, by its WHATWG or IANA name. */
  readonly encoding: string;
  /** Present when the bytes are not valid UTF-8. */
  readonly undecodable?: {
    /** Byte offset of the first invalid sequence, and its position in the decoded text (UTF-16 code units). */
    readonly byteOffset: number;
    readonly textOffset: number;
    /** The likeliest encoding, or undefined where no candidate decodes the file sensibly. */
    readonly likely: string | undefined;
    /** Why, in one phrase without language: scores and counts. */
    readonly evidence: string;
    /** Parts of a file that mixes encodings, in order. */
    readonly parts?: readonly { readonly start: number; readonly end: number; readonly encoding: string }[];
  };
}
