// ASCII tokens inside Chinese text that no rule for prose may touch: URLs, addresses, paths, identifiers.
// One forward pass per token; what a token is follows from the characters it holds, not from a list of patterns
// tried in turn, so that a megabyte of slashes costs what a megabyte of letters does.
import { isAsciiAlnum, isAsciiLetter, isDigit, isHan } from '../text/charClass.ts';
import { FILE_ENDING, hanPathAt } from './hanPaths.ts';
import { RegionKind } from './regionKind.ts';

/** A machine token: `[start, end)` of kind Url or Token. */
export interface TokenSpan {
  readonly start: number;
  readonly end: number;
  readonly kind: typeof RegionKind.Url | typeof RegionKind.Token;
}

const TOKEN = table('_./\\:@%+#~=&?-');
const URL_MORE = table("_./\\:@%+#~=&?-!$'()*,;[]");
const TRAILING = new Set([...'.,;:!?\'"-_+=&#~@%('].map(c => c.charCodeAt(0)));
const HAS = {
  letter: 1,
  digit: 2,
  slash: 4,
  dot: 8,
  at: 16,
  underscore: 32,
  backslash: 64,
  scheme: 128,
} as const;

export interface TokenResult {
  /** Where the scan may go on: after the last character that was looked at as part of a token. */
  readonly next: number;
  readonly token: TokenSpan | undefined;
}

/** Reads the token that starts at `start`; the character before it is no token character. */
export function readToken(text: string, start: number, limit: number): TokenResult {
  let flags = 0;
  let slashes = 0;
  let i = start;
  for (; i < limit; i++) {
    const c = text.charCodeAt(i);
    if (c > 127 || TOKEN[c] === 0) break;
    if (isAsciiLetter(c)) flags |= HAS.letter;
    else if (isDigit(c)) flags |= HAS.digit;
    else if (c === 0x2f) {
      flags |= HAS.slash;
      slashes++;
      if (
        i > start &&
        text.charCodeAt(i - 1) === 0x3a &&
        text.charCodeAt(i + 1) === 0x2f &&
        (flags & HAS.letter) !== 0
      ) {
        return readUrl(text, start, limit);
      }
    } else if (c === 0x2e) flags |= HAS.dot;
    else if (c === 0x40) flags |= HAS.at;
    else if (c === 0x5f) flags |= HAS.underscore;
    else if (c === 0x5c) flags |= HAS.backslash;
  }
  if ((flags & HAS.slash) !== 0 && (isHan(text.charCodeAt(i)) || isHan(text.charCodeAt(start - 1)))) {
    const path = hanPathAt(text, start);
    if (path && path.end <= limit) return { next: path.end, token: { ...path, kind: RegionKind.Token } };
  }
  if ((flags & HAS.letter) === 0) return { next: i, token: undefined };
  if (text.startsWith('www.', start)) return readUrl(text, start, limit);
  const end = trimTrailing(text, start, i);
  const token = classify(text, start, end, flags, slashes);
  return token ? withHan(text, token, i, limit) : { next: i, token };
}

// C:\使用者\文件\a.txt, /usr/share/文件/說明.txt: folders and files with Han names.
function withHan(text: string, token: TokenSpan, next: number, limit: number): TokenResult {
  let end = token.end;
  while (end < limit && (text[end - 1] === '/' || text[end - 1] === '\\')) {
    const han = hanEnd(text, end, limit);
    if (han === end || (text[end - 1] === '/' && !continues(text, han))) break;
    end = han;
    while (end < limit && text.charCodeAt(end) < 128 && TOKEN[text.charCodeAt(end)] === 1) end++;
    end = trimTrailing(text, token.start, end);
  }
  return end === token.end ? { next, token } : { next: end, token: { ...token, end } };
}

function classify(
  text: string,
  start: number,
  end: number,
  flags: number,
  slashes: number,
): TokenSpan | undefined {
  if ((flags & ~(HAS.letter | HAS.digit)) === 0 && text.charCodeAt(start) !== 0x2d) return undefined;
  if (end - start > 2048) return { start, end, kind: RegionKind.Token };
  const token = text.slice(start, end);
  if ((flags & HAS.at) !== 0) {
    const mail = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/.exec(token);
    if (mail)
      return { start: start + mail.index, end: start + mail.index + mail[0].length, kind: RegionKind.Url };
  }
  const machine =
    ((flags & HAS.underscore) !== 0 && /[A-Za-z]_|_[A-Za-z]/.test(token)) ||
    ((flags & HAS.backslash) !== 0 && /^(?:[A-Za-z]:\\|\\\\|\w+\\\w)/.test(token)) ||
    ((flags & HAS.slash) !== 0 &&
      (/^(?:\.{0,2}|~)\/[\w.]/.test(token) || slashes >= 2 || /\/[\w-]+\.[A-Za-z]\w*$/.test(token))) ||
    ((flags & HAS.dot) !== 0 &&
      /^(?:[\w-]*[A-Za-z_][\w-]*(?:\.[\w-]+)*\.[A-Za-z]\w{0,9}|[vV]\d+(?:\.\d+)+)(?:[:/].*)?$/.test(token)) ||
    /^--?[A-Za-z][\w-]*(?:=.*)?$/.test(token);
  return machine ? { start, end, kind: RegionKind.Token } : undefined;
}

function readUrl(text: string, from: number, limit: number): TokenResult {
  let start = from;
  const colon = text.indexOf('://', from);
  // "见：a.b/http://x": the scheme is what the letters before "://" spell.
  if (colon > from && !text.startsWith('www.', from)) {
    let scheme = colon;
    while (
      scheme > from &&
      (isAsciiAlnum(text.charCodeAt(scheme - 1)) || text.charCodeAt(scheme - 1) === 0x2b)
    )
      scheme--;
    start = scheme;
  }
  let end = Math.max(start, from);
  while (end < limit) {
    const c = text.charCodeAt(end);
    if (c > 127) {
      const on = goesOnInHan(text, Math.max(start, from), end, limit);
      if (on === end) break;
      end = on;
    } else if (URL_MORE[c] === 0) break;
    else end++;
  }
  const next = end;
  end = trimUrl(text, start, end);
  return { next: Math.max(next, from + 1), token: { start, end, kind: RegionKind.Url } };
}

/** How many Han a part of an address or a path may have. */
const LONGEST_PART = 60;
/** Parts of addresses that are followed by the name of an entry. */
const ENTRIES =
  /\/(?:wiki|zh(?:-[a-z]{2,4})?|tags?|categor(?:y|ies)|topics?|search|entry|title|posts?|articles?)\/$/i;

/**
 * Where Han that belong to the address read from `start` to `at` end; `at` where they are text that follows it. They
 * belong to it when the address goes on behind them (/圖書館/index.html, ?q=水庫&page=2) or when something before them
 * says so: the sign of a parameter, a part such as /wiki/.
 */
function goesOnInHan(text: string, start: number, at: number, limit: number): number {
  const before = text[at - 1] ?? '';
  if (!'/=_-#&%'.includes(before) || at <= start) return at;
  const end = hanEnd(text, at, limit);
  if (end === at) return at;
  const isNamed = before === '=' || ENTRIES.test(text.slice(Math.max(start, at - 16), at));
  return isNamed || continues(text, end) ? end : at;
}

function hanEnd(text: string, from: number, limit: number): number {
  const stop = Math.min(limit, from + LONGEST_PART);
  let end = from;
  while (end < stop && isHan(text.charCodeAt(end))) end++;
  return end === stop && end < limit && isHan(text.charCodeAt(end)) ? from : end;
}

// /…, ?x=…, &x=…, #…, .html, _…, -…
const CONTINUES = new RegExp(`^(?:/|[?&][\\w-]+=|#\\S|${FILE_ENDING}\\b|[_-][\\w\\u4e00-\\u9fff])`, 'i');
const continues = (text: string, at: number): boolean => CONTINUES.test(text.slice(at, at + 24));

function trimTrailing(text: string, start: number, end: number): number {
  let at = end;
  while (at > start + 1 && TRAILING.has(text.charCodeAt(at - 1))) at--;
  return at;
}

// A closing parenthesis belongs to the URL only when it also opens there.
function trimUrl(text: string, start: number, end: number): number {
  let open = 0;
  for (let i = start; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c === 0x28) open++;
    else if (c === 0x29 && --open < 0) return trimTrailing(text, start, i);
  }
  let at = trimTrailing(text, start, end);
  while (at > start && open > 0 && text.charCodeAt(at - 1) === 0x28) at--;
  return at;
}

export const isTokenUnit = (unit: number): boolean => unit < 128 && TOKEN[unit] === 1;

function table(extra: string): Uint8Array {
  const units = new Uint8Array(128);
  for (let c = 0; c < 128; c++) if (isAsciiAlnum(c) || extra.includes(String.fromCharCode(c))) units[c] = 1;
  return units;
}
