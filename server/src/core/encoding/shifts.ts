// GBK text read one byte late. A filter replaced the bytes A3A1 ！, A3BB ；, A3BF ？ wherever they stood, also as the
// end of one character and the start of the next: the first byte before them was lost, and everything after them is
// read one byte late until an ASCII byte puts it in step again. 海口舉 BAA3 BFDA C565 → "?" + 谂 DAC5 + "e".
import type { Document } from '../document/document.ts';
import type { Mojibake } from './accept.ts';
import { isAmongKana } from './amongKana.ts';
import { findGlosses, type Gloss, glossedCharacters } from './gloss.ts';
import { findMojibake } from './mojibake.ts';
import { atMark, isSuspicious, REACH } from './shiftAtMark.ts';
import { atReading } from './shiftAtReading.ts';
import type { Search, Shift } from './shiftSearch.ts';
import { survey } from './survey.ts';
import { isCutMark } from './suspicion.ts';

/**
 * Gains in nats that a shift must have, by test/bench/encodingThresholds.ts: where an ASCII byte closes the run, where
 * something in it had to be guessed, and where readings show that a filter went over the document.
 */
const CLOSED_GAIN = 6;
const GUESSED_GAIN = 9;
const FILTERED_GAIN = 4;
/** Margin in nats that makes the choice of the first character of a run certain. */
const MARGIN = 1;

/** Transitions that may be looked up in vain: in a document, and for each of its UTF-16 code units. */
const EFFORT = 2_000_000;
const EFFORT_PER_UNIT = 4;
/** And those that a shift may take, with its characters. */
const EFFORT_PER_SHIFT = 10_000;
const EFFORT_PER_SHIFTED = 500;

/** For `doc.share`: all shifted runs, in text order. */
export function findShifts(doc: Document): readonly Shift[] {
  const isFiltered = doc.share(findGlosses).damaged;
  return shiftsIn(doc, ({ closed, verified, gain }) =>
    isFiltered ? gain >= FILTERED_GAIN : gain >= (closed && verified ? CLOSED_GAIN : GUESSED_GAIN),
  );
}

/**
 * True when a repair may be made without a look at it. What a reading cut in two is never certain: of those whose
 * margin is 2 nats or more, one in twenty to one in a hundred is read wrongly (test/bench/encodingThresholds.ts).
 */
export const isCertain = ({ origin, closed, verified, margin }: Shift): boolean =>
  origin === 'mark' && closed && verified && margin > MARGIN;

/** The runs that `accepts` takes, for measuring what it should take. */
export function shiftsIn(doc: Document, accepts: (shift: Shift) => boolean): readonly Shift[] {
  const { text } = doc;
  const shifts: Shift[] = [];
  const glosses = doc.share(findGlosses);
  const straddled = glosses.damaged ? glosses.all.filter(gloss => !gloss.fits) : [];
  const glossed = doc.share(glossedCharacters);
  let nextStraddled = 0;
  let done = 0;
  const misread = doc.share(findMojibake);
  let nextMisread = 0;
  const marks = outsideOf(doc.share(survey).marks, misread);
  const search: Search = { doc, glossed, effort: { left: EFFORT + EFFORT_PER_UNIT * text.length } };
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
      found = at >= done ? atReading(search, straddled[nextStraddled]!) : undefined;
    while (nextStraddled < straddled.length && straddled[nextStraddled]!.at <= at) nextStraddled++;
    if (search.effort.left <= 0) break;
    if (!found || !accepts(found)) continue;
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
