// The likeliest reading of a stretch of text in which parts may have been decoded with the wrong table. Two ways run
// side by side over the characters and their bytes: the text as it stands, and the bytes read as what they may have
// been. The cheapest path through both (Viterbi) says where a damaged span begins and ends and what it was; it is
// linear, and it needs no rule about lengths or boundaries. The rejected alternative, trying spans and scoring them,
// is quadratic and gets the edges wrong.
import { likeliestInBlock, likeliestOf, transitionCost } from '../language/bigrams.ts';
import { firstOf } from './lostHead.ts';
import {
  type Encoded,
  encode,
  LOSS,
  latinByte,
  NO_BYTE,
  type Pair,
  type Reading,
  readToken,
  type Token,
} from './pairs.ts';
import {
  firstUnit,
  GLUED,
  IDEOGRAPHS,
  isGlue,
  isGlued,
  isHead,
  isOdd,
  LOST,
  LOST_HEAD,
  lastUnit,
  ODD_LETTER,
  REPLACEMENT,
  switchAt,
} from './prices.ts';
import { NEAR, withLikeliestHead } from './spanHead.ts';
import { ceilingOf, type Reread, weigh } from './weight.ts';

/** Price of the first byte of a character of UTF-8 whose others are gone, at the end of what can be read. */
const LOST_TAIL = 7;
/** A way that costs so much more than another one to the same place is not followed any further. */
const HOPELESS = 20;
/** Price of guessing a character whose last byte is missing. */
const GUESS = 4;
/** What a letter of a first reading may cost at most: it is one byte, hence one of about a hundred. */
const FLAT_LETTER = 4.5;

// Whether a wrong reading gives such characters: letters and marks of Windows-1252, or wide ones.
const isReading = (unit: number): boolean => unit >= 0x2e80 || (unit > 0x7f && latinByte()[unit]! > 0);

/** Flags of a step on the re-read way. */
const ENTERED = 1;
const INEXACT = 2;

/** One place for the sums of every call: a long text is read in many pieces. */
class Sheet {
  /**
   * By byte offset, twice: the cost of the cheapest re-read way to it by a character of several bytes, and by a single
   * byte; and the last step on that way. After a letter another character is likely than after an ideograph, so that
   * the dearer of the two may be the cheaper one in the end.
   */
  way = new Float64Array(0);
  stepFrom = new Int32Array(0);
  point = new Uint32Array(0);
  flags = new Uint8Array(0);
  /** By character: what the text costs up to it as it stands. */
  plain = new Float64Array(0);
  /** By character: state in which the plain way was last joined from the re-read way; -1 for none. */
  joined = new Int32Array(0);

  clear(characters: number, bytes: number): void {
    const states = bytes * 2;
    if (this.way.length < states) {
      this.way = new Float64Array(states);
      this.stepFrom = new Int32Array(states);
      this.point = new Uint32Array(states);
      this.flags = new Uint8Array(states);
    }
    if (this.plain.length < characters) {
      this.plain = new Float64Array(characters);
      this.joined = new Int32Array(characters);
    }
    this.way.fill(Number.POSITIVE_INFINITY, 0, states);
    this.joined.fill(-1, 0, characters);
  }

  /** `from` and `to` are states: twice the byte offset, and one more by a single byte. */
  reach(from: number, to: number, price: number, read: number, flag: number): void {
    if (price >= this.way[to]!) return;
    this.way[to] = price;
    this.stepFrom[to] = from;
    this.point[to] = read;
    this.flags[to] = flag;
  }
}

const sheet = new Sheet();

// Whether a letter stands glued between two Han in what was read again, also after a byte that was given up.
const isGluedRead = (state: number, previous: number, next: number): boolean =>
  next >= IDEOGRAPHS
    ? isGlue(previous) &&
      (sheet.flags[state]! & ENTERED) === 0 &&
      sheet.point[sheet.stepFrom[state]!]! >= IDEOGRAPHS
    : previous === REPLACEMENT && isGlue(next);

/**
 * Reads `text[start, end)` again as `pair`. With `flat` above 0, no re-read character costs more than that: for a
 * first step whose result is itself damaged.
 */
export function readAgain(text: string, start: number, end: number, pair: Pair, flat = 0): Reread[] {
  const encoded = encode(text, start, end, pair);
  const { bytes, size, charAt } = encoded;
  sheet.clear(end - start + 2, size + 4);
  const { way, point, joined } = sheet;
  const token: Token = { point: 0, size: 0 };
  const isUtf8 = pair.was === 'UTF-8';
  const ceiling = flat > 0 ? flat : ceilingOf(pair);
  const cost = (previous: number, next: number): number => {
    const exact = transitionCost(previous, next);
    if (flat === 0) return exact > ceiling && next > 0x7f ? ceiling : exact;
    const most = next < 0x2e80 ? FLAT_LETTER : flat;
    return exact > most && isReading(next) ? most : exact;
  };
  let plain = 0;
  /** What the text costs as it stands, without a way that leaves a damaged span. */
  let stands = 0;
  let before = start > 0 ? text.charCodeAt(start - 1) : 0;
  for (let at = 0; at <= size; at++) {
    const char = charAt[at]!;
    const isBoundary = char >= 0;
    const whole = at * 2;
    const single = whole + 1;
    const least = Math.min(way[whole]!, way[single]!);
    let unit = 0;
    let own = 0;
    if (isBoundary) {
      unit = start + char < text.length ? text.charCodeAt(start + char) : 0x0a;
      own = transitionCost(before, unit);
      if (!isUtf8 && unit >= IDEOGRAPHS && isGlued(text, start + char - 1)) own += GLUED;
      // Leave the damaged span here, if that is cheaper than having never been in it. The next plain character is
      // charged from what was read.
      for (let state = whole; state <= single; state++) {
        const inside = way[state]! + switchAt(point[state]!);
        if (inside - own >= plain) continue;
        const left = inside + transitionCost(lastUnit(point[state]!), unit) - own;
        if (left < plain) {
          plain = left;
          joined[char] = state;
        }
      }
      sheet.plain[char] = stands;
      stands += own;
    }
    if (at === size) break;
    if (isBoundary || least < Number.POSITIVE_INFINITY) {
      readToken(pair.was, encoded, at, token);
      const length = token.size;
      // Also where what follows a loss completes the character by chance.
      const crosses = length === 3 && charAt[at + 3]! < 0 && charAt[at + 2]! >= 0;
      const isGuessed = (length === 0 || crosses) && flat === 0 && isUtf8;
      const { point: read } = token;
      const first = firstUnit(read);
      const extra = read > 0xffff ? 3 : isOdd(read) ? ODD_LETTER : 0;
      const to = (at + length) * 2 + (length === 1 ? 1 : 0);
      // A byte without its partner: where nothing can be read, after a loss, and at the edges of a span.
      const mayLose =
        length === 0 || (at > 0 && bytes[at - 1]! >= LOSS) || (!isBoundary && charAt[at + 1]! >= 0);
      const isTailLost =
        isUtf8 && !isBoundary && charAt[at + 1]! >= 0 && bytes[at]! >= 0xe2 && bytes[at]! < 0xf0;
      const lostPrice = isTailLost ? LOST_TAIL : LOST;
      const lostTo = single + (isTailLost && bytes[at + 1] === LOSS ? 4 : 2);
      // What is read next costs another sum after a clean character than after a damaged one: all ways are tried.
      for (let state = whole; state <= single; state++) {
        const inside = way[state]!;
        if (inside > least + HOPELESS || inside === Number.POSITIVE_INFINITY) continue;
        const previous = lastUnit(point[state]!);
        if (length > 0 && inside < way[to]!) {
          const glued = !isUtf8 && isGluedRead(state, previous, first) ? GLUED : 0;
          sheet.reach(state, to, inside + cost(previous, first) + extra + glued, read, 0);
        }
        if (mayLose) sheet.reach(state, lostTo, inside + lostPrice, REPLACEMENT, INEXACT);
        if (isGuessed) guess(encoded, at, pair, state, inside, previous, 0);
      }
      if (isBoundary) {
        const entering = plain + switchAt(before);
        if (length > 0 && entering < way[to]!)
          sheet.reach(whole, to, entering + cost(before, first) + extra, read, ENTERED);
        // Where a span begins, the byte that is left of a character has taken the next one's first byte for its own;
        // what it was is asked of the spans that are found.
        const price = entering + (!isUtf8 && isHead(bytes[at]!) ? LOST_HEAD : LOST);
        sheet.reach(whole, single + 2, price, REPLACEMENT, ENTERED | INEXACT);
        if (isGuessed) guess(encoded, at, pair, whole, entering, before, ENTERED);
      }
    }
    if (isBoundary) {
      plain += own;
      before = unit;
    }
  }
  sheet.plain[end - start + 1] = stands;
  return trace(text, start, end, pair, encoded);
}

// A character of three UTF-8 bytes of which one is missing. GBK has no lead byte 80: a decoder that met one as the last
// byte of a character put U+FFFD or "?" for it and for the lead byte after it, so the first is known and the second is
// one of seven. Elsewhere the best of 64 last bytes has to do.
function guess(
  { bytes, size }: Encoded,
  at: number,
  { readAs }: Pair,
  state: number,
  base: number,
  previous: number,
  flag: number,
): void {
  const first = bytes[at]!;
  const second = at + 1 < size ? bytes[at + 1]! : 0;
  if ((second & 0xc0) !== 0x80) return;
  // A place that is reached for less than the guess alone costs is left as it is.
  const offer = (to: number, likeliest: (previous: number) => number): void => {
    if (base + GUESS >= sheet.way[to * 2]!) return;
    const best = likeliest(previous);
    sheet.reach(state, to * 2, base + transitionCost(previous, best) + GUESS, best, flag | INEXACT);
  };
  if (isChineseLead(first, second)) {
    const isMarked = at + 2 < size && isLoss(bytes[at + 2]!);
    const head = ((first & 0xf) << 12) | ((second & 0x3f) << 6);
    if (readAs === 'GBK' && isMarked && isTail(bytes, size, at + 3)) offer(at + 3, () => head);
    else offer(at + (isMarked ? 3 : 2), unit => likeliestInBlock(unit, head));
  } else if (
    isTail(bytes, size, at) &&
    (flag === ENTERED ? mayBegin(bytes, at, readAs) : isLoss(bytes[at - 1] ?? 0))
  ) {
    const tail = ((first & 0x3f) << 6) | (second & 0x3f);
    // Of marks and of unified ideographs: the lead bytes E2 to E9, and EF for the full-width marks.
    offer(at + 2, unit => likeliestOf(unit, 0x2000 | tail, 0x1000, 8));
    if (first >= 0xbc) offer(at + 2, () => 0xf000 | tail);
  }
}

// E3 to E9 begin ideographs and 。、「」; E2 80 is the start of “”…—, EF BC and EF BD that of ，：；（）.
const isChineseLead = (first: number, second: number): boolean =>
  (first >= 0xe3 && first <= 0xe9) ||
  (first === 0xe2 && second === 0x80) ||
  (first === 0xef && (second === 0xbc || second === 0xbd));

// A lead byte would be seen under Windows-1252; of a double-byte table it may be the clean character's own.
const mayBegin = (bytes: Uint8Array, at: number, readAs: Reading): boolean =>
  readAs !== 'Windows-1252' || at === 0 || bytes[at - 1]! < 0xc0 || bytes[at - 1]! === NO_BYTE;

const isLoss = (byte: number): boolean => byte === 0x3f || byte === LOSS;
const isTail = (bytes: Uint8Array, size: number, at: number): boolean =>
  at + 1 < size && (bytes[at]! & 0xc0) === 0x80 && (bytes[at + 1]! & 0xc0) === 0x80;

// Follows the cheapest path back from the end and collects the damaged spans on it.
function trace(text: string, start: number, end: number, pair: Pair, encoded: Encoded): Reread[] {
  const { bytes, charAt } = encoded;
  const ceiling = ceilingOf(pair);
  const { stepFrom, point, flags, joined } = sheet;
  const found: Reread[] = [];
  for (let char = end - start; char > 0; char--) {
    let state = joined[char]!;
    if (state < 0) continue;
    let points: number[] = [];
    let offsets: number[] = [];
    let guessed = 0;
    // A byte that stands as a character of its own, and fits nothing, is left there.
    let last = char;
    if (point[state] === REPLACEMENT && flags[state] === INEXACT) {
      const debris = charAt[stepFrom[state]! >> 1]!;
      if (debris >= 0) {
        last = debris;
        state = stepFrom[state]!;
      }
    }
    offsets.push(state >> 1);
    for (let entered = false; !entered; state = stepFrom[state]!) {
      points.push(point[state]!);
      offsets.push(stepFrom[state]! >> 1);
      if ((flags[state]! & INEXACT) !== 0) guessed++;
      entered = (flags[state]! & ENTERED) !== 0;
    }
    const reached = charAt[state >> 1]!;
    const path = { points: points.reverse(), offsets: offsets.reverse() };
    const { was } = pair;
    if (was === 'GBK' || was === 'Big5') {
      // What stands before may belong to another span.
      let clean = reached;
      while (clean > 0 && reached - clean < NEAR && joined[clean]! < 0) clean--;
      ({ points, offsets } = withLikeliestHead(text, start, was, encoded, path, clean));
      guessed = points.filter(read => read === REPLACEMENT).length;
    }
    const at = offsets[0]!;
    const first = charAt[at]!;
    if (was !== 'UTF-8' && points[0] === REPLACEMENT && isHead(bytes[at]!)) {
      const before = start + first > 0 ? text.charCodeAt(start + first - 1) : 0;
      points[0] = firstOf(was, bytes[at]!, before, points.length > 1 ? firstUnit(points[1]!) : 0x0a);
    }
    const isDebris = charAt[at + 1]! >= 0 && points[0] === REPLACEMENT;
    const span = isDebris
      ? trim(text, start + first + 1, start + last, points.slice(1))
      : trim(text, start + first, start + last, points);
    if (isDebris) guessed--;
    if (span) {
      const { plain } = sheet;
      const stood = plain[span.end - start + 1]! - plain[span.start - start]!;
      const weight = weigh(text, span, ceiling);
      found.push({ ...span, ...weight, guessed, gain: stood - weight.cost });
    }
    char = Math.min(first, reached) + 1;
  }
  return found.reverse();
}

// ASCII reads the same either way and does not belong to the damage at its edges, unless a wrong reading swallowed it.
function trim(
  text: string,
  start: number,
  end: number,
  points: readonly number[],
): Pick<Reread, 'start' | 'end' | 'text'> | undefined {
  let from = 0;
  let to = points.length;
  while (from < to && points[from]! < 0x80 && text.charCodeAt(start + from) < 0x80) from++;
  while (to > from && points[to - 1]! < 0x80 && text.charCodeAt(end - (points.length - to) - 1) < 0x80) to--;
  if (from === to) return undefined;
  let read = '';
  for (let i = from; i < to; i++) read += String.fromCodePoint(points[i]!);
  return { start: start + from, end: end - (points.length - to), text: read };
}
