// Finds the front matter block, by lines alone: the parsers live behind a port, and a block that no parser accepts still
// is one.
import { behindLineBreak, lineEnd, withoutLineBreaks } from '../text/lines.ts';

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
  const contentStart = behindLineBreak(text, firstEnd);
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
  const contentEnd = withoutLineBreaks(text, 0, keyLinesEnd(text, contentStart));
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
    at = behindLineBreak(text, end);
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
    at = behindLineBreak(text, stop);
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

// A second mark of byte order, a space that does not show and the indent of Chinese paragraphs come from editors and
// pages.
const isBlankOrUnseen = (unit: number): boolean =>
  isFrontMatterBlank(unit) ||
  unit === 0x3000 ||
  unit === 0xa0 ||
  (unit >= 0x200b && unit <= 0x200d) ||
  unit === 0x2060;

/** Blank space, and a byte order mark that stands amid the text. */
export const isFrontMatterBlank = (unit: number): boolean =>
  unit === 32 || unit === 9 || unit === 10 || unit === 13 || unit === 0xfeff;
