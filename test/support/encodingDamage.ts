// Damages clean text as the world does: bytes decoded with the wrong table, and the byte-level filter of scraped pages
// (readings inserted after certain characters, ！；？ replaced wherever their bytes stand). Used by tests and by
// test/bench/encoding.ts; the repairs share no code with it.
import iconv from 'iconv-lite';
import { pinyin } from 'pinyin-pro';

/** Names as in core/encoding/pairs.ts. */
export interface WrongTurn {
  readonly was: 'UTF-8' | 'GBK' | 'Big5' | 'Shift_JIS';
  readonly readAs: 'GBK' | 'Big5' | 'Windows-1252';
}

const ICONV = { 'UTF-8': 'utf8', GBK: 'gbk', Big5: 'cp950', Shift_JIS: 'shiftjis' } as const;

/** The text as a program shows it that takes its bytes for another encoding; U+FFFD where that has no character. */
export function misread(text: string, { was, readAs }: WrongTurn): string {
  return decodeAs(iconv.encode(text, ICONV[was]), readAs);
}

const decodeAs = (bytes: Uint8Array, readAs: WrongTurn['readAs']): string =>
  readAs === 'Windows-1252'
    ? new TextDecoder('windows-1252').decode(bytes)
    : iconv.decode(Buffer.from(bytes), readAs === 'GBK' ? 'gb18030' : 'cp950');

/** What becomes of a byte that makes no character: U+FFFD, "?", or nothing. */
export type Loss = 'replaced' | 'question' | 'dropped';

export const encodeAs = (text: string, encoding: WrongTurn['was']): Buffer =>
  iconv.encode(text, ICONV[encoding]);

/** Bytes as a program shows them that takes them for `readAs`. */
export function readBytes(bytes: Uint8Array, readAs: WrongTurn['readAs'], loss: Loss): string {
  const text = decodeAs(bytes, readAs);
  return loss === 'replaced' ? text : text.replaceAll('\ufffd', loss === 'question' ? '?' : '');
}

/** True when `was` can write the text and the wrong reading kept every byte. */
export function survives(text: string, turn: WrongTurn): boolean {
  if (!isWritable(text, turn.was)) return false;
  const damaged = misread(text, turn);
  if (damaged.includes('\ufffd')) return false;
  if (turn.readAs === 'Windows-1252') return true;
  const back = iconv.encode(damaged, turn.readAs === 'GBK' ? 'gbk' : 'cp950');
  return back.equals(iconv.encode(text, ICONV[turn.was]));
}

/** True when an encoding has every character of the text. */
export const isWritable = (text: string, encoding: WrongTurn['was']): boolean =>
  iconv.decode(iconv.encode(text, ICONV[encoding]), ICONV[encoding]) === text;

export interface Filter {
  /** The characters that get their reading after them. */
  readonly glossed: string;
  /** Whether the bytes of ！；？ are replaced, blind to where characters begin. */
  readonly cutsMarks: boolean;
  /** What becomes of a byte without its partner: dropped, or "?" that eats an ASCII character after it. */
  readonly lost: 'dropped' | 'question';
  /** Whether ，：；？！（） end up half-width. */
  readonly folds: boolean;
}

/** The text after the filter: GBK bytes, replaced blindly, decoded with losses, folded. */
export function filter(text: string, options: Filter): string {
  let bytes = [...iconv.encode(text, 'gbk')];
  const readings = new Map(
    [...options.glossed].map(char => [pairOf(char), pinyin(char, { toneType: 'symbol' })]),
  );
  bytes = insertReadings(bytes, readings);
  if (options.cutsMarks) bytes = cutMarks(bytes);
  const decoded = decode(bytes, options.lost);
  return options.folds
    ? decoded.replace(/[\uff01-\uff5e]/g, c => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    : decoded;
}

const pairOf = (char: string): number => {
  const [lead = 0, trail = 0] = iconv.encode(char, 'gbk');
  return (lead << 8) | trail;
};

function insertReadings(bytes: readonly number[], readings: ReadonlyMap<number, string>): number[] {
  const out: number[] = [];
  for (let i = 0; i < bytes.length; i++) {
    const reading = readings.get((bytes[i]! << 8) | (bytes[i + 1] ?? 0));
    out.push(bytes[i]!);
    if (reading === undefined) continue;
    out.push(bytes[++i]!, ...iconv.encode(`(${reading})`, 'gbk'));
  }
  return out;
}

/** ASCII marks beyond the range of bytes, so that decoding can tell them from the text's own. */
const CUT = new Map([
  [0xa3a1, 0x121],
  [0xa3bb, 0x13b],
  [0xa3bf, 0x13f],
]);

function cutMarks(bytes: readonly number[]): number[] {
  const out: number[] = [];
  for (let i = 0; i < bytes.length; i++) {
    const mark = CUT.get((bytes[i]! << 8) | (bytes[i + 1] ?? 0));
    if (mark === undefined) out.push(bytes[i]!);
    else {
      out.push(mark);
      i++;
    }
  }
  return out;
}

function decode(bytes: readonly number[], lost: Filter['lost']): string {
  let out = '';
  for (let i = 0; i < bytes.length; i++) {
    const first = bytes[i]!;
    if (first > 0xff) {
      out += String.fromCharCode(first - 0x100 + 0xfee0);
      continue;
    }
    if (first < 0x80) {
      out += String.fromCharCode(first);
      continue;
    }
    const second = bytes[i + 1] ?? 0x0a;
    const isPair = second >= 0x40 && second <= 0xfe && second !== 0x7f;
    const char = isPair ? iconv.decode(Buffer.from([first, second]), 'gbk') : '\ufffd';
    if (char !== '\ufffd' && char.length === 1) {
      out += char;
      i++;
    } else if (lost === 'question') {
      out += '?';
      if (second < 0x80 && second !== 0x0a) i++;
      else if (isPair) i++;
    } else if (isPair) i++;
  }
  return out;
}
