// Finds the front matter block and tells its prose values from its syntax, by lines alone: the parsers live behind
// a port, and a block that no parser accepts still needs regions.
import { isKeyOf } from '../frontMatter/keys.ts';
import { isHan } from '../text/charClass.ts';
import { RegionKind } from './regionKind.ts';
import type { RegionBuilder } from './regions.ts';

export type FrontMatterLanguage = 'yaml' | 'toml' | 'json' | 'executable' | 'unknown';

export interface FrontMatterBlock {
  readonly language: FrontMatterLanguage;
  /** What stands after the opening fence, such as `js` in `---js`; '' for none. */
  readonly info: string;
  /** Offsets of the whole block, fences included, the line break after the closing fence excluded. */
  readonly start: number;
  readonly end: number;
  /** Offsets of the text between the fences; for bare JSON the braces belong to it. */
  readonly contentStart: number;
  readonly contentEnd: number;
  /** False when blank space or a byte order mark stands before the opening fence. */
  readonly atStart: boolean;
  /** False when no closing fence follows; the block then ends before the first line that is no key line. */
  readonly closed: boolean;
}

const OPENING = /^(---|\+\+\+|;;;)[ \t]*([\w.+-]*)[ \t]*$/;
// A key is no sentence: the colon behind one is punctuation, and a full-width one counts only after a short name.
const KEY_LINE =
  /^\s*(?:-\s+)?(?:["'\w\u4e00-\u9fff][^\n:：=，。！？；]{0,60}(?::(?:\s|$)|\s=\s)|(?:[A-Za-z_][\w-]{0,40}|[\u4e00-\u9fff]{1,8})：)/;
const LANGUAGES: Readonly<Record<string, FrontMatterLanguage>> = {
  '': 'yaml',
  yaml: 'yaml',
  yml: 'yaml',
  toml: 'toml',
  json: 'json',
  json5: 'unknown',
  js: 'executable',
  javascript: 'executable',
  coffee: 'executable',
  coffeescript: 'executable',
  cson: 'executable',
  ts: 'executable',
  typescript: 'executable',
  mjs: 'executable',
  cjs: 'executable',
  jsx: 'executable',
  tsx: 'executable',
  node: 'executable',
};
/** A block longer than this (UTF-16 code units) is taken for body text; no real front matter comes near it. */
const MAX_LENGTH = 1 << 18;

export function findFrontMatter(text: string): FrontMatterBlock | undefined {
  let start = 0;
  while (start < text.length && isBlankOrUnseen(text.charCodeAt(start))) start++;
  const atStart = start === 0;
  if (text.charCodeAt(start) === 0x7b) return atStart ? bareJson(text) : undefined;
  const firstEnd = lineEnd(text, start);
  const opening = OPENING.exec(text.slice(start, Math.min(firstEnd, start + 40)));
  if (!opening || firstEnd === text.length) return undefined;
  const fence = opening[1]!;
  const info = opening[2]!;
  const language =
    fence === '+++' ? 'toml' : fence === ';;;' ? 'json' : (LANGUAGES[info.toLowerCase()] ?? 'unknown');
  const contentStart = nextLine(text, firstEnd);
  const closing = findClosing(text, contentStart, fence);
  if (closing) {
    const content = text.slice(contentStart, closing.start);
    const empty = content.trim() === '';
    if (empty && !atStart) return undefined;
    if (!empty && language === 'yaml' && !looksLikeData(content, atStart)) return undefined;
    return {
      language,
      info,
      start,
      end: closing.end,
      contentStart,
      contentEnd: closing.start,
      atStart,
      closed: true,
    };
  }
  const contentEnd = trimLineBreak(text, keyLinesEnd(text, contentStart));
  if (contentEnd <= contentStart) return undefined;
  return {
    language,
    info,
    start,
    end: contentEnd,
    contentStart,
    contentEnd,
    atStart,
    closed: false,
  };
}

/** Pushes regions for the block; the builder must stand at or before its start. */
export function pushFrontMatterRegions(text: string, block: FrontMatterBlock, regions: RegionBuilder): void {
  regions.push(RegionKind.Layout, block.start);
  regions.push(RegionKind.FrontMatterSyntax, block.contentStart);
  let inBlockScalar = -1;
  let flowDepth = 0;
  for (let at = block.contentStart; at < block.contentEnd; ) {
    const end = Math.min(lineEnd(text, at), block.contentEnd);
    const indent = indentation(text, at, end);
    if (flowDepth > 0) {
      flowDepth = pushFlow(text, at + indent, end, flowDepth, regions);
    } else if (inBlockScalar >= 0 && indent > inBlockScalar) {
      pushValue(text, at + indent, end, regions, true);
    } else if (at + indent < end) {
      const value = valueStart(text, at + indent, end);
      if (isFlowOpening(text.charCodeAt(value))) {
        flowDepth = pushFlow(text, value, end, 0, regions);
        at = nextLine(text, end);
        regions.push(RegionKind.FrontMatterSyntax, Math.min(at, block.contentEnd));
        continue;
      }
      inBlockScalar = /^[|>][+-]?\d*\s*(#.*)?$/.test(text.slice(value, Math.min(end, value + 40)))
        ? indent
        : -1;
      if (isAddressKey(text, at + indent, value)) {
        // The address of a page: its words are what links are made of.
      } else if (inBlockScalar < 0 && isCommaList(text, at + indent, value, end))
        pushItems(text, value, end, regions);
      else pushValue(text, value, end, regions, false);
    }
    at = nextLine(text, end);
    regions.push(RegionKind.FrontMatterSyntax, Math.min(at, block.contentEnd));
  }
  regions.push(RegionKind.FrontMatterSyntax, block.end);
}

const isAddressKey = (text: string, key: number, value: number): boolean =>
  value > key &&
  /^["']?(?:slug|permalink|url|urlname|abbrlink|path|file(?:name)?|id)["']?\s*[:=]/i.test(
    text.slice(key, value),
  );

// keywords: 水库,河流 is a list that generators split at its commas, which are syntax.
const isCommaList = (text: string, key: number, value: number, end: number): boolean =>
  value > key &&
  text.slice(value, end).includes(',') &&
  (isKeyOf('list', text.slice(key, value).replace(/["'\s:=]/g, '')) || isKeywordsOfHead(text, key));

// The head of a VuePress page: name: keywords, and in the next line content: 水库,河流.
const isKeywordsOfHead = (text: string, key: number): boolean =>
  text.startsWith('content', key) &&
  /name:\s*["']?keywords["']?\s*\n[ -]*$/i.test(text.slice(Math.max(0, key - 60), key));

function pushItems(text: string, from: number, to: number, regions: RegionBuilder): void {
  const isQuoted = /["']/.test(text[from]!) && text[to - 1] === text[from];
  const stop = isQuoted ? to - 1 : to;
  for (let item = isQuoted ? from + 1 : from; item < stop; ) {
    const comma = text.indexOf(',', item);
    const end = comma < 0 || comma > stop ? stop : comma;
    const start = skipBlank(text, item, end);
    if (start < end) pushValue(text, start, end, regions, true);
    item = end + 1;
  }
}

// One line of a flow collection, `[a, "b"]` or `{k: v}`: each scalar is a value of its own, the marks between are
// syntax. Returns how many brackets are still open at the end of the line.
function pushFlow(text: string, from: number, to: number, depth: number, regions: RegionBuilder): number {
  let open = depth;
  let item = from;
  const push = (end: number): void => {
    const start = skipBlank(text, item, end);
    if (start < end) pushValue(text, start, end, regions, false);
  };
  for (let at = from; at < to; at++) {
    const c = text.charCodeAt(at);
    if ((c === 0x22 || c === 0x27) && skipBlank(text, item, at) === at) {
      const close = text.slice(at + 1, to).search(c === 0x22 ? /(?<!\\)"/ : /'/);
      at = close < 0 ? to : at + 1 + close;
      continue;
    }
    if (c === 0x23 && (at === from || isBlankUnit(text.charCodeAt(at - 1)))) {
      push(at);
      return open;
    }
    const isColon = c === 0x3a && (isBlankUnit(text.charCodeAt(at + 1)) || text.charCodeAt(at - 1) === 0x22);
    if (!isColon && c !== 0x2c && !isFlowOpening(c) && c !== 0x5d && c !== 0x7d) continue;
    if (!isColon) push(at);
    if (isFlowOpening(c)) open++;
    else if (c === 0x5d || c === 0x7d) open--;
    item = at + 1;
    if (open <= 0 && !isColon && c !== 0x2c) return 0;
  }
  push(to);
  return open;
}

const isFlowOpening = (unit: number): boolean => unit === 0x5b || unit === 0x7b;

function pushValue(text: string, from: number, to: number, regions: RegionBuilder, raw: boolean): void {
  let start = from;
  let end = to;
  while (end > start && (isBlankUnit(text.charCodeAt(end - 1)) || text.charCodeAt(end - 1) === 0x2c)) end--;
  if (!raw) {
    const quote = text.charCodeAt(start);
    if ((quote === 0x22 || quote === 0x27) && end - start > 1) {
      const close = text.lastIndexOf(text[start]!, end - 1);
      if (close > start) end = close;
      start++;
    } else {
      const comment = text.slice(start, end).search(/(^|\s)#/);
      if (comment >= 0) end = start + comment;
    }
  }
  if (end <= start || !isProseValue(text, start, end)) return;
  regions.push(RegionKind.FrontMatterSyntax, start);
  regions.push(RegionKind.FrontMatterProse, end);
}

// Addresses, dates, and the paths of pages and pictures: /圖書館/, images/圖書館.png.
const NO_PROSE =
  /^(?:[a-z][a-z0-9+.-]*:\/\/|\d{2,4}\s*[年/-]\s*\d{1,2}\s*[月/-]\s*\d{1,2}|\.{0,2}\/[^\s，。、]*$|[^\s，。、]*\.(?:jpe?g|png|gif|webp|avif|svg|bmp|mp[34]|pdf|html?|mdx?)$)/i;

function isProseValue(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const c = text.charCodeAt(i);
    if (isHan(c)) return !NO_PROSE.test(text.slice(start, end));
  }
  return false;
}

// A full-width colon ends a key only where no half-width one does.
const KEY = /^(?:"[^"]*"|'[^']*'|[^\s"'[{#:=][^:=]{0,80}?)\s*(?::(?=\s|$)|=)/;
const WIDE_KEY = /^(?:"[^"]*"|'[^']*'|[^\s"'[{#:=：][^:=：]{0,80}?)\s*：/;

// After "key:", "key =", "- " or a JSON key; the start of the line's content where there is none of them.
function valueStart(text: string, from: number, to: number): number {
  let at = from;
  while (text.charCodeAt(at) === 0x2d && isBlankUnit(text.charCodeAt(at + 1)))
    at = skipBlank(text, at + 1, to);
  const line = text.slice(at, Math.min(to, at + 200));
  const key = KEY.exec(line) ?? WIDE_KEY.exec(line);
  return key ? skipBlank(text, at + key[0].length, to) : at;
}

function bareJson(text: string): FrontMatterBlock | undefined {
  if (!/^\{\s*(?:"|\})/.test(text.slice(0, 200))) return undefined;
  let depth = 0;
  let inString = false;
  const limit = Math.min(text.length, MAX_LENGTH);
  for (let i = 0; i < limit; i++) {
    const c = text.charCodeAt(i);
    if (inString) {
      if (c === 0x5c) i++;
      else if (c === 0x22) inString = false;
    } else if (c === 0x22) inString = true;
    else if (c === 0x7b) depth++;
    else if (c === 0x7d && --depth === 0) {
      return {
        language: 'json',
        info: '',
        start: 0,
        end: i + 1,
        contentStart: 0,
        contentEnd: i + 1,
        atStart: true,
        closed: true,
      };
    }
  }
  return undefined;
}

function findClosing(text: string, from: number, fence: string): { start: number; end: number } | undefined {
  const limit = Math.min(text.length, from + MAX_LENGTH);
  for (let at = from; at < limit; ) {
    const end = lineEnd(text, at);
    if (end - at >= 3 && end - at < 12) {
      const line = text.slice(at, end).trimEnd();
      if (line === fence || (fence === '---' && line === '...')) return { start: at, end: at + line.length };
    }
    if (end >= text.length) return undefined;
    at = nextLine(text, end);
  }
  return undefined;
}

// A pair of thematic breaks round body text is no front matter: most lines of a block must look like data.
function looksLikeData(content: string, atStart: boolean): boolean {
  // Nearly every block begins with a key.
  const line = content.slice(0, lineEnd(content, 0));
  if (atStart && /^[^\s#[{-]/.test(line) && KEY_LINE.test(line)) return true;
  const lines = content.split(/\r\n?|\n/).filter(line => line.trim() !== '' && !/^\s*#/.test(line));
  if (lines.length === 0) return atStart;
  const first = lines[0]!;
  // A list between two breaks is a list, and `[text](target)` a link; data in brackets closes in its own bracket.
  if (/^\s*-\s/.test(first)) return false;
  if (/^\s*\[/.test(first)) return /^\s*\[[^\]]*\]\s*$/.test(content);
  if (/^\s*\{/.test(first)) return /^\s*\{\s*(?:["'\w\u4e00-\u9fff][^{}]*:|\}?\s*$)/.test(first);
  if (!atStart)
    return (
      lines.every(line => isDataLine(line)) &&
      IDENTIFIER_KEY.test(first) &&
      (lines.length > 1 || !/[。！？]\s*$/.test(first))
    );
  return KEY_LINE.test(first) || lines.some(line => KEY_LINE.test(line) && !/[。！？]/.test(line));
}

// Behind blank lines, where a break and a sentence with a colon are as likely, only what can be nothing else counts.
const IDENTIFIER_KEY = /^(?:[A-Za-z][\w-]*|[\u4e00-\u9fff]{1,6})(?::(?:\s|$)|：)/;
const isDataLine = (line: string): boolean =>
  KEY_LINE.test(line) || /^\s*(?:-\s|[\]}]|#)/.test(line) || /^[ \t]+\S/.test(line);

function keyLinesEnd(text: string, from: number): number {
  let end = from;
  let keys = 0;
  // A value goes on over further lines by its indent (after | or >), or until its bracket closes.
  let inScalar = false;
  let depth = 0;
  let afterBlank = false;
  for (let at = from; at < text.length; ) {
    const stop = lineEnd(text, at);
    const line = text.slice(at, Math.min(stop, at + 400));
    const isBlank = line.trim() === '';
    const continues = inScalar && (isBlank || /^[ \t]/.test(line));
    if (depth > 0 && !isBlank) depth += openedBy(line);
    else if (!continues && !afterBlank && KEY_LINE.test(line)) {
      keys++;
      inScalar = BLOCK_SCALAR.test(line);
      depth = Math.max(0, openedBy(FLOW_VALUE.exec(line)?.[1] ?? ''));
    } else if (!continues && (afterBlank || !(/^\s*-\s+\S/.test(line) || /^\s*#\s/.test(line)))) break;
    at = nextLine(text, stop);
    afterBlank = isBlank;
    // A blank line belongs to a value only if more of it follows.
    if (!isBlank) end = at;
    if (stop >= text.length || at - from > MAX_LENGTH) break;
  }
  return keys >= 2 ? end : from;
}

const BLOCK_SCALAR = /[:-]\s+[|>][+-]?\d*\s*(?:#.*)?$/;
const FLOW_VALUE = /[:=]\s+([[{].*)$/;

// How many brackets of a flow collection a line leaves open; those inside quotation marks do not count.
function openedBy(line: string): number {
  let open = 0;
  for (const mark of line.replace(/"[^"]*"|'[^']*'/g, '').match(/[[\]{}]/g) ?? [])
    open += mark === '[' || mark === '{' ? 1 : -1;
  return open;
}

function lineEnd(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 10 || c === 13) return i;
  }
  return text.length;
}

function nextLine(text: string, end: number): number {
  if (text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10) return end + 2;
  return Math.min(end + 1, text.length);
}

function trimLineBreak(text: string, end: number): number {
  let at = end;
  while (at > 0 && (text.charCodeAt(at - 1) === 10 || text.charCodeAt(at - 1) === 13)) at--;
  return at;
}

function indentation(text: string, from: number, to: number): number {
  return skipBlank(text, from, to) - from;
}

function skipBlank(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) at++;
  return at;
}

// A second mark of byte order, a space that does not show and the indent of Chinese paragraphs come from editors and
// pages.
const isBlankOrUnseen = (unit: number): boolean =>
  isBlankUnit(unit) ||
  unit === 0x3000 ||
  unit === 0xa0 ||
  (unit >= 0x200b && unit <= 0x200d) ||
  unit === 0x2060;
const isBlankUnit = (unit: number): boolean =>
  unit === 32 || unit === 9 || unit === 10 || unit === 13 || unit === 0xfeff;
