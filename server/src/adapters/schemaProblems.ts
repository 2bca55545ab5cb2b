// The errors of the JSON Schema validator → what is wrong, once each, with the part of the schema that says so.
import type { validate } from '@cfworker/json-schema';
import type { SchemaProblem } from '../core/index.ts';

type OutputUnit = ReturnType<typeof validate>['errors'][number];
type Path = readonly (string | number)[];

export const problemsOf = (errors: readonly OutputUnit[], schema: unknown, value: unknown): SchemaProblem[] =>
  leaves(errors).flatMap(error => toProblems(error, schema, value));

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
