// Where an invisible character does its work. Emoji sequences, variation selectors and the joiners of Indic and
// Arabic scripts are text; everything else of their kind is debris.
import { CharClass, classAt } from '../text/charClass.ts';

const MAX_SEQUENCE = 32;

/** True when the invisible character at `at` is part of a sequence that needs it. */
export function isNeeded(text: string, at: number): boolean {
  const point = text.codePointAt(at)!;
  const size = point > 0xffff ? 2 : 1;
  const before = at > 0 ? classBefore(text, at) : CharClass.Other;
  const after = at + size < text.length ? classAt(text, at + size) : CharClass.Other;
  if (isSelector(point)) return takesSelector(text, at, point, before);
  // Tags spell the region of a flag after U+1F3F4 (UTS #51).
  if (point >= 0xe0020 && point <= 0xe007f) return isFlagTag(text, at);
  switch (point) {
    case 0x200d:
      return isOfComplexScript(before) || (isEmojiPart(pastSelector(text, at)) && isEmojiPart(after));
    case 0x200c:
      return isOfComplexScript(before);
    // Thai, Khmer and their neighbours mark word ends with a zero-width space.
    case 0x200b:
      return isOfComplexScript(before) && isOfComplexScript(after);
    case 0x034f:
      return before === CharClass.Mark || after === CharClass.Mark;
    case 0x115f:
    case 0x1160:
      return before === CharClass.Hangul || after === CharClass.Hangul;
    default:
      return (point >= 0x180b && point <= 0x180f) || point === 0x17b4 || point === 0x17b5
        ? isOfComplexScript(before)
        : false;
  }
}

const isSelector = (point: number): boolean =>
  (point >= 0xfe00 && point <= 0xfe0f) || (point >= 0xe0100 && point <= 0xe01ef);

// Han take ideographic and standardised variation sequences, symbols the two emoji selectors, and full-width marks
// FE00 and FE01 for their place in the cell.
function takesSelector(text: string, at: number, point: number, before: CharClass): boolean {
  switch (before) {
    case CharClass.Han:
    case CharClass.CompatibilityHan:
    case CharClass.OtherLetter:
    case CharClass.Mark:
      // 1⃣️: phones have long typed the selector of a keycap last.
      return (point !== 0xfe0e && point !== 0xfe0f) || text[at - 1] === '\u20e3';
    case CharClass.Symbol:
    case CharClass.Emoji:
      return point <= 0xfe0f;
    case CharClass.CjkPunctuation:
    case CharClass.FullwidthPunctuation:
      return point <= 0xfe01 || text[at - 1] === '〽' || text[at - 1] === '〰';
    case CharClass.Digit:
      return point === 0xfe0e || point === 0xfe0f;
    default:
      // # * © ® ‼ ⁉ ™ ℹ and their like have emoji forms.
      return point >= 0xfe0e && point <= 0xfe0f && /[#*©®‼⁉™ℹ\u2190-\u2bff]/.test(text[at - 1] ?? '');
  }
}

function isFlagTag(text: string, at: number): boolean {
  let start = at;
  for (let steps = 0; steps < MAX_SEQUENCE && start >= 2; steps++) {
    const previous = text.codePointAt(start - 2)!;
    if (previous === 0x1f3f4) return true;
    if (previous < 0xe0020 || previous > 0xe007f) return false;
    start -= 2;
  }
  return false;
}

const isOfComplexScript = (cls: CharClass): boolean =>
  cls === CharClass.OtherLetter || cls === CharClass.Mark;
const isEmojiPart = (cls: CharClass): boolean => cls === CharClass.Emoji || cls === CharClass.Symbol;

function classBefore(text: string, at: number): CharClass {
  const unit = text.charCodeAt(at - 1);
  return classAt(text, unit >= 0xdc00 && unit <= 0xdfff && at > 1 ? at - 2 : at - 1);
}

// The class of what stands before a joiner, an emoji selector left out.
function pastSelector(text: string, at: number): CharClass {
  const previous = text.charCodeAt(at - 1);
  return classBefore(text, previous === 0xfe0f || previous === 0xfe0e ? at - 1 : at);
}
