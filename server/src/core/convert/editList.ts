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
  /** The same in parts of some ten thousand characters, for a text that is written at once. */
  parts(text: string): Generator<string>;
  [Symbol.iterator](): Iterator<TextEdit>;
}

/** Pieces that make one part. */
const PART = 8192;

export interface EditSink extends EditList {
  /** Edits arrive in text order. */
  add(start: number, end: number, text: string): void;
  /** Takes back all edits from the given number on. */
  cut(count: number): void;
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
    cut(count) {
      texts.length = count;
    },
    startOf: index => spans[index * 2]!,
    endOf: index => spans[index * 2 + 1]!,
    textOf: index => texts[index]!,
    apply: text => [...list.parts(text)].join(''),
    *parts(text) {
      let part: string[] = [];
      let from = 0;
      for (let i = 0; i < texts.length; i++) {
        const start = spans[i * 2]!;
        if (start > from) part.push(text.slice(from, start));
        part.push(texts[i]!);
        from = spans[i * 2 + 1]!;
        // Short-lived pieces are cheap as long as they do not outlive the young generation.
        if (part.length < PART) continue;
        yield part.join('');
        part = [];
      }
      yield part.join('') + text.slice(from);
    },
    *[Symbol.iterator]() {
      for (let i = 0; i < texts.length; i++)
        yield { start: spans[i * 2]!, end: spans[i * 2 + 1]!, text: texts[i]! };
    },
  };
  return list;
}
