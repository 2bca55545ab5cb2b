// What looks like a broken paragraph and is a list: items end without a stop too.
import type { Document } from '../document/document.ts';
import { endsInFunctionPhrase, introduces, introducesHere, isInsideSureWord } from './across.ts';
import { type Cue, type Gap, isShort, LINE, STRONG, SURE } from './cues.ts';
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
  const isPlausible = weakIn(doc, gaps.length, sure);
  const isCommaItem = (gap: Gap): boolean => gap.cues.includes('comma') && !gap.inSentences && !isSure(gap);
  const isCertain = (gap: Gap): boolean => isBeyondChance(doc, gap);
  // Where sentences go without a stop, two of them meet in a word or after a particle by chance now and then.
  const byChance = hasOpenStyle(units, shapes, sure);
  const alone = gaps.length * SELDOM <= units.length;
  const isLost = lostIn(doc);
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
      if ((byChance || isLost(gap)) && !isCertain(gap)) continue;
      if (isWeak(gap) && !isPlausible(gap)) continue;
      if (!gap.cues.includes('column') && closesList(doc.text, units, gap.before)) continue;
      if (ends || gap.inSentences || gap.cues.some(cue => STRONG.has(cue)))
        kept.push(alone && gap.safe && !isCertain(gap) ? { ...gap, safe: false } : gap);
    }
  }
  return kept;
}

/** A page that was cut once in forty paragraphs was mostly not cut there. */
const SELDOM = 40;
// Examples, formulas and tables that an extractor dropped leave their introductions: "…，例如". What comes next begins
// anew; where several such stand, 改为 and 只需 are introductions too.
function lostIn(doc: Document): (gap: Gap) => boolean {
  const { text } = doc;
  const units = doc.share(unitsOf);
  const isUsual = units.filter(unit => introduces(text, unit)).length >= FEWEST_LOST;
  return ({ before, after }) => {
    const [a, b] = [units[before]!, units[after]!];
    if (b.blankBefore === 0) return false;
    if (!introduces(text, a)) return isUsual && introducesHere(text, a);
    return isUsual || ANEW.test(text.slice(b.start, b.start + 2));
  };
}
const FEWEST_LOST = 2;
const ANEW = /^(?:[上前]述|[以如]上|上面|如果|其中|[现現]在|注意|[在该該此当當你您请請])/;

const CERTAIN: ReadonlySet<Cue> = new Set(['pair', 'closing', 'column', 'furniture']);
function isBeyondChance(doc: Document, { cues, before, after }: Gap): boolean {
  if (cues.some(cue => CERTAIN.has(cue))) return true;
  const units = doc.share(unitsOf);
  const [a, b] = [units[before]!, units[after]!];
  return (
    (cues.includes('word') && isInsideSureWord(doc.text, a, b)) ||
    (cues.includes('function') && endsInFunctionPhrase(doc.text, a))
  );
}

function hasOpenStyle(units: readonly Unit[], shapes: readonly Shape[], sure: number): boolean {
  let open = 0;
  let stops = 0;
  units.forEach((unit, i) => {
    if (unit.kind !== 'paragraph') return;
    if (shapes[i]!.ending === 'stop') stops++;
    else if (unit.width > TITLE && shapes[i]!.ending === 'open') open++;
  });
  return open >= ENOUGH_LINES && open > stops * 2 && sure * OPEN_TO_SURE < open;
}

/** Of the breaks of a cut page every second one is sure; by chance one in twenty looks so. */
const OPEN_TO_SURE = 8;

// A gap that nothing speaks for but the missing stop. Of the breaks of a page that was cut about half show more than
// that; where paragraphs without a stop abound and hardly any does, it is the way they are written. Every paragraph
// that ends as it should speaks a little against a cut page too, and so does a piece that begins or ends as others do.
// Where no gap of the document is certain, the two sides must at least look like the middle of a sentence.
function weakIn(doc: Document, gaps: number, sure: number): (gap: Gap) => boolean {
  const units = doc.share(unitsOf);
  const shapes = doc.share(shapesOf);
  let open = 0;
  let short = 0;
  let stops = 0;
  for (let i = 0; i + 1 < units.length; i++) {
    const { ending } = shapes[i]!;
    if (ending === 'stop') stops++;
    else if (ending !== 'open' || units[i]!.kind !== units[i + 1]!.kind) continue;
    else if (units[i]!.width > LINE) open++;
    else if (units[i]!.width > TITLE) short++;
  }
  const cut = sure * OF_SURE - Math.max(0, open - sure) * OF_OPEN;
  const isSurelyCut = sure >= CERTAINLY_CUT || gaps * OFTEN >= units.length;
  const score = isSurelyCut ? cut : cut - short * OF_SHORT_OPEN - stops * OF_STOP;
  if (score < FEWEST_SURE) return () => false;
  let habits: Habits | undefined;
  return ({ before, after }) => {
    const [a, b] = [units[before]!, units[after]!];
    const tail = doc.text.slice(Math.max(a.start, a.end - TAIL), a.end);
    if (REFERENCE.test(tail) || !HAN.test(tail)) return false;
    if (isSurelyCut && sure > 0) return true;
    habits ??= habitsOf(doc.text, units);
    if (!isSurelyCut && score - habits.alike(a, b) < FEWEST_SURE) return false;
    if (sure > 0) return true;
    return /[\u3400-\u9fffA-Za-z]$/.test(tail) && !SETS_OUT.test(doc.text.slice(b.start, b.start + 4));
  };
}

/** Nats: of cut paragraphs 45 % show a sure sign, of others 5 %. */
const OF_SURE = 2.2;
const OF_OPEN = 0.6;
const OF_SHORT_OPEN = 0.5;
const OF_STOP = 0.045;
const FEWEST_SURE = -3;
/** So many sure signs, or so few paragraphs to a gap, are no accident, however the rest of the document is written. */
const CERTAINLY_CUT = 3;
const OFTEN = 4;
/** Columns up to which a line without an end is a heading as likely as a sentence. */
const TITLE = 30;

interface Habits {
  /** Nats that speak against a cut: the first piece ends as another paragraph does, the second begins as one does. */
  alike(a: Unit, b: Unit): number;
}

// Measured on pages cut once against pages that lost one stop.
const OF_SAME_END = 0.8;
const OF_SAME_START = 0.9;

function habitsOf(text: string, units: readonly Unit[]): Habits {
  const starts = new Map<string, number>();
  const ends = new Set<string>();
  const startOf = ({ start }: Unit): string => text.slice(start, start + 2);
  for (const unit of units) {
    starts.set(startOf(unit), (starts.get(startOf(unit)) ?? 0) + 1);
    ends.add(text.slice(unit.end - 3, unit.end));
  }
  return {
    alike: (a, b) =>
      (ends.has(`${text.slice(a.end - 2, a.end)}。`) ? OF_SAME_END : 0) +
      (starts.get(startOf(b))! > 1 ? OF_SAME_START : 0),
  };
}

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
