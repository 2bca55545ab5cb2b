import type { FrontMatterBlock } from '../scan/frontMatter.ts';
import { codesOf } from './codes.ts';
import { createLineIndex, type LineIndex } from './lineIndex.ts';

/** How a report's body is marked up. `markdown` includes HTML blocks; `text` has no markup of its own. */
export type Format = 'markdown' | 'html' | 'text';

/** A text to lint. `id` is opaque to the core: a path, a URI, a record number. */
export interface SourceText {
  readonly id: string;
  readonly format: Format;
  /** The text after a leading byte order mark; all offsets count its UTF-16 code units. */
  readonly text: string;
  /** The code units of `text`: what looks at every one of them reads them here. */
  readonly codes: Uint16Array;
  readonly lines: LineIndex;
  /** The front matter, where somebody has looked for it already. */
  readonly frontMatter: FrontMatterBlock | undefined;
}

/** `codes` are the code units of `text`, where its decoder has them; they are not to change any more. */
export const createSourceText = (
  id: string,
  format: Format,
  text: string,
  codes?: Uint16Array,
  frontMatter?: FrontMatterBlock,
): SourceText => new Source(id, format, text, codes, frontMatter);

// A class, as V8 keeps object literals with a getter as dictionaries.
class Source implements SourceText {
  #lines: LineIndex | undefined;
  #codes: Uint16Array | undefined;

  constructor(
    readonly id: string,
    readonly format: Format,
    readonly text: string,
    codes: Uint16Array | undefined,
    readonly frontMatter: FrontMatterBlock | undefined,
  ) {
    this.#codes = codes;
  }

  get codes(): Uint16Array {
    this.#codes ??= codesOf(this.text);
    return this.#codes;
  }

  get lines(): LineIndex {
    this.#lines ??= createLineIndex(this.text);
    return this.#lines;
  }
}
