// The only importer of gray-matter and of the YAML, TOML and JSON parsers. Ranges come from parsers that keep them;
// gray-matter answers one question, what a generator reads, and is fenced: no engine that runs code is ever reached.
import matter from 'gray-matter';
import {
  type ParseError as JsonError,
  type Node as JsonNode,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import { type AST, ParseError, parseTOML } from 'toml-eslint-parser';
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
import {
  type FrontMatterBlock,
  type FrontMatterData,
  type FrontMatterError,
  type FrontMatterNode,
  type FrontMatterReader,
  type FrontMatterStyle,
  type GeneratorReading,
  isEntry,
} from '../core/index.ts';

type Path = readonly (string | number)[];

export const frontMatterReader: FrontMatterReader = {
  read(text, block) {
    const source = text.slice(block.contentStart, block.contentEnd);
    switch (block.language) {
      case 'yaml':
        return guarded(block, () => readYaml(source, block.contentStart));
      case 'toml':
        return guarded(block, () => readToml(source, block.contentStart));
      case 'json':
        return guarded(block, () => readJson(source, block.contentStart));
      default:
        return dataOf(undefined, [], []);
    }
  },
  readAsGenerator,
};

const dataOf = (
  value: unknown,
  nodes: readonly FrontMatterNode[],
  errors: readonly FrontMatterError[],
): FrontMatterData => ({ value, nodes, entries: nodes.filter(isEntry), errors });

// A parser that gives up (nesting too deep for its recursion) is a finding, not a failure.
function guarded(block: FrontMatterBlock, read: () => FrontMatterData): FrontMatterData {
  try {
    return read();
  } catch (error) {
    const start = block.contentStart;
    const code = error instanceof RangeError ? 'too-deep' : 'other';
    const end = Math.max(start, Math.min(block.contentEnd, start + 1));
    return dataOf(undefined, [], [{ start, end, code, message: String(error) }]);
  }
}

/** More aliases than this, multiplied out, is a bomb and no front matter. */
const MAX_ALIASES = 100;

function readYaml(source: string, offset: number): FrontMatterData {
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
  const holds = (node: FrontMatterNode): boolean =>
    node.valueSpan.start <= error.start && error.start <= node.valueSpan.end + 1;
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
  if (error.code === 'tag') {
    const start = source.slice(0, at + 1).search(/[!&][^\s]*$/);
    const tag = start < 0 ? null : /^\S+/.exec(source.slice(start));
    if (tag) return { ...error, code: 'tag', start: offset + start, end: offset + start + tag[0].length };
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
      [...parent, String(pair.key.value)],
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

function readToml(source: string, offset: number): FrontMatterData {
  let program: AST.TOMLProgram;
  try {
    program = parseTOML(source, { tomlVersion: '1.0' });
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    const start = offset + Math.min(error.index, source.length);
    const code = /multiple times|already defined|duplicate/i.test(error.message) ? 'duplicate-key' : 'toml';
    const problem = { start, end: Math.min(start + 1, offset + source.length), code, message: error.message };
    return dataOf(undefined, [], [problem]);
  }
  const nodes: FrontMatterNode[] = [];
  const root: Record<string, unknown> = {};
  const span = (node: AST.TOMLNode) => ({ start: offset + node.range[0], end: offset + node.range[1] });
  const valueOf = (node: AST.TOMLContentNode, path: Path): unknown => {
    if (node.type === 'TOMLArray')
      return node.elements.map((element, index) => addValue(element, [...path, index], undefined));
    if (node.type === 'TOMLInlineTable') {
      const table: Record<string, unknown> = {};
      for (const pair of node.body) addPair(pair, path, table);
      return table;
    }
    switch (node.kind) {
      case 'offset-date-time':
      case 'local-date-time':
      case 'local-date':
      case 'local-time':
        return source.slice(...node.range);
      default:
        return node.value;
    }
  };
  const addValue = (node: AST.TOMLContentNode, path: Path, key: FrontMatterNode['key']): unknown => {
    const at = nodes.length;
    nodes.push(undefined as never);
    const value = valueOf(node, path);
    const scalar = node.type === 'TOMLValue';
    nodes[at] = {
      path,
      key,
      valueSpan: span(node),
      value: scalar ? value : undefined,
      style: tomlStyle(node),
      isTagged: false,
    };
    return value;
  };
  const addPair = (pair: AST.TOMLKeyValue, parent: Path, table: Record<string, unknown>): void => {
    const names = pair.key.keys.map(key => (key.type === 'TOMLBare' ? key.name : key.value));
    const path = [...parent, ...names];
    assign(table, names, addValue(pair.value, path, span(pair.key)));
  };
  for (const item of program.body[0].body) {
    if (item.type === 'TOMLKeyValue') addPair(item, [], root);
    else {
      const table: Record<string, unknown> = {};
      assign(root, item.resolvedKey, table);
      for (const pair of item.body) addPair(pair, item.resolvedKey, table);
    }
  }
  return dataOf(root, nodes, []);
}

function assign(root: Record<string, unknown>, path: Path, value: unknown): void {
  let at = root;
  for (const [index, step] of path.slice(0, -1).entries()) {
    if (!Object.hasOwn(at, step)) define(at, step, typeof path[index + 1] === 'number' ? [] : {});
    at = at[step] as Record<string, unknown>;
  }
  const last = path[path.length - 1]!;
  const known = Object.hasOwn(at, last) ? at[last] : undefined;
  // A table that a sub-table has made already is filled, not replaced.
  if (typeof known === 'object' && known !== null && !Array.isArray(known)) Object.assign(known, value);
  else define(at, last, value);
}

// A key `__proto__` is a key like any other.
const define = (target: object, key: string | number, value: unknown): unknown =>
  Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });

function tomlStyle(node: AST.TOMLContentNode): FrontMatterStyle {
  if (node.type !== 'TOMLValue') return 'flow';
  if (node.kind !== 'string') return 'plain';
  return node.style === 'literal' ? 'single' : 'double';
}

function readJson(source: string, offset: number): FrontMatterData {
  // Middleman's `;;;` blocks leave out the outer braces.
  const bare = !/^\s*[{[]/.test(source) && source.trim() !== '';
  const json = bare ? `{${source}}` : source;
  const from = bare ? offset - 1 : offset;
  const problems: JsonError[] = [];
  const tree = parseTree(json, problems, { disallowComments: true, allowTrailingComma: false });
  const nodes: FrontMatterNode[] = [];
  const value = tree ? collectJson(tree, [], undefined, from, nodes) : undefined;
  const errors = problems.map(problem => {
    const start = Math.min(Math.max(from + problem.offset, offset), offset + source.length);
    const end = Math.min(start + Math.max(problem.length, 0), offset + source.length);
    const message = printParseErrorCode(problem.error);
    return { start, end, code: `json-${message}`, message };
  });
  return dataOf(errors.length === 0 ? value : undefined, nodes.slice(1), errors);
}

function collectJson(
  node: JsonNode,
  path: Path,
  key: FrontMatterNode['key'],
  offset: number,
  nodes: FrontMatterNode[],
): unknown {
  const at = nodes.length;
  nodes.push(undefined as never);
  let value: unknown = node.value;
  if (node.type === 'array')
    value = (node.children ?? []).map((child, index) =>
      collectJson(child, [...path, index], undefined, offset, nodes),
    );
  else if (node.type === 'object') {
    const table: Record<string, unknown> = {};
    for (const { children } of node.children ?? []) {
      const [name, content] = children ?? [];
      if (!name || !content) continue;
      const own = { start: offset + name.offset, end: offset + name.offset + name.length };
      assign(
        table,
        [String(name.value)],
        collectJson(content, [...path, String(name.value)], own, offset, nodes),
      );
    }
    value = table;
  }
  const scalar = node.type !== 'array' && node.type !== 'object';
  nodes[at] = {
    path,
    key,
    valueSpan: { start: offset + node.offset, end: offset + node.offset + node.length },
    value: scalar ? value : undefined,
    style: !scalar ? 'flow' : node.type === 'string' ? 'double' : 'plain',
    isTagged: false,
  };
  return value;
}

function refuse(): never {
  throw new Error('code in front matter is never run');
}

const REFUSED = { parse: refuse, stringify: refuse };

/** Every name under which gray-matter, or a plugin's habit, would run code. */
const ENGINES = Object.fromEntries(
  ['javascript', 'js', 'JS', 'coffee', 'coffeescript', 'cson', 'node', 'ts', 'typescript', 'mjs', 'cjs'].map(
    name => [name, REFUSED],
  ),
);

function readAsGenerator(text: string, block: FrontMatterBlock): GeneratorReading {
  const isYaml = block.language === 'yaml' && text.startsWith('---', block.start);
  const isJson = block.language === 'json' && text.startsWith('---', block.start);
  if (!isYaml && !isJson) return { ok: false, message: 'gray-matter does not read this block' };
  // Only the block: the body may be megabytes long. The language is stated by us, never taken from the text.
  const content = text.slice(block.contentStart, block.contentEnd);
  try {
    const file = matter(`---\n${content}${/(?:^|[\r\n])$/.test(content) ? '' : '\n'}---\n`, {
      language: isJson ? 'json' : 'yaml',
      engines: ENGINES,
    });
    return { ok: true, data: file.data };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}
