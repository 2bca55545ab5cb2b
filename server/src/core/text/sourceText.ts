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

export function createSourceText(id: string, format: Format, text: string): SourceText {
  let lines: LineIndex | undefined;
  return {
    id,
    format,
    text,
    get lines() {
      lines ??= createLineIndex(text);
      return lines;
    },
  };
}
