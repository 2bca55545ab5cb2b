// Characters as a transport writes them: =E6=B0=B4 and lines cut by "=" (quoted-printable, RFC 2045, 6.7), %E6%B0%B4
// (RFC 3986, 2.1), \u6c34 (JSON, RFC 8259, 7). In a report they are text that nobody decoded.
import type { Document } from '../document/document.ts';
import { isHan } from '../text/charClass.ts';

export interface Escaped {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: 'bytes' | 'units' | 'break';
}

/** Longest run, in code units, that is read as one. */
const LONGEST = 4000;
const BYTES = /(?:([=%])[0-9A-F]{2})(?:\1[0-9A-F]{2}|[=](?:\r\n|\r|\n))*/iy;
const UNITS = /(?:\\u[0-9a-f]{4})+/iy;

/** What is written at `at`, which holds "=", "%" or a backslash; undefined where it may be meant. */
export function escapeAt(doc: Document, at: number): Escaped | undefined {
  const { text } = doc;
  if (text[at] === '\\') return unitsAt(text, at);
  return (text[at] === '=' ? softBreakAt(doc, at) : undefined) ?? bytesAt(doc, at);
}

function unitsAt(text: string, at: number): Escaped | undefined {
  if (text[at + 1] !== 'u' || text[at - 1] === '\\') return undefined;
  UNITS.lastIndex = at;
  const run = UNITS.exec(text.slice(0, at + LONGEST))?.[0];
  if (!run || run.length < 12) return undefined;
  const decoded = run.replace(/\\u(.{4})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return isChinese(decoded) ? { start: at, end: at + run.length, text: decoded, kind: 'units' } : undefined;
}

function bytesAt(doc: Document, at: number): Escaped | undefined {
  const { text } = doc;
  const sign = text[at]!;
  // What follows a letter, a slash or a digit is a part of an address or of a formula.
  if (sign === '%' && /[\w/.?&#=-]/.test(text[at - 1] ?? '')) return undefined;
  const lead = text.charCodeAt(at + 1) | 0x20;
  if (lead !== 0x65) return sign === '=' ? plainByteAt(doc, at) : undefined;
  BYTES.lastIndex = at;
  const run = BYTES.exec(text.slice(0, at + LONGEST))?.[0];
  if (!run) return undefined;
  const bytes = [...run.matchAll(/[=%]([0-9A-F]{2})/gi)].map(match => Number.parseInt(match[1]!, 16));
  const { decoded, used } = decodeUtf8(bytes);
  if (!isChinese(decoded) || (used < bytes.length && /[\r\n]/.test(run))) return undefined;
  return {
    start: at,
    end: used === bytes.length ? at + run.length : at + used * 3,
    text: decoded,
    kind: 'bytes',
  };
}

// =20 and =3D, in a text that has lines cut by "=".
function plainByteAt(doc: Document, at: number): Escaped | undefined {
  const { text } = doc;
  const char = text.startsWith('=20', at) ? ' ' : text.startsWith('=3D', at) ? '=' : undefined;
  if (char === undefined || !doc.share(isQuotedPrintable)) return undefined;
  const isAtEnd = char === ' ' && /[\r\n]/.test(text[at + 3] ?? '\n');
  return { start: at, end: at + 3, text: isAtEnd ? '' : char, kind: 'bytes' };
}

/** A line that mail cut may end in anything; only one of Chinese text is evidence, as base64 and headings end in "=". */
const SOFT = /[\u3000-\u9fff\uff00-\uffef“”‘’—…·\d%A-Za-z,.;:]=(?:\r\n|\r|\n)(?=[^\s=>~^-])/g;
const SOFT_IN_CHINESE =
  /[\u3000-\u9fff\uff00-\uffef“”‘’—…]=(?:\r\n|\r|\n)(?=[\u3000-\u9fff\uff00-\uffef“”‘’—…\d])/g;
/** So many lines that end in "=" are no accident. */
const FEWEST = 3;

function softBreakAt(doc: Document, at: number): Escaped | undefined {
  const { text } = doc;
  const next = text[at + 1];
  if (next !== '\n' && next !== '\r') return undefined;
  const end = next === '\r' && text[at + 2] === '\n' ? at + 3 : at + 2;
  SOFT.lastIndex = at - 1;
  const match = SOFT.exec(text.slice(0, end + 1));
  return match?.index === at - 1 && doc.share(isQuotedPrintable)
    ? { start: at, end, text: '', kind: 'break' }
    : undefined;
}

function isQuotedPrintable({ text }: Document): boolean {
  let count = 0;
  SOFT_IN_CHINESE.lastIndex = 0;
  while (count < FEWEST && SOFT_IN_CHINESE.test(text)) count++;
  return count >= FEWEST;
}

// Two ideographs at least, and little else.
function isChinese(decoded: string): boolean {
  let han = 0;
  for (let i = 0; i < decoded.length; i++) if (isHan(decoded.charCodeAt(i))) han++;
  return han >= 2 && han * 2 >= decoded.length;
}

// As many whole characters of two and three bytes as there are.
function decodeUtf8(bytes: readonly number[]): { decoded: string; used: number } {
  let decoded = '';
  let used = 0;
  while (used < bytes.length) {
    const first = bytes[used]!;
    const size = first < 0x80 ? 1 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xc2 && first < 0xe0 ? 2 : 0;
    const rest = bytes.slice(used + 1, used + size);
    if (size === 0 || rest.length < size - 1 || rest.some(byte => (byte & 0xc0) !== 0x80)) break;
    const lead = size === 1 ? first : first & (0xff >> (size + 1));
    decoded += String.fromCharCode(rest.reduce((point, byte) => (point << 6) | (byte & 0x3f), lead));
    used += size;
  }
  return { decoded, used };
}
