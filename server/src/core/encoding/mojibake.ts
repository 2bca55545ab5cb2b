// Spans of text that were decoded with the wrong table, once or twice, with what they were.
import type { Document } from '../document/document.ts';
import { transitionCost } from '../language/bigrams.ts';
import { describePair, latinByte, PAIRS, type Pair } from './pairs.ts';
import { ceilingOf, gainOf, type Reread, readAgain } from './readAgain.ts';
import { showsSigns } from './signs.ts';
import { survey } from './survey.ts';
import { findSuspects, type Suspect } from './suspicion.ts';
import { joinTurns, mendWith } from './twoTurns.ts';

export interface Mojibake {
  readonly start: number;
  readonly end: number;
  /** What stood there; U+FFFD where bytes are missing. */
  readonly text: string;
  /** The wrong turns, the first one first: "UTF-8 → GBK". */
  readonly steps: readonly string[];
  readonly gain: number;
  /** True when the round trip is exact and the gain decisive. */
  readonly certain: boolean;
}

/**
 * Gains in nats: below the first no finding, from the second on certain. By test/bench/encodingThresholds.ts, on the
 * tuning half of Debian's documentation: all of 1,602 damaged spans of the pairs with a structure reach 18 nats and 5
 * for each character, 99.9 % of 1,200 between double-byte tables 18 nats and 4, and nothing in 1.28 million clean
 * characters 6 nats and 1. The values keep well away from both.
 */
const LEAST_GAIN = 12;
const DECISIVE_GAIN = 18;
/** The gain of each repaired character, on average, that tells a wrong table from rare words. */
const LEAST_MEAN_GAIN = 2.2;
/** Fewest characters, read whole, that are judged. */
const SHORTEST = 2;
/** The same, different ones, and the gain of each, where one double-byte table was taken for another. */
const BLIND_SHORTEST = 3;
const BLIND_MEAN_GAIN = 4;
/** Cost of a character, on average, above which a reading is not believed to be the last one. */
const PLAUSIBLE_COST = 8.2;
/** What a character of a first reading may cost at most while a second reading is being sought. */
const FLAT = 6;
/** A first reading may have lost at most one character of so many. */
const LOSSY = 4;
/** Stretches are read in pieces of about this many characters, cut at a line end where one is near. */
const PIECE = 4096;

/** For `doc.share`. */
export function findMojibake(doc: Document): readonly Mojibake[] {
  const found: Mojibake[] = [];
  search(doc.text, doc.share(survey).suspects, found, 0);
  return found;
}

/** Spans of different origin side by side are told apart by looking at what the best reading left over. */
const DEEPEST = 3;

function search(text: string, suspects: readonly Suspect[], found: Mojibake[], depth: number): void {
  for (const suspect of suspects) {
    for (let from = suspect.start; from < suspect.end; ) {
      const to = pieceEnd(text, from, suspect.end);
      const spans = readStretch(text, from, to, suspect);
      let rest = from;
      for (const span of spans) {
        if (depth < DEEPEST) search(text, findSuspects(text, rest, span.start), found, depth + 1);
        push(found, span);
        rest = span.end;
      }
      if (spans.length > 0 && depth < DEEPEST) search(text, findSuspects(text, rest, to), found, depth + 1);
      from = to;
    }
  }
}

function push(found: Mojibake[], span: Mojibake): void {
  const last = found[found.length - 1];
  if (last && last.end === span.start && last.steps.join() === span.steps.join())
    found[found.length - 1] = join(last, span);
  else found.push(span);
}

function pieceEnd(text: string, from: number, end: number): number {
  if (end - from <= PIECE) return end;
  const line = text.lastIndexOf('\n', from + PIECE);
  if (line > from + PIECE / 2) return line + 1;
  // Any ASCII character is in step, whatever the encoding.
  for (let at = from + PIECE; at > from + PIECE / 2; at--) if (text.charCodeAt(at) < 0x40) return at;
  return from + PIECE - (PIECE % 3);
}

const join = (a: Mojibake, b: Mojibake): Mojibake => ({
  ...a,
  end: b.end,
  text: a.text + b.text,
  gain: a.gain + b.gain,
  certain: a.certain && b.certain,
});

interface Candidate {
  readonly spans: readonly Mojibake[];
  readonly gain: number;
}

function readStretch(text: string, from: number, to: number, suspect: Suspect): readonly Mojibake[] {
  let best: Candidate = { spans: [], gain: 0 };
  const consider = (spans: readonly Mojibake[]): void => {
    const gain = spans.reduce((sum, span) => sum + span.gain, 0);
    if (gain > best.gain) best = { spans, gain };
  };
  const pairs = PAIRS.filter(pair => isPossible(pair, text, from, to, suspect));
  for (const pair of pairs) {
    consider(readAgain(text, from, to, pair).flatMap(span => accept([pair], span) ?? []));
    // Most of it mended and plausible: no other pair will do better.
    if (best.gain > (to - from) * 3 && isPlausible(best.spans)) return best.spans;
  }
  // A text that is misread a second time was written as UTF-8 in between.
  for (const pair of pairs) if (pair.was === 'UTF-8') consider(readTwice(text, from, to, pair));
  return best.spans;
}

// The stretch as the outer reading mends it, read again. A span of the inner reading need not end where one of the outer
// does: the last byte of a character may be an ASCII letter, which no reading shows as damage.
function readTwice(text: string, from: number, to: number, pair: Pair): readonly Mojibake[] {
  // A reading that fits nowhere is none: it would only be read on in vain.
  const outer = readAgain(text, from, to, pair, FLAT).filter(
    span => span.guessed * LOSSY <= span.text.length,
  );
  if (outer.length === 0) return [];
  const between = mendWith(text, from, to, outer);
  const suspects = findSuspects(between.text);
  const suspect = {
    start: 0,
    end: between.text.length,
    latin: suspects.some(s => s.latin),
    wide: suspects.some(s => s.wide),
  };
  let best: Candidate = { spans: [], gain: 0 };
  for (const inner of PAIRS) {
    if (!isPossible(inner, between.text, 0, suspect.end, suspect)) continue;
    const spans = joinTurns(between, readAgain(between.text, 0, suspect.end, inner)).flatMap(
      span => accept([inner, pair], { ...span, gain: gainOf(text, span) }) ?? [],
    );
    const gain = spans.reduce((sum, span) => sum + span.gain, 0);
    if (gain > best.gain) best = { spans, gain };
  }
  return best.spans;
}

function accept(pairs: readonly Pair[], span: Reread): Mojibake | undefined {
  const { start, end, gain, guessed, text } = span;
  if (text.length - guessed < SHORTEST || !isPlausible([span], ceilingOf(pairs[0]!))) return undefined;
  if (gain < LEAST_GAIN || gain < text.length * LEAST_MEAN_GAIN) return undefined;
  if (pairs.some(isWide) && !isMostlyWide(text)) return undefined;
  // Two double-byte tables have no structure that a mistake would break: any two rare characters are some others.
  const blind = pairs.every(pair => pair.was !== 'UTF-8' && isWide(pair));
  if (blind && (!isVaried(text) || gain < text.length * BLIND_MEAN_GAIN)) return undefined;
  const certain = guessed === 0 && gain >= DECISIVE_GAIN && !text.includes('\ufffd');
  return { start, end, text, steps: pairs.map(describePair), gain, certain };
}

// A list of foreign names in rare characters reads as kana and marks now and then: only Han speak for a repair.
const isVaried = (text: string): boolean => new Set(text.match(/\p{Script=Han}/gu)).size >= BLIND_SHORTEST;

const isWide = (pair: Pair): boolean => pair.readAs !== 'Windows-1252';

function isMostlyWide(text: string): boolean {
  let wide = 0;
  let narrow = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x2000) wide++;
    else if (unit > 0x7f) narrow++;
  }
  return wide > narrow;
}

function isPlausible(
  spans: readonly { readonly text: string }[],
  ceiling = Number.POSITIVE_INFINITY,
): boolean {
  let cost = 0;
  let length = 0;
  let accented = 0;
  let lost = 0;
  for (const { text } of spans) {
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      // ASCII reads the same whatever the table, and speaks for none.
      if (unit < 0x80) continue;
      // A byte without its partner speaks for none either, as long as there are few.
      if (unit === 0xfffd) {
        lost++;
        continue;
      }
      cost += Math.min(transitionCost(i > 0 ? text.charCodeAt(i - 1) : 0, unit), ceiling);
      length++;
      if (unit < 0x100) accented++;
    }
  }
  return lost <= length && cost < length * PLAUSIBLE_COST && accented * 2 <= length + 2;
}

// Cheap reasons why a pair cannot have made a stretch.
function isPossible(pair: Pair, text: string, from: number, to: number, suspect: Suspect): boolean {
  if (pair.readAs !== 'Windows-1252') return suspect.wide && showsSigns(pair, text, from, to);
  if (!suspect.latin) return false;
  // The shortest sign of each: a lead byte and a continuation byte, or four high bytes.
  const latin = latinByte();
  let high = 0;
  for (let i = from; i < to; i++) {
    if (latin[text.charCodeAt(i)]! < 0x80) {
      if (pair.was === 'UTF-8') high = 0;
      continue;
    }
    high++;
    if (high >= (pair.was === 'UTF-8' ? 2 : 4)) return true;
  }
  return false;
}
