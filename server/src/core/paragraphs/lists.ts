// What looks like a broken paragraph and is a list: items end without a stop too.
import type { Document } from '../document/document.ts';
import { type Gap, isShort, LINE, STRONG, SURE } from './cues.ts';
import { type Shape, shapesOf } from './shapes.ts';
import { type Unit, unitsOf } from './units.ts';

// Items of a list have no stop either. A paragraph that was cut ends somewhere; where nothing does, the pieces are
// items, and only a word across the gap or a bracket that closes beyond it tells otherwise.
export function withoutLists(doc: Document, gaps: readonly Gap[]): readonly Gap[] {
  const units = doc.share(unitsOf);
  const shapes = doc.share(shapesOf);
  const isSure = (gap: Gap): boolean => gap.cues.some(cue => SURE.has(cue));
  const doubtful = !gaps.some(isSure) && hasManyOpenLines(units, shapes);
  const kept: Gap[] = [];
  for (let first = 0; first < gaps.length; ) {
    let end = first + 1;
    while (end < gaps.length && gaps[end]!.before === gaps[end - 1]!.after) end++;
    const chain = gaps.slice(first, end);
    first = end;
    if (chain.length >= 3 && chain.slice(1).every(({ before }) => isItem(doc.text, units[before]!))) continue;
    const { ending } = shapes[chain.at(-1)!.after]!;
    const ends = ending === 'stop' || ending === 'close';
    for (const gap of chain) {
      if (doubtful && !isSure(gap)) continue;
      if (closesList(doc.text, units, gap.before)) continue;
      if (ends || gap.inSentences || gap.cues.some(cue => STRONG.has(cue))) kept.push(gap);
    }
  }
  return kept;
}

// Where lines without an end abound (labels, cells, items) and no break is certain, one more line without an end is no
// broken sentence.
function hasManyOpenLines(units: readonly Unit[], shapes: readonly Shape[]): boolean {
  let open = 0;
  let all = 0;
  units.forEach((unit, i) => {
    if (unit.kind === 'heading' || unit.kind === 'code') return;
    all++;
    if (unit.width <= LINE && shapes[i]!.ending !== 'stop') open++;
  });
  return all >= ENOUGH_LINES && open * 3 >= all;
}

const ENOUGH_LINES = 20;

// "…，以及" after an item that ends with a comma: what follows is the last item.
function closesList(text: string, units: readonly Unit[], index: number): boolean {
  const [before, unit] = [units[index - 1], units[index]!];
  if (
    !before ||
    before.kind !== unit.kind ||
    !/(?:以及|或者|[和或及与與])$/.test(text.slice(unit.end - 2, unit.end))
  )
    return false;
  return '，,；;、'.includes(text[before.end - 1]!);
}

const isItem = (text: string, unit: Unit): boolean =>
  isShort(unit) &&
  /[，、,；;](?:并且|並且|以及|或者|而且|[和或及与與])?$/.test(
    text.slice(Math.max(unit.start, unit.end - 4), unit.end),
  );
