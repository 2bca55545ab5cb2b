// Headings → one tree. Written levels (Markdown, HTML) are kept; other styles get one level each, in the order in which
// Chinese reports nest them, below the title or below the written heading they stand under.
import type { Document } from '../document/document.ts';
import { innerSpan } from '../frontMatter/types.ts';
import type { Span } from '../text/span.ts';
import { headingsOf } from './headings.ts';
import type { Heading, OutlineNode } from './types.ts';

/** The outline of a document. Use it as `doc.share(outlineOf)`, or call it directly outside of a rule. */
export function outlineOf(doc: Document): readonly OutlineNode[] {
  const headings = doc.share(headingsOf);
  const front = frontMatterTitle(doc);
  const end = lastVisible(doc);
  const levels = levelsOf(headings, front !== undefined);
  const late = front ? -1 : lateTitle(headings);
  const roots: Draft[] = [];
  const stack: Draft[] = [];
  if (front) {
    const root: Draft = { ...front, level: 1, depth: 0, start: front.selection.start, children: [] };
    roots.push(root);
    stack.push(root);
  }
  headings.forEach((h, index) => {
    if (front && h.name === front.name && h.written === 1) return;
    const level = levels[index]!;
    const draft: Draft = {
      name: h.name,
      kind: h.kind,
      level,
      depth: level,
      start: h.full.start,
      selection: h.selection,
      children: [],
    };
    while (stack.length > 0 && stack.at(-1)!.depth >= level) stack.pop();
    (stack.at(-1)?.children ?? roots).push(draft);
    if (h.kind !== 'kicker') stack.push(draft);
  });
  if (late >= 0) {
    const root = roots.find(r => r.start === headings[late]!.full.start)!;
    const before = roots.filter(r => r.start < root.start);
    const lifted: Draft = { ...root, start: before[0]!.start, children: [...before, ...root.children] };
    return finish(doc.text, [lifted], end);
  }
  return finish(doc.text, roots, end);
}

interface Draft {
  readonly name: string;
  readonly kind: Heading['kind'];
  readonly level: number;
  /** As `level`, but above everything for front matter. */
  readonly depth: number;
  readonly start: number;
  readonly selection: Span;
  readonly children: Draft[];
}

function finish(text: string, drafts: readonly Draft[], end: number): OutlineNode[] {
  return drafts.map((draft, index) => {
    let stop = drafts[index + 1]?.start ?? end;
    while (stop > draft.selection.end && text.charCodeAt(stop - 1) <= 32) stop--;
    stop = Math.max(stop, draft.selection.end);
    return {
      name: draft.name,
      kind: draft.kind,
      level: draft.level,
      range: { start: Math.min(draft.start, draft.selection.start), end: stop },
      selection: draft.selection,
      children: finish(text, draft.children, stop),
    };
  });
}

/** How reports nest what they number; styles not named here come in the order they appear. */
const ORDER = [
  'chapter',
  'section',
  'letter',
  'spaced',
  'padded',
  'bold',
  'han',
  'hanParen',
  'short',
  'digit',
  'decimal',
  'digitParen',
  'circled',
];

function levelsOf(headings: readonly Heading[], hasFrontTitle: boolean): number[] {
  const hasTitle = hasFrontTitle || headings.some(h => h.kind === 'title');
  const present = new Set(
    headings.filter(h => h.written === 0 && h.kind !== 'title' && h.kind !== 'kicker').map(h => h.style),
  );
  const ranked = [...present].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
  let under = hasTitle ? 1 : 0;
  return headings.map(h => {
    if (h.kind === 'title' || h.kind === 'kicker') return 1;
    if (h.written > 0) {
      under = h.written;
      return h.written;
    }
    const depth = h.style === 'decimal' ? h.name.split('.').length - 1 : 0;
    return under + 1 + ranked.indexOf(h.style) + Math.max(0, depth - 1);
  });
}

// The one heading of the highest level, after others of lower levels, is the title of the whole.
function lateTitle(headings: readonly Heading[]): number {
  if (headings.some(h => h.kind === 'title')) return -1;
  const written = headings.filter(h => h.written > 0);
  const top = Math.min(...written.map(h => h.written));
  const highest = written.filter(h => h.written === top);
  if (highest.length !== 1 || written.length < 3 || highest[0] === headings[0]) return -1;
  return top === 1 ? headings.indexOf(highest[0]!) : -1;
}

interface FrontTitle {
  readonly name: string;
  readonly kind: 'title';
  readonly selection: Span;
}

function frontMatterTitle(doc: Document): FrontTitle | undefined {
  const block = doc.frontMatter;
  if (!block) return undefined;
  const entry = doc.frontMatterData?.entries.find(
    e => e.path.length === 1 && String(e.path[0]).toLowerCase() === 'title',
  );
  if (entry && typeof entry.value === 'string' && entry.value.trim() !== '')
    return { name: entry.value.trim(), kind: 'title', selection: innerSpan(doc.text, entry) };
  const line = /^["']?title["']?\s*[:=：][ \t]*(["']?)(.+?)\1[ \t]*,?$/im.exec(
    doc.text.slice(block.contentStart, block.contentEnd),
  );
  if (!line) return undefined;
  const start = block.contentStart + line.index + line[0].indexOf(line[2]!);
  return { name: line[2]!, kind: 'title', selection: { start, end: start + line[2]!.length } };
}

function lastVisible(doc: Document): number {
  const last = doc.blocks.at(-1);
  return last ? last.end : 0;
}
