// What a JSON Schema says of the value at a path: its description, choices and properties. References inside the
// schema are followed; of a choice between schemas all are looked at.
import { isMapping } from './types.ts';

export interface SchemaFacts {
  readonly description?: string;
  readonly types: readonly string[];
  /** Values to offer: choices, constants, the default, examples. */
  readonly values: readonly (string | number | boolean)[];
  /** Names of keys with their descriptions. */
  readonly properties: ReadonlyMap<string, string>;
  readonly format?: string;
}

const DEEPEST = 12;

export function schemaFacts(schema: unknown, path: readonly (string | number)[]): SchemaFacts {
  let at = expand(schema, schema, 0);
  for (const step of path)
    at = at.flatMap(node => childOf(node, step)).flatMap(node => expand(schema, node, 0));
  const values: (string | number | boolean)[] = [];
  const properties = new Map<string, string>();
  const types = new Set<string>();
  let description: string | undefined;
  let format: string | undefined;
  for (const node of at) {
    if (typeof node.description === 'string') description ??= node.description;
    if (typeof node.title === 'string') description ??= node.title;
    if (typeof node.format === 'string') format ??= node.format;
    for (const type of list(node.type)) if (typeof type === 'string') types.add(type);
    for (const value of [...list(node.enum), node.const, node.default, ...list(node.examples)])
      if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
        values.push(value);
    if (isMapping(node.properties))
      for (const [key, own] of Object.entries(node.properties))
        properties.set(key, isMapping(own) && typeof own.description === 'string' ? own.description : '');
  }
  if (types.has('boolean') && values.length === 0) values.push(true, false);
  return {
    types: [...types],
    values: [...new Set(values)],
    properties,
    ...(description === undefined ? {} : { description }),
    ...(format === undefined ? {} : { format }),
  };
}

type Node = Readonly<Record<string, unknown>>;

const list = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

function expand(root: unknown, node: unknown, depth: number): Node[] {
  if (!isMapping(node) || depth > DEEPEST) return [];
  const found: Node[] = [node];
  if (typeof node.$ref === 'string') found.push(...expand(root, pointed(root, node.$ref), depth + 1));
  for (const keyword of ['allOf', 'anyOf', 'oneOf'])
    for (const part of list(node[keyword])) found.push(...expand(root, part, depth + 1));
  return found;
}

function pointed(root: unknown, ref: string): unknown {
  if (!ref.startsWith('#')) return undefined;
  let at: unknown = root;
  for (const step of ref.split('/').slice(1)) {
    const key = step.replace(/~1/g, '/').replace(/~0/g, '~');
    at = isMapping(at) && Object.hasOwn(at, key) ? at[key] : undefined;
  }
  return at;
}

function childOf(node: Node, step: string | number): unknown[] {
  if (typeof step === 'number') {
    const prefix = Array.isArray(node.prefixItems) ? node.prefixItems[step] : undefined;
    return [prefix ?? (Array.isArray(node.items) ? node.items[step] : node.items)];
  }
  const own =
    isMapping(node.properties) && Object.hasOwn(node.properties, step) ? node.properties[step] : undefined;
  return [own ?? node.additionalProperties];
}
