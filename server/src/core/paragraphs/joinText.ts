// What belongs between two halves of a sentence: nothing between Han, a space between Latin words, and between Han and
// Latin, digits or ASCII marks whatever the rest of the document does.
import type { Document } from '../document/document.ts';
import { CharClass, CLASS_OF } from '../text/charClass.ts';
import type { Unit } from './units.ts';
import { wrapsOf } from './wraps.ts';

export function joinText(doc: Document, a: Unit, b: Unit): string {
  const { text } = doc;
  const left = text.charCodeAt(a.end - 1);
  const right = text.charCodeAt(b.start);
  if (isWord(left) && isWord(right)) {
    // What counts characters cuts words and figures anywhere; what counts columns keeps Latin words whole.
    if (CLASS_OF[left] === CharClass.Digit && CLASS_OF[right] === CharClass.Digit) return '';
    return doc.share(wrapsOf).cutsWords(a) ? '' : ' ';
  }
  const kind = kindOf(left, right);
  return kind >= 0 && doc.share(spacingOf)[kind] === 1 ? ' ' : '';
}

const isWord = (unit: number): boolean =>
  CLASS_OF[unit] === CharClass.Latin || CLASS_OF[unit] === CharClass.Digit;

const KINDS = 5;
const OPENING = '([<-+=';
const CLOSING = ')]>,;:.!?-+=';

/** What meets: Han and Latin, Han and digits, Han before an opening mark, an ASCII mark before Han, or before a word. */
function kindOf(a: number, b: number): number {
  const [left, right] = [CLASS_OF[a], CLASS_OF[b]];
  const wide =
    left === CharClass.Han || left === CharClass.CjkPunctuation || left === CharClass.FullwidthPunctuation;
  if (
    (left === CharClass.Han && right === CharClass.Latin) ||
    (left === CharClass.Latin && right === CharClass.Han)
  )
    return 0;
  if (
    (left === CharClass.Han && right === CharClass.Digit) ||
    (left === CharClass.Digit && right === CharClass.Han)
  )
    return 1;
  if (wide && right === CharClass.AsciiPunctuation) return OPENING.includes(String.fromCharCode(b)) ? 2 : -1;
  if (left !== CharClass.AsciiPunctuation || !CLOSING.includes(String.fromCharCode(a))) return -1;
  if (right === CharClass.Han) return 3;
  return right === CharClass.Latin || right === CharClass.Digit ? 4 : -1;
}

const SAMPLE = 200_000;

// For each kind 1 where the document mostly sets a space.
function spacingOf(doc: Document): Uint8Array {
  const { text } = doc;
  const close = new Uint32Array(KINDS);
  const apart = new Uint32Array(KINDS);
  const end = Math.min(text.length, SAMPLE);
  for (let i = 1; i + 1 < end; i++) {
    const here = text.charCodeAt(i);
    const before = text.charCodeAt(i - 1);
    if (here === 32) {
      const kind = kindOf(before, text.charCodeAt(i + 1));
      if (kind >= 0) apart[kind]!++;
    } else {
      const kind = kindOf(before, here);
      if (kind >= 0) close[kind]!++;
    }
  }
  const spaced = new Uint8Array(KINDS);
  for (let kind = 0; kind < KINDS; kind++) if (apart[kind]! > close[kind]!) spaced[kind] = 1;
  return spaced;
}
