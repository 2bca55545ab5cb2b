// Files that are not UTF-8: which encoding they are in, and what they say. A guess is never taken from a table of byte
// frequencies alone; each candidate decodes a sample, and the character model says which result reads like text.
// A file may change encoding on the way (concatenated downloads): then each part is decoded by itself.
import iconv from 'iconv-lite';
import { type ByteFacts, textCost } from '../core/index.ts';
import { type Decoded, hasUtf8Bom } from './decoded.ts';
import { firstInvalid, type Part, splitByUtf8 } from './utf8Parts.ts';

const CANDIDATES = [
  'gb18030',
  'big5',
  'big5-hkscs',
  'shift_jis',
  'euc-kr',
  'utf-16le',
  'utf-16be',
  'windows-1252',
] as const;

/** Bytes that are decoded for a guess. */
const SAMPLE = 32_768;
/** Cost in nats of a byte that a candidate cannot decode. */
const INVALID = 12;
/** Cost in nats for a byte above which a result is no text. */
const HOPELESS = 7;

export interface Guess {
  readonly encoding: string;
  /** Nats for each byte: smaller is likelier. */
  readonly cost: number;
  readonly invalid: number;
}

/** Whether `decodeLegacy` knows an encoding of this name. */
export const isKnownEncoding = (name: string): boolean => iconv.encodingExists(name);

/** Decodes what is not plain UTF-8; `encoding` other than `auto` is taken at its word. */
export function decodeLegacy(bytes: Uint8Array, encoding = 'auto'): Decoded {
  const mark = byteOrderMark(bytes);
  const body = mark ? bytes.subarray(mark.size) : bytes;
  const hasBom = mark !== undefined;
  if (encoding !== 'auto') {
    const known = iconv.encodingExists(encoding) ? encoding : 'utf-8';
    return withFirstInvalid(toText(body, known), body, hasBom, known);
  }
  if (mark) return marked(body, mark.encoding);
  const parts = splitByUtf8(body);
  const foreign = parts.filter(part => !part.isUtf8);
  const guesses = guessEncoding(
    join(body, foreign.length > 0 && foreign.length < parts.length ? foreign : [whole(body)]),
  );
  const best = guesses[0]!;
  const isText = best.cost < HOPELESS;
  if (!isText || foreign.length === 0) {
    if (isText && isUtf16(best.encoding)) return wholly(body, hasBom, guesses);
    return broken(body, hasBom);
  }
  if (foreign.length === parts.length) return wholly(body, hasBom, guesses);
  return mixed(body, hasBom, parts, best);
}

/** The candidates, the likeliest first, judged on the start, the middle and the end of `bytes`. */
function guessEncoding(bytes: Uint8Array): Guess[] {
  const sample = sampleOf(bytes);
  return CANDIDATES.map(encoding => {
    const text = toText(sample, encoding);
    let invalid = 0;
    for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) === 0xfffd) invalid++;
    // Ties go to the narrower encoding, which stands first in the list only for Big5 and its supplement.
    const cost =
      (textCost(text) + invalid * INVALID + latinPenalty(encoding, text)) / Math.max(1, sample.length);
    return { encoding, cost, invalid };
  }).sort((a, b) => a.cost - b.cost);
}

// A table without gaps decodes anything; letters side by side from its upper half are hardly ever text.
function latinPenalty(encoding: string, text: string): number {
  if (encoding !== 'windows-1252') return 0;
  let runs = 0;
  for (let i = 1; i < text.length; i++)
    if (text.charCodeAt(i) > 0x7f && text.charCodeAt(i - 1) > 0x7f) runs++;
  return runs * 6;
}

/** The text and the proof that no byte is lost in it. */
export function recode(bytes: Uint8Array, encoding = 'auto'): { decoded: Decoded; isLossless: boolean } {
  const decoded = decodeLegacy(bytes, encoding);
  const { facts, text } = decoded;
  const mark = byteOrderMark(bytes);
  const body = mark ? bytes.subarray(mark.size) : bytes;
  // Half a surrogate pair passes through UTF-16 but has no place in UTF-8.
  if (Buffer.from(text).toString() !== text) return { decoded, isLossless: false };
  const { parts } = facts.undecodable ?? {};
  if (!parts) return { decoded, isLossless: toBytes(text, facts.encoding).equals(body) };
  const isLossless = parts.every(part => {
    const own = body.subarray(part.start, part.end);
    return toBytes(toText(own, part.encoding), part.encoding).equals(own);
  });
  return { decoded, isLossless };
}

function wholly(body: Uint8Array, hasBom: boolean, guesses: readonly Guess[]): Decoded {
  const { encoding } = guesses[0]!;
  const text = toText(body, encoding);
  const evidence = guesses
    .slice(0, 3)
    .map(guess => `${guess.encoding} ${guess.cost.toFixed(2)} nats/byte, ${guess.invalid} invalid`)
    .join('; ');
  const byteOffset = firstInvalid(body);
  const textOffset = Math.min(text.length, toText(body.subarray(0, byteOffset), encoding).length);
  return {
    text,
    facts: { hasBom, encoding, undecodable: { byteOffset, textOffset, likely: encoding, evidence } },
  };
}

function mixed(body: Uint8Array, hasBom: boolean, parts: readonly Part[], guess: Guess): Decoded {
  const named = parts.map(({ start, end, isUtf8 }) => ({
    start,
    end,
    encoding: isUtf8 ? 'utf-8' : guess.encoding,
  }));
  let text = '';
  let textOffset = -1;
  for (const part of named) {
    if (part.encoding !== 'utf-8' && textOffset < 0) textOffset = text.length;
    text += toText(body.subarray(part.start, part.end), part.encoding);
  }
  const byteOffset = firstInvalid(body);
  const evidence = `${guess.encoding} ${guess.cost.toFixed(2)} nats/byte, ${guess.invalid} invalid`;
  const undecodable = { byteOffset, textOffset, likely: guess.encoding, evidence, parts: named };
  return { text, facts: { hasBom, encoding: 'utf-8', undecodable } };
}

// What a byte order mark declares to be UTF-16 is no UTF-8 all the same.
function marked(body: Uint8Array, encoding: string): Decoded {
  const decoded = withFirstInvalid(toText(body, encoding), body, true, encoding);
  if (!isUtf16(encoding)) return decoded;
  const { undecodable } = decoded.facts;
  const evidence = undecodable ? `byte order mark; ${undecodable.evidence}` : 'byte order mark';
  const place = { byteOffset: 0, textOffset: 0, likely: encoding };
  return { ...decoded, facts: { ...decoded.facts, undecodable: { ...place, evidence } } };
}

// UTF-8 with sequences cut off, or with bytes that belong to nothing.
function broken(body: Uint8Array, hasBom: boolean): Decoded {
  const decoded = withFirstInvalid(toText(body, 'utf-8'), body, hasBom, 'utf-8');
  const { undecodable } = decoded.facts;
  if (!undecodable) return decoded;
  const isCut = undecodable.byteOffset >= body.length - 3 && body[undecodable.byteOffset]! >= 0xc2;
  const evidence = isCut ? 'UTF-8, last sequence truncated' : `UTF-8, ${undecodable.evidence}`;
  return { ...decoded, facts: { ...decoded.facts, undecodable: { ...undecodable, evidence } } };
}

function withFirstInvalid(text: string, body: Uint8Array, hasBom: boolean, encoding: string): Decoded {
  const isUtf8 = /^utf-?8$/i.test(encoding);
  const textOffset = text.indexOf('\ufffd');
  const byteOffset = isUtf8 ? firstInvalid(body) : -1;
  if (isUtf8 ? byteOffset >= body.length : textOffset < 0) return { text, facts: { hasBom, encoding } };
  const count = text.split('\ufffd').length - 1;
  const facts: ByteFacts = {
    hasBom,
    encoding,
    undecodable: {
      byteOffset: Math.max(0, byteOffset),
      textOffset: Math.max(0, textOffset),
      likely: isUtf8 ? undefined : encoding,
      evidence: `${count} invalid`,
    },
  };
  return { text, facts };
}

const toText = (bytes: Uint8Array, encoding: string): string =>
  encoding === 'utf-8'
    ? lenient.decode(bytes)
    : iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), tableOf(encoding), {
        stripBOM: false,
      });
// The supplement's encoder, unlike that of cp950, takes the standard's own pair where a character has two.
const toBytes = (text: string, encoding: string): Buffer => iconv.encode(text, encoding);
/** iconv-lite's "big5" has the Hong Kong supplement in it. */
const tableOf = (encoding: string): string => (encoding === 'big5' ? 'cp950' : encoding);
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

function byteOrderMark(bytes: Uint8Array): { encoding: string; size: number } | undefined {
  if (hasUtf8Bom(bytes)) return { encoding: 'utf-8', size: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', size: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', size: 2 };
  return undefined;
}

const isUtf16 = (encoding: string): boolean => encoding.startsWith('utf-16');
const whole = (bytes: Uint8Array): Part => ({ start: 0, end: bytes.length, isUtf8: false });

function join(bytes: Uint8Array, parts: readonly Part[]): Uint8Array {
  if (parts.length === 1) return bytes.subarray(parts[0]!.start, parts[0]!.end);
  return Buffer.concat(parts.map(part => bytes.subarray(part.start, part.end)));
}

// Whole characters of two bytes stay whole: the pieces start at even offsets.
function sampleOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= SAMPLE) return bytes;
  const third = (SAMPLE / 3) & ~1;
  const middle = (bytes.length >> 1) & ~1;
  const tail = (bytes.length - third) & ~1;
  return Buffer.concat([
    bytes.subarray(0, third),
    bytes.subarray(middle, middle + third),
    bytes.subarray(tail),
  ]);
}
