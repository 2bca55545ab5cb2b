// What belongs between two halves of a sentence: nothing between Han, a space between Latin words, and between Han and
// Latin or digits whatever the rest of the document does.
import type { Document } from '../document/document.ts';
import { CharClass, CLASS_OF } from '../text/charClass.ts';
import type { Unit } from './units.ts';

export function joinText(doc: Document, a: Unit, b: Unit): string {
  const { text } = doc;
  const left = CLASS_OF[text.charCodeAt(a.end - 1)] as CharClass;
  const right = CLASS_OF[text.charCodeAt(b.start)] as CharClass;
  if (isWord(left) && isWord(right)) {
    // Digits are cut like Han, by the column; Latin words are kept whole by what wraps them.
    return left === CharClass.Digit && right === CharClass.Digit ? '' : ' ';
  }
  const latin = left === CharClass.Latin || right === CharClass.Latin;
  const digit = left === CharClass.Digit || right === CharClass.Digit;
  const han = left === CharClass.Han || right === CharClass.Han;
  if (han && (latin || digit)) {
    const spacing = doc.share(spacingOf);
    return (latin ? spacing.latin : spacing.digit) ? ' ' : '';
  }
  if (left === CharClass.AsciiPunctuation && isWord(right) && !'([{-/_#@'.includes(text[a.end - 1]!)) {
    return doc.share(spacingOf).mark ||
      (left === CharClass.AsciiPunctuation && isWord(right) && right === CharClass.Latin)
      ? ' '
      : '';
  }
  return '';
}

const isWord = (cls: CharClass): boolean => cls === CharClass.Latin || cls === CharClass.Digit;

/** Whether the document sets a space between Han and Latin, Han and digits, ASCII marks and what follows. */
interface Spacing {
  readonly latin: boolean;
  readonly digit: boolean;
  readonly mark: boolean;
}

const SAMPLE = 200_000;

function spacingOf(doc: Document): Spacing {
  const { text } = doc;
  const counts = { latin: [0, 0], digit: [0, 0], mark: [0, 0] };
  const end = Math.min(text.length, SAMPLE);
  for (let i = 1; i + 1 < end; i++) {
    const here = CLASS_OF[text.charCodeAt(i)];
    const before = CLASS_OF[text.charCodeAt(i - 1)];
    if (here === CharClass.Space) {
      const after = CLASS_OF[text.charCodeAt(i + 1)];
      const kind = kindOf(before, after);
      if (kind) counts[kind][1]!++;
    } else {
      const kind = kindOf(before, here);
      if (kind) counts[kind][0]!++;
    }
  }
  const spaced = ([close, apart]: number[]): boolean => apart! > close!;
  return { latin: spaced(counts.latin), digit: spaced(counts.digit), mark: spaced(counts.mark) };
}

function kindOf(a: number | undefined, b: number | undefined): 'latin' | 'digit' | 'mark' | undefined {
  if ((a === CharClass.Han && b === CharClass.Latin) || (a === CharClass.Latin && b === CharClass.Han))
    return 'latin';
  if ((a === CharClass.Han && b === CharClass.Digit) || (a === CharClass.Digit && b === CharClass.Han))
    return 'digit';
  return undefined;
}
