// Text → blocks and regions, in one pass over the lines. A parser of full CommonMark (micromark) was measured and
// rejected: it is some fifty times slower, gives a tree where rules want spans, and stops being right where scraped
// reports stop being Markdown.
import { isHan } from '../text/charClass.ts';
import { withoutLineBreaks } from '../text/lines.ts';
import { Memory } from '../text/memory.ts';
import type { SourceText } from '../text/sourceText.ts';
import { type BlockSink, createBlockSink } from './blockSink.ts';
import type { Block, BlockKind } from './blocks.ts';
import { type FrontMatterBlock, findFrontMatter } from './frontMatter.ts';
import { pushFrontMatterRegions } from './frontMatterRegions.ts';
import { scanInline } from './inline.ts';
import { RegionKind } from './regionKind.ts';
import { createRegionBuilder, type RegionBuilder, type RegionList } from './regions.ts';

export interface Scan {
  readonly frontMatter: FrontMatterBlock | undefined;
  readonly blocks: readonly Block[];
  readonly regions: RegionList;
}

export function scan(source: SourceText, memory = new Memory(source.text.length)): Scan {
  const { text, codes } = source;
  const regions = createRegionBuilder(text.length, memory);
  const blocks: Block[] = [];
  const sink = createBlockSink(text, codes, regions, blocks);
  const frontMatter = source.frontMatter ?? findFrontMatter(text);
  let bodyStart = 0;
  if (frontMatter) {
    pushFrontMatterRegions(text, frontMatter, regions);
    const { start, end, contentStart, contentEnd } = frontMatter;
    blocks.push({ kind: 'frontMatter', start, end, contentStart, contentEnd, level: 0, element: '' });
    bodyStart = frontMatter.end;
  }
  if (source.format === 'html') {
    scanInline(text, bodyStart, text.length, 'html', sink);
    sink.close(text.length);
  } else {
    scanLines(source, bodyStart, { text, regions, blocks, sink });
  }
  return { frontMatter, blocks, regions: regions.finish() };
}

interface State {
  readonly text: string;
  readonly regions: RegionBuilder;
  readonly blocks: Block[];
  readonly sink: BlockSink;
}

const FENCE = /^ {0,3}(`{3,}|~{3,})([^`]*)$/;
const ATX = /^ {0,3}(#{1,6})(?:[ \t\u3000]+|$)/;
const LIST = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?=\S)/;
const RULE = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const SETEXT = /^ {0,3}(?:=+|-{2,})[ \t]*$/;
const QUOTE = /^ {0,3}((?:>[ \t]?)+)/;
/** The text of a footnote follows its label as that of a list follows the marker. */
const FOOTNOTE = /^ {0,3}\[\^[^\]\s]{1,60}\]:[ \t]*(?=\S)/;
const DEFINITION = /^ {0,3}\[[^\]]{1,200}\]:[ \t]*(?=\S)/;
const TABLE_DELIMITER = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

function scanLines(source: SourceText, from: number, state: State): void {
  const { text } = state;
  const starts = source.lines.starts;
  const markdown = source.format === 'markdown';
  let open: { start: number; kind: BlockKind; markerStart: number; level: number } | undefined;
  const flush = (end: number): void => {
    if (!open) return;
    state.sink.expect(open.kind, open.markerStart, open.level, '');
    scanInline(text, open.start, end, source.format, state.sink);
    state.sink.close(end);
    open = undefined;
  };
  let line = source.lines.lineAt(from);
  if (starts[line]! < from) line++;
  for (; line < starts.length; line++) {
    const start = starts[line]!;
    const next = line + 1 < starts.length ? starts[line + 1]! : text.length;
    const end = withoutLineBreaks(text, start, next);
    const first = firstVisible(text, start, end);
    if (first === end) {
      flush(start);
      continue;
    }
    const unit = text.charCodeAt(first);
    // A paragraph line that starts with Han opens no Markdown construct: the common case leaves here.
    if (!markdown || unit > 127) {
      open ??= { start, kind: 'paragraph', markerStart: -1, level: 0 };
      continue;
    }
    const head = text.slice(start, Math.min(end, start + 400));
    const fence = unit === 0x60 || unit === 0x7e ? FENCE.exec(head) : null;
    if (fence) {
      flush(start);
      line = codeFence(source, line, fence[1]!, state);
      continue;
    }
    if (unit === 0x24 && /^\s*\$\$/.test(head)) {
      flush(start);
      line = mathBlock(source, first, state);
      continue;
    }
    const atx = unit === 0x23 ? ATX.exec(head) : null;
    if (atx) {
      flush(start);
      heading(state, start, start + atx[0].length, end, atx[1]!.length);
      continue;
    }
    if (open?.kind === 'paragraph' && (unit === 0x3d || unit === 0x2d) && SETEXT.test(head)) {
      const level = head.trimStart()[0] === '=' ? 1 : 2;
      open.kind = 'heading';
      open.level = level;
      flush(start);
      state.regions.push(RegionKind.Layout, start);
      state.regions.push(RegionKind.Markup, end);
      continue;
    }
    if ((unit === 0x2a || unit === 0x2d || unit === 0x5f) && RULE.test(head)) {
      flush(start);
      pushOpaque(state, 'rule', RegionKind.Markup, start, end);
      continue;
    }
    if (head.includes('|') && !open && isTable(source, line)) {
      line = table(source, line, state);
      continue;
    }
    if (!open && unit === 0x5b && DEFINITION.test(head) && !head.startsWith('[^')) {
      pushOpaque(state, 'definition', RegionKind.Url, start, end);
      continue;
    }
    const list = (unit === 0x5b ? FOOTNOTE : LIST).exec(head);
    if (list) {
      flush(start);
      open = marked(state, start, start + list[0].length, 'list', 0);
      continue;
    }
    const quote = unit === 0x3e ? QUOTE.exec(head) : null;
    if (quote) {
      const level = quote[1]!.replace(/[^>]/g, '').length;
      flush(start);
      open = marked(state, start, start + quote[0].length, 'quote', level);
      continue;
    }
    if (!open && first - start >= 4 && !isMostlyHan(text, first, end)) {
      pushOpaque(state, 'code', RegionKind.Code, start, end, first);
      continue;
    }
    if (!open && text.startsWith('<!--', first)) {
      line = comment(source, line, first, state);
      continue;
    }
    open ??= { start, kind: 'paragraph', markerStart: -1, level: 0 };
  }
  flush(text.length);
}

function marked(
  state: State,
  start: number,
  content: number,
  kind: BlockKind,
  level: number,
): { start: number; kind: BlockKind; markerStart: number; level: number } {
  state.regions.push(RegionKind.Layout, start);
  state.regions.push(RegionKind.Markup, content);
  return { start: content, kind, markerStart: start, level };
}

function heading(state: State, start: number, content: number, end: number, level: number): void {
  const { text, sink, regions } = state;
  regions.push(RegionKind.Layout, start);
  regions.push(RegionKind.Markup, content);
  const closing = /[ \t]+#+[ \t]*$/.exec(text.slice(content, end));
  const stop = closing ? content + closing.index : end;
  sink.expect('heading', start, level, '');
  scanInline(text, content, stop, 'markdown', sink);
  sink.close(stop);
  regions.push(RegionKind.Markup, end);
}

// Blocks of several lines: each function takes the first line and returns the last one of the block.
function codeFence(source: SourceText, line: number, fence: string, state: State): number {
  const { text, lines } = source;
  const start = lines.starts[line]!;
  const closing = new RegExp(`^ {0,3}${fence[0] === '~' ? '~' : '`'}{${fence.length},}[ \\t]*$`);
  let end = text.length;
  let last = line + 1;
  for (; last < lines.starts.length; last++) {
    const from = lines.starts[last]!;
    const to = withoutLineBreaks(text, from, lines.starts[last + 1] ?? text.length);
    if (to - from < 200 && closing.test(text.slice(from, to))) {
      end = to;
      break;
    }
  }
  pushOpaque(state, 'code', RegionKind.Code, start, end);
  return last;
}

function mathBlock(source: SourceText, first: number, state: State): number {
  const { text, lines } = source;
  const close = text.indexOf('$$', first + 2);
  const end = close < 0 ? first + 2 : close + 2;
  pushOpaque(state, 'math', RegionKind.Math, first, end);
  const last = lines.lineAt(end);
  scanRest(source, last, end, state);
  return last;
}

function comment(source: SourceText, line: number, first: number, state: State): number {
  const { text, lines } = source;
  const close = text.indexOf('-->', first + 4);
  const end = close < 0 ? text.length : close + 3;
  pushOpaque(state, 'comment', RegionKind.Comment, first, end);
  const last = lines.lineAt(end);
  if (last === line || end < text.length) scanRest(source, last, end, state);
  return last;
}

// What stands after an opaque block on its last line.
function scanRest(source: SourceText, line: number, from: number, state: State): void {
  const { text, lines } = source;
  const end = withoutLineBreaks(text, lines.starts[line]!, lines.starts[line + 1] ?? text.length);
  if (from >= end) return;
  state.sink.expect('paragraph', -1, 0, '');
  scanInline(text, from, end, source.format, state.sink);
  state.sink.close(end);
}

/** A block of one region that is not looked into. */
function pushOpaque(
  state: State,
  kind: BlockKind,
  region: RegionKind,
  start: number,
  end: number,
  contentStart = start,
): void {
  state.regions.push(RegionKind.Layout, start);
  state.regions.push(region, end);
  state.blocks.push({ kind, start, end, contentStart, contentEnd: end, level: 0, element: '' });
}

function isTable(source: SourceText, line: number): boolean {
  const { text, lines } = source;
  const from = lines.starts[line + 1];
  if (from === undefined) return false;
  const to = withoutLineBreaks(text, from, lines.starts[line + 2] ?? text.length);
  const delimiter = text.slice(from, Math.min(to, from + 1000));
  return delimiter.includes('-') && delimiter.includes('|') && TABLE_DELIMITER.test(delimiter);
}

function table(source: SourceText, line: number, state: State): number {
  const { text, lines } = source;
  let last = line;
  for (; last < lines.starts.length; last++) {
    const start = lines.starts[last]!;
    const end = withoutLineBreaks(text, start, lines.starts[last + 1] ?? text.length);
    if (firstVisible(text, start, end) === end) break;
    if (last === line + 1) {
      state.regions.push(RegionKind.Layout, start);
      state.regions.push(RegionKind.Markup, end);
    } else tableRow(state, start, end);
  }
  return last - 1;
}

function tableRow(state: State, start: number, end: number): void {
  const { text, sink, regions, blocks } = state;
  const first = blocks.length;
  for (let cell = start; cell <= end; ) {
    let bar = cell;
    while (bar < end && text.charCodeAt(bar) !== 0x7c) bar += text.charCodeAt(bar) === 0x5c ? 2 : 1;
    bar = Math.min(bar, end);
    sink.expect('tableRow', -1, 0, '');
    scanInline(text, cell, bar, 'markdown', sink);
    sink.close(bar);
    regions.push(RegionKind.Layout, bar);
    if (bar < end) regions.push(RegionKind.Markup, bar + 1);
    cell = bar + 1;
  }
  if (blocks.length === first) return;
  blocks.length = first;
  blocks.push({ kind: 'tableRow', start, end, contentStart: start, contentEnd: end, level: 0, element: '' });
}

function isMostlyHan(text: string, start: number, end: number): boolean {
  let han = 0;
  let other = 0;
  for (let i = start; i < end; i++) {
    const c = text.charCodeAt(i);
    if (isHan(c)) han++;
    else if (c > 32) other++;
  }
  return han >= other;
}

function firstVisible(text: string, start: number, end: number): number {
  let at = start;
  while (at < end) {
    const c = text.charCodeAt(at);
    if (c !== 32 && c !== 9 && c !== 0x3000 && c !== 0xa0) break;
    at++;
  }
  return at;
}
