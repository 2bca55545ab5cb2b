// What the core asks of a front-matter parser, and gets back. Spans are UTF-16 offsets in the whole document.
import type { FrontMatterBlock } from '../scan/frontMatter.ts';
import type { Span } from '../text/span.ts';

export interface FrontMatterReader {
  /** Never throws: what cannot be parsed comes back as errors. */
  read(text: string, block: FrontMatterBlock): FrontMatterData;
  /** What gray-matter with its own parsers (js-yaml 3, JSON.parse) hands to a site generator. Never throws. */
  readAsGenerator(text: string, block: FrontMatterBlock): GeneratorReading;
}

export interface FrontMatterData {
  /** The data as YAML 1.2 (with merge keys), TOML or JSON reads it; undefined where it cannot be read. Dates are text. */
  readonly value: unknown;
  /** Every value of every mapping and sequence, in text order, also of a block with errors as far as it could be read. */
  readonly nodes: readonly FrontMatterNode[];
  /** The nodes that have a key. */
  readonly entries: readonly FrontMatterEntry[];
  readonly errors: readonly FrontMatterError[];
}

export type FrontMatterStyle =
  | 'plain'
  | 'single'
  | 'double'
  | 'block'
  | 'flow'
  | 'mapping'
  | 'sequence'
  | 'alias'
  | 'empty';

export interface FrontMatterNode {
  /** Keys and indexes from the root, this node's own last. */
  readonly path: readonly (string | number)[];
  /** The key as written; undefined for an item of a sequence. */
  readonly key: Span | undefined;
  /** The value as written, quotes included; an empty span after the colon for no value. */
  readonly valueSpan: Span;
  /** A scalar's value, or what an alias stands for when that is a scalar; undefined for mappings and sequences. */
  readonly value: unknown;
  readonly style: FrontMatterStyle;
  /** True for a value with a tag of its own, such as `!!str 010`. */
  readonly isTagged: boolean;
}

export interface FrontMatterEntry extends FrontMatterNode {
  readonly key: Span;
}

export interface FrontMatterError extends Span {
  /** The kind of error, in the project's own words: see `SYNTAX_PROBLEMS`. */
  readonly code: string;
  /** The parser's words, in English. */
  readonly message: string;
}

export type GeneratorReading =
  | { readonly ok: true; readonly data: unknown }
  | { readonly ok: false; readonly message: string };

export const isEntry = (node: FrontMatterNode): node is FrontMatterEntry => node.key !== undefined;

/** True for data a generator can use: a mapping. */
export const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The span of a scalar without its quotation marks. */
export function innerSpan(text: string, node: FrontMatterNode): Span {
  const { start, end } = node.valueSpan;
  if (node.style !== 'single' && node.style !== 'double') return node.valueSpan;
  const quote = text.slice(start, start + 3);
  const size = end - start >= 6 && (quote === '"""' || quote === "'''") ? 3 : 1;
  return end - start >= 2 * size ? { start: start + size, end: end - size } : node.valueSpan;
}

/** The own name of a node: its last key, or '' for an item of a sequence at the root. */
export function nameOf(node: FrontMatterNode): string {
  for (let i = node.path.length - 1; i >= 0; i--) {
    const step = node.path[i];
    if (typeof step === 'string') return step;
  }
  return '';
}
