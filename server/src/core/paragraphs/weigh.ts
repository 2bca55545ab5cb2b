// What the words on both sides of a gap say: the cues that speak for one sentence, and how strongly.
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
import { type Cue, isShort } from './cues.ts';
import type { Shape } from './shapes.ts';
import type { Unit } from './units.ts';

/** Score from which two halves are one sentence. */
export const THRESHOLD = 2;
export const WEIGHTS: Readonly<Record<Cue, number>> = {
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

/** What has been read of the paragraph so far, over the gaps already found. */
export interface Chain {
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
/** How much of a unit is looked through for marks, from its end. */
const LOOK_BACK = 400;

/** Adds the marks of a unit, which may go on over a gap, to those of its paragraph. */
export function addMarks(text: string, unit: Unit, chain: Chain): void {
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

/** The units on both sides of a gap. */
export interface Halves {
  readonly a: Unit;
  readonly b: Unit;
  /** Of the first. */
  readonly shape: Shape;
  /** Whether the first is as long as its column. */
  readonly full: boolean;
  /** Whether the first goes on from a gap before it. */
  readonly isChained: boolean;
}

export function weigh(text: string, halves: Halves, chain: Chain): { cues: Cue[]; score: number } {
  const { a, b, shape, full, isChained } = halves;
  const { ending } = shape;
  const opens = !full && OPENERS.test(text.slice(b.start, b.start + 6));
  const cues: Cue[] = [];
  const add = (cue: Cue, speaks: boolean): void => {
    if (speaks) cues.push(cue);
  };
  let against = opens ? 1 : 0;
  add('column', full);
  if (ending !== 'stop') {
    add(
      'prose',
      chain.stops > 0 || (chain.commas >= 2 && a.width >= 60) || (chain.commas >= 1 && a.width >= 80),
    );
    add('comma', ending === 'comma');
    add('closing', CLOSING.includes(text[b.start]!) && !text.startsWith('![', b.start));
    add('pair', opensAcross(text, a, b));
    add('word', !opens && isInsideWord(text, a, b, full));
    add(
      'function',
      endsInFunctionWord(text, a, b, isChained) ||
        (chain.stops > 0 && isOnlyBegun(text, a)) ||
        startsWithFunctionWord(text, b),
    );
    add('chain', isChained);
    if (!full) {
      if (ending === 'close' && !closesAside(text, a, chain.own > 0)) against += 1.5;
      const goesOn = cues.includes('function') || (isShort(b) && isInsideSureWord(text, a, b));
      if ((opens || !goesOn) && isTitleLike(a, shape, chain)) against += 1.5;
      if (!isSeam(text, a, b, chain.own > 0)) against += 1;
    }
  }
  return { cues, score: cues.reduce((sum, cue) => sum + WEIGHTS[cue], 0) - against };
}

const CLOSING = '，。、；：！？）》」』”’】〉,;:!?)';
/** How a new paragraph of a report begins. */
const OPENERS =
  /^(?:[一二三四五六七八九]是|首先|其次|再次|最后|最後|同时|同時|此外|另外|据悉|據悉|据了解|據瞭解|目前|近年来|近年來|今年|去年|为此|為此|因此|然而|下一步|接下来|接下來|相反|注意|对于|對於|例如|比如|\d{4}年|\d{1,2}月\d|民國[\d一二三四五六七八九十]+年)/;

// No mark inside or at the end, and short enough for a heading.
function isTitleLike(unit: Unit, shape: Shape, chain: Chain): boolean {
  return chain.stops === 0 && chain.commas <= 1 && unit.width <= 80 && shape.ending !== 'comma';
}
