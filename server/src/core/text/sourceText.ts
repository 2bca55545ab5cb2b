import { createLineIndex, type LineIndex } from './lineIndex.ts';

/** How a report's body is marked up. `markdown` includes HTML blocks; `text` has no markup of its own. */
export type Format = 'markdown' | 'html' | 'text';

/** A text to lint. `id` is opaque to the core: a path, a URI, a record number. */
export interface SourceText {
  readonly id: string;
  readonly format: Format;
  /** The text after a leading byte order mark; all offsets count its UTF-16 code units. */
  readonly text: string;
  readonly lines: LineIndex;
}

export const createSourceText = (id: string, format: Format, text: string): SourceText =>
  new Source(id, format, text);

// A class, as V8 keeps object literals with a getter as dictionaries.
class Source implements SourceText {
  #lines: LineIndex | undefined;

  constructor(
    readonly id: string,
    readonly format: Format,
    readonly text: string,
  ) {}

  get lines(): LineIndex {
    this.#lines ??= createLineIndex(this.text);
    return this.#lines;
  }
}
