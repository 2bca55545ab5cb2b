// The only importer of gray-matter and of the YAML, TOML and JSON parsers. Ranges come from parsers that keep them.
import { isMap, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type {
  FrontMatterBlock,
  FrontMatterData,
  FrontMatterEntry,
  FrontMatterReader,
} from '../core/index.ts';

export const frontMatterReader: FrontMatterReader = {
  read(text, block) {
    if (block.language === 'yaml') return readYaml(text, block);
    return { value: undefined, entries: [], errors: [] };
  },
};

function readYaml(text: string, block: FrontMatterBlock): FrontMatterData {
  const source = text.slice(block.contentStart, block.contentEnd);
  const document = parseDocument(source, {
    lineCounter: new LineCounter(),
    uniqueKeys: true,
    strict: true,
    prettyErrors: false,
  });
  const entries: FrontMatterEntry[] = [];
  collect(document.contents as Node | null, [], block.contentStart, entries);
  const errors = document.errors.map(error => ({
    start: block.contentStart + error.pos[0],
    end: block.contentStart + error.pos[1],
    code: error.code,
    message: error.message,
  }));
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 100 });
  } catch {
    value = undefined;
  }
  return { value, entries, errors };
}

function collect(
  node: Node | null,
  path: readonly (string | number)[],
  offset: number,
  entries: FrontMatterEntry[],
): void {
  if (isSeq(node)) {
    for (const [index, item] of node.items.entries())
      collect(item as Node | null, [...path, index], offset, entries);
    return;
  }
  if (!isMap(node)) return;
  for (const pair of node.items) {
    if (!isPair(pair) || !isScalar(pair.key) || !pair.key.range) continue;
    const own = [...path, String(pair.key.value)];
    const value = pair.value as Node | null;
    const key = { start: offset + pair.key.range[0], end: offset + pair.key.range[1] };
    const valueSpan = value?.range
      ? { start: offset + value.range[0], end: offset + value.range[1] }
      : { start: key.end + 1, end: key.end + 1 };
    entries.push({
      path: own,
      key,
      valueSpan,
      value: isScalar(value) ? value.value : undefined,
      style: styleOf(value),
    });
    collect(value, own, offset, entries);
  }
}

function styleOf(node: Node | null): FrontMatterEntry['style'] {
  if (isMap(node)) return 'mapping';
  if (isSeq(node)) return 'sequence';
  if (!isScalar(node)) return node ? 'alias' : 'empty';
  switch (node.type) {
    case 'QUOTE_SINGLE':
      return 'single';
    case 'QUOTE_DOUBLE':
      return 'double';
    case 'BLOCK_FOLDED':
    case 'BLOCK_LITERAL':
      return 'block';
    default:
      return node.value === null && node.source === '' ? 'empty' : 'plain';
  }
}
