// Tells the prose values of front matter from its syntax, by lines alone: a block that no parser accepts needs regions as
// well.
import { isKeyOf } from '../frontMatter/keys.ts';
import { isHan } from '../text/charClass.ts';
import { behindLineBreak, lineEnd } from '../text/lines.ts';
import { type FrontMatterBlock, isFrontMatterBlank as isBlank } from './frontMatter.ts';
import { RegionKind } from './regionKind.ts';
import type { RegionBuilder } from './regions.ts';

/** Pushes regions for the block; the builder must stand at or before its start. */
export function pushFrontMatterRegions(text: string, block: FrontMatterBlock, regions: RegionBuilder): void {
  regions.push(RegionKind.Layout, block.start);
  regions.push(RegionKind.FrontMatterSyntax, block.contentStart);
  let inBlockScalar = -1;
  let flowDepth = 0;
  for (let at = block.contentStart; at < block.contentEnd; ) {
    const end = Math.min(lineEnd(text, at), block.contentEnd);
    const indent = skipBlank(text, at, end) - at;
    if (flowDepth > 0) {
      flowDepth = pushFlow(text, at + indent, end, flowDepth, regions);
    } else if (inBlockScalar >= 0 && indent > inBlockScalar) {
      pushValue(text, at + indent, end, regions, true);
    } else if (at + indent < end) {
      const value = valueStart(text, at + indent, end);
      if (isFlowOpening(text.charCodeAt(value))) {
        flowDepth = pushFlow(text, value, end, 0, regions);
        at = behindLineBreak(text, end);
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
    at = behindLineBreak(text, end);
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
    if (c === 0x23 && (at === from || isBlank(text.charCodeAt(at - 1)))) {
      push(at);
      return open;
    }
    const isColon = c === 0x3a && (isBlank(text.charCodeAt(at + 1)) || text.charCodeAt(at - 1) === 0x22);
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
  while (end > start && (isBlank(text.charCodeAt(end - 1)) || text.charCodeAt(end - 1) === 0x2c)) end--;
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
  while (text.charCodeAt(at) === 0x2d && isBlank(text.charCodeAt(at + 1))) at = skipBlank(text, at + 1, to);
  const line = text.slice(at, Math.min(to, at + 200));
  const key = KEY.exec(line) ?? WIDE_KEY.exec(line);
  return key ? skipBlank(text, at + key[0].length, to) : at;
}

function skipBlank(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) at++;
  return at;
}
