// What a conversion loses: places where converting back does not restore the original.
import type { Conversion } from './convertDocument.ts';
import type { Converter } from './converter.ts';
import { createEditSink } from './editList.ts';

/** A stretch that does not come back as it was; offsets in the source, in code units. */
export interface RoundTripLoss {
  readonly start: number;
  readonly end: number;
  readonly original: string;
  /** What converting there and back makes of it. */
  readonly back: string;
}

export function roundTripLosses(
  text: string,
  { edits, ranges }: Conversion,
  reverse: Converter,
): RoundTripLoss[] {
  const losses: RoundTripLoss[] = [];
  let edit = 0;
  for (let r = 0; r < ranges.length; r += 2) {
    const start = ranges[r]!;
    const end = ranges[r + 1]!;
    let there = '';
    let from = start;
    while (edit < edits.count && edits.startOf(edit) < end) {
      there += text.slice(from, edits.startOf(edit)) + edits.textOf(edit);
      from = edits.endOf(edit++);
    }
    there += text.slice(from, end);
    const sink = createEditSink();
    reverse.convertRange(there, 0, there.length, sink);
    const original = text.slice(start, end);
    const back = sink.apply(there);
    if (back !== original) losses.push(...compare(original, back, start));
  }
  return losses;
}

// Texts of one length differ place by place; of others what is alike at both ends is left out.
function compare(original: string, back: string, offset: number): RoundTripLoss[] {
  if (original.length !== back.length) {
    let head = 0;
    while (original[head] === back[head]) head++;
    let tail = 0;
    while (
      tail < Math.min(original.length, back.length) - head &&
      original[original.length - 1 - tail] === back[back.length - 1 - tail]
    )
      tail++;
    return [
      {
        start: offset + head,
        end: offset + original.length - tail,
        original: original.slice(head, original.length - tail),
        back: back.slice(head, back.length - tail),
      },
    ];
  }
  const losses: RoundTripLoss[] = [];
  for (let at = 0; at < original.length; at++) {
    if (original[at] === back[at]) continue;
    let to = at + 1;
    while (to < original.length && original[to] !== back[to]) to++;
    losses.push({
      start: offset + at,
      end: offset + to,
      original: original.slice(at, to),
      back: back.slice(at, to),
    });
    at = to;
  }
  return losses;
}
