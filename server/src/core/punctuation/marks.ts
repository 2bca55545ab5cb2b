// Where the punctuation of a document's prose stands, collected once for every rule and statistic that asks. Marks
// are frequent in Chinese text (one in ten characters), so they are columns of typed arrays: one object each would
// cost more than all the rules that read them.
import type { Document } from '../document/document.ts';
import { readProse } from './prose.ts';

/** What a mark is, as a small number that indexes tables; the order is that of `MARKS` in prose.ts. 0 is no mark. */
export const Mark = {
  Comma: 1,
  Semicolon: 2,
  Colon: 3,
  Exclamation: 4,
  Question: 5,
  Open: 6,
  Close: 7,
  /** The same seven at full width are `Mark.Wide` higher. */
  Wide: 7,
  WideComma: 8,
  WideSemicolon: 9,
  WideColon: 10,
  WideExclamation: 11,
  WideQuestion: 12,
  WideOpen: 13,
  WideClose: 14,
  /** 。 and 、, which have no half-width form that a width fold would give. */
  Stop: 15,
  Pause: 16,
  /** An ASCII full stop. */
  Dot: 17,
  /** “ ” ‘ ’ 「 」 『 』 and the brackets that come in pairs; each closer is one higher than its opener. */
  DoubleOpen: 18,
  DoubleClose: 19,
  SingleOpen: 20,
  SingleClose: 21,
  CornerOpen: 22,
  CornerClose: 23,
  InnerCornerOpen: 24,
  InnerCornerClose: 25,
  TitleOpen: 26,
  TitleClose: 27,
  InnerTitleOpen: 28,
  InnerTitleClose: 29,
  LensOpen: 30,
  LensClose: 31,
  ShellOpen: 32,
  ShellClose: 33,
  /** ASCII quotation marks. */
  StraightDouble: 34,
  StraightSingle: 35,
} as const;

/** The kinds of mark whose width is judged apart. */
export const WidthKind = {
  /** , ; */
  Comma: 0,
  Colon: 1,
  /** ? ! */
  Query: 2,
  /** Brackets round Han text. */
  Bracket: 3,
  /** Brackets round Latin text, beside it, or set off by blank space as Latin text does. */
  LatinBracket: 4,
  /** A bracket whose partner is missing. */
  Lonely: 5,
  /** A mark that may be right as it is (doubtfulMarks.ts): a defect only in text that was folded throughout. */
  Doubtful: 6,
  Count: 7,
} as const;

export interface Marks {
  readonly count: number;
  /** Offset, kind (`Mark`), region index and block index (-1 for none) of each mark, in text order. */
  readonly at: Int32Array;
  readonly kind: Uint8Array;
  readonly region: Int32Array;
  readonly block: Int32Array;
  /** How many marks there are of each kind; kinds from `LandmarkKind.FirstRun` on are other landmarks. */
  readonly counts: Uint32Array;
  /** Whether two points (Comma … Question of either width, 。 、 .) stand side by side anywhere. */
  readonly hasRuns: boolean;
}

/** The marks in the prose of a document; ask through `doc.share(marksOf)`. */
export function marksOf(doc: Document): Marks {
  const { blocks } = doc;
  const { counts } = doc.landmarks;
  const { markCount: count, markAt: at, markKind: kind, markRegion: region } = doc.share(readProse);
  const block = doc.memory.int32(count);
  let b = 0;
  // The block in hand, or the one to come.
  let start = -1;
  let end = -1;
  let hasRuns = false;
  let afterPoint = -1;
  for (let m = 0; m < count; m++) {
    const offset = at[m]!;
    const k = kind[m]!;
    if (k <= Mark.Dot) {
      if (offset === afterPoint) hasRuns = true;
      afterPoint = offset + 1;
    }
    if (offset >= end) {
      while (b < blocks.length && blocks[b]!.end <= offset) b++;
      const next = blocks[b];
      start = next ? next.start : Number.MAX_SAFE_INTEGER;
      end = next ? next.end : Number.MAX_SAFE_INTEGER;
    }
    block[m] = start <= offset ? b : -1;
  }
  return { count, at, kind, region, block, counts, hasRuns };
}

/** Whether there is a mark of the kinds `first`…`last`. */
export function anyOf({ counts }: Marks, first: number, last: number): boolean {
  for (let kind = first; kind <= last; kind++) if (counts[kind]! > 0) return true;
  return false;
}
