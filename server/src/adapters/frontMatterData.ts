// What the readers of YAML, TOML and JSON share, and how they become one port.
import {
  type FrontMatterBlock,
  type FrontMatterData,
  type FrontMatterError,
  type FrontMatterNode,
  type FrontMatterReader,
  isEntry,
} from '../core/index.ts';

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

export type Read = (source: string, offset: number) => FrontMatterData;

/** The parsers that are loaded; a block in the language of a missing one reads as nothing. */
export interface Parsers {
  yaml?: Read;
  toml?: Read;
  json?: Read;
  generator?: FrontMatterReader['readAsGenerator'];
}

export const createReader = (parsers: Parsers): FrontMatterReader => ({
  read(text, block) {
    const { language } = block;
    const parser =
      language === 'yaml' || language === 'toml' || language === 'json' ? parsers[language] : undefined;
    if (!parser) return dataOf(undefined, [], []);
    return guarded(block, () => parser(text.slice(block.contentStart, block.contentEnd), block.contentStart));
  },
  readAsGenerator: (text, block) =>
    parsers.generator?.(text, block) ?? { ok: false, message: 'gray-matter is not loaded' },
});

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
