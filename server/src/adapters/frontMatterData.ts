// What the readers of YAML, TOML and JSON share.
import { type FrontMatterData, type FrontMatterError, type FrontMatterNode, isEntry } from '../core/index.ts';

export type Path = readonly (string | number)[];

export const dataOf = (
  value: unknown,
  nodes: readonly FrontMatterNode[],
  errors: readonly FrontMatterError[],
): FrontMatterData => ({ value, nodes, entries: nodes.filter(isEntry), errors });

/** Sets the value at a path, making the tables on the way. */
export function assign(root: Record<string, unknown>, path: Path, value: unknown): void {
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
