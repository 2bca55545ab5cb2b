// The edits of a conversion, in text order and without overlap. A megabyte of text has a hundred thousand of them, so
// they are columns of numbers and shared strings instead of objects.
import type { TextEdit } from '../text/edits.ts';

export interface EditList {
  readonly count: number;
  /** Offsets in UTF-16 code units; the end is exclusive. */
  startOf(index: number): number;
  endOf(index: number): number;
  textOf(index: number): string;
  /** The text after all edits. */
  apply(text: string): string;
  [Symbol.iterator](): Iterator<TextEdit>;
}

export interface EditSink extends EditList {
  /** Edits arrive in text order. */
  add(start: number, end: number, text: string): void;
}

export function createEditSink(): EditSink {
  let spans = new Int32Array(1024);
  const texts: string[] = [];
  const list: EditSink = {
    get count() {
      return texts.length;
    },
    add(start, end, text) {
      const at = texts.length * 2;
      if (at === spans.length) {
        const grown = new Int32Array(at * 2);
        grown.set(spans);
        spans = grown;
      }
      spans[at] = start;
      spans[at + 1] = end;
      texts.push(text);
    },
    startOf: index => spans[index * 2]!,
    endOf: index => spans[index * 2 + 1]!,
    textOf: index => texts[index]!,
    apply(text) {
      const parts: string[] = [];
      let from = 0;
      for (let i = 0; i < texts.length; i++) {
        const start = spans[i * 2]!;
        if (start > from) parts.push(text.slice(from, start));
        parts.push(texts[i]!);
        from = spans[i * 2 + 1]!;
      }
      if (from < text.length) parts.push(text.slice(from));
      return parts.join('');
    },
    *[Symbol.iterator]() {
      for (let i = 0; i < texts.length; i++)
        yield { start: spans[i * 2]!, end: spans[i * 2 + 1]!, text: texts[i]! };
    },
  };
  return list;
}
