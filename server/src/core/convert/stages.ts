// A text in the middle of a conversion of several steps: its code units, and for each of them the span of the source
// that it comes from. The arrays are used again for every stretch.
import type { EditSink } from './editList.ts';
import type { Matcher } from './matcher.ts';
import { unmatchedLength } from './sequences.ts';

export interface Stage {
  units: Uint16Array;
  starts: Int32Array;
  ends: Int32Array;
  /** 1 where a segment begins, which no later match may cross. */
  breaks: Uint8Array;
  size: number;
}

export const createStage = (): Stage => ({
  units: new Uint16Array(256),
  starts: new Int32Array(256),
  ends: new Int32Array(256),
  breaks: new Uint8Array(256),
  size: 0,
});

function ensure(stage: Stage, size: number): void {
  if (size <= stage.units.length) return;
  const room = Math.max(size, stage.units.length * 2);
  const copy = <T extends Uint8Array | Uint16Array | Int32Array>(from: T, to: T): T => {
    to.set(from);
    return to;
  };
  stage.units = copy(stage.units, new Uint16Array(room));
  stage.starts = copy(stage.starts, new Int32Array(room));
  stage.ends = copy(stage.ends, new Int32Array(room));
  stage.breaks = copy(stage.breaks, new Uint8Array(room));
}

/** Fills a stage with `[start, end)` of the source. */
export function load(stage: Stage, source: Uint16Array, start: number, end: number): void {
  const size = end - start;
  ensure(stage, size);
  for (let i = 0; i < size; i++) {
    stage.units[i] = source[start + i]!;
    stage.starts[i] = start + i;
    stage.ends[i] = start + i + 1;
    stage.breaks[i] = 0;
  }
  stage.size = size;
}

/** Marks the words that a matcher cuts, and with them what lies between. */
export function segment(stage: Stage, matcher: Matcher): void {
  const { units, breaks, size } = stage;
  for (let at = 0; at < size; ) {
    const length = matcher.matchAt(units, at, size);
    if (length === 0) {
      at += unmatchedLength(units, at, size);
      continue;
    }
    breaks[at] = 1;
    at += length;
    if (at < size) breaks[at] = 1;
  }
}

/** Converts `from` into `to`, segment by segment. `onSingle` hears of each character that no word decided. */
export function apply(
  from: Stage,
  to: Stage,
  matcher: Matcher,
  onSingle?: (unit: number, offset: number) => void,
): void {
  const { units, breaks, size } = from;
  let put = 0;
  let limit = 0;
  for (let at = 0; at < size; ) {
    if (at >= limit) for (limit = at + 1; limit < size && breaks[limit] === 0; ) limit++;
    const length = matcher.matchAt(units, at, limit);
    const isBreak = breaks[at]!;
    if (length === 0) {
      let left = unmatchedLength(units, at, limit);
      ensure(to, put + left);
      to.breaks[put] = isBreak;
      for (; left > 0; left--, at++, put++) {
        to.units[put] = units[at]!;
        to.starts[put] = from.starts[at]!;
        to.ends[put] = from.ends[at]!;
        if (left > 1) to.breaks[put + 1] = 0;
      }
      continue;
    }
    if (length === 1 && onSingle) onSingle(units[at]!, from.starts[at]!);
    const { pool, valueStart, valueEnd } = matcher;
    const made = valueEnd - valueStart;
    ensure(to, put + made);
    // Words of equal length change character by character; otherwise the word changes as a whole.
    const isSame = made === length;
    for (let i = 0; i < made; i++, put++) {
      to.units[put] = pool[valueStart + i]!;
      to.starts[put] = from.starts[isSame ? at + i : at]!;
      to.ends[put] = from.ends[isSame ? at + i : at + length - 1]!;
      to.breaks[put] = i === 0 ? isBreak : 0;
    }
    at += length;
  }
  to.size = put;
}

/** Adds what differs from the source; code units whose source spans overlap belong to one edit. */
export function emit(source: Uint16Array, { units, starts, ends, size }: Stage, edits: EditSink): void {
  for (let at = 0; at < size; ) {
    const start = starts[at]!;
    let end = ends[at]!;
    let to = at + 1;
    while (to < size && starts[to]! < end) end = Math.max(end, ends[to++]!);
    if (to - at === 1 && end - start === 1) {
      if (units[at] !== source[start]) edits.addUnit(start, units[at]!);
    } else if (differs(source, start, end, units, at, to)) edits.addUnits(start, end, units, at, to);
    at = to;
  }
}

/** True when two stretches of code units are not the same. */
export function differs(
  a: Uint16Array,
  aStart: number,
  aEnd: number,
  b: Uint16Array,
  bStart: number,
  bEnd: number,
): boolean {
  if (aEnd - aStart !== bEnd - bStart) return true;
  for (let i = aStart, j = bStart; i < aEnd; i++, j++) if (a[i] !== b[j]) return true;
  return false;
}
