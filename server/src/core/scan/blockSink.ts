// Where the scanners put what they find. A block opens at its first visible character and closes at the next
// boundary; regions are pushed in order, so the sink alone decides what the text between two marks is.
import type { Block, BlockKind } from './blocks.ts';
import { RegionKind } from './regionKind.ts';
import type { RegionBuilder } from './regions.ts';

export interface BlockSink {
  /** The text's code units. */
  readonly codes: Uint16Array;
  readonly isOpen: boolean;
  /** Offset of the first `[` at or after `from`, the text's length for none; asked for in ascending order. */
  nextBracket(from: number): number;
  /** Sets what the next block will be; `markerStart` is where its marker or tag begins. */
  expect(kind: BlockKind, markerStart: number, level: number, element: string): void;
  /** Opens the expected block, its content starting at `at`. */
  open(at: number): void;
  /** Marks `[start, end)` as a region of its own; opens a block where none is open, but for comments. */
  mark(kind: RegionKind, start: number, end: number): void;
  /** A block-level tag at `[start, end)`. */
  breakAt(start: number, end: number, element: string, closing: boolean, kind: BlockKind): void;
  /** Closes the open block at `end`; blank space before `end` is left out of its content. */
  close(end: number): void;
}

export function createBlockSink(
  text: string,
  codes: Uint16Array,
  regions: RegionBuilder,
  blocks: Block[],
): BlockSink {
  let kind: BlockKind = 'paragraph';
  let level = 0;
  let element = '';
  let markerStart = -1;
  let blockStart = 0;
  let contentStart = 0;
  let base: RegionKind = RegionKind.Prose;
  let bracket = -1;
  // A plain property: V8 keeps object literals with a getter as dictionaries.
  const sink = {
    codes,
    isOpen: false,
    nextBracket(from: number) {
      if (bracket < from) {
        bracket = text.indexOf('[', from);
        if (bracket < 0) bracket = text.length;
      }
      return bracket;
    },
    expect(nextKind: BlockKind, start: number, nextLevel: number, nextElement: string) {
      kind = nextKind;
      markerStart = start;
      level = nextLevel;
      element = nextElement;
    },
    open(at: number) {
      sink.isOpen = true;
      blockStart = markerStart >= 0 ? markerStart : at;
      contentStart = at;
      base =
        kind === 'heading'
          ? RegionKind.Heading
          : kind === 'tableRow'
            ? RegionKind.TableCell
            : RegionKind.Prose;
      regions.push(RegionKind.Layout, at);
    },
    mark(regionKind: RegionKind, start: number, end: number) {
      if (!sink.isOpen) {
        if (regionKind === RegionKind.Comment || regionKind === RegionKind.HtmlTag) {
          regions.push(RegionKind.Layout, start);
          regions.push(regionKind, end);
          return;
        }
        sink.open(start);
      }
      regions.push(base, start);
      regions.push(regionKind, end);
    },
    breakAt(start: number, end: number, name: string, closing: boolean, nextKind: BlockKind) {
      sink.close(start);
      regions.push(RegionKind.Layout, start);
      regions.push(RegionKind.HtmlTag, end);
      if (name === 'br' || name === 'hr') {
        markerStart = -1;
        return;
      }
      const headingLevel = /^h[1-6]$/.test(name) ? Number(name[1]) : name === 'title' ? 1 : 0;
      if (closing) sink.expect('paragraph', -1, 0, '');
      else sink.expect(nextKind, start, headingLevel, name);
    },
    close(end: number) {
      if (!sink.isOpen) return;
      sink.isOpen = false;
      let contentEnd = end;
      while (contentEnd > contentStart && isBlank(text.charCodeAt(contentEnd - 1))) contentEnd--;
      regions.push(base, contentEnd);
      regions.push(RegionKind.Layout, end);
      if (contentEnd > contentStart) {
        blocks.push({ kind, start: blockStart, end: contentEnd, contentStart, contentEnd, level, element });
      }
      markerStart = -1;
    },
  };
  return sink;
}

const isBlank = (c: number): boolean =>
  c === 32 || c === 9 || c === 10 || c === 13 || c === 0x3000 || c === 0xa0 || c === 0xfeff || c === 0x200b;
