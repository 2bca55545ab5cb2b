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
