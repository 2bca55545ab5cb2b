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
  const sure = gaps.filter(isSure).length;
  const doubtful = sure * 2 < gaps.length && hasManyOpenLines(units, shapes);
  const isWeak = (gap: Gap): boolean => !isSure(gap) && !gap.cues.includes('comma');
  const isPlausible = weakIn(doc, sure);
  const isCommaItem = (gap: Gap): boolean => gap.cues.includes('comma') && !gap.inSentences && !isSure(gap);
  const kept: Gap[] = [];
  for (let first = 0; first < gaps.length; ) {
    let end = first + 1;
    while (end < gaps.length && gaps[end]!.before === gaps[end - 1]!.after) end++;
    const chain = gaps.slice(first, end);
    first = end;
    if (chain.length >= 2 && chain.every(isCommaItem)) continue;
    if (chain.length >= 3 && chain.slice(1).every(({ before }) => isItem(doc.text, units[before]!))) continue;
    const { ending } = shapes[chain.at(-1)!.after]!;
    const ends = ending === 'stop' || ending === 'close';
    for (const gap of chain) {
      if (doubtful && !isSure(gap)) continue;
      if (isWeak(gap) && !isPlausible(gap)) continue;
      if (!gap.cues.includes('column') && closesList(doc.text, units, gap.before)) continue;
      if (ends || gap.inSentences || gap.cues.some(cue => STRONG.has(cue))) kept.push(gap);
    }
  }
  return kept;
}

// A gap that nothing speaks for but the missing stop. Of the breaks of a page that was cut about half show more than
// that; where paragraphs without a stop abound and hardly any does, it is the way they are written. Where no gap of the
// document is certain, the two sides must at least look like the middle of a sentence.
function weakIn(doc: Document, sure: number): (gap: Gap) => boolean {
  const units = doc.share(unitsOf);
  const shapes = doc.share(shapesOf);
  let open = 0;
  for (let i = 0; i + 1 < units.length; i++)
    if (units[i]!.width > LINE && units[i]!.kind === units[i + 1]!.kind && shapes[i]!.ending === 'open')
      open++;
  if (sure * OF_SURE - Math.max(0, open - sure) * OF_OPEN < FEWEST_SURE) return () => false;
  return ({ before, after }) => {
    const [a, b] = [units[before]!, units[after]!];
    const tail = doc.text.slice(Math.max(a.start, a.end - TAIL), a.end);
    if (REFERENCE.test(tail) || !HAN.test(tail)) return false;
    if (sure > 0) return true;
    return /[\u3400-\u9fffA-Za-z]$/.test(tail) && !SETS_OUT.test(doc.text.slice(b.start, b.start + 4));
  };
}

/** Nats: of cut paragraphs 45 % show a sure sign, of others 5 %. */
const OF_SURE = 2.2;
const OF_OPEN = 0.6;
const FEWEST_SURE = -3;
/** Code units. */
const TAIL = 20;
const HAN = /[\u3400-\u9fff]/;
/** An address, a page of a manual, a note: what stands last in a paragraph that needs no stop. */
const REFERENCE = /(?:\/[\x21-\x7e]*[/.][\x21-\x7e]*|[A-Za-z]\(\d\)|\[\d{1,3}\])\)?$/;
/** What paragraphs begin with four times as often as the second halves of sentences do; and what is no Han. */
const SETS_OUT =
  /^(?:[^\u3400-\u9fff]|[在如若您你请請当當要此该該]|[这這](?!些|一)|下面|以下|上述|默认|默認|預設|一般|通常|所以|为了|為了|本[文章节節书書])/;

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

// "…，以及" after an item that ends with a comma, or after a short one: what follows is the last item.
function closesList(text: string, units: readonly Unit[], index: number): boolean {
  const [before, unit] = [units[index - 1], units[index]!];
  if (unit.width <= LINE && /[，,；;、](?:以及|或者|并且|並且)$/.test(text.slice(unit.end - 3, unit.end)))
    return true;
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
