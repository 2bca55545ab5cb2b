// What readings of damaged text pay beside the price of their characters, in nats.
import { LOSS, latinByte } from './pairs.ts';

/** Price of a byte that fits nothing; it becomes U+FFFD. */
export const LOST = 16;
/** The same for the first byte of a span, which often is the last one of a character that was cut. */
export const LOST_HEAD = 7;
export const REPLACEMENT = 0xfffd;

/** Price of entering or leaving a damaged span. */
const SWITCH = 4;
/** The same where a byte was lost: damage often ends where it cut a character. */
const SWITCH_AT_LOSS = 1;
/** The same at "?", which some decoders put for what they cannot read. */
const SWITCH_AT_MARK = 2;

export const switchAt = (unit: number): number =>
  unit === REPLACEMENT ? SWITCH_AT_LOSS : unit === 0x3f ? SWITCH_AT_MARK : SWITCH;

/** What a single ASCII letter or sign between two Han costs beside its own price: there it may be a last byte. */
export const GLUED = 3;
export const IDEOGRAPHS = 0x2e80;

export const isGlue = (unit: number): boolean => unit >= 0x40 && unit <= 0x7e;

export const isGlued = (text: string, at: number): boolean =>
  isGlue(text.charCodeAt(at)) && text.charCodeAt(at - 1) >= IDEOGRAPHS;

/** What a letter of two bytes costs beside its own price that neither Chinese text nor Windows-1252 has. */
export const ODD_LETTER = 6;

/** Greek and Cyrillic, which the double-byte tables have. */
export const isTableLetter = (unit: number): boolean => unit >= 0x391 && unit <= 0x451;

export const isOdd = (unit: number): boolean =>
  unit > 0xff && unit < 0x800 && latinByte()[unit] === 0 && !isTableLetter(unit);

export const lastUnit = (point: number): number => (point > 0xffff ? 0xdc00 | (point & 0x3ff) : point);
export const firstUnit = (point: number): number =>
  point > 0xffff ? 0xd800 | ((point - 0x10000) >> 10) : point;

/** True for a byte that may be what is left of a character of two. */
export const isHead = (byte: number): boolean => byte >= 0x40 && byte < LOSS;
