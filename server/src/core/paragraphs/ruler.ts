// How wide a unit is. Between two landmarks stand Han, two columns each, so that a line costs as many steps as it has
// marks, figures and words; code and markup hold no landmarks and are counted one by one.
import type { Document } from '../document/document.ts';
import { LandmarkKind, type Landmarks } from '../document/landmarks.ts';
import { RegionKind, Regions } from '../scan/regionKind.ts';
import type { RegionList } from '../scan/regions.ts';
import { CharClass, tableOfClasses } from '../text/charClass.ts';

export const MAX_WIDTH = 400;

// Columns of each code unit; Han, two columns too, has a mark of its own so that one look-up counts both.
const HAN_COLUMNS = 3;
const COLUMNS = tableOfClasses(cls => {
  const narrow = cls === CharClass.Surrogate || (cls < CharClass.CjkPunctuation && cls !== CharClass.Han);
  return cls === CharClass.Han ? HAN_COLUMNS : narrow ? 1 : 2;
});

/** Measures stretches of one document, each after the one before. The result is read before the next call. */
export class Ruler {
  /** Columns without tags, Han and full-width marks counting two; counting stops at MAX_WIDTH. */
  width = 0;
  han = 0;
  /** Code units counted, with the same end. */
  length = 0;
  readonly #text: string;
  readonly #regions: RegionList;
  readonly #landmarks: Landmarks;
  #region = 0;
  #landmark = 0;

  constructor({ text, regions, landmarks }: Pick<Document, 'text' | 'regions' | 'landmarks'>) {
    this.#text = text;
    this.#regions = regions;
    this.#landmarks = landmarks;
  }

  measure(start: number, end: number): this {
    const regions = this.#regions;
    let region = this.#region;
    while (region + 1 < regions.count && regions.starts[region + 1]! <= start) region++;
    this.#region = region;
    const isProse = (Regions.prose & (1 << regions.kinds[region]!)) !== 0;
    const last = Math.min(end, start + MAX_WIDTH);
    if (isProse && last <= regions.endOf(region)) this.#byLandmarks(start, end);
    else this.#byUnits(start, end);
    return this;
  }

  #byUnits(start: number, end: number): void {
    const text = this.#text;
    const regions = this.#regions;
    let width = 0;
    let han = 0;
    let tags = 0;
    let i = start;
    for (; i < end; i++) {
      const unit = text.charCodeAt(i);
      if (unit === 0x3c) {
        const region = regions.indexAt(i);
        if (regions.kinds[region] === RegionKind.HtmlTag) {
          const last = Math.max(i, regions.endOf(region) - 1);
          tags += last + 1 - i;
          i = last;
          continue;
        }
      }
      const columns = COLUMNS[unit]!;
      if (columns === HAN_COLUMNS) {
        han++;
        width += 2;
      } else width += columns;
      if (width >= MAX_WIDTH) break;
    }
    this.width = width;
    this.han = han;
    this.length = Math.min(i, end) - start - tags;
  }

  #byLandmarks(from: number, end: number): void {
    const { count, start: starts, end: ends, kind: kinds } = this.#landmarks;
    let l = this.#landmark;
    while (l < count && ends[l]! <= from) l++;
    this.#landmark = l;
    let width = 0;
    let han = 0;
    let i = from;
    while (i < end) {
      // A stretch of Han up to the next landmark, or the landmark itself.
      const isRun = l < count && starts[l]! <= i;
      const stop = isRun ? ends[l]! : l < count ? starts[l]! : end;
      const columns = isRun && kinds[l]! !== LandmarkKind.Numeral ? COLUMNS[this.#text.charCodeAt(i)]! : 2;
      const isHan = !isRun || kinds[l]! === LandmarkKind.Numeral;
      if (isRun) l++;
      const size = Math.min(stop, end) - i;
      if (width + size * columns >= MAX_WIDTH) {
        const room = Math.ceil((MAX_WIDTH - width) / columns);
        width += room * columns;
        if (isHan) han += room;
        i += room - 1;
        break;
      }
      width += size * columns;
      if (isHan) han += size;
      i += size;
    }
    this.width = width;
    this.han = han;
    this.length = i - from;
  }
}
