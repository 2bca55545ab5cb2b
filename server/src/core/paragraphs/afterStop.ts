// Whether a paragraph goes on after a full line that ends with a stop. Where paragraphs are set in it does. Elsewhere
// nothing on the page tells, so what speaks for either is added up: how many sentences paragraphs have here, whether
// the two pieces would be as long as other paragraphs of the document, how the next sentence begins, whether it speaks
// of the same things. A wrong join runs two paragraphs together, so a doubtful one is left. The weights were fitted
// (logistic regression) to the half of test/bench/structure.ts that is for tuning.
import type { Document } from '../document/document.ts';
import type { FirstLine } from './firstLines.ts';
import { Pieces } from './pieces.ts';
import { seamsOf } from './seams.ts';
import type { Unit } from './units.ts';

/** True when the line is as long as the column allows, given the line after it. */
export type Fullness = (unit: Unit, next: Unit) => boolean;
/** True when the paragraph that begins at the offset goes on from the one unit to the other. */
export type GoesOn = (start: number, unit: Unit, next: Unit) => boolean;

export const neverGoesOn: GoesOn = () => false;
const alwaysGoesOn: GoesOn = () => true;

/** By how much a join must be likelier than an end: it spoils two paragraphs, a break left only one. */
const MARGIN = 0.4;
/** What a join must outweigh where neither lengths nor words say anything. */
const BIAS = -3.8;
/** A ratio of few sentences and fewer paragraphs is a rough one. */
const OF_PRIOR = 0.8;
/** What a document cannot have less of, sentences inside paragraphs. */
const FEWEST_INSIDE = 0.3;

/** `first` tells a paragraph's first line by its length. */
export function goesOnAfterStop(
  doc: Document,
  units: readonly Unit[],
  isFull: Fullness,
  first?: FirstLine,
): GoesOn {
  const { text } = doc;
  const seams = doc.share(seamsOf);
  const pieces = new Pieces(units.length);
  let stops = 0;
  let ends = 0;
  for (let i = 0; i < units.length; i++) {
    const [a, b] = [units[i]!, units[i + 1]];
    const goesOn = b !== undefined && (b.continues || seams[i + 1]?.isBreak);
    if (goesOn && b.indented) return alwaysGoesOn;
    const isStop = STOPS.includes(text[a.end - 1]!);
    const isEnd = !goesOn || (isStop && !isFull(a, b));
    if (isEnd && goesOn) ends++;
    for (let at = a.start; at < a.end; at++) if (isSentenceEnd(text.charCodeAt(at))) stops++;
    pieces.add(a, isStop, isEnd);
  }
  if (ends === 0) return alwaysGoesOn;
  pieces.finish();
  const prior = Math.log(Math.max(FEWEST_INSIDE, stops - pieces.count) / (pieces.count + 1));
  const likely: GoesOn = (start, a, b) =>
    isFull(a, b) &&
    BIAS +
      OF_PRIOR * prior +
      pieces.oddsOfOne(start, a, b) +
      leadOf(text, b) +
      cohesionOf(text, Math.max(start, a.end - BACK), a.end, b) >
      MARGIN;
  if (!first) return likely;
  const nextOf = new Map(units.slice(1).map((unit, i) => [units[i]!, unit]));
  // A line too long for a first one goes on, and so does one after a first line that is no first one itself; of a
  // short line that ends with a stop one cannot tell.
  return (start, a, b) => {
    if (first.is(a) ? a.start !== start : !isFull(a, b)) return false;
    const next = nextOf.get(b);
    if (first.isShorter(b)) return true;
    if (!next || STOPS.includes(text[b.end - 1]!)) return likely(start, a, b);
    return !first.is(b);
  };
}

const STOPS = '。！？：；.!?:;';
const isSentenceEnd = (unit: number): boolean => unit === 0x3002 || unit === 0xff01 || unit === 0xff1f;

/** Words that take up the sentence before; as the first of a paragraph they are a tenth as common. */
const TAKES_UP =
  /^(?:[它牠]|但|您?也|[还還]|而(?!且不)|然[而后後]|[因如]此|所以|于是|於是|否[则則]|[并並]且|不[过過]|[随隨][后後]|接[着著]|甚至|[换換]言之|也就是|反之|尤其|[从從]而|[总總]之|其[中他它余餘实實])/;
/** The same, but a fourth as common. */
const MAY_TAKE_UP =
  /^(?:[这這](?!次|里|裡|裏|个|個|项|項)|例如|比如|[与與]此|[对對]此|[为為]此|此[时時]|[该該]|同[时時]|特[别別]是|只[有是]|因[为為]|不[要能会會])/;
/** How a new item or paragraph begins. */
const SETS_OUT =
  /^(?:[一二三四五六七八九十]是|第[一二三四五六七八九十]|据|據|近年|今年|去年|目前|\d{4}年|\d{1,2}月)/;

function leadOf(text: string, unit: Unit): number {
  const head = text.slice(unit.start, unit.start + 4);
  if (TAKES_UP.test(head)) return 2;
  if (MAY_TAKE_UP.test(head)) return 1.4;
  return SETS_OUT.test(head) ? -0.4 : 0;
}

/** Code units looked through on either side. */
const BACK = 120;
const AHEAD = 60;
/** For that many pairs of characters on both sides. */
const COHESION = [-0.5, -0.25, 0.1, 0.3, 0.9];
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
