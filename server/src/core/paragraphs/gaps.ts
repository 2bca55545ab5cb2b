// Where a sentence was cut by a line break, blank lines or page furniture. Neighbouring units are weighed against each
// other: how the first one ends, how the second one goes on, whether a word stands across the gap, whether the line is
// as long as the column. Each cue has a weight; what must not be joined (headings, captions, lists, verse …) is
// refused before anything is weighed. The alternative, a list of "line ends without a full stop", calls every heading
// and every table a broken paragraph.
import type { Document } from '../document/document.ts';
import { isEnumerated } from '../evidence/markupTalk.ts';
import {
  closesAside,
  endsInFunctionWord,
  isInsideSureWord,
  isInsideWord,
  isOnlyBegun,
  isSeam,
  opensAcross,
  STOPS,
  startsWithFunctionWord,
} from './across.ts';
import { type Cue, type Gap, isShort, LINE, STRONG, SURE } from './cues.ts';
import { joinText } from './joinText.ts';
import { isLabelled } from './labels.ts';
import { withoutLists } from './lists.ts';
import { isRunningHead, runningHeadsOf } from './runningHeads.ts';
import { type Seam, seamsOf } from './seams.ts';
import { breaksAtClauses, hasStopBullets, isSpacedTitle, type Shape, shapesOf } from './shapes.ts';
import { type Unit, unitsOf } from './units.ts';
import { wrapsOf } from './wraps.ts';

const THRESHOLD = 2;
const WEIGHTS: Readonly<Record<Cue, number>> = {
  prose: 2,
  comma: 1.5,
  closing: 3,
  pair: 2,
  word: 2,
  column: 2.5,
  function: 3,
  chain: 1,
  furniture: 0,
  aside: 0,
};

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

/** What has been read of the paragraph so far, over the gaps already found. */
interface Chain {
  readonly first: number;
  stops: number;
  commas: number;
  /** Stops inside the last unit alone. */
  own: number;
}

const COMMAS = '，、,：';
const STOP = 1;
const COMMA = 2;
const MARKS = new Uint8Array(0x10000);
for (const mark of STOPS) MARKS[mark.charCodeAt(0)] = STOP;
for (const mark of COMMAS) MARKS[mark.charCodeAt(0)] = COMMA;
/** A stop that ends a sentence, not a clause or an item. */
const SENTENCE_END = /[。！？…!?.﹒．～~¶—][^\p{L}\p{N}]?$/u;
/** How much of a unit is looked through for marks, from its end. */
const LOOK_BACK = 400;

function addMarks(text: string, unit: Unit, chain: Chain): void {
  let own = 0;
  for (let i = Math.max(unit.start, unit.end - LOOK_BACK); i < unit.end - 1; i++) {
    const mark = MARKS[text.charCodeAt(i)]!;
    if (mark === 0 || (text.charCodeAt(i) < 128 && !isBetweenWide(text, i))) continue;
    if (mark === STOP) own++;
    else chain.commas++;
  }
  chain.own = own;
  chain.stops += own;
}

// A mark folded to half width stands between Han; one between arguments or in a tag does not.
const isBetweenWide = (text: string, at: number): boolean =>
  text.charCodeAt(at - 1) > 127 && text.charCodeAt(at + 1) > 47 && text.charCodeAt(at + 1) !== 0x3c;

function judge(doc: Document, units: readonly Unit[], index: number, chain: Chain): Gap | undefined {
  const { text } = doc;
  const a = units[index]!;
  if (!isProse(a) || a.end - a.start < 2) return undefined;
  let after = index + 1;
  const wraps = doc.share(wrapsOf);
  const shapes = doc.share(shapesOf);
  // Most paragraphs leave here: where lines were not cut at a width, a stop is an end.
  if (!wraps.found && shapes[index]!.ending === 'stop') return undefined;
  const heads = doc.share(runningHeadsOf);
  let interrupted = false;
  let ruled = false;
  let marked = false;
  for (; after < units.length && after - index <= 3; after++) {
    if (isAside(units[after]!, shapes[after]!)) interrupted = true;
    else if (isDrawn(text, units[after]!)) {
      ruled = true;
      marked ||= units[after]!.kind === 'rule';
    } else if (!isFurniture(doc.text, units[after]!, shapes[after]!, heads)) break;
  }
  const b = units[after];
  if (!b) return undefined;
  const seam = seamBetween(doc, index, after);
  const full =
    after === index + 1 &&
    (wraps.inBlock ? seam?.isBreak || b.blankBefore <= 0 : b.blankBefore <= 1) &&
    !b.indented &&
    wraps.isFull(a, b);
  const ending = shapes[index]!.ending;
  const fit: Fit = full
    ? ending === 'stop'
      ? 'full'
      : 'running'
    : chain.first === index
      ? 'alone'
      : 'chained';
  // A full line may end in a clause; whether it may end in a sentence is a question of the whole document.
  if (
    ending === 'stop' &&
    !(
      full &&
      (wraps.goesOnAfterStop(units[chain.first]!.start, a, b) ||
        !SENTENCE_END.test(text.slice(a.end - 2, a.end)))
    )
  )
    return undefined;
  if (ending === 'comma' && !full && doc.share(breaksAtClauses)) return undefined;
  if (!canJoin(doc, units, index, after, fit, seam)) return undefined;
  addMarks(text, a, chain);
  const opens = !full && OPENERS.test(text.slice(b.start, b.start + 6));
  const cues: Cue[] = [];
  let score = 0;
  const add = (cue: Cue): void => {
    cues.push(cue);
    score += WEIGHTS[cue];
  };
  if (full) add('column');
  if (ending !== 'stop') {
    if (chain.stops > 0 || (chain.commas >= 2 && a.width >= 60) || (chain.commas >= 1 && a.width >= 80))
      add('prose');
    if (ending === 'comma') add('comma');
    if (CLOSING.includes(text[b.start]!) && !text.startsWith('![', b.start)) add('closing');
    if (opensAcross(text, a, b)) add('pair');
    if (!opens && isInsideWord(text, a, b, full)) add('word');
    if (
      endsInFunctionWord(text, a, b, chain.first < index) ||
      (chain.stops > 0 && isOnlyBegun(text, a)) ||
      startsWithFunctionWord(text, b)
    )
      add('function');
    if (chain.first < index) add('chain');
    if (!full && ending === 'close' && !closesAside(text, a, chain.own > 0)) score -= 1.5;
    if (
      !full &&
      (opens || !(cues.includes('function') || (isShort(b) && isInsideSureWord(text, a, b)))) &&
      isTitleLike(a, shapes[index]!, chain)
    )
      score -= 1.5;
    if (!full && !isSeam(text, a, b, chain.own > 0)) score -= 1;
  }
  // A short line without an end is a heading or an item, unless it surely goes on from the line before.
  if (!full && isLine(b, shapes[after]!) && !cues.some(cue => STRONG.has(cue) && cue !== 'function'))
    return undefined;
  if (!full && b.width <= LABEL && isLine(b, shapes[after]!) && !cues.some(cue => SURE.has(cue)))
    return undefined;
  // What a page sets apart with a break, or a caption with its credit, is mostly meant.
  if ((interrupted || ruled || seam?.isBreak || seam?.isRuled) && !full && !cues.some(cue => SURE.has(cue)))
    return undefined;
  if (seam?.isRuled) cues.push('furniture');
  if (interrupted) cues.push('aside');
  if (after > index + 1) {
    // A repeated line may be a heading of its own ("Note"); only a sentence that surely goes on makes it furniture.
    if (!cues.some(cue => SURE.has(cue))) score -= 1;
    cues.push('furniture');
  }
  if (b.blankBefore > 2 && !cues.includes('furniture')) score -= 1;
  if (opens) score -= 1;
  if (score < THRESHOLD || (seam?.isBreak && isEnumerated(text, seam.start, seam.end))) return undefined;
  const safe = after === index + 1 && !b.apart && !seam && cues.length >= 2 && score >= THRESHOLD + 1;
  return {
    before: index,
    after,
    start: seam?.start ?? a.fullEnd,
    end: seam?.end ?? b.start,
    join: joinText(doc, a, b),
    cues,
    interrupted: interrupted || marked || seam?.isRuled === true,
    safe,
    inSentences: chain.own > 0,
  };
}

const isProse = (unit: Unit): boolean =>
  (unit.kind === 'paragraph' || unit.kind === 'list' || unit.kind === 'quote') && !unit.bold;

function isFurniture(text: string, unit: Unit, shape: Shape, heads: ReadonlySet<string>): boolean {
  if (unit.width > 120) return false;
  // Markdown takes "- 7 -" for an item.
  if (unit.kind === 'list') return PAGE_AS_ITEM.test(text.slice(unit.fullStart, unit.end));
  if (unit.kind !== 'paragraph') return false;
  return shape.look === 'furniture' || isRunningHead(text, unit, heads);
}

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

// What must stay apart, whatever the words say.
function canJoin(
  doc: Document,
  units: readonly Unit[],
  index: number,
  after: number,
  fit: Fit,
  seam: Seam | undefined,
): boolean {
  const { text } = doc;
  const a = units[index]!;
  const b = units[after]!;
  if (!isProse(b) || b.indented) return false;
  if (b.kind === 'list' && !b.continues && !seam?.isBreak) return false;
  if (a.kind === 'quote' ? b.kind !== 'quote' || a.level !== b.level : b.kind === 'quote') return false;
  if (!seam) {
    const between = text.slice(b.fullStart, b.start);
    if (b.blankBefore < 0 || b.apart || a.fullEnd !== a.end || !/^[\s>]*$/.test(between)) return false;
  }
  if (
    doc.format === 'markdown' &&
    b.continues &&
    /(?: {2}|\\)$/.test(text.slice(Math.max(0, a.end), lineEndOf(text, a.end)))
  )
    return false;
  if (doc.isForeign(a.block) || doc.isForeign(b.block)) return false;
  if (a.han + b.han < 4) return false;
  const shapes = doc.share(shapesOf);
  const { marker, look } = shapes[after]!;
  if (text[b.start] === '。' && doc.share(hasStopBullets)) return false;
  if (OTHER_START.test(text[b.start]!) && !isCutAt(doc, a, b, fit)) return false;
  if (isLabelled(text, b) && isLabelled(text, a)) return false;
  if (ASIDE.test(text.slice(Math.max(a.start, a.end - 6), a.end))) return false;
  if (fit === 'running') return look !== 'furniture' && !(marker && OUTER.has(marker.style));
  if (look || marker) return false;
  if (fit === 'full') return true;
  // 哀此訃⏎聞, 敬請⏎台安: what is set apart out of respect. The end of a sentence has its stop.
  if (b.width <= 4 && shapes[after]!.ending === 'open') return false;
  // Short lines are verse, names, captions; only a word that the gap surely cuts tells otherwise.
  const isCut = b.blankBefore > 0 && isInsideSureWord(text, a, b) && shapes[after]!.ending === 'stop';
  if (isShort(a) && isShort(b) && !isCut) return false;
  // Items say the same of different things.
  if (text.slice(a.start, a.start + SAME) === text.slice(b.start, b.start + SAME)) return false;
  if (fit === 'chained') return true;
  if (shapes[index]!.look || isSpacedTitle(text, a)) return false;
  // A form to be filled in, and a speaker who answers another.
  const tail = text.slice(Math.max(a.start, a.end - FORM), a.end);
  if (/[_＿]{2}/.test(tail) || (/[”」』][，,]$/.test(tail) && /[“「『]/.test(text[b.start]!))) return false;
  if (a.width <= LINE && shapes[index]!.marker && shapes[index]!.ending !== 'comma' && !isCut) return false;
  return b.width > 80 || !/^[—–-]{1,2}\S|^[“「『"][^”」』"]{1,60}$/.test(text.slice(b.start, b.end));
}

// A line cut by counting characters ends anywhere, before a "<" of a formula too; a drawn line repeats its mark.
const isCutAt = (doc: Document, a: Unit, b: Unit, fit: Fit): boolean =>
  fit === 'running' &&
  doc.format === 'text' &&
  doc.share(wrapsOf).missing(a) === 0 &&
  b.han > 0 &&
  doc.text[b.start] !== doc.text[b.start + 1];

/** How the first unit stands: a full line in mid-sentence, a full line with a stop, on its own, or after a gap. */
type Fit = 'running' | 'full' | 'alone' | 'chained';
/** Markers that open something new even after a full line. */
const OUTER: ReadonlySet<string> = new Set(['letter', 'chapter', 'section', 'article', 'han']);
/** Lines that are drawn, not written. */
const OTHER_START = /[_=+|#~^│┌└├─━*<>]/;

// 人真的非常多(淚: on the net an open aside ends its line.
const ASIDE = /[（(][笑淚泪誤误汗逃爆嘆叹炸囧茶怒羞抖默遮掩菸跪][\u4e00-\u9fff]?$/;

const isLine = (unit: Unit, shape: Shape): boolean =>
  unit.width <= LINE && (shape.ending === 'open' || shape.ending === 'close' || shape.isLabel);

/** Columns. */
const LABEL = 12;
/** Code units. */
const SAME = 3;
/** Code units at the end of a line that are looked through for blanks. */
const FORM = 40;

const CLOSING = '，。、；：！？）》」』”’】〉,;:!?)';
/** How a new paragraph of a report begins. */
const OPENERS =
  /^(?:[一二三四五六七八九]是|首先|其次|再次|最后|最後|同时|同時|此外|另外|据悉|據悉|据了解|據瞭解|目前|近年来|近年來|今年|去年|为此|為此|因此|然而|下一步|接下来|接下來|相反|注意|对于|對於|例如|比如|\d{4}年|\d{1,2}月\d|民國[\d一二三四五六七八九十]+年)/;

// No mark inside or at the end, and short enough for a heading.
function isTitleLike(unit: Unit, shape: Shape, chain: Chain): boolean {
  return chain.stops === 0 && chain.commas <= 1 && unit.width <= 80 && shape.ending !== 'comma';
}

function lineEndOf(text: string, from: number): number {
  let i = from;
  while (i < text.length && i - from < 8 && text.charCodeAt(i) !== 10 && text.charCodeAt(i) !== 13) i++;
  return i;
}
