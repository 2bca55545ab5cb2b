// Links, images, footnotes and their targets in Markdown: the brackets of a stretch are matched once, before its regions
// are marked.
import type { BlockSink } from './blockSink.ts';
import { RegionKind } from './regionKind.ts';
import { indexWithin } from './within.ts';

export interface Links {
  /** Offsets of the `[` of links and images. */
  readonly opens: ReadonlySet<number>;
  /** By the offset of its `]`, the target of a link or image: `[from, end)`, an address or a label. */
  readonly closes: ReadonlyMap<
    number,
    { readonly kind: RegionKind; readonly from: number; readonly end: number }
  >;
  /** By the offset of its `[`, where the reference to a footnote ends. */
  readonly labels: ReadonlyMap<number, number>;
}
export const NO_LINKS: Links = { opens: new Set(), closes: new Map(), labels: new Map() };

export function matchLinks(text: string, start: number, end: number): Links {
  let at = indexWithin(text, '[', start, end);
  if (at < 0) return NO_LINKS;
  const opens = new Set<number>();
  const closes = new Map<number, { kind: RegionKind; from: number; end: number }>();
  const labels = new Map<number, number>();
  const stack: number[] = [];
  for (; at < end; at++) {
    const c = text.charCodeAt(at);
    if (c === 0x5c) at++;
    else if (c === 0x5b) stack.push(at);
    else if (c === 0x5d && stack.length > 0) {
      const open = stack.pop()!;
      const after = text.charCodeAt(at + 1);
      if (text.charCodeAt(open + 1) === 0x5e && at - open < 60) labels.set(open, at + 1);
      else if (after === 0x28) {
        const close = targetEnd(text, at + 2, end);
        if (close > 0) {
          opens.add(open);
          closes.set(at, { kind: RegionKind.Url, from: at + 2, end: close });
        }
      } else if (after === 0x5b) {
        const close = indexWithin(text, ']', at + 2, Math.min(end, at + 200));
        if (close > 0 && !text.slice(at, close).includes('\n')) {
          opens.add(open);
          closes.set(at, { kind: RegionKind.Label, from: at + 2, end: close });
        }
      }
    }
  }
  return { opens, closes, labels };
}

// The offset of the `)` that ends a link target, or -1. A target has no space but before a title, and no Han text
// that a reader would take for a parenthesis after a bracketed note.
function targetEnd(text: string, from: number, end: number): number {
  let depth = 0;
  const stop = Math.min(end, from + 4096);
  for (let at = from; at < stop; at++) {
    const c = text.charCodeAt(at);
    if (c === 10 || c === 13) return -1;
    if (c === 0x5c) at++;
    else if (c === 0x28) depth++;
    else if (c === 0x29 && depth-- === 0) {
      const target = /^\s*(<[^>]*>|[^\s]*)(?:\s+(?:"[^"]*"|'[^']*'|\([^)]*\)|“[^”]*”))?\s*$/.exec(
        text.slice(from, at),
      )?.[1];
      return target !== undefined && !/[，。！？]/.test(target) ? at : -1;
    }
  }
  return -1;
}

/** Marks the link, image or footnote that begins at `i`; returns where to go on, `i` where there is none. */
export function linkStart(text: string, i: number, c: number, sink: BlockSink, links: Links): number {
  const bracket = c === 0x21 ? i + 1 : i;
  if (c === 0x21 && text.charCodeAt(bracket) !== 0x5b) return i;
  const label = links.labels.get(bracket);
  if (label !== undefined && c !== 0x21) {
    sink.mark(RegionKind.Label, i, label);
    return label;
  }
  if (!links.opens.has(bracket)) return i;
  sink.mark(RegionKind.Markup, i, bracket + 1);
  return bracket + 1;
}

/** Marks the `]` at `i` and the target behind it, as `linkStart` does. */
export function linkEnd(i: number, sink: BlockSink, links: Links): number {
  const target = links.closes.get(i);
  if (!target) return i;
  sink.mark(RegionKind.Markup, i, target.from);
  sink.mark(target.kind, target.from, target.end);
  sink.mark(RegionKind.Markup, target.end, target.end + 1);
  return target.end + 1;
}
