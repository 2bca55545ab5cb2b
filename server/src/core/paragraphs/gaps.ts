// Where a sentence was cut by a line break, blank lines or page furniture. Neighbouring units are weighed against each
// other: how the first one ends, how the second one goes on, whether a word stands across the gap, whether the line is
// as long as the column. Each cue has a weight; what must not be joined (headings, captions, lists, verse …) is
// refused before anything is weighed. The alternative, a list of "line ends without a full stop", calls every heading
// and every table a broken paragraph.
import type { Document } from '../document/document.ts';
import { bigramScore } from '../language/bigrams.ts';
import { isAsciiLetter, isDigit, isHan } from '../text/charClass.ts';
import { type Cue, type Gap, isShort, LINE, STRONG, SURE } from './cues.ts';
import { joinText } from './joinText.ts';
import { withoutLists } from './lists.ts';
import { isRunningHead, runningHeadsOf } from './runningHeads.ts';
import { type Seam, seamsOf } from './seams.ts';
import { isSpacedTitle, type Shape, shapesOf } from './shapes.ts';
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

const STOPS = '。！？；!?;';
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
  for (; after < units.length && after - index <= 3; after++) {
    if (isAside(units[after]!, shapes[after]!)) interrupted = true;
    else if (!isFurniture(doc.text, units[after]!, shapes[after]!, heads)) break;
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
      endsInFunctionWord(text, a, chain.first < index) ||
      (chain.stops > 0 && isOnlyBegun(text, a)) ||
      FUNCTION_START.test(text.slice(b.start, b.start + 2))
    )
      add('function');
    if (chain.first < index) add('chain');
    if (!full && ending === 'close' && !closesAside(text, a, chain.own > 0)) score -= 1.5;
    if (!full && (opens || !cues.includes('function')) && isTitleLike(a, shapes[index]!, chain)) score -= 1.5;
    if (!full && !isSeam(text, a, b, chain.own > 0)) score -= 1;
  }
  // A short line without an end is a heading or an item, unless it surely goes on from the line before.
  if (!full && isLine(b, shapes[after]!) && !cues.some(cue => STRONG.has(cue) && cue !== 'function'))
    return undefined;
  if (!full && b.width <= LABEL && isLine(b, shapes[after]!) && !cues.some(cue => SURE.has(cue)))
    return undefined;
  // What a page sets apart with a break, or a caption with its credit, is mostly meant.
  if ((interrupted || seam?.isBreak) && !full && !cues.some(cue => SURE.has(cue))) return undefined;
  if (after > index + 1) {
    // A repeated line may be a heading of its own ("Note"); only a sentence that surely goes on makes it furniture.
    if (!cues.some(cue => SURE.has(cue))) score -= 1;
    cues.push('furniture');
  }
  if (b.blankBefore > 2 && !cues.includes('furniture')) score -= 1;
  if (opens) score -= 1;
  if (score < THRESHOLD) return undefined;
  const safe = after === index + 1 && !b.apart && !seam && cues.length >= 2 && score >= THRESHOLD + 1;
  return {
    before: index,
    after,
    start: seam?.start ?? a.fullEnd,
    end: seam?.end ?? b.start,
    join: joinText(doc, a, b),
    cues,
    interrupted,
    safe,
    inSentences: chain.own > 0,
  };
}

const isProse = (unit: Unit): boolean =>
  (unit.kind === 'paragraph' || unit.kind === 'list' || unit.kind === 'quote') && !unit.bold;

function isFurniture(text: string, unit: Unit, shape: Shape, heads: ReadonlySet<string>): boolean {
  if (unit.width > 120 || unit.kind !== 'paragraph') return false;
  return shape.look === 'furniture' || isRunningHead(text, unit, heads);
}

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
  if (OTHER_START.test(text[b.start]!) && !isCutAt(doc, a, b, fit)) return false;
  if (fit === 'running') return look !== 'furniture' && !(marker && OUTER.has(marker.style));
  if (look || marker) return false;
  if (fit === 'full') return true;
  if (isShort(a) && isShort(b)) return false;
  // Items say the same of different things.
  if (text.slice(a.start, a.start + SAME) === text.slice(b.start, b.start + SAME)) return false;
  if (fit === 'chained') return true;
  if (shapes[index]!.look || isSpacedTitle(text, a)) return false;
  // A form to be filled in, and a speaker who answers another.
  const tail = text.slice(Math.max(a.start, a.end - FORM), a.end);
  if (/[_＿]{2}/.test(tail) || (/[”」』][，,]$/.test(tail) && /[“「『]/.test(text[b.start]!))) return false;
  if (a.width <= LINE && shapes[index]!.marker && shapes[index]!.ending !== 'comma') return false;
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

const isLine = (unit: Unit, shape: Shape): boolean =>
  unit.width <= LINE && (shape.ending === 'open' || shape.ending === 'close' || shape.isLabel);

// 的 ends no heading; 相对 and 求和 may.
function endsInFunctionWord(text: string, unit: Unit, chained: boolean): boolean {
  const tail = text.slice(Math.max(unit.start, unit.end - 2), unit.end);
  if (!FUNCTION_END.test(tail) && !FUNCTION_WORD.test(tail)) return false;
  if (text.charCodeAt(unit.end - 2) < 128) return false;
  if (!chained && unit.width < NARROWEST) return false;
  // "…是可用的" is a whole sentence.
  if (/是[^，。,]{1,12}的$/.test(text.slice(Math.max(unit.start, unit.end - 15), unit.end))) return false;
  return (
    bigramScore(text.charCodeAt(unit.end - 2), text.charCodeAt(unit.end - 1)) < IN_WORD ||
    FUNCTION_WORD.test(tail)
  );
}

// A clause of one character.
const isOnlyBegun = (text: string, { end }: Unit): boolean =>
  /[。；，][\u3400-\u9fff]$/.test(text.slice(end - 2, end));

/** Columns. */
const NARROWEST = 24;
const LABEL = 12;
/** Code units. */
const SAME = 3;
/** Code units at the end of a line that are looked through for blanks. */
const FORM = 40;
/** Nats by which two characters are likelier in one word than on both sides of a word's end. */
const IN_WORD = 1.5;

// Han on both sides, or a figure and its unit. Next to Latin letters and symbols a line may end without a stop.
function isSeam(text: string, a: Unit, b: Unit, inSentences: boolean): boolean {
  const last = text[a.end - 1]!;
  const first = text[b.start]!;
  if (isDigit(last.charCodeAt(0)))
    return (
      MEASURES.includes(first) || isDigit(first.charCodeAt(0)) || (inSentences && isHan(first.charCodeAt(0)))
    );
  if (isAsciiLetter(last.charCodeAt(0)) || isAsciiLetter(first.charCodeAt(0)))
    return inSentences && !'“「『[('.includes(first);
  return !/[\x21-\x7e]/.test(last) || ',('.includes(last) || (inSentences && ')]'.includes(last));
}

// "… (deb)" in running text closes an aside, not the sentence; "。（完）" closes the text.
function closesAside(text: string, unit: Unit, inSentences: boolean): boolean {
  const open = { ')': '(', '）': '（', ']': '[' }[text[unit.end - 1]!];
  if (!inSentences || open === undefined) return false;
  const at = text.lastIndexOf(open, unit.end - 1);
  if (at <= unit.start || unit.end - at > LONGEST_ASIDE) return false;
  return !STOPS.includes(
    text
      .slice(Math.max(unit.start, at - 4), at)
      .trimEnd()
      .at(-1) ?? '。',
  );
}

const LONGEST_ASIDE = 30;

const MEASURES =
  '年月日时時分秒个個人名次起件元万萬亿億吨噸米公千户戶家所座条條项項处處株亩畝册冊辆輛台臺％%多余餘';

const CLOSING = '，。、；：！？）》」』”’】〉,;:!?)';
/** Words that no sentence and no heading ends with. */
const FUNCTION_WORD =
  /以及|或者|[关關][于於]|根[据據]|按照|通[过過]|[为為]了|其中|如果|若要|可以|能[够夠]|[应應][当當该該]|必[须須]|已[经經]|正在|然[后後]|但是|因[为為]|所以|以便|例如|比如|[并並]且|而且/;
const FUNCTION_END = /(?:[的和与與及或对對将將把被向从從为為于於并並而且但因由使让讓该該这這那每])$/;
const FUNCTION_START = /^(?:的(?![确確士])|了(?![解不却卻得])|着(?![手力眼重火陆陸色])|[们們])/;
/** How a new paragraph of a report begins. */
const OPENERS =
  /^(?:[一二三四五六七八九]是|首先|其次|再次|最后|最後|同时|同時|此外|另外|据悉|據悉|据了解|據瞭解|目前|近年来|近年來|今年|去年|为此|為此|因此|然而|下一步|接下来|接下來|相反|注意|对于|對於|例如|比如|\d{4}年|\d{1,2}月\d)/;

/** Where a number ends that a measure word follows. */
const QUANTITY = /[\d〇零一二三四五六七八九十百千万萬两兩][余餘多几幾]?$/;

// A word stands across the gap, or a number and its measure; but not where the line ends with a
// likelier word: 调整 | 点击 is not cut inside 整点. Where lines were cut at a width it may be both: 卫生 | 院.
function isInsideWord(text: string, a: Unit, b: Unit, full: boolean): boolean {
  const [last, first] = [text.charCodeAt(a.end - 1), text.charCodeAt(b.start)];
  const across = bigramScore(last, first);
  if (MEASURES.includes(text[b.start]!) && QUANTITY.test(text.slice(a.end - 2, a.end))) return true;
  return across >= IN_WORD && (full || bigramScore(text.charCodeAt(a.end - 2), last) < across);
}

const PAIRS: readonly (readonly [string, string])[] = [
  ['“', '”'],
  ['「', '」'],
  ['『', '』'],
  ['《', '》'],
  ['（', '）'],
  ['(', ')'],
  ['【', '】'],
];

// A bracket opened near the end of one side and closed near the start of the other.
function opensAcross(text: string, a: Unit, b: Unit): boolean {
  const tail = text.slice(Math.max(a.start, a.end - 120), a.end);
  const head = text.slice(b.start, Math.min(b.end, b.start + 120));
  for (const [open, close] of PAIRS) {
    const at = tail.lastIndexOf(open);
    if (at < 0 || tail.indexOf(close, at) >= 0) continue;
    const end = head.indexOf(close);
    const again = head.indexOf(open);
    if (end >= 0 && (again < 0 || end < again)) return true;
  }
  return false;
}

// No mark inside or at the end, and short enough for a heading.
function isTitleLike(unit: Unit, shape: Shape, chain: Chain): boolean {
  return chain.stops === 0 && chain.commas <= 1 && unit.width <= 80 && shape.ending !== 'comma';
}

function lineEndOf(text: string, from: number): number {
  let i = from;
  while (i < text.length && i - from < 8 && text.charCodeAt(i) !== 10 && text.charCodeAt(i) !== 13) i++;
  return i;
}
