// Offsets inside, LSP positions outside: the only place where the two meet. LSP counts UTF-16 code units in a line,
// as the core does, so a conversion is a look-up of the line and a subtraction.
import type { Position, Range } from 'vscode-languageserver';
import type { SourceText, Span } from '../core/index.ts';

export interface Positions {
  position(offset: number): Position;
  range(span: Span): Range;
  /** Positions past the end of a line or of the text are clamped, as the protocol asks. */
  offset(position: Position): number;
  span(range: Range): Span;
}

/** `bom` is 1 where the editor shows a byte order mark that the core does not see, else 0. */
export function positionsOf(source: SourceText, bom: 0 | 1): Positions {
  const { text, lines } = source;
  const position = (offset: number): Position => {
    const line = lines.lineAt(offset);
    return { line, character: offset - lines.starts[line]! + (line === 0 ? bom : 0) };
  };
  const offset = ({ line, character }: Position): number => {
    if (line < 0) return 0;
    if (line >= lines.starts.length) return text.length;
    const start = lines.starts[line]!;
    let end = lines.starts[line + 1] ?? text.length;
    if (line + 1 < lines.starts.length) {
      if (end > start && text.charCodeAt(end - 1) === 10) end--;
      if (end > start && text.charCodeAt(end - 1) === 13) end--;
    }
    return Math.max(start, Math.min(end, start + character - (line === 0 ? bom : 0)));
  };
  return {
    position,
    range: ({ start, end }) => ({ start: position(start), end: position(end) }),
    offset,
    span: ({ start, end }) => ({ start: offset(start), end: offset(end) }),
  };
}
