// Spans of text that were decoded with the wrong table, once or twice, with what they were.
import type { Document } from '../document/document.ts';
import { accept, type Mojibake } from './accept.ts';
import { loneMarks } from './loneMarks.ts';
import { describePair, latinByte, PAIRS, type Pair } from './pairs.ts';
import { readAgain } from './readAgain.ts';
import { isLostUtf8, showsSigns } from './signs.ts';
import { survey } from './survey.ts';
import { findSuspects, type Suspect, suspicionOf } from './suspicion.ts';
import { joinTurns, mendWith } from './twoTurns.ts';
import { ceilingOf, gainOf, weigh } from './weight.ts';

/** What a character of a first reading may cost at most while a second reading is being sought. */
const FLAT = 6;
/** A first reading may have lost at most one character of so many. */
const LOSSY = 4;
/** Stretches are read in pieces of about this many characters, cut at a line end where one is near. */
const PIECE = 4096;

/** For `doc.share`. */
export function findMojibake(doc: Document): readonly Mojibake[] {
  const { suspects, leads } = doc.share(survey);
  const search = new Search(doc.text);
  search.read(suspects, 0);
  if (leads.length === 0) return search.found;
  const alone = loneMarks(doc.text, leads, search.found);
  return alone.length === 0 ? search.found : [...search.found, ...alone].sort((a, b) => a.start - b.start);
}

/** Spans of different origin side by side are told apart by looking at what the best reading left over. */
const DEEPEST = 3;
/** Share of what is not ASCII that a reading must mend for no other one to be looked for. */
const MOST = 0.9;
/** The same for pieces of a file that is damaged as a whole, where many bytes may be lost. */
const MANY = 0.5;
const LARGE = 512;
/** The gain of each such character that goes with it. */
const MOST_GAIN = 2;
/** Shortest part that the usual reading leaves over and that may be damaged in another way. */
const LEFT_OVER = 64;
/** Share below which a piece counts as one that no reading mends. */
const HARDLY = 0.2;
/** Pieces at most in which, after many that nothing mended, nothing new is tried. */
const LONGEST_REST = 16;

type Turns = readonly [Pair] | readonly [inner: Pair, outer: Pair];

interface Pieced {
  readonly spans: readonly Mojibake[];
  /** How long a part between the spans must be to be looked at for damage of another kind. */
  readonly leftOver: number;
}

interface Candidate {
  readonly turns: Turns;
  readonly spans: readonly Mojibake[];
  readonly gain: number;
}

/**
 * A text is mostly damaged in one way, if at all: what mended the last piece is tried first, and nothing else where it
 * mends the next one as well. So a file that was misread as a whole is read once, and not once for each pair.
 */
class Search {
  readonly found: Mojibake[] = [];
  readonly #text: string;
  #usual: Turns | undefined;
  /** Pieces that only the usual reading is tried on, and how many the next fruitless search will add. */
  #rest = 0;
  #nextRest = 1;

  constructor(text: string) {
    this.#text = text;
  }

  read(suspects: readonly Suspect[], depth: number): void {
    const text = this.#text;
    for (const suspect of suspects) {
      for (let from = suspect.start; from < suspect.end; ) {
        const to = pieceEnd(text, from, suspect.end);
        const { spans, leftOver } = this.#readPiece(from, to, suspect);
        let rest = from;
        const readRest = (end: number): void => {
          if (depth < DEEPEST && end - rest >= leftOver) this.read(findSuspects(text, rest, end), depth + 1);
        };
        for (const span of spans) {
          readRest(span.start);
          this.#push(span);
          rest = span.end;
        }
        if (spans.length > 0) readRest(to);
        from = to;
      }
    }
  }

  // Spans of neighbouring pieces are one, as they would be if no border had been drawn between the pieces.
  #push(span: Mojibake): void {
    const { found } = this;
    const last = found[found.length - 1];
    if (
      last &&
      last.certain === span.certain &&
      last.isLost === span.isLost &&
      last.steps.join() === span.steps.join() &&
      (isAscii(this.#text, last.end, span.start) ||
        (!last.certain && isDebris(this.#text, last.end, span.start)))
    )
      found[found.length - 1] = join(this.#text, last, span);
    else found.push(span);
  }

  #readPiece(from: number, to: number, suspect: Suspect): Pieced {
    const text = this.#text;
    const strange = strangeIn(text, from, to);
    const lost = readLost(text, from, to, strange);
    if (lost) return { spans: [lost], leftOver: to - from };
    const usual = this.#usual && readAs(text, from, to, this.#usual);
    if (usual && mends(text, usual, strange)) return { spans: usual.spans, leftOver: LEFT_OVER };
    const isWhole = to - from > PIECE / 2;
    // What else is in it is sought between the spans.
    if (isWhole && usual && mends(text, usual, strange, HARDLY))
      return { spans: usual.spans, leftOver: LEFT_OVER };
    if (isWhole && this.#rest > 0) {
      this.#rest--;
      return { spans: usual?.spans ?? [], leftOver: to - from };
    }
    const best = readAny(text, from, to, suspect, strange);
    const isMended = best !== undefined && mends(text, best, strange);
    if (isMended) this.#usual = best.turns;
    if (isWhole) {
      const isFruitless = !best || mendedIn(text, best) < strange * HARDLY;
      this.#rest = isFruitless ? this.#nextRest : 0;
      this.#nextRest = isFruitless ? Math.min(this.#nextRest * 2, LONGEST_REST) : 1;
    }
    return { spans: best?.spans ?? [], leftOver: isMended && strange > LARGE ? LEFT_OVER : 0 };
  }
}

const mends = (
  text: string,
  candidate: Candidate,
  strange: number,
  share = strange > LARGE ? MANY : MOST,
): boolean => candidate.gain > strange * MOST_GAIN * share && mendedIn(text, candidate) >= strange * share;

const mendedIn = (text: string, { spans }: Candidate): number =>
  spans.reduce((sum, { start, end }) => sum + strangeIn(text, start, end), 0);

/** How many characters of a part are not ASCII. */
function strangeIn(text: string, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) if (text.charCodeAt(i) > 0x7f) count++;
  return count;
}

const isAscii = (text: string, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (text.charCodeAt(i) > 0x7f) return false;
  return true;
};

/** Longest run of characters that a loss may leave between two spans of one damage. */
const DEBRIS = 8;

function isDebris(text: string, from: number, to: number): boolean {
  const between = text.slice(from, Math.min(to, from + DEBRIS + 1));
  return between.length <= DEBRIS && between.includes('\ufffd');
}

function pieceEnd(text: string, from: number, end: number): number {
  if (end - from <= PIECE) return end;
  const line = text.lastIndexOf('\n', from + PIECE);
  if (line > from + PIECE / 2) return line + 1;
  // Any ASCII character is in step, whatever the encoding.
  for (let at = from + PIECE; at > from + PIECE / 2; at--) if (text.charCodeAt(at) < 0x40) return at;
  return from + PIECE - (PIECE % 3);
}

const join = (text: string, a: Mojibake, b: Mojibake): Mojibake => ({
  ...a,
  end: b.end,
  text: a.text + text.slice(a.end, b.start) + b.text,
  gain: a.gain + b.gain,
});

const candidateOf = (turns: Turns, spans: readonly Mojibake[]): Candidate => ({
  turns,
  spans,
  gain: spans.reduce((sum, span) => sum + span.gain, 0),
});

/** Fewest characters of a stretch that is given up as a whole, and the share of them that must be lost. */
const GIVEN_UP = 64;
const LOST_SHARE = 0.1;

// Of UTF-8 read as Big5 nearly every character has lost a byte. What is left still shows its structure, and the reader
// is told once what happened, rather than a thousand times that something is missing.
function readLost(text: string, from: number, to: number, strange: number): Mojibake | undefined {
  if (strange < GIVEN_UP) return undefined;
  let start = from;
  let end = to;
  // A stretch has a margin of clean text.
  while (start < end && suspicionOf(text.charCodeAt(start)) === 0) start++;
  while (end > start && suspicionOf(text.charCodeAt(end - 1)) === 0) end--;
  let lost = 0;
  for (let at = text.indexOf('\ufffd', start); at >= 0 && at < end; at = text.indexOf('\ufffd', at + 1))
    lost++;
  if (lost < strange * LOST_SHARE || !isLostUtf8(text, start, end)) return undefined;
  const steps = [describePair({ was: 'UTF-8', readAs: 'Big5' })];
  return { start, end, text: text.slice(start, end), steps, gain: 0, certain: false, isLost: true };
}

function readAs(text: string, from: number, to: number, turns: Turns): Candidate | undefined {
  return turns.length === 1
    ? readOnce(text, from, to, turns[0])
    : readTwice(text, from, to, turns[1], [turns[0]]);
}

function readAny(
  text: string,
  from: number,
  to: number,
  suspect: Suspect,
  strange: number,
): Candidate | undefined {
  let best: Candidate | undefined;
  const pairs = PAIRS.filter(pair => isPossible(pair, text, from, to, suspect));
  for (const pair of pairs) {
    const once = readOnce(text, from, to, pair);
    if (once.gain > (best?.gain ?? 0)) best = once;
    // Most of it mended and plausible: no other pair will do better.
    if (best && best.gain > (to - from) * 3) return best;
  }
  if (best && mends(text, best, strange)) return best;
  // A text that is misread a second time was written as UTF-8 in between.
  for (const pair of pairs) {
    if (pair.was !== 'UTF-8') continue;
    const twice = readTwice(text, from, to, pair, PAIRS);
    if (twice && twice.gain > (best?.gain ?? 0)) best = twice;
  }
  return best;
}

const readOnce = (text: string, from: number, to: number, pair: Pair): Candidate =>
  candidateOf(
    [pair],
    readAgain(text, from, to, pair).flatMap(span => accept(text, [pair], span) ?? []),
  );

// The stretch as the outer reading mends it, read again. A span of the inner reading need not end where one of the outer
// does: the last byte of a character may be an ASCII letter, which no reading shows as damage.
function readTwice(
  text: string,
  from: number,
  to: number,
  pair: Pair,
  inners: readonly Pair[],
): Candidate | undefined {
  // A reading that fits nowhere is none: it would only be read on in vain.
  const outer = readAgain(text, from, to, pair, FLAT).filter(
    span => span.guessed * LOSSY <= span.text.length,
  );
  if (outer.length === 0) return undefined;
  const between = mendWith(text, from, to, outer, pair);
  const suspects = findSuspects(between.text);
  const suspect = {
    start: 0,
    end: between.text.length,
    latin: suspects.some(s => s.latin),
    wide: suspects.some(s => s.wide),
  };
  let best: Candidate | undefined;
  for (const inner of inners) {
    if (!isPossible(inner, between.text, 0, suspect.end, suspect)) continue;
    const spans = joinTurns(between, readAgain(between.text, 0, suspect.end, inner), inner).flatMap(span => {
      const weight = weigh(text, span, ceilingOf(inner));
      return accept(text, [inner, pair], { ...span, ...weight, gain: gainOf(text, span, weight) }) ?? [];
    });
    const twice = candidateOf([inner, pair], spans);
    if (twice.gain > (best?.gain ?? 0)) best = twice;
  }
  return best;
}

// Cheap reasons why a pair cannot have made a stretch.
function isPossible(pair: Pair, text: string, from: number, to: number, suspect: Suspect): boolean {
  if (pair.readAs !== 'Windows-1252') return suspect.wide && showsSigns(pair, text, from, to);
  if (!suspect.latin) return false;
  // The shortest sign of each: a lead byte and a continuation byte, or three high bytes.
  const latin = latinByte();
  let high = 0;
  for (let i = from; i < to; i++) {
    if (latin[text.charCodeAt(i)]! < 0x80) {
      if (pair.was === 'UTF-8') high = 0;
      continue;
    }
    high++;
    if (high >= (pair.was === 'UTF-8' ? 2 : 3)) return true;
  }
  return false;
}
