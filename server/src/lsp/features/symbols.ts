// Headings as symbols, folds and selections. VS Code shows Markdown's own headings by itself, so there only what it
// does not see is added: 一、…, A | …, bold lines, the title in the front matter.
import {
  type DocumentSymbol,
  type FoldingRange,
  FoldingRangeKind,
  type Position,
  type SelectionRange,
  SymbolKind,
} from 'vscode-languageserver';
import {
  CharClass,
  classAt,
  headingsOf,
  type OutlineNode,
  outlineOf,
  RegionKind,
  type Span,
} from '../../core/index.ts';
import type { Session, Snapshot } from '../session.ts';

export async function documentSymbols(session: Session, uri: string): Promise<DocumentSymbol[]> {
  const snapshot = await session.snapshot(uri);
  return snapshot ? toSymbols(snapshot, ownOutline(session, snapshot)) : [];
}

export async function foldingRanges(session: Session, uri: string): Promise<FoldingRange[]> {
  const snapshot = await session.snapshot(uri);
  if (snapshot?.state !== 'checked') return [];
  const ranges: FoldingRange[] = [];
  const add = ({ start, end }: Span, kind?: FoldingRangeKind): void => {
    const startLine = snapshot.positions.position(start).line;
    const endLine = snapshot.positions.position(end).line;
    if (endLine > startLine) ranges.push({ startLine, endLine, ...(kind ? { kind } : {}) });
  };
  const { doc } = snapshot;
  if (doc.frontMatter) add(doc.frontMatter, FoldingRangeKind.Region);
  for (const node of flat(ownOutline(session, snapshot))) {
    if (node.range.start === node.selection.start || !inFrontMatter(snapshot, node.selection))
      add(node.range);
  }
  for (const block of doc.blocks) if (block.kind === 'comment') add(block, FoldingRangeKind.Comment);
  return ranges;
}

/** Word, sentence, paragraph, sections, document: from the inside out. */
export async function selectionRanges(
  session: Session,
  uri: string,
  positions: readonly Position[],
): Promise<SelectionRange[]> {
  const snapshot = await session.snapshot(uri);
  if (!snapshot) return [];
  return positions.map(position => {
    const spans = spansAround(snapshot, snapshot.positions.offset(position));
    let range: SelectionRange | undefined;
    for (const span of spans.toReversed()) {
      const outer: SelectionRange | undefined = range;
      range = { range: snapshot.positions.range(span), ...(outer ? { parent: outer } : {}) };
    }
    return range ?? { range: { start: position, end: position } };
  });
}

function spansAround({ doc, source: { text } }: Snapshot, offset: number): Span[] {
  const spans: Span[] = [wordAround(text, offset)];
  const block = doc.blocks[doc.blockIndexAt(offset)];
  if (block) {
    const content = { start: block.contentStart, end: block.contentEnd };
    spans.push(sentenceAround(text, offset, content), content, { start: block.start, end: block.end });
  }
  const sections = flat(outlineOf(doc)).map(node => node.range);
  spans.push(...sections.filter(s => s.start <= offset && offset <= s.end).reverse());
  spans.push({ start: 0, end: text.length });
  // Only spans that hold the one before, and are larger.
  const nested: Span[] = [];
  for (const span of spans) {
    const inner = nested.at(-1);
    const grows = !inner || (span.start <= inner.start && span.end >= inner.end && size(span) > size(inner));
    if (grows && span.start <= offset && offset <= span.end) nested.push(span);
  }
  return nested;
}

const size = ({ start, end }: Span): number => end - start;
const STOPS = '。！？!?；\n\r';
const CLOSERS = '”’」』）)】》';

function sentenceAround(text: string, offset: number, { start, end }: Span): Span {
  let from = offset;
  while (from > start && !STOPS.includes(text[from - 1]!)) from--;
  while (from < offset && CLOSERS.includes(text[from]!)) from++;
  let to = offset;
  while (to < end && !STOPS.includes(text[to]!)) to++;
  if (to < end) to++;
  while (to < end && CLOSERS.includes(text[to]!)) to++;
  return { start: from, end: to };
}

function wordAround(text: string, offset: number): Span {
  const kind = classAt(text, offset);
  const isWord = kind === CharClass.Han || kind === CharClass.Latin || kind === CharClass.Digit;
  let start = offset;
  let end = offset;
  if (!isWord) return { start, end };
  const same = (at: number): boolean => classAt(text, at) === kind || isLowSurrogate(text, at);
  while (start > 0 && same(start - 1)) start--;
  while (end < text.length && same(end)) end++;
  return { start, end };
}

const isLowSurrogate = (text: string, at: number): boolean =>
  text.charCodeAt(at) >= 0xdc00 && text.charCodeAt(at) <= 0xdfff;

/** The outline without what the editor shows by itself. */
export function ownOutline(
  { client }: Session,
  { doc, state, languageId }: Pick<Snapshot, 'doc' | 'state' | 'languageId'>,
): readonly OutlineNode[] {
  if (state !== 'checked') return [];
  const outline = outlineOf(doc);
  if (!client.options.hasMarkdownOutline || languageId !== 'markdown') return outline;
  // A title in the front matter that the first heading says again stands for both.
  const shown = new Set(doc.share(headingsOf).flatMap(h => (h.kind === 'markdown' ? [h.name] : [])));
  return without(outline, ({ kind, name }) => kind === 'markdown' || (kind === 'title' && shown.has(name)));
}

const without = (nodes: readonly OutlineNode[], isLeftOut: (node: OutlineNode) => boolean): OutlineNode[] =>
  nodes.flatMap(node => {
    const children = without(node.children, isLeftOut);
    return isLeftOut(node) ? children : [{ ...node, children }];
  });

function* flatten(nodes: readonly OutlineNode[]): Generator<OutlineNode> {
  for (const node of nodes) {
    yield node;
    yield* flatten(node.children);
  }
}
export const flat = (nodes: readonly OutlineNode[]): OutlineNode[] => [...flatten(nodes)];

const toSymbols = (snapshot: Snapshot, nodes: readonly OutlineNode[]): DocumentSymbol[] =>
  nodes.map(node => ({
    name: node.name || '—',
    kind: SymbolKind.String,
    range: snapshot.positions.range(node.range),
    selectionRange: snapshot.positions.range(node.selection),
    children: toSymbols(snapshot, node.children),
  }));

const inFrontMatter = ({ doc }: Snapshot, { start }: Span): boolean => {
  const kind = doc.regions.kindAt(start);
  return kind === RegionKind.FrontMatterProse || kind === RegionKind.FrontMatterSyntax;
};
