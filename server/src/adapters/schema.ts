// JSON Schema by interpretation. Ajv was rejected: it compiles schemas with `new Function`, and a schema comes from the
// workspace. A schema is prepared once, however many documents it judges; patterns that could take exponential time
// are not run.
import { dereference, type Schema, type SchemaDraft, validate } from '@cfworker/json-schema';
import type { SchemaChecker, SchemaProblem } from '../core/index.ts';
import { patternLoops } from './schemaPatterns.ts';
import { problemsOf } from './schemaProblems.ts';

interface Prepared {
  readonly schema: Schema | boolean;
  readonly lookup: Record<string, Schema | boolean>;
  readonly draft: SchemaDraft;
  /** The same without the patterns that are too slow for a longer text. */
  readonly within: (maxLoops: number) => Prepared;
  readonly refused: readonly string[];
}

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
    return [...faults, ...problemsOf(errors, schema, plain)];
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
