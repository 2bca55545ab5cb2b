// The pieces of a report that a reader takes in one after the other: a line of plain or Markdown text, a block of
// HTML. Rules on paragraphs and the outline compare neighbours among them. Blocks are too coarse for that (a page
// without blank lines is one block) and lines too fine (a one-line page of HTML holds fifty paragraphs).
import type { Document } from '../document/document.ts';
import type { BlockKind } from '../scan/blocks.ts';
import { RegionKind } from '../scan/regionKind.ts';
import { Ruler } from './ruler.ts';

export interface Unit {
  /** Offsets of what is seen: without indentation, list marker, heading marks, tags at the ends, trailing space. */
  readonly start: number;
  readonly end: number;
  /** Offsets with markers and tags. */
  readonly fullStart: number;
  readonly fullEnd: number;
  readonly kind: BlockKind;
  /** Heading level or depth of quotation. */
  readonly level: number;
  readonly element: string;
  /** Index of the block in `doc.blocks`. */
  readonly block: number;
  /** True for every line of a block but its first. */
  readonly continues: boolean;
  /** Blank lines between the previous unit and this one; 0 for the next line, -1 on the same line. */
  readonly blankBefore: number;
  /** Columns before `start` on its line. */
  readonly prefix: number;
  /** True when those columns are blank and at least two. */
  readonly indented: boolean;
  /** True when all of it is bold. */
  readonly bold: boolean;
  /** True when something stands between the previous unit and this one that is no blank space: a tag, an image. */
  readonly apart: boolean;
  /** Columns without tags, Han and full-width marks counting two; counting stops at 400. */
  readonly width: number;
  /** Code units counted, with the same end. */
  readonly length: number;
  readonly han: number;
}

/** All units of the document, in order. Use it as `doc.share(unitsOf)`. */
export function unitsOf(doc: Document): readonly Unit[] {
  const units: Unit[] = [];
  const { text } = doc;
  const lineWise = doc.format !== 'html';
  const hasTabs = text.includes('\t');
  const ruler = new Ruler(doc);
  const { blocks } = doc;
  const { starts } = doc.source.lines;
  let line = 0;
  let previousEnd = 0;
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index]!;
    if (block.kind === 'frontMatter') {
      previousEnd = block.end;
      continue;
    }
    const base = { kind: block.kind, level: block.level, element: block.element, block: index, hasTabs };
    const whole =
      !lineWise ||
      block.element !== '' ||
      (block.kind !== 'paragraph' && block.kind !== 'list' && block.kind !== 'quote');
    let from = block.contentStart;
    let fullStart = block.start;
    let continues = false;
    while (from < block.contentEnd) {
      let end = block.contentEnd;
      if (!whole) {
        while (line < starts.length && starts[line]! <= from) line++;
        end = Math.min(end, starts[line] ?? end);
        while (end > from && isNewline(text.charCodeAt(end - 1))) end--;
      }
      const unit = measure(doc, ruler, from, end, fullStart, continues, previousEnd, base);
      if (unit) {
        units.push(unit);
        previousEnd = unit.fullEnd;
        continues = true;
      }
      from = end;
      while (from < block.contentEnd && isNewline(text.charCodeAt(from))) from++;
      fullStart = from;
    }
    if (block.end > previousEnd) previousEnd = block.end;
  }
  return units;
}

/** A line with two tabs or more inside is the row of a table. */
function isTabbed(text: string, start: number, end: number): boolean {
  const line = text.slice(start, Math.min(end, start + LONGEST_ROW));
  const first = line.indexOf('\t');
  return first >= 0 && line.slice(first, line.lastIndexOf('\t')).trim() !== '';
}

const LONGEST_ROW = 400;

type Base = Pick<Unit, 'kind' | 'level' | 'element' | 'block'> & { readonly hasTabs: boolean };

function measure(
  doc: Document,
  ruler: Ruler,
  from: number,
  to: number,
  fullStart: number,
  continues: boolean,
  previousEnd: number,
  base: Base,
): Unit | undefined {
  const { text, regions } = doc;
  let start = from;
  let end = to;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  if (start >= end) return undefined;
  const fullEnd = end;
  // In HTML the white space of the source is not what a reader sees.
  const tagged = doc.format === 'html' || base.element !== '';
  const prefix = tagged ? UNDER_TAG : prefixColumns(text, start);
  const indented = tagged
    ? INDENTS.includes(text[start - 1] ?? '-')
    : prefix.blank && prefix.columns >= 2 && base.kind !== 'tableRow';
  let bold = false;
  if (base.kind === 'paragraph' || base.kind === 'tableRow' || base.kind === 'list') {
    const inner = peel(text, start, end, previousEnd);
    start = inner.start;
    end = inner.end;
    bold = inner.bold;
  }
  if (start >= end) return undefined;
  const { width, han, length } = ruler.measure(start, end);
  let blank = -1;
  let apart = false;
  for (let i = previousEnd; i < fullStart; i++) {
    const c = text.charCodeAt(i);
    if (c === 10 || (c === 13 && text.charCodeAt(i + 1) !== 10)) blank++;
    else if (c > 32 && c !== 0x3000 && c !== 0xa0) {
      // Skip to the end of the region: what stands here is a tag, a comment or code, never prose.
      apart = true;
      const region = regions.indexAt(i);
      const kind = regions.kinds[region];
      if (kind === RegionKind.HtmlTag || kind === RegionKind.Comment || kind === RegionKind.Code)
        i = Math.min(regions.endOf(region), fullStart) - 1;
    }
  }
  // Spelt out: a spread makes objects that V8 keeps as dictionaries, at ten times the price.
  return {
    kind:
      base.hasTabs && base.kind === 'paragraph' && !tagged && isTabbed(text, start, end)
        ? 'tableRow'
        : base.kind,
    level: base.level,
    element: base.element,
    block: base.block,
    start,
    end,
    fullStart: continues ? from : fullStart,
    fullEnd,
    continues,
    blankBefore: blank,
    prefix: prefix.columns,
    indented,
    bold,
    apart,
    width,
    length,
    han,
  };
}

const CLOSERS = /(?:\s*<\/(?:strong|b|span|font|em|i|u|section|center|a)>)+$/i;
const OPENERS = /(?:<[^<>]{1,300}>\s*)+$/;
const LONGEST_BOLD = 600;

// Takes off the tags and asterisks that hold the whole unit. Opening tags stand before a block's content.
function peel(
  text: string,
  from: number,
  to: number,
  previousEnd: number,
): { start: number; end: number; bold: boolean } {
  let start = from;
  let end = to;
  let bold = false;
  while (end - start > 4 && isDoubled(text, start)) {
    // *** is bold and slanted.
    const size = text[start + 2] === text[start] && end - start > 6 ? 3 : 2;
    const mark = text.slice(start, start + size);
    if (text.indexOf(mark, start + size) !== end - size) break;
    start += size;
    end -= size;
    bold = true;
  }
  if (text.charCodeAt(end - 1) === 0x3e) {
    const closers = CLOSERS.exec(text.slice(Math.max(start, end - 120), end))?.[0] ?? '';
    if (closers !== '' && closers.length < end - start) {
      end -= closers.length;
      const openers = OPENERS.exec(text.slice(Math.max(previousEnd, start - 400), start))?.[0] ?? '';
      bold =
        /<\/(?:strong|b)>/i.test(closers) &&
        /<(?:strong|b)(?:\s[^<>]*)?>/i.test(openers) &&
        end - start < LONGEST_BOLD &&
        !/<\/(?:strong|b)>(?!\s*<(?:strong|b)[\s>])/i.test(text.slice(start, end));
    }
  }
  return { start, end, bold };
}

// ** or __
const isDoubled = (text: string, at: number): boolean => {
  const c = text.charCodeAt(at);
  return (c === 0x2a || c === 0x5f) && text.charCodeAt(at + 1) === c;
};

const UNDER_TAG = { columns: 0, blank: true };
const INDENTS = '\u3000\u00a0';
const LONGEST_PREFIX = 40;

function prefixColumns(text: string, start: number): { columns: number; blank: boolean } {
  let columns = 0;
  let blank = true;
  for (let i = start - 1; i >= 0 && start - i <= LONGEST_PREFIX; i--) {
    const c = text.charCodeAt(i);
    if (isNewline(c)) return { columns, blank };
    if (!isSpace(c)) blank = false;
    columns += c === 0x3000 || (c > 0x2e80 && c !== 0xfeff) ? 2 : c === 9 ? 4 : 1;
  }
  return start > LONGEST_PREFIX ? { columns: 0, blank: false } : { columns, blank };
}

const isNewline = (c: number): boolean => c === 10 || c === 13;
const isSpace = (c: number): boolean =>
  c === 32 || (c >= 9 && c <= 13) || c === 0x3000 || c === 0xa0 || c === 0xfeff || c === 0x200b;
