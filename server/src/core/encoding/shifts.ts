// GBK text read one byte late. A filter replaced the bytes A3A1 ！, A3BB ；, A3BF ？ wherever they stood, also as the
// end of one character and the start of the next: the first byte before them was lost, and everything after them is
// read one byte late until an ASCII byte puts it in step again. 海口舉 BAA3 BFDA C565 → "?" + 谂 DAC5 + "e".
import type { Document } from '../document/document.ts';
import { transitionCost } from '../language/bigrams.ts';
import { isCommonHan, isFrequentHan } from '../language/commonHan.ts';
import type { Mojibake } from './accept.ts';
import { isAmongKana } from './amongKana.ts';
import { documentCost } from './documentModel.ts';
import { findGlosses, type Gloss, isTrailByte, readingAt } from './gloss.ts';
import { type CostOf, continued, type Effort, startAt, type Way } from './lattice.ts';
import { findMojibake } from './mojibake.ts';
import { canRead } from './readings.ts';
import { LOW_BYTE, type RunEnd, readShifted } from './shiftedRun.ts';
import { survey } from './survey.ts';
import { isCutMark } from './suspicion.ts';
import { gbk } from './tables.ts';

export interface Shift {
  readonly start: number;
  readonly end: number;
  /** Where the reading of its last character stands, with what is left of that character; `end` without one. */
  readonly tail: number;
  /** What stood there. */
  readonly text: string;
  /** True when nothing had to be guessed but the first character, and the gain is decisive. */
  readonly certain: boolean;
  readonly gain: number;
}

/** Gains in nats, measured by test/bench/encoding.ts: what clean text never reaches. */
const CLOSED_GAIN = 6;
const CUT_GAIN = 14;
/** Price of choosing the first character among the hundred whose second byte is A3. */
const FIRST_GUESS = 2;

/** Worth of explaining a reading that nothing else explains. */
const EXPLAINED = 7;
/** Worth of a straddled reading whose character the filter also glosses elsewhere. */
const KNOWN_TO_FILTER = 4;

/** Transitions that may be looked up in vain: in a document, and for each of its UTF-16 code units. */
const EFFORT = 2_000_000;
const EFFORT_PER_UNIT = 4;
/** And those that a shift may take, with its characters. */
const EFFORT_PER_SHIFT = 10_000;
const EFFORT_PER_SHIFTED = 500;

interface Search {
  readonly doc: Document;
  readonly effort: Effort;
}

/** For `doc.share`: all shifted runs, in text order. */
export function findShifts(doc: Document): readonly Shift[] {
  const { text } = doc;
  const shifts: Shift[] = [];
  const glosses = doc.share(findGlosses);
  const straddled = glosses.damaged ? glosses.all.filter(gloss => !gloss.fits) : [];
  const filtered = new Set(
    straddled.length === 0
      ? []
      : glosses.all.filter(gloss => gloss.fits).map(gloss => text.charCodeAt(gloss.at)),
  );
  let nextStraddled = 0;
  let done = 0;
  const misread = doc.share(findMojibake);
  let nextMisread = 0;
  const marks = outsideOf(doc.share(survey).marks, misread);
  const search: Search = { doc, effort: { left: EFFORT + EFFORT_PER_UNIT * text.length } };
  const places = straddled.length === 0 ? marks : placesOf(marks, straddled);
  for (const at of places) {
    const isMark = isCutMark(text.charCodeAt(at));
    const before = search.effort.left;
    let found: Shift | undefined;
    if (isMark)
      found =
        at >= done && isSuspicious(text, at, glosses.damaged) && !isAmongKana(text, at, at + REACH)
          ? atMark(search, at, done)
          : undefined;
    else if (nextStraddled < straddled.length && at === straddled[nextStraddled]!.at)
      found = at >= done ? atGloss(search, straddled[nextStraddled]!, filtered) : undefined;
    while (nextStraddled < straddled.length && straddled[nextStraddled]!.at <= at) nextStraddled++;
    if (search.effort.left <= 0) break;
    if (!found) continue;
    // The same characters may have been misread in another way, which explains more of them.
    while (nextMisread < misread.length && misread[nextMisread]!.end <= found.start) nextMisread++;
    const other = misread[nextMisread];
    if (other && other.start < found.end && other.gain > found.gain) continue;
    // What led to something is given back, within reason.
    const { effort } = search;
    effort.left = Math.min(
      before,
      effort.left + EFFORT_PER_SHIFT + EFFORT_PER_SHIFTED * (found.end - found.start),
    );
    shifts.push(found);
    done = found.end;
  }
  return shifts;
}

/** Shortest span that cannot be a shifted run that happens to read well in another way. */
const MISREAD = 64;

// What was misread as a whole has marks and rare characters in plenty, and none of them is a shift.
function outsideOf(marks: readonly number[], spans: readonly Mojibake[]): readonly number[] {
  const long = spans.filter(span => span.end - span.start >= MISREAD);
  if (long.length === 0) return marks;
  let next = 0;
  return marks.filter(mark => {
    while (next < long.length && long[next]!.end <= mark) next++;
    return next === long.length || long[next]!.start > mark;
  });
}

const placesOf = (marks: readonly number[], straddled: readonly Gloss[]): readonly number[] =>
  [...new Set([...marks, ...straddled.map(gloss => gloss.at)])].sort((a, b) => a - b);

/** How far a shifted run is looked through for something odd. */
const REACH = 8;

// Cheap, and without the model: soon after the mark stands a rare ideograph, a private-use character, an ASCII
// character glued to an ideograph that is followed by another one or by a reading, or the reading of what was cut.
function isSuspicious(text: string, mark: number, isGlossed: boolean): boolean {
  const end = Math.min(text.length, mark + 1 + REACH);
  for (let i = mark + 1; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) {
      if (isGlossed && i === mark + 1 && (unit === 0x28 || unit === 0x3f) && readingAt(text, i)) return true;
      if (i === mark + 1 || !isTrailByte(unit)) break;
      const next = text.charCodeAt(i + 1);
      if (next > 0x2e7f || next === 0x28) return true;
      break;
    }
    if (unit >= 0x3400 && unit <= 0x9fff ? !isCommonHan(unit) : unit >= 0xe000 && unit <= 0xf8ff) return true;
  }
  return turnsFrequent(text, mark);
}

/** How many characters after the mark are read in step to see whether frequent ones come out. */
const TRIED = 3;

// ？梢允 is made of fairly common characters only, but one of them is none that many sentences have, and one byte earlier
// they are 可以使: characters that most sentences have.
function turnsFrequent(text: string, mark: number): boolean {
  let rare = 0;
  for (let i = mark + 1; i <= mark + TRIED && i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x3400 || unit > 0x9fff) break;
    if (!isFrequentHan(unit)) rare++;
  }
  if (rare === 0) return false;
  const { pairOf, unitOf } = gbk();
  let pending = LOW_BYTE.get(text.charCodeAt(mark))!;
  for (let i = mark + 1; i <= mark + TRIED && i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x3400 || unit > 0x9fff) break;
    const pair = pairOf[unit]!;
    const read = unitOf[(pending << 8) | (pair >> 8)]!;
    if (!isFrequentHan(read) && read !== 0x3001 && read !== 0x3002) return false;
    pending = pair & 0xff;
  }
  return true;
}

function atMark(search: Search, mark: number, done: number): Shift | undefined {
  const { doc, effort } = search;
  const { text } = doc;
  const { pairOf } = gbk();
  // A decoder may have left "?" for the lost lead byte.
  const start = mark > done && text[mark - 1] === '?' ? mark - 1 : mark;
  const before = start > 0 ? text.charCodeAt(start - 1) : 0;
  const mine = text.charCodeAt(mark);
  const base = transitionCost(before, mine);
  // The mark was made of the last byte of one character and the first byte of the next.
  const cut = likeliest(doc, costOf => {
    const ways = firstOf(before, 0xa3, costOf);
    const pending = LOW_BYTE.get(mine)!;
    return readShifted({ text, from: mark + 1, pending, ways, visible: mine, damaged: base, costOf, effort });
  });
  // "?" may also stand for any lead byte that was lost, with its character's last byte in step with nothing.
  const next = mark + 1 < text.length ? text.charCodeAt(mark + 1) : 0;
  const pair = mine === 0x3f && start === mark && next > 0x7f ? pairOf[next]! : 0;
  const damaged = base + transitionCost(mine, next);
  const lost =
    pair === 0
      ? undefined
      : likeliest(doc, costOf => {
          const ways = firstOf(before, pair >> 8, costOf);
          return readShifted({
            text,
            from: mark + 2,
            pending: pair & 0xff,
            ways,
            visible: next,
            damaged,
            costOf,
            effort,
          });
        });
  // The second way leaves one character fewer to pay for, and it has no known cause that would speak for it.
  if (lost && lost.gain - UNEXPLAINED > (cut?.gain ?? 0)) return judge(start, lost, false);
  return cut && judge(start, cut, cut.margin > MARGIN);
}

/** Nats short of a gain at which what the document itself says is not even asked for. */
const HOPELESS = -12;

// The document's own words are counted only where the general model does not rule a shift out.
function likeliest(doc: Document, read: (costOf: CostOf) => RunEnd | undefined): RunEnd | undefined {
  const general = read(transitionCost);
  return general && general.gain > HOPELESS ? read(doc.share(documentCost)) : general;
}

/** Margin in nats that makes the choices in a run certain. */
const MARGIN = 1;
/** Nats by which a lost byte has to explain the text better than the filter does. */
const UNEXPLAINED = 12;

// The first character's second byte is known, its first one is lost.
function firstOf(before: number, trail: number, costOf: CostOf): Way[] {
  const start = startAt(before);
  return [...charactersEndingIn(trail)].map(unit => {
    const way = continued(start, unit, costOf);
    return { ...way, cost: way.cost + FIRST_GUESS };
  });
}

function* charactersEndingIn(trail: number): Generator<number> {
  const { unitOf } = gbk();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    const unit = unitOf[(lead << 8) | trail]!;
    if (unit !== 0 && (unit < 0xe000 || unit > 0xf8ff)) yield unit;
  }
}

// 分數 with the bytes of 謹 across its two characters: the filter put "(jǐn)" inside 數. The glossed character lends
// its last byte to the reading's own character; what follows the reading is read one byte late.
function atGloss(search: Search, gloss: Gloss, filtered: ReadonlySet<number>): Shift | undefined {
  const { doc, effort } = search;
  const { text } = doc;
  const { unitOf, pairOf } = gbk();
  const before = text.charCodeAt(gloss.at);
  if (isTrailByte(before)) return atTrailByte(text, gloss, before);
  const trail = pairOf[before]! & 0xff;
  if (before < 0x80 || trail < 0x81) return undefined;
  const leads: number[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    const across = unitOf[(trail << 8) | lead]!;
    if (across > 0 && canRead(across, gloss.reading)) leads.push(lead);
  }
  const best = likeliest(doc, costOf => {
    let found: RunEnd | undefined;
    for (const pending of leads) {
      const run = readShifted({
        text,
        from: gloss.end,
        pending,
        ways: startAt(before),
        visible: before,
        damaged: EXPLAINED + (filtered.has(unitOf[(trail << 8) | pending]!) ? KNOWN_TO_FILTER : 0),
        costOf,
        effort,
      });
      if (!run) continue;
      if (!found) found = run;
      else {
        const [better, other] = found.gain >= run.gain ? [found, run] : [run, found];
        found = { ...better, margin: Math.min(better.margin, better.gain - other.gain) };
      }
    }
    return found;
  });
  return best && judge(gloss.open, best, false);
}

// An ASCII character before the reading: with the last byte of the character before it, it made the glossed character
// by chance (非G of 非GPL is also 荊), and only the reading is too much; or it is what is left of that character.
function atTrailByte(text: string, gloss: Gloss, trail: number): Shift | undefined {
  const { unitOf, pairOf } = gbk();
  const previous = gloss.at > 0 ? text.charCodeAt(gloss.at - 1) : 0;
  const { end, reading } = gloss;
  const across = unitOf[((pairOf[previous]! & 0xff) << 8) | trail]!;
  if (across > 0 && canRead(across, reading))
    return {
      start: gloss.at,
      end,
      tail: end,
      text: String.fromCharCode(trail),
      certain: false,
      gain: EXPLAINED,
    };
  let best = 0;
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    const char = unitOf[(lead << 8) | trail]!;
    if (char > 0 && canRead(char, reading) && (best === 0 || isLikelier(previous, char, best))) best = char;
  }
  if (best === 0) return undefined;
  return {
    start: gloss.at,
    end,
    tail: end,
    text: String.fromCharCode(best),
    certain: false,
    gain: EXPLAINED,
  };
}

const isLikelier = (previous: number, a: number, b: number): boolean =>
  transitionCost(previous, a) < transitionCost(previous, b);

function judge(start: number, run: RunEnd, whole: boolean): Shift | undefined {
  const { end, tail, text, closed, verified, gain } = run;
  if (gain < (closed ? CLOSED_GAIN : CUT_GAIN)) return undefined;
  return { start, end, tail, text, certain: verified && whole, gain };
}
