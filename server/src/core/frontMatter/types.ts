// What the core asks of a front-matter parser, and gets back. Spans are UTF-16 offsets in the whole document.
import type { FrontMatterBlock } from '../scan/frontMatter.ts';
import type { Span } from '../text/span.ts';

export interface FrontMatterReader {
  /** Never throws: what cannot be parsed comes back as errors. */
  read(text: string, block: FrontMatterBlock): FrontMatterData;
}

export interface FrontMatterData {
  /** The data as YAML 1.2, TOML or JSON reads it; undefined where it cannot be read. */
  readonly value: unknown;
  /** Every entry of every mapping, in text order, also of a block with errors as far as it could be read. */
  readonly entries: readonly FrontMatterEntry[];
  readonly errors: readonly FrontMatterError[];
}

export interface FrontMatterEntry {
  /** Keys and indexes from the root, this entry's own key last. */
  readonly path: readonly (string | number)[];
  readonly key: Span;
  /** The value as written, quotes included; an empty span after the colon for no value. */
  readonly valueSpan: Span;
  readonly value: unknown;
  readonly style:
    | 'plain'
    | 'single'
    | 'double'
    | 'block'
    | 'flow'
    | 'mapping'
    | 'sequence'
    | 'alias'
    | 'empty';
}

export interface FrontMatterError extends Span {
  /** The parser's code, e.g. `DUPLICATE_KEY`, and its words in English. */
  readonly code: string;
  readonly message: string;
}
