// JSON Schema by interpretation. Ajv was rejected: it compiles schemas with `new Function`, and a schema comes from the
// workspace. A schema is prepared once, however many documents it judges; patterns that could take exponential time
// are not run.
import { dereference, type Schema, type SchemaDraft, validate } from '@cfworker/json-schema';
import type { SchemaChecker, SchemaProblem } from '../core/index.ts';

interface Prepared {
  readonly schema: Schema | boolean;
  readonly lookup: Record<string, Schema | boolean>;
  readonly draft: SchemaDraft;
  /** The same without the patterns that are too slow for a longer text. */
  readonly within: (maxLoops: number) => Prepared;
  readonly refused: readonly string[];
}

type Path = readonly (string | number)[];

/** For hosts without files: `$schema` keys are left alone. */
export const schemaChecker: SchemaChecker = { check };

/** `read` gives the text of the local file a document names, and undefined for what is no local file; it may throw. */
export function createSchemaChecker(
  read: (reference: string, documentId: string) => string | undefined,
): SchemaChecker {
  // By text, so that an edited schema counts at once and an unchanged one is prepared once.
  const byText = new Map<string, unknown>();
  return {
    check,
    load(reference, documentId) {
      let text: string | undefined;
      try {
        text = read(reference, documentId);
        if (text === undefined) return undefined;
        if (!byText.has(text)) byText.set(text, parse(text));
      } catch (error) {
        return { [UNREADABLE]: `${reference}: ${error instanceof Error ? error.message : String(error)}` };
      }
      return byText.get(text);
    },
  };
}

/** Marks what stands for a schema that could not be read. */
const UNREADABLE = Symbol('unreadable');

function parse(text: string): unknown {
  const schema: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema))
    throw new Error('no JSON object');
  return schema;
}

const prepared = new WeakMap<object, Prepared>();

function check(schema: unknown, value: unknown): readonly SchemaProblem[] {
  if (typeof schema !== 'object' || schema === null) return [];
  if (UNREADABLE in schema)
    return [{ path: ['$schema'], keyword: 'schema', expected: undefined, words: String(schema[UNREADABLE]) }];
  let ready = prepared.get(schema);
  if (!ready) {
    ready = prepare(schema, MAX_LOOPS);
    prepared.set(schema, ready);
  }
  const limits = { longest: 0, left: MOST_VALUES };
  const plain = plainCopy(value, 0, limits);
  const used = ready.within(TIERS.find(([longest]) => limits.longest <= longest)?.[1] ?? 0);
  const faults: SchemaProblem[] = ready.refused.map(pattern => ({
    path: [],
    keyword: 'schema',
    expected: pattern,
    words: `pattern ${pattern} could take exponential time and is not checked`,
  }));
  try {
    const { errors } = validate(plain, used.schema, used.draft, used.lookup, false);
    return [...faults, ...leaves(errors).flatMap(error => toProblems(error, schema, plain))];
  } catch (error) {
    const words = error instanceof Error ? error.message.split('\n')[0]! : String(error);
    return [...faults, { path: [], keyword: 'schema', expected: undefined, words }];
  }
}

/** Longest text (UTF-16 code units) and the unlimited repetitions that a pattern may have there: its time limit. */
const TIERS = [
  [60, 6],
  [300, 3],
] as const;
const MAX_LOOPS = TIERS[0][1];
const MOST_VALUES = 20_000;
const DEEPEST = 64;

function prepare(source: object, maxLoops: number): Prepared {
  const refused: string[] = [];
  const schema = copySchema(source, maxLoops, refused) as Schema;
  const draft: SchemaDraft = /draft-0?7/.test(String(schema.$schema ?? '')) ? '7' : '2020-12';
  const tiers = new Map<number, Prepared>();
  const self: Prepared = {
    schema,
    // Identifiers are names to resolve references against; nothing is ever fetched.
    lookup: dereference(schema),
    draft,
    refused: [...new Set(refused)],
    within(loops) {
      if (loops >= maxLoops || !refusesMore(source, loops)) return self;
      let tier = tiers.get(loops);
      if (!tier) {
        tier = prepare(source, loops);
        tiers.set(loops, tier);
      }
      return tier;
    },
  };
  return self;
}

// Remembered by the schema, so that most schemas, which have no such pattern, are prepared once.
const slowest = new WeakMap<object, number>();

function refusesMore(source: object, loops: number): boolean {
  let most = slowest.get(source);
  if (most === undefined) {
    most = 0;
    for (const pattern of patternsOf(source)) {
      const own = patternLoops(pattern);
      if (own <= MAX_LOOPS) most = Math.max(most, own, 1);
    }
    slowest.set(source, most);
  }
  return most > loops;
}

function* patternsOf(node: unknown): Generator<string> {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if (key === 'pattern' && typeof value === 'string') yield value;
    else if (key === 'patternProperties') yield* Object.keys(value ?? {});
    yield* patternsOf(value);
  }
}

// The validator writes into a schema what it resolves, so it gets its own copy, without the patterns that are refused.
function copySchema(node: unknown, maxLoops: number, refused: string[]): unknown {
  if (Array.isArray(node)) return node.map(item => copySchema(item, maxLoops, refused));
  if (typeof node !== 'object' || node === null) return node;
  const copy: Record<string, unknown> = {};
  const isSlow = (pattern: string): boolean => maxLoops === 0 || patternLoops(pattern) > maxLoops;
  for (const [key, value] of Object.entries(node)) {
    if (key === 'pattern' && typeof value === 'string') {
      if (isSlow(value)) refused.push(value);
      else copy[key] = value;
    } else if (key === 'patternProperties' && typeof value === 'object' && value !== null) {
      const slow = Object.keys(value).filter(isSlow);
      refused.push(...slow);
      if (slow.length === 0) copy[key] = copySchema(value, maxLoops, refused);
    } else if (key === 'enum' || key === 'const' || key === 'default' || key === 'examples')
      copy[key] = value;
    else copy[key] = copySchema(value, maxLoops, refused);
  }
  return copy;
}

/**
 * How many repetitions without limit a pattern has, each of which may multiply its time by the length of the text.
 * Infinity for one that could take exponential time (a repeated group that holds a repetition or a choice), that
 * refers back, or that is no pattern.
 */
export function patternLoops(source: string): number {
  try {
    new RegExp(source, 'u');
  } catch {
    return Number.POSITIVE_INFINITY;
  }
  const open: { hasRepeat: boolean; hasChoice: boolean }[] = [];
  let loops = 0;
  for (let i = 0; i < source.length; i++) {
    const c = source[i]!;
    let closed: { hasRepeat: boolean; hasChoice: boolean } | undefined;
    if (c === '\\') {
      if (/[1-9k]/.test(source[i + 1] ?? '')) return Number.POSITIVE_INFINITY;
      i++;
    } else if (c === '[') {
      while (i + 1 < source.length && source[i + 1] !== ']') i += source[i + 1] === '\\' ? 2 : 1;
      i++;
    } else if (c === '(') {
      open.push({ hasRepeat: false, hasChoice: false });
      continue;
    } else if (c === '|') {
      const group = open[open.length - 1];
      if (group) group.hasChoice = true;
      continue;
    } else if (c === ')') closed = open.pop();
    const repeat = /^(?:[*+]|\{(\d+)(,(\d*))?\})/.exec(source.slice(i + 1, i + 20));
    if (closed?.hasRepeat) for (const group of open) group.hasRepeat = true;
    if (!repeat || most(repeat) <= FEW) continue;
    if (closed?.hasRepeat || closed?.hasChoice) return Number.POSITIVE_INFINITY;
    for (const group of open) group.hasRepeat = true;
    loops++;
  }
  return loops;
}

/** A repetition of at most so many is as good as written out. */
const FEW = 10;

const most = ([, low, comma, high]: RegExpExecArray): number =>
  low === undefined || (comma !== undefined && high === '') ? Number.POSITIVE_INFINITY : Number(high ?? low);

// Plain JSON, of bounded size and depth, whatever aliases make of it.
function plainCopy(value: unknown, depth: number, limits: { longest: number; left: number }): unknown {
  if (--limits.left < 0 || depth > DEEPEST) return null;
  if (typeof value === 'string') {
    limits.longest = Math.max(limits.longest, value.length);
    return value;
  }
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(item => plainCopy(item, depth + 1, limits));
  if (typeof value === 'object' && value !== null) {
    const copy: Record<string, unknown> = {};
    for (const [key, item] of Object.entries(value))
      Object.defineProperty(copy, key, {
        value: plainCopy(item, depth + 1, limits),
        enumerable: true,
        configurable: true,
        writable: true,
      });
    return copy;
  }
  return value === undefined || typeof value === 'bigint' ? null : value;
}

type OutputUnit = ReturnType<typeof validate>['errors'][number];

const CONTAINERS = new Set([
  '$ref',
  '$recursiveRef',
  '$dynamicRef',
  'allOf',
  'properties',
  'patternProperties',
  'additionalProperties',
  'unevaluatedProperties',
  'propertyNames',
  'dependentSchemas',
  'dependencies',
  'prefixItems',
  'items',
  'additionalItems',
  'unevaluatedItems',
  'if',
  'then',
  'else',
]);

// The validator reports the whole way to an error; what is wrong is at its end. A failed choice is one problem, or
// those of the one alternative that has the right type.
function leaves(errors: readonly OutputUnit[]): OutputUnit[] {
  const found: OutputUnit[] = [];
  const settled: string[] = [];
  for (const error of errors) {
    if (settled.some(prefix => error.keywordLocation.startsWith(prefix))) continue;
    if (error.keyword === 'anyOf' || error.keyword === 'oneOf') {
      const prefix = `${error.keywordLocation}/`;
      settled.push(prefix);
      const inner = errors.filter(e => e.keywordLocation.startsWith(prefix));
      const branches = new Map<string, OutputUnit[]>();
      for (const e of inner) {
        const branch = e.keywordLocation.slice(prefix.length).split('/')[0]!;
        branches.set(branch, [...(branches.get(branch) ?? []), e]);
      }
      const isWrongType = (e: OutputUnit): boolean =>
        e.keyword === 'type' && e.instanceLocation === error.instanceLocation;
      const close = [...branches.values()].filter(branch => !branch.some(isWrongType));
      if (close.length === 1) found.push(...leaves(close[0]!));
      else found.push(error);
    } else if (!CONTAINERS.has(error.keyword)) found.push(error);
  }
  const seen = new Set<string>();
  return found.filter(e => {
    const key = `${e.instanceLocation} ${e.keyword} ${e.error}`;
    return !seen.has(key) && seen.add(key);
  });
}

function toProblems(error: OutputUnit, schema: unknown, value: unknown): SchemaProblem[] {
  const path = pathOf(error.instanceLocation, value);
  const words = error.error;
  if (error.keyword === 'false') return [{ path, keyword: 'unknown', expected: false, words }];
  const steps = error.keywordLocation.split('/').slice(1).map(decodeStep);
  const owner = walk(schema, schema, steps.slice(0, -1));
  if (error.keyword === 'required' || error.keyword === 'dependentRequired') {
    const property = /(?:required property|does not have) "(.*)"/s.exec(words)?.[1] ?? '';
    const properties = record(record(owner)?.properties);
    const own = properties && Object.hasOwn(properties, property) ? properties[property] : undefined;
    return [{ path, keyword: 'required', expected: property, property, schema: own, words }];
  }
  const expected = error.keyword === 'type' ? expectedTypes(owner) : record(owner)?.[error.keyword];
  const types =
    error.keyword === 'anyOf' || error.keyword === 'oneOf' ? typesOfChoice(schema, expected) : undefined;
  return [
    types
      ? { path, keyword: 'type', expected: types, schema: owner, words }
      : { path, keyword: error.keyword, expected, schema: owner, words },
  ];
}

const record = (value: unknown): Record<string, unknown> | undefined =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;

const expectedTypes = (owner: unknown): unknown => {
  const type = record(owner)?.type;
  return Array.isArray(type) ? type : [type];
};

// A choice between types says no more than its types.
function typesOfChoice(root: unknown, choices: unknown): string[] | undefined {
  if (!Array.isArray(choices)) return undefined;
  const types = choices.map(choice => {
    const ref = record(choice)?.$ref;
    return record(ref === undefined ? choice : resolve(root, ref, 0))?.type;
  });
  return types.every(type => typeof type === 'string') ? [...new Set(types as string[])] : undefined;
}

function walk(root: unknown, from: unknown, steps: readonly string[], depth = 0): unknown {
  let at = from;
  for (const step of steps) {
    const table = record(at);
    if (!table) return undefined;
    at =
      step === '$ref'
        ? resolve(root, table.$ref, depth)
        : Object.hasOwn(table, step)
          ? table[step]
          : undefined;
  }
  return at;
}

function resolve(root: unknown, ref: unknown, depth: number): unknown {
  if (typeof ref !== 'string' || !ref.startsWith('#') || depth > 20) return undefined;
  return walk(root, root, ref.split('/').slice(1).map(decodeStep), depth + 1);
}

function decodeStep(step: string): string {
  let plain = step;
  try {
    plain = decodeURIComponent(step);
  } catch {
    // A sign of per cent that encodes nothing stands for itself.
  }
  return plain.replace(/~1/g, '/').replace(/~0/g, '~');
}

// A step is an index where the value at that place is a sequence.
function pathOf(pointer: string, value: unknown): Path {
  let at = value;
  return pointer
    .split('/')
    .slice(1)
    .map(raw => {
      const step = decodeStep(raw);
      const key = Array.isArray(at) ? Number(step) : step;
      at = record(at)?.[key as string];
      return key;
    });
}
