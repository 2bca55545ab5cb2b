import { type AST, ParseError, parseTOML } from 'toml-eslint-parser';
import type { FrontMatterData, FrontMatterNode, FrontMatterStyle } from '../core/index.ts';
import { assign, dataOf, type Path } from './frontMatterData.ts';

export function readToml(source: string, offset: number): FrontMatterData {
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
  const readValue = (node: AST.TOMLContentNode, path: Path): unknown => {
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
    const value = readValue(node, path);
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

function tomlStyle(node: AST.TOMLContentNode): FrontMatterStyle {
  if (node.type !== 'TOMLValue') return 'flow';
  if (node.kind !== 'string') return 'plain';
  return node.style === 'literal' ? 'single' : 'double';
}
