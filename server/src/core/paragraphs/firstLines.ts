// Paragraphs whose indentation was lost: their first lines are two characters shorter than the rest. Told by what
// stands where: lines after the end of a paragraph have the one length, lines inside it the other. The two commonest
// lengths of the document do not tell, as short paragraphs have more first lines than others.
import type { Unit } from './units.ts';

export interface FirstLine {
  /** Lengths of a first and of a full line, in columns. */
  readonly length: number;
  readonly full: number;
  /** True when the line is as long as a first one; a mark may hang from it, a space may be lost. */
  is(unit: Unit): boolean;
  /** True when the line is too long for a first one. */
  isShorter(than: Unit): boolean;
}

type Measure = (unit: Unit) => number;

const INDENT = 4;
/** A character, in columns. */
const ONE = 2;
const FEWEST = 3;
const FEWEST_INNER = 2;
const SHARE = 0.8;
const STOPS = '。！？：；.!?:;';
const MAY_HANG = '，。、；：！？）》」』”’】〉…,.;:!?)]';

/** `usual` is the commonest length of a line that ends inside a sentence: a first or a full one. */
export function firstLineOf(
  text: string,
  units: readonly Unit[],
  usual: number,
  measure: Measure,
): FirstLine | undefined {
  for (const full of [usual, usual + INDENT])
    if (holds(text, units, full, measure)) {
      const length = full - INDENT;
      const is = (unit: Unit): boolean => {
        const own = measure(unit);
        return (
          own === length ||
          own === length - ONE ||
          (own === length + ONE && MAY_HANG.includes(text[unit.end - 1]!))
        );
      };
      return { length, full, is, isShorter: than => measure(than) > length + ONE };
    }
  return undefined;
}

function holds(text: string, units: readonly Unit[], full: number, measure: Measure): boolean {
  const first = full - INDENT;
  let [starts, short, inner, long] = [0, 0, 0, 0];
  for (let i = 0; i + 1 < units.length; i++) {
    const unit = units[i]!;
    if (!units[i + 1]!.continues || STOPS.includes(text[unit.end - 1]!)) continue;
    const before = units[i - 1];
    const own = measure(unit);
    if (!before || !unit.continues || (STOPS.includes(text[before.end - 1]!) && measure(before) < first)) {
      starts++;
      if (own >= first - ONE && own <= first + ONE) short++;
    } else if (!STOPS.includes(text[before.end - 1]!)) {
      inner++;
      if (own >= full - ONE && own <= full + INDENT) long++;
    }
  }
  return starts >= FEWEST && inner >= FEWEST_INNER && short >= starts * SHARE && long >= inner * SHARE;
}
