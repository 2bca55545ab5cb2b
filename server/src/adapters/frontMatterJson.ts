import {
  type ParseError as JsonError,
  type Node as JsonNode,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import type { FrontMatterData, FrontMatterNode } from '../core/index.ts';
import { assign, dataOf, type Path } from './frontMatterData.ts';

export function readJson(source: string, offset: number): FrontMatterData {
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
