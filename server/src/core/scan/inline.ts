// Regions inside a stretch of text: one loop that looks closely only at ASCII, because a Han character never opens
// markup. Block-level HTML tags end a block here, so that a page of one long line has the blocks a reader sees.
import type { Format } from '../text/sourceText.ts';
import type { BlockSink } from './blockSink.ts';
import { blockKindOf, isRawElement, rawEnd, readTag } from './html.ts';
import { type Links, linkEnd, linkStart, matchLinks, NO_LINKS } from './links.ts';
import { RegionKind } from './regionKind.ts';
import { isTokenUnit, readToken } from './tokens.ts';
import { indexWithin } from './within.ts';

const OTHER = 0;
const SPECIAL = 1;
const TOKEN_START = 2;
const BLANK = 3;
const KIND = new Uint8Array(128);
for (let c = 0; c < 128; c++) KIND[c] = isTokenUnit(c) ? TOKEN_START : OTHER;
for (const c of '`<&$[]*_~\\!{') KIND[c.charCodeAt(0)] = SPECIAL;
for (const c of ' \t\n\r') KIND[c.charCodeAt(0)] = BLANK;

/** Scans `[start, end)`, which holds no block structure but HTML tags, into `sink`. */
export function scanInline(text: string, start: number, end: number, format: Format, sink: BlockSink): void {
  const markdown = format === 'markdown';
  const links = markdown && sink.nextBracket(start) < end ? matchLinks(text, start, end) : NO_LINKS;
  const memo: Memo = { noTagFrom: end, noCommentFrom: end, backticks: undefined, dollars: 0 };
  let i = start;
  // A copy of sink.isOpen: a property of another object is not what the innermost loop should read.
  let isOpen = sink.isOpen;
  const { codes } = sink;
  while (i < end) {
    const c = codes[i]!;
    if (c > 127) {
      if (!isOpen && !isWideBlank(c)) {
        sink.open(i);
        isOpen = true;
      }
      i++;
      // Nothing happens before the next ASCII character.
      if (isOpen) while (i < end && codes[i]! > 127) i++;
      continue;
    }
    const kind = KIND[c];
    if (kind === BLANK) {
      i++;
      continue;
    }
    if (kind === TOKEN_START) {
      if (!isOpen) sink.open(i);
      isOpen = true;
      // Most tokens are figures and words, which need no look at what they hold together.
      const plain = plainEnd(codes, i, end);
      if (plain > i) {
        i = plain;
        continue;
      }
      const { next, token } = readToken(text, i, end);
      if (token) sink.mark(token.kind, token.start, token.end);
      i = next;
      continue;
    }
    if (kind === SPECIAL) {
      const next = special(text, i, end, c, format, sink, links, memo);
      isOpen = sink.isOpen;
      if (next > i) {
        i = next;
        continue;
      }
    }
    if (!isOpen) sink.open(i);
    isOpen = true;
    i++;
  }
}

// The end of a run of ASCII letters and digits that no other token character touches, or `start`.
function plainEnd(codes: Uint16Array, start: number, end: number): number {
  let at = start;
  while (at < end && isTokenLetter(codes[at]!)) at++;
  return at === end || !isTokenUnit(codes[at]!) ? at : start;
}

/** What was looked for in vain, so that it is not looked for again from every character behind. */
interface Memo {
  /** No tag and no comment ends behind these offsets. */
  noTagFrom: number;
  noCommentFrom: number;
  /** By the length of a run of backticks, the offset from which on no such run closes a span. */
  backticks: Map<number, number> | undefined;
  /** No formula opens before this offset. */
  dollars: number;
}

// Handles one special character; returns where to go on, or the same offset when it is plain text.
function special(
  text: string,
  i: number,
  end: number,
  c: number,
  format: Format,
  sink: BlockSink,
  links: Links,
  memo: Memo,
): number {
  switch (c) {
    case 0x3c:
      return angle(text, i, end, format, sink, memo);
    case 0x26:
      return entity(text, i, end, sink);
  }
  if (c === 0x24 && format === 'text') return command(text, i, end, sink);
  if (format !== 'markdown') return c === 0x5f || c === 0x5c || c === 0x7e ? token(text, i, end, sink) : i;
  switch (c) {
    case 0x7b:
      return attributes(text, i, end, sink);
    case 0x60:
      return codeSpan(text, i, end, sink, memo);
    case 0x24:
      return math(text, i, end, sink, memo);
    case 0x5b:
    case 0x21:
      return linkStart(text, i, c, sink, links);
    case 0x5d:
      return linkEnd(i, sink, links);
    case 0x2a:
      return emphasis(text, i, end, sink);
    case 0x5f:
    case 0x7e:
      return text.charCodeAt(i + 1) === c && c === 0x7e
        ? emphasis(text, i, end, sink)
        : token(text, i, end, sink);
    case 0x5c: {
      const next = text.charCodeAt(i + 1);
      if (i + 1 < end && next < 128 && KIND[next] !== BLANK && !isTokenLetter(next)) {
        sink.mark(RegionKind.Markup, i, i + 1);
        return i + 2;
      }
      return token(text, i, end, sink);
    }
  }
  return i;
}

// {#anchor .class}, {: .class}: what Pandoc, kramdown and others write behind a heading or a paragraph.
function attributes(text: string, i: number, end: number, sink: BlockSink): number {
  const next = text[i + 1] ?? ' ';
  if (!'#.:'.includes(next)) return i;
  const match = ATTRIBUTES.exec(text.slice(i, Math.min(end, i + LONGEST_ATTRIBUTES)));
  if (!match) return i;
  sink.mark(RegionKind.Markup, i, i + match[0].length);
  return i + match[0].length;
}

const ATTRIBUTES = /^\{(?::\s?)?[#.][^\s{}，。、；：「」]+(?:\s[^{}\n，。；：]*)?\}/;
const LONGEST_ATTRIBUTES = 120;

// A line of plain text that begins with the prompt of a shell is what one types there: $ mv 水库.txt "新 水库.txt"
function command(text: string, i: number, end: number, sink: BlockSink): number {
  if (text.charCodeAt(i + 1) !== 0x20 || !/[a-z./]/.test(text[i + 2] ?? ' ')) return i;
  let before = i - 1;
  while (before >= 0 && i - before <= DEEPEST_PROMPT && ' \t'.includes(text[before]!)) before--;
  if (before >= 0 && !'\n\r\f'.includes(text[before]!)) return i;
  let stop = i;
  while (stop < end && !'\n\r'.includes(text[stop]!)) stop++;
  sink.mark(RegionKind.Code, i, stop);
  return stop;
}

const DEEPEST_PROMPT = 40;

function token(text: string, i: number, end: number, sink: BlockSink): number {
  const { next, token: found } = readToken(text, i, end);
  if (found) {
    sink.mark(found.kind, found.start, found.end);
    return next;
  }
  if (text.charCodeAt(i) === 0x5f) {
    sink.mark(RegionKind.Markup, i, i + 1);
    return i + 1;
  }
  return i;
}

function angle(text: string, i: number, end: number, format: Format, sink: BlockSink, memo: Memo): number {
  const next = text.charCodeAt(i + 1);
  if (next === 0x21) {
    if (text.startsWith('<!--', i)) {
      if (i >= memo.noCommentFrom) return i;
      const close = indexWithin(text, '-->', i + 4, end);
      if (close < 0) memo.noCommentFrom = i;
      const stop = close < 0 ? (format === 'text' ? -1 : end) : Math.min(close + 3, end);
      if (stop > 0) {
        sink.mark(RegionKind.Comment, i, stop);
        return stop;
      }
    }
    if (/^<!(?:doctype|\[CDATA\[)/i.test(text.slice(i, i + 12))) {
      const close = text.indexOf('>', i);
      const stop = close < 0 ? end : Math.min(close + 1, end);
      sink.mark(RegionKind.HtmlTag, i, stop);
      return stop;
    }
    return i;
  }
  if (i >= memo.noTagFrom) return i;
  const tag = readTag(text, i, end, format === 'html');
  if (!tag) {
    if (indexWithin(text, '>', i, end) < 0) memo.noTagFrom = i;
    return format === 'markdown' ? autolink(text, i, end, sink) : i;
  }
  const kind = blockKindOf(tag.name);
  if (kind) {
    sink.breakAt(i, tag.end, tag.name, tag.closing, kind);
    return tag.end;
  }
  sink.mark(RegionKind.HtmlTag, i, tag.end);
  if (!tag.closing && isRawElement(tag.name) && text.charCodeAt(tag.end - 2) !== 0x2f) {
    const close = rawEnd(text, tag.end, end, tag.name);
    if (close < end || tag.name === 'script' || tag.name === 'style' || tag.name === 'pre') {
      sink.mark(RegionKind.Code, tag.end, close);
      return close;
    }
  }
  return tag.end;
}

function autolink(text: string, i: number, end: number, sink: BlockSink): number {
  const m = /^<(?:[a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\s<>]*|[\w.+-]+@[\w.-]+)>/.exec(
    text.slice(i, Math.min(end, i + 2048)),
  );
  if (!m) return i;
  sink.mark(RegionKind.Url, i, i + m[0].length);
  return i + m[0].length;
}

function entity(text: string, i: number, end: number, sink: BlockSink): number {
  let at = i + 1;
  const stop = Math.min(end, i + 34);
  if (text.charCodeAt(at) === 0x23) at++;
  const from = at;
  while (at < stop && isTokenLetter(text.charCodeAt(at))) at++;
  if (at === from || text.charCodeAt(at) !== 0x3b || at >= end) return i;
  sink.mark(RegionKind.Entity, i, at + 1);
  return at + 1;
}

function codeSpan(text: string, i: number, end: number, sink: BlockSink, memo: Memo): number {
  let open = i;
  while (open < end && text.charCodeAt(open) === 0x60) open++;
  const size = open - i;
  const known = memo.backticks?.get(size);
  if (known !== undefined && known <= i) {
    sink.mark(RegionKind.Markup, i, open);
    return open;
  }
  for (let at = text.indexOf('`', open); at >= 0 && at < end; ) {
    let close = at;
    while (close < end && text.charCodeAt(close) === 0x60) close++;
    if (close - at === size) {
      sink.mark(RegionKind.Code, i, close);
      return close;
    }
    at = text.indexOf('`', close);
  }
  memo.backticks ??= new Map();
  memo.backticks.set(size, i);
  sink.mark(RegionKind.Markup, i, open);
  return open;
}

// Pandoc, tex_math_dollars: the opening $ has a non-space right after it, the closing $ a non-space right before it
// and no digit right after it.
function math(text: string, i: number, end: number, sink: BlockSink, memo: Memo): number {
  if (i < memo.dollars) return i;
  const double = text.charCodeAt(i + 1) === 0x24;
  if (double) {
    const close = indexWithin(text, '$$', i + 2, end);
    if (close < 0 || close + 2 > end) {
      memo.dollars = end;
      return i;
    }
    sink.mark(RegionKind.Math, i, close + 2);
    return close + 2;
  }
  if (isBlankUnit(text.charCodeAt(i + 1))) return i;
  const stop = Math.min(end, i + 1000);
  let at = i + 1;
  for (; at < stop; at++) {
    const c = text.charCodeAt(at);
    if (c === 0x5c) at++;
    else if (c === 0x24) {
      const after = text.charCodeAt(at + 1);
      if (!isBlankUnit(text.charCodeAt(at - 1)) && !(after >= 48 && after <= 57)) {
        sink.mark(RegionKind.Math, i, at + 1);
        return at + 1;
      }
      break;
    }
  }
  memo.dollars = at;
  return i;
}

function emphasis(text: string, i: number, end: number, sink: BlockSink): number {
  const c = text.charCodeAt(i);
  let at = i;
  while (at < end && text.charCodeAt(at) === c) at++;
  const alone = isBlankUnit(text.charCodeAt(i - 1)) && isBlankUnit(text.charCodeAt(at));
  if (alone || at - i > 3) return i;
  sink.mark(RegionKind.Markup, i, at);
  return at;
}

const isBlankUnit = (c: number): boolean => Number.isNaN(c) || c === 32 || c === 9 || c === 10 || c === 13;
const isTokenLetter = (c: number): boolean => (c >= 48 && c <= 57) || ((c | 32) >= 97 && (c | 32) <= 122);
const isWideBlank = (c: number): boolean => c === 0x3000 || c === 0xa0 || c === 0xfeff || c === 0x200b;
