// Whether a paragraph goes on after a full line that ends with a stop. Where paragraphs are set in it does. Elsewhere
// nothing on the page tells, so two chances are compared: that a sentence ends at the end of a line, and that a
// paragraph's last line happens to be full. How the next sentence begins, and whether it speaks of the same things,
// moves them. A wrong join runs two paragraphs together, so a doubtful one is left.
import type { Document } from '../document/document.ts';
import { seamsOf } from './seams.ts';
import type { Unit } from './units.ts';

/** True when the line is as long as the column allows, given the line after it. */
export type Fullness = (unit: Unit, next: Unit) => boolean;
/** True when the paragraph that begins at the offset goes on from the one unit to the other. */
export type GoesOn = (start: number, unit: Unit, next: Unit) => boolean;

/** What is known of first lines where the text has lost their indentation. */
export interface FirstLine {
  is(unit: Unit): boolean;
  isShorter(than: Unit): boolean;
}

export const neverGoesOn: GoesOn = () => false;
const alwaysGoesOn: GoesOn = () => true;

/** By how much a join must be likelier than an end: it spoils two paragraphs, a break left only one. */
const MARGIN = Math.log(2);

/** `characters` is the length of a full line in Han; `first` tells a paragraph's first line by its length. */
export function goesOnAfterStop(
  doc: Document,
  units: readonly Unit[],
  characters: number,
  isFull: Fullness,
  first?: FirstLine,
): GoesOn {
  const { text } = doc;
  const seams = doc.share(seamsOf);
  let ends = 0;
  let full = 0;
  let stops = 0;
  let length = 0;
  for (let i = 1; i < units.length; i++) {
    const [a, b] = [units[i - 1]!, units[i]!];
    if (!b.continues && !seams[i]?.isBreak) continue;
    if (b.indented) return alwaysGoesOn;
    if (isFull(a, b)) full++;
    else if (STOPS.includes(text[a.end - 1]!)) ends++;
    length += a.length;
    for (let at = a.start; at < a.end; at++) if (isSentenceEnd(text.charCodeAt(at))) stops++;
  }
  if (ends === 0) return alwaysGoesOn;
  const sentences = (full * stops) / Math.max(1, length);
  // A last line is full at its last place, and with the stop hanging beyond it.
  const prior = Math.log(sentences / ((2 * ends) / Math.max(1, characters)));
  const likely: GoesOn = (start, a, b) =>
    isFull(a, b) &&
    prior + leadOf(text, b) + cohesionOf(text, Math.max(start, a.end - BACK), a.end, b) > MARGIN;
  if (!first) return likely;
  const nextOf = new Map(units.slice(1).map((unit, i) => [units[i]!, unit]));
  // A line too long for a first one goes on; a short last line may be a paragraph of its own.
  return (start, a, b) => {
    const next = nextOf.get(b);
    if (!isFull(a, b) && !first.is(a)) return false;
    if (!next || STOPS.includes(text[b.end - 1]!)) return first.isShorter(b) || likely(start, a, b);
    return !first.is(b);
  };
}

const STOPS = '。！？：；.!?:;';
const isSentenceEnd = (unit: number): boolean => unit === 0x3002 || unit === 0xff01 || unit === 0xff1f;

/** Words that take up the sentence before; as the first of a paragraph they are a tenth as common. */
const TAKES_UP =
  /^(?:[它也还還但而]|[这這此](?!次|里|裡|裏|项|項)|其[中他它余餘实實]|然[而后後]|[因如]此|所以|于是|於是|否[则則]|例如|比如|同[时時]|[并並]且|不[过過]|只是|尤其|特[别別]是|反之|[随隨][后後]|接[着著]|甚至|[换換]言之|也就是|[与與]此|[对對]此|[为為]此|[从從]而|[总總]之)/;
const LEAD = 2;
/** How a new item or paragraph begins. */
const SETS_OUT =
  /^(?:[一二三四五六七八九十]是|第[一二三四五六七八九十]|据|據|近年|今年|去年|目前|\d{4}年|\d{1,2}月)/;

function leadOf(text: string, unit: Unit): number {
  const head = text.slice(unit.start, unit.start + 4);
  if (TAKES_UP.test(head)) return LEAD;
  return SETS_OUT.test(head) ? -LEAD / 2 : 0;
}

/** Code units looked through on either side. */
const BACK = 120;
const AHEAD = 60;
/** Nats for that many pairs of characters on both sides; measured on documentation in both scripts. */
const COHESION = [-1, -0.45, 0, 0.25, 0.5];
const stamps = new Uint32Array(1 << 16);
let stamp = 0;

// How many pairs of characters of the next sentence stood before.
function cohesionOf(text: string, from: number, to: number, next: Unit): number {
  stamp++;
  for (let i = from; i + 1 < to; i++) stamps[keyOf(text, i)] = stamp;
  let shared = 0;
  for (let i = next.start; i + 1 < text.length && i < next.start + AHEAD; i++) {
    if (isSentenceEnd(text.charCodeAt(i))) break;
    if (
      isWordUnit(text.charCodeAt(i)) &&
      isWordUnit(text.charCodeAt(i + 1)) &&
      stamps[keyOf(text, i)] === stamp
    )
      shared++;
  }
  return COHESION[Math.min(shared, COHESION.length - 1)]!;
}

const keyOf = (text: string, at: number): number =>
  (Math.imul(text.charCodeAt(at), 0x9e3779b1) + text.charCodeAt(at + 1)) & 0xffff;
const isWordUnit = (unit: number): boolean =>
  (unit >= 0x3400 && unit <= 0x9fff) || (unit >= 48 && unit < 123);
