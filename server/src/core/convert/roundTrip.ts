// What a conversion loses: places where converting back does not restore the original.
import { textOfCodes } from '../text/codes.ts';
import type { Conversion } from './convertDocument.ts';
import type { Converter } from './converter.ts';
import { createEditSink, type EditList } from './editList.ts';

/** A stretch that does not come back as it was; offsets in the source, in code units. */
export interface RoundTripLoss {
  readonly start: number;
  readonly end: number;
  readonly original: string;
  /** What converting there and back makes of it. */
  readonly back: string;
}

export function roundTripLosses({ units, edits, ranges }: Conversion, reverse: Converter): RoundTripLoss[] {
  const losses: RoundTripLoss[] = [];
  for (let r = 0; r < ranges.length; r += 2) {
    const start = ranges[r]!;
    const end = ranges[r + 1]!;
    const there = applied(edits, units, start, end);
    const sink = createEditSink();
    reverse.convertRange(there, 0, there.length, sink);
    compare(units.subarray(start, end), applied(sink, there, 0, there.length), start, losses);
  }
  return losses;
}

function applied(edits: EditList, units: Uint16Array, from: number, to: number): Uint16Array {
  const parts = Array.from(edits.parts(units, from, to), part => part.slice());
  if (parts.length === 1) return parts[0]!;
  const whole = new Uint16Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

// Texts of one length differ place by place; of others what is alike at both ends is left out.
function compare(original: Uint16Array, back: Uint16Array, offset: number, losses: RoundTripLoss[]): void {
  const add = (start: number, end: number, backEnd: number): void => {
    losses.push({
      start: offset + start,
      end: offset + end,
      original: textOfCodes(original, start, end),
      back: textOfCodes(back, start, backEnd),
    });
  };
  if (original.length !== back.length) {
    let head = 0;
    while (head < original.length && original[head] === back[head]) head++;
    let tail = 0;
    while (
      tail < Math.min(original.length, back.length) - head &&
      original[original.length - 1 - tail] === back[back.length - 1 - tail]
    )
      tail++;
    add(head, original.length - tail, back.length - tail);
    return;
  }
  for (let at = 0; at < original.length; at++) {
    if (original[at] === back[at]) continue;
    let to = at + 1;
    while (to < original.length && original[to] !== back[to]) to++;
    add(at, to, to);
    at = to;
  }
}
