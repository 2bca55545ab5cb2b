// A JSON record as text: its fields are read, and changed where they stand, so that whatever else the record holds
// (numbers beyond double precision, the order and form of its keys) stays byte for byte what it was.
import { findNodeAtLocation, parseTree } from 'jsonc-parser';

export type JsonObject = Readonly<Record<string, unknown>>;

/** A field by its name, or by names joined with dots where no field has that name. */
export function fieldPath(record: JsonObject, field: string): readonly string[] {
  return Object.hasOwn(record, field) ? [field] : field.split('.');
}

export function fieldOf(record: JsonObject, field: string): unknown {
  let value: unknown = record;
  for (const key of fieldPath(record, field)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as JsonObject)[key];
  }
  return value;
}

/** A number as it is written: an id may have more digits than a double holds. */
export function numberAsWritten(json: string, path: readonly string[]): string | undefined {
  const tree = parseTree(json);
  const node = tree && findLast(tree, path);
  return node && json.slice(node.offset, node.offset + node.length);
}

/** The record's text with another string in one field. */
export function withField(json: string, path: readonly string[], value: string): string {
  const tree = parseTree(json);
  const node = tree && findLast(tree, path);
  if (!node) return json;
  return json.slice(0, node.offset) + JSON.stringify(value) + json.slice(node.offset + node.length);
}

// Of two fields of one name JSON.parse takes the last; so does this.
function findLast(
  tree: NonNullable<ReturnType<typeof parseTree>>,
  path: readonly string[],
): typeof tree | undefined {
  let node: typeof tree | undefined = tree;
  for (const key of path) {
    const property: typeof tree | undefined = node?.children?.findLast(p => p.children?.[0]?.value === key);
    node = property?.children?.[1];
  }
  return node ?? findNodeAtLocation(tree, [...path]);
}

/** The record's text with one more field at its end. */
export function withExtraField(json: string, name: string, value: unknown): string {
  const end = json.lastIndexOf('}');
  const isEmpty = /\{\s*$/.test(json.slice(0, end));
  return `${json.slice(0, end)}${isEmpty ? '' : ','}${JSON.stringify(name)}:${JSON.stringify(value)}${json.slice(end)}`;
}
