// Where a sentence was cut by a line break, blank lines or page furniture. Neighbouring units are weighed against each
// other: how the first one ends, how the second one goes on, whether a word stands across the gap, whether the line is
// as long as the column. Each cue has a weight; what must not be joined (headings, captions, lists, verse …) is
// refused before anything is weighed. The alternative, a list of "line ends without a full stop", calls every heading
// and every table a broken paragraph.
import type { Document } from '../document/document.ts';
import { isEnumerated } from '../markup/spokenOf.ts';
import { isBound } from './across.ts';
import { type Cue, type Gap, LINE, STRONG, SURE } from './cues.ts';
import { canJoin, type Fit, isProse } from './joinable.ts';
import { joinText } from './joinText.ts';
import { withoutLists } from './lists.ts';
import { endsInNote, isNote, isPageHead } from './pages.ts';
import { isRunningHead, runningHeadsOf } from './runningHeads.ts';
import { type Seam, seamsOf } from './seams.ts';
import { breaksAtClauses, type Shape, shapesOf } from './shapes.ts';
import { type Unit, unitsOf } from './units.ts';
import { addMarks, type Chain, THRESHOLD, WEIGHTS, weigh } from './weigh.ts';
import { wrapsOf } from './wraps.ts';

/** All gaps of the document, in order. Use it as `doc.share(gapsOf)`. */
export function gapsOf(doc: Document): readonly Gap[] {
  const units = doc.share(unitsOf);
  const gaps: Gap[] = [];
  let chain: Chain = { first: 0, stops: 0, commas: 0, own: 0 };
  for (let a = 0; a + 1 < units.length; ) {
    const gap = judge(doc, units, a, chain);
    if (gap) {
      gaps.push(gap);
      a = gap.after;
    } else {
      a++;
      chain = { first: a, stops: 0, commas: 0, own: 0 };
    }
  }
  return withoutLists(doc, gaps);
}

function judge(doc: Document, units: readonly Unit[], index: number, chain: Chain): Gap | undefined {
  const { text } = doc;
  const a = units[index]!;
  if (!isProse(a) || a.end - a.start < 2 || isPageHead(text, a)) return undefined;
  const wraps = doc.share(wrapsOf);
  const shapes = doc.share(shapesOf);
  const { ending } = shapes[index]!;
  // Most paragraphs leave here: where lines were not cut at a width, a stop is an end.
  if (!wraps.found && ending === 'stop') return undefined;
  const { after, isInterrupted, isRuled, isMarked, isNumbered } = lookAcross(doc, units, index);
  const b = units[after];
  if (!b || isNote(text, b)) return undefined;
  const seam = seamBetween(doc, index, after);
  const full =
    after === index + 1 &&
    (wraps.inBlock ? seam?.isBreak || b.blankBefore <= 0 : b.blankBefore <= 1) &&
    !b.indented &&
    wraps.isFull(a, b);
  const isChained = chain.first < index;
  // A full line may end in a clause; whether it may end in a sentence is a question of the whole document.
  const mayGoOn = (): boolean =>
    full &&
    (wraps.goesOnAfterStop(units[chain.first]!.start, a, b) ||
      !(SENTENCE_END.test(text.slice(a.end - 2, a.end)) || endsInNote(text, a.end)));
  if (ending === 'stop' && !mayGoOn()) return undefined;
  if (ending === 'comma' && !full && doc.share(breaksAtClauses)) return undefined;
  if (!canJoin(doc, units, index, after, fitOf(full, ending, isChained), seam)) return undefined;
  addMarks(text, a, chain);
  const { cues, score } = weigh(text, { a, b, shape: shapes[index]!, full, isChained }, chain);
  const isSure = cues.some(cue => SURE.has(cue));
  if (!full && isOwnLine(b, shapes[after]!, cues)) return undefined;
  // What a page sets apart with a break, or a caption with its credit, is mostly meant.
  const isSetApart = isInterrupted || isRuled || seam?.isBreak || seam?.isRuled;
  if (isSetApart && !full && !isSure) return undefined;
  const isAcross = after > index + 1;
  const hasFurniture = isAcross || seam?.isRuled === true;
  if (isInterrupted) cues.push('aside');
  if (hasFurniture) cues.push('furniture');
  let total = score;
  // A repeated line may be a heading of its own ("Note"); only a sentence that surely goes on makes it furniture.
  if (isAcross && !isSure && !(isNumbered && chain.stops > 0)) total -= 1;
  if (b.blankBefore > 2 && !hasFurniture) total -= 1;
  if (total < THRESHOLD || (seam?.isBreak && isEnumerated(text, seam.start, seam.end))) return undefined;
  return {
    before: index,
    after,
    start: seam?.start ?? a.fullEnd,
    end: seam?.end ?? b.start,
    join: joinText(doc, a, b),
    cues,
    interrupted: isInterrupted || isMarked || seam?.isRuled === true,
    safe: !isAcross && !b.apart && !seam && isCertain(text, a, b, cues, full, total),
    inSentences: chain.own > 0,
  };
}

// Two cues. A word across blank lines is one only where the sentence is likelier read with it than with a border there:
// 了解更多 | 数位 is not cut inside 多数.
function isCertain(
  text: string,
  a: Unit,
  b: Unit,
  cues: readonly Cue[],
  full: boolean,
  total: number,
): boolean {
  const isLoose = cues.includes('word') && !full && b.blankBefore > 0 && !isBound(text, a, b);
  return cues.length - (isLoose ? 1 : 0) >= 2 && total - (isLoose ? WEIGHTS.word : 0) >= THRESHOLD + 1;
}

/** A stop that ends a sentence, not a clause or an item. */
const SENTENCE_END = /[。！？…!?.﹒．～~¶—][^\p{L}\p{N}]?$/u;

const fitOf = (full: boolean, ending: Shape['ending'], isChained: boolean): Fit =>
  full ? (ending === 'stop' ? 'full' : 'running') : isChained ? 'chained' : 'alone';

/** Units of page furniture and asides that may stand inside a sentence. */
const MOST_BETWEEN = 3;

/** The unit that a sentence may go on in, over page furniture and asides, and what those are. */
function lookAcross(
  doc: Document,
  units: readonly Unit[],
  index: number,
): {
  readonly after: number;
  readonly isInterrupted: boolean;
  readonly isRuled: boolean;
  /** True where one of the rules is the markup's own. */
  readonly isMarked: boolean;
  /** True where page numbers stand between, and nothing else. */
  readonly isNumbered: boolean;
} {
  const shapes = doc.share(shapesOf);
  const heads = doc.share(runningHeadsOf);
  let isInterrupted = false;
  let isRuled = false;
  let isMarked = false;
  let isNumbered = true;
  let after = index + 1;
  for (; after < units.length && after - index <= MOST_BETWEEN; after++) {
    const unit = units[after]!;
    if (isAside(unit, shapes[after]!)) isInterrupted = true;
    else if (isDrawn(doc.text, unit)) {
      isRuled = true;
      isMarked ||= unit.kind === 'rule';
    } else if (!isFurniture(doc.text, unit, shapes[after]!, heads)) break;
    isNumbered &&= PAGE.test(doc.text.slice(unit.fullStart, unit.end));
  }
  return { after, isInterrupted, isRuled, isMarked, isNumbered };
}

// A short line without an end is a heading or an item, unless it surely goes on from the line before.
const isOwnLine = (unit: Unit, shape: Shape, cues: readonly Cue[]): boolean =>
  isLine(unit, shape) &&
  (!cues.some(cue => STRONG.has(cue) && cue !== 'function') ||
    (unit.width <= LABEL && !cues.some(cue => SURE.has(cue))));

function isFurniture(text: string, unit: Unit, shape: Shape, heads: ReadonlySet<string>): boolean {
  if (unit.width > 120) return false;
  // Markdown takes "- 7 -" for an item.
  if (unit.kind === 'list') return PAGE_AS_ITEM.test(text.slice(unit.fullStart, unit.end));
  if (unit.kind !== 'paragraph') return false;
  return shape.look === 'furniture' || isPageHead(text, unit) || isRunningHead(text, unit, heads);
}

/** The number of a page with what tells it from another number. */
const PAGE = /[页頁版]|^\s*[-—–·]/;
const PAGE_AS_ITEM = /^[ \t]*[-*]\s+\d{1,4}\s*[-*—–]$/;

// A drawn line ends a page, or a part of the text.
const isDrawn = (text: string, { kind, start, end }: Unit): boolean =>
  kind === 'rule' ||
  (kind === 'paragraph' && end - start < LONGEST_RULE && DRAWN.test(text.slice(start, end)));
const DRAWN = /^(?:[-—=_*~·] ?){3,}$/;
const LONGEST_RULE = 90;

// Who took the picture, and what it shows: what a person moves out of the sentence, not what is thrown away.
const isAside = (unit: Unit, { look }: Shape): boolean =>
  unit.kind === 'paragraph' && (look === 'caption' || look === 'credit' || look === 'byline');

// From before the first to after the last of what stands between the two.
function seamBetween(doc: Document, index: number, after: number): Seam | undefined {
  const seams = doc.share(seamsOf);
  const [first, last] = [seams[index + 1], seams[after]];
  if (!first || !last || after === index + 1) return last;
  return first.whole && last.whole && !first.isBreak && !last.isBreak
    ? { ...last, start: first.start }
    : undefined;
}

const isLine = (unit: Unit, shape: Shape): boolean =>
  unit.width <= LINE && (shape.ending === 'open' || shape.ending === 'close' || shape.isLabel);

/** Columns. */
const LABEL = 12;
