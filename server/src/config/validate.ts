// Text → configuration and what is wrong with it. A small interpreter of the schema above rather than a JSON Schema
// library: errors need the place of a key in the file and the key that was meant.
import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import { nearest, parseUserWord, SlowPatternError, termPattern } from '../core/basics.ts';
import type { ConfigMessageId } from './messages.ts';
import type { ConfigSchema } from './schema.ts';
import type { ConfigFile, ConfigProblem } from './types.ts';

export interface ParsedConfig {
  /** What of the file can be used: wrong values and unknown keys are left out. */
  readonly value: ConfigFile;
  readonly tree: Node | undefined;
  readonly problems: readonly ConfigProblem[];
}

export function parseConfig(file: string, text: string, schema: ConfigSchema): ParsedConfig {
  const problems: ConfigProblem[] = [];
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  const add: AddProblem = (start, end, messageId, args) =>
    problems.push({ file, text, start, end, messageId, ...(args ? { args } : {}) });
  for (const { error, offset, length } of errors)
    add(offset, offset + length, 'syntax', { detail: words(printParseErrorCode(error)) });
  const wrong = new Set<Node>();
  if (tree) {
    check(tree, schema, add, wrong);
    checkTerms(tree, add, wrong);
    checkWords(tree, add, wrong);
  }
  const value = tree && !wrong.has(tree) ? (usable(tree, wrong) as ConfigFile) : {};
  return { value, tree, problems };
}

type AddProblem = (
  start: number,
  end: number,
  messageId: ConfigMessageId,
  args?: Readonly<Record<string, string | number>>,
) => void;

function check(node: Node, schema: ConfigSchema, add: AddProblem, wrong: Set<Node>): void {
  const at = (messageId: ConfigMessageId, args?: Readonly<Record<string, string | number>>): void => {
    wrong.add(node);
    add(node.offset, node.offset + node.length, messageId, args);
  };
  const branches = schema.anyOf ?? [schema];
  const branch = branches.find(candidate => hasType(node, candidate));
  if (!branch) {
    const expected = branches.map(candidate => typeName(candidate)).join(' / ');
    at('wrongType', { expected, found: node.type });
    return;
  }
  if (branch.enum && !branch.enum.includes(String(node.value))) {
    at('wrongValue', {
      expected: branch.enum.map(v => `"${v}"`).join(', '),
      found: JSON.stringify(node.value),
    });
  } else if (
    typeof node.value === 'number' &&
    (node.value < (branch.minimum ?? -Infinity) || node.value > (branch.maximum ?? Infinity))
  ) {
    at('outOfRange', { minimum: branch.minimum ?? '−∞', maximum: branch.maximum ?? '∞' });
  } else if (branch.pattern && !new RegExp(branch.pattern).test(String(node.value))) at('wrongName');
  else if (node.type === 'array' && branch.items) {
    for (const item of node.children ?? []) check(item, branch.items, add, wrong);
  } else if (node.type === 'object') checkObject(node, branch, add, wrong);
}

function checkObject(node: Node, schema: ConfigSchema, add: AddProblem, wrong: Set<Node>): void {
  const seen = new Set<string>();
  for (const property of node.children ?? []) {
    const [key, value] = property.children ?? [];
    if (!key || !value) continue;
    const name = String(key.value);
    if (seen.has(name)) add(key.offset, key.offset + key.length, 'duplicateKey', { key: name });
    seen.add(name);
    const known = propertySchema(schema, name);
    if (known) check(value, known, add, wrong);
    else if (schema.additionalProperties === false) {
      wrong.add(property);
      const names = Object.keys(schema.properties ?? {});
      const near = nearest(name, names);
      add(
        key.offset,
        key.offset + key.length,
        near ? 'unknownKeyNear' : 'unknownKey',
        near ? { key: name, near } : { key: name, known: listed(names) },
      );
    }
  }
  for (const name of schema.required ?? []) {
    if (seen.has(name)) continue;
    wrong.add(node);
    add(node.offset, node.offset + 1, 'missingKey', { key: name });
  }
}

function propertySchema(schema: ConfigSchema, name: string): ConfigSchema | undefined {
  if (schema.properties && Object.hasOwn(schema.properties, name)) return schema.properties[name];
  for (const [pattern, value] of Object.entries(schema.patternProperties ?? {}))
    if (new RegExp(pattern).test(name)) return value;
  return typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined;
}

// A pattern that cannot be used would throw where the rule is made; it is found here, at its place.
function checkTerms(tree: Node, add: AddProblem, wrong: Set<Node>): void {
  for (const property of tree.children ?? []) {
    const [key, value] = property.children ?? [];
    if (key?.value === 'overrides' || key?.value === 'terms')
      for (const item of value?.children ?? []) {
        if (key.value === 'overrides') checkTerms(item, add, wrong);
        else checkTerm(item, add, wrong);
      }
  }
}

function checkTerm(term: Node, add: AddProblem, wrong: Set<Node>): void {
  for (const property of term.children ?? []) {
    const [key, value] = property.children ?? [];
    if (key?.value !== 'match' || typeof value?.value !== 'string') continue;
    try {
      termPattern(value.value);
    } catch (error) {
      wrong.add(term);
      const end = value.offset + value.length;
      if (error instanceof SlowPatternError) add(value.offset, end, 'slowPattern');
      else add(value.offset, end, 'badPattern', { detail: error instanceof Error ? error.message : '' });
    }
  }
}

// An entry of `script.dictionary` that is no word would be ignored in silence.
function checkWords(tree: Node, add: AddProblem, wrong: Set<Node>): void {
  const overrides = findNodeAtLocation(tree, ['overrides'])?.children ?? [];
  for (const part of [tree, ...overrides]) {
    for (const entry of findNodeAtLocation(part, ['script', 'dictionary'])?.children ?? []) {
      if (typeof entry.value !== 'string' || parseUserWord(entry.value)) continue;
      wrong.add(entry);
      add(entry.offset, entry.offset + entry.length, 'badWord');
    }
  }
}

function hasType(node: Node, { type }: ConfigSchema): boolean {
  if (type === undefined) return true;
  if (type === 'integer') return Number.isInteger(node.value);
  return node.type === type;
}

const typeName = ({ type, enum: values }: ConfigSchema): string =>
  values ? values.map(value => `"${value}"`).join(' | ') : (type ?? 'any');

/** The value of a node, without what is wrong in it. */
function usable(node: Node, wrong: ReadonlySet<Node>): unknown {
  if (node.type === 'array')
    return (node.children ?? []).filter(item => !wrong.has(item)).map(item => usable(item, wrong));
  if (node.type !== 'object') return getNodeValue(node);
  const entries: [string, unknown][] = [];
  for (const property of node.children ?? []) {
    const [key, value] = property.children ?? [];
    if (key && value && !wrong.has(property) && !wrong.has(value))
      entries.push([String(key.value), usable(value, wrong)]);
  }
  return Object.fromEntries(entries);
}

const listed = (names: readonly string[]): string =>
  names.slice(0, 12).join(', ') + (names.length > 12 ? ' …' : '');

const words = (code: string): string => code.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
