// Shifted runs that begin at a reading that the filter inserted across two characters.
import { transitionCost } from '../language/bigrams.ts';
import { type Gloss, isTrailByte } from './gloss.ts';
import { startAt } from './lattice.ts';
import { canRead } from './readings.ts';
import { type RunEnd, readShifted } from './shiftedRun.ts';
import { EXPLAINED, likeliest, type Search, type Shift, shiftOf } from './shiftSearch.ts';
import { gbk } from './tables.ts';

/** Worth of a straddled reading whose character the filter also glosses elsewhere. */
const KNOWN_TO_FILTER = 4;

// 分數 with the bytes of 謹 across its two characters: the filter put "(jǐn)" inside 數. The glossed character lends
// its last byte to the reading's own character; what follows the reading is read one byte late.
export function atReading(search: Search, gloss: Gloss): Shift | undefined {
  const { doc, glossed, effort } = search;
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
        damaged: EXPLAINED + (glossed.has(unitOf[(trail << 8) | pending]!) ? KNOWN_TO_FILTER : 0),
        costOf,
        glossed,
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
  return best && shiftOf(gloss.open, 'reading', best);
}

/** What is known of a character that only its reading and its last byte name. */
const OF_READING = { origin: 'reading', closed: true, verified: false, gain: EXPLAINED, margin: 0 } as const;

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
      ...OF_READING,
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
    ...OF_READING,
  };
}

const isLikelier = (previous: number, a: number, b: number): boolean =>
  transitionCost(previous, a) < transitionCost(previous, b);
