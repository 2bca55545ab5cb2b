// YAML with the range of every node, and errors placed where the slip began.
import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  type Document as YamlDocument,
} from 'yaml';
import type { FrontMatterData, FrontMatterError, FrontMatterNode, FrontMatterStyle } from '../core/index.ts';
import { dataOf, type Path } from './frontMatterData.ts';

/** More aliases than this, multiplied out, is a bomb and no front matter. */
const MAX_ALIASES = 100;

export function readYaml(source: string, offset: number): FrontMatterData {
  const document = parseDocument(source, {
    merge: true,
    prettyErrors: false,
    strict: true,
    uniqueKeys: false,
    logLevel: 'silent',
  });
  const nodes: FrontMatterNode[] = [];
  collectYaml(document, document.contents as Node | null, [], source, offset, nodes);
  // A tag that nobody resolves is a warning to this parser and the end of the build to js-yaml 3.
  const problems = [...document.errors, ...document.warnings.filter(w => w.code === 'TAG_RESOLVE_FAILED')];
  const errors: FrontMatterError[] = problems.map(error =>
    placed(source, offset, nodes, {
      start: offset + error.pos[0],
      end: offset + Math.max(error.pos[1], error.pos[0]),
      code: YAML_CODES[error.code] ?? 'other',
      message: error.message,
    }),
  );
  let value: unknown;
  if (errors.length === 0) {
    try {
      value = document.toJS({ maxAliasCount: MAX_ALIASES });
    } catch (error) {
      const alias = nodes.find(node => node.style === 'alias')?.valueSpan ?? {
        start: offset,
        end: offset + 1,
      };
      const unknown = /unresolved alias/i.test(String(error));
      errors.push({ ...alias, code: unknown ? 'unknown-alias' : 'alias-bomb', message: String(error) });
    }
  }
  return dataOf(value, nodes, errors);
}

// The parser stops where it can go no further; whoever reads wants to know where the slip began.
function placed(
  source: string,
  offset: number,
  nodes: readonly FrontMatterNode[],
  error: FrontMatterError,
): FrontMatterError {
  const at = error.start - offset;
  // A value that is not closed reaches as far as the error, blank space between them left out.
  const holds = ({ valueSpan: { start, end } }: FrontMatterNode): boolean =>
    start <= error.start && (error.start <= end + 1 || source.slice(end - offset, at).trim() === '');
  const lineEnd = (from: number): number => from + /^[^\r\n]*/.exec(source.slice(from - offset))![0].length;
  if (error.code === 'tab') {
    const from = Math.max(source.lastIndexOf('\n', at - 1), 0);
    const tab = /(?<=^|[\r\n])[ \t]*\t[ \t]*/.exec(source.slice(from));
    const start = offset + from + (tab?.index ?? 0);
    if (tab) return { ...error, start, end: start + tab[0].length };
  }
  if (error.code === 'missing-char' && /quote/i.test(error.message)) {
    const node = nodes.findLast(n => (n.style === 'double' || n.style === 'single') && holds(n));
    const start = node?.valueSpan.start ?? error.start;
    return { ...error, code: 'unclosed-quote', start, end: lineEnd(start) };
  }
  if (/^Flow (?:sequence|map)/i.test(error.message)) {
    const start = nodes.findLast(n => n.style === 'flow' && holds(n))?.valueSpan.start ?? error.start;
    return { ...error, code: 'unclosed-flow', start, end: lineEnd(start) };
  }
  if (error.code === 'colon-in-value') {
    const rest = source.slice(at, lineEnd(error.start) - offset);
    const code = /:(?:\s|$)/.test(rest) ? error.code : 'children-of-value';
    return { ...error, code, end: lineEnd(error.start) };
  }
  if (/^Tags and anchors/.test(error.message)) {
    const line = source.lastIndexOf('\n', at - 1) + 1;
    const tag = /[!&]\S*/.exec(source.slice(line, lineEnd(error.start) - offset));
    const start = error.start - at + line + (tag?.index ?? 0);
    if (tag) return { ...error, code: 'tag', start, end: start + tag[0].length };
  }
  if (error.code === 'multiline-key' && !/["']/.test(source[at] ?? ''))
    return { ...error, code: 'missing-char', end: lineEnd(error.start) };
  return error;
}

const YAML_CODES: Readonly<Record<string, string>> = {
  ALIAS_PROPS: 'alias',
  BAD_ALIAS: 'unknown-alias',
  BAD_COLLECTION_TYPE: 'tag',
  BAD_DIRECTIVE: 'directive',
  BAD_DQ_ESCAPE: 'escape',
  BAD_INDENT: 'indent',
  BAD_PROP_ORDER: 'tag',
  BAD_SCALAR_START: 'reserved-start',
  BLOCK_AS_IMPLICIT_KEY: 'colon-in-value',
  BLOCK_IN_FLOW: 'unclosed-flow',
  KEY_OVER_1024_CHARS: 'long-key',
  MISSING_CHAR: 'missing-char',
  MULTILINE_IMPLICIT_KEY: 'multiline-key',
  MULTIPLE_ANCHORS: 'tag',
  MULTIPLE_DOCS: 'multiple-documents',
  MULTIPLE_TAGS: 'tag',
  NON_STRING_KEY: 'key',
  RESOURCE_EXHAUSTION: 'alias-bomb',
  TAB_AS_INDENT: 'tab',
  TAG_RESOLVE_FAILED: 'tag',
  UNEXPECTED_TOKEN: 'unexpected',
};

function collectYaml(
  document: YamlDocument,
  node: Node | null,
  path: Path,
  source: string,
  offset: number,
  nodes: FrontMatterNode[],
): void {
  const add = (value: Node | null, own: Path, key: FrontMatterNode['key'], empty: number): void => {
    const target = isAlias(value) ? value.resolve(document) : value;
    const range = value?.range;
    nodes.push({
      path: own,
      key,
      valueSpan: range
        ? { start: offset + range[0], end: offset + trimEnd(source, range[0], range[1]) }
        : { start: empty, end: empty },
      value: isScalar(target) ? target.value : undefined,
      style: yamlStyle(value),
      isTagged: value !== null && hasTag(value),
    });
    collectYaml(document, value, own, source, offset, nodes);
  };
  if (isSeq(node)) {
    for (const [index, item] of node.items.entries()) {
      const at = offset + (node.range?.[0] ?? 0);
      if (isPair(item)) {
        // `[a: b]` makes a mapping of one pair without a node of its own.
        addPair(item as YamlPair, [...path, index]);
      } else add(item as Node | null, [...path, index], undefined, at);
    }
  } else if (isMap(node)) {
    for (const pair of node.items) if (isPair(pair)) addPair(pair as YamlPair, path);
  }

  function addPair(pair: YamlPair, parent: Path): void {
    if (!isScalar(pair.key) || !pair.key.range) return;
    const [start, end] = pair.key.range;
    add(
      pair.value,
      [...parent, keyText(pair.key.value)],
      { start: offset + start, end: offset + end },
      offset + end + 1,
    );
  }
}

type YamlPair = { key: Node | null; value: Node | null };

const hasTag = (node: Node): boolean => typeof (node as { tag?: string }).tag === 'string';

function yamlStyle(node: Node | null): FrontMatterStyle {
  if (isMap(node)) return node.flow ? 'flow' : 'mapping';
  if (isSeq(node)) return node.flow ? 'flow' : 'sequence';
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
      return node.value === null && (node.source ?? '') === '' ? 'empty' : 'plain';
  }
}

function trimEnd(source: string, start: number, end: number): number {
  let at = end;
  while (at > start && /\s/.test(source[at - 1]!)) at--;
  return at;
}

// With merging on, the parser hands out a symbol for `<<`.
const keyText = (key: unknown): string => (typeof key === 'symbol' ? '<<' : String(key));
