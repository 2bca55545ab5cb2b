import type { Document } from '../document/document.ts';
import { CharClass } from '../text/charClass.ts';

/** Digits needed for a judgement, and the share of half-width ones that makes them the document's style. */
const ENOUGH = 20;
const MAJORITY = 0.8;

/** True when the document's digits are half-width by a clear majority. For `doc.share`. */
export function prefersHalfwidth({ counts }: Document): boolean {
  const half = counts.classes[CharClass.Digit]!;
  const all = half + counts.classes[CharClass.FullwidthDigit]!;
  return all >= ENOUGH && half >= all * MAJORITY;
}

/** So many figures of one full-width digit each, and none of more, are a style. */
const SINGLES = 5;

/**
 * True for a document that sets figures of one digit as wide as a Han character and longer ones in half width, as
 * typesetters of upright Japanese and Taiwanese pages do. Ask for it through `doc.share`.
 */
export function setsSinglesWide({ text }: Document): boolean {
  let singles = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0xff10 || unit > 0xff19) continue;
    if (isAnyDigit(text.charCodeAt(at + 1))) return false;
    singles++;
  }
  return singles >= SINGLES;
}

const isAnyDigit = (unit: number): boolean =>
  (unit >= 0xff10 && unit <= 0xff19) || (unit >= 0x30 && unit <= 0x39);
