// The marks that stand right behind digits. Nearly every comma and full stop follows a word; a rule that waits for them
// was woken some hundred times for each that concerns a figure.
import type { Document } from '../document/document.ts';
import { LandmarkKind } from '../document/landmarks.ts';

/** Offsets of the marks of the prose that follow a digit of either width; ask through `doc.share(marksAfterDigits)`. */
export function marksAfterDigits({ landmarks }: Document): readonly number[] {
  const { count, start, end, kind } = landmarks;
  const places: number[] = [];
  for (let m = 0; m + 1 < count; m++) {
    if (kind[m] !== LandmarkKind.Digit && kind[m] !== LandmarkKind.FullwidthDigit) continue;
    const at = end[m]!;
    const next = kind[m + 1]!;
    if (start[m + 1] === at && (next < LandmarkKind.FirstRun || next === LandmarkKind.FullwidthPunctuation))
      places.push(at);
  }
  return places;
}
