// The likeliest reading of a stretch of text in which parts may have been decoded with the wrong table. Two ways run
// side by side over the characters and their bytes: the text as it stands, and the bytes read as what they may have
// been. The cheapest path through both (Viterbi) says where a damaged span begins and ends and what it was; it is
// linear, and it needs no rule about lengths or boundaries. The rejected alternative, trying spans and scoring them,
// is quadratic and gets the edges wrong.
import { likeliestInBlock, likeliestOf, transitionCost } from '../language/bigrams.ts';
import { firstOf } from './lostHead.ts';
import { type Encoded, encode, LOSS, latinByte, type Pair, readToken, type Token } from './pairs.ts';

/** What a repair says of itself. */
export interface Weight {
  /** Nats of the repair, with the character that follows it. */
  readonly cost: number;
  /** Nats and number of those of its characters that are neither ASCII nor lost, and how many of them are Latin-1. */
  readonly own: number;
  readonly length: number;
  readonly accented: number;
  /** Characters from U+2000 on. */
  readonly wide: number;
  /** Bytes that were given up. */
  readonly lost: number;
}

export interface Reread extends Weight {
  /** Offsets in the text that was read again. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** How much cheaper, in nats, the text is as read again. */
  readonly gain: number;
  /** Characters that were guessed or given up because bytes were missing. */
  readonly guessed: number;
}

/** Price in nats of entering or leaving a damaged span. */
const SWITCH = 4;
/** The same where a byte was lost: damage often ends where it cut a character. */
const SWITCH_AT_LOSS = 1;
/** The same at "?", which some decoders put for what they cannot read. */
const SWITCH_AT_MARK = 2;
/** Price of a byte that fits nothing; it becomes U+FFFD. */
const LOST = 16;
/** The same for the first byte of a span, which often is the last one of a character that was cut. */
const LOST_HEAD = 7;
/** The same for the first byte of a character of UTF-8 whose others are gone, at the end of what can be read. */
const LOST_TAIL = 7;
/** What it costs at most in the weight of a repair. */
const LOST_FIRST = 8;
/** A way that costs so much more than another one to the same place is not followed any further. */
const HOPELESS = 20;
/** Price of guessing a character whose last byte is missing. */
const GUESS = 4;
/** What a letter of a first reading may cost at most: it is one byte, hence one of about a hundred. */
const FLAT_LETTER = 4.5;
/** Highest cost of a character of Japanese, whose own ideographs a model of Chinese does not know. */
const JAPANESE = 9;
const REPLACEMENT = 0xfffd;

/** What a character of the repaired text costs at most. */
export const ceilingOf = ({ was }: Pair): number =>
  was === 'Shift_JIS' ? JAPANESE : Number.POSITIVE_INFINITY;

// Whether a wrong reading gives such characters: letters and marks of Windows-1252, or wide ones.
const isReading = (unit: number): boolean => unit >= 0x2e80 || (unit > 0x7f && latinByte()[unit]! > 0);

/** What a single ASCII letter or sign between two Han costs beside its own price: there it may be a last byte. */
const GLUED = 3;
const IDEOGRAPHS = 0x2e80;

const isGlue = (unit: number): boolean => unit >= 0x40 && unit <= 0x7e;

const isGlued = (text: string, at: number): boolean =>
  isGlue(text.charCodeAt(at)) && text.charCodeAt(at - 1) >= IDEOGRAPHS;

/** What a letter of two bytes costs beside its own price that neither Chinese text nor Windows-1252 has. */
const ODD_LETTER = 6;

const isOdd = (unit: number): boolean =>
  unit > 0xff && unit < 0x800 && latinByte()[unit] === 0 && (unit < 0x391 || unit > 0x451);

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

const switchAt = (unit: number): number =>
  unit === REPLACEMENT ? SWITCH_AT_LOSS : unit === 0x3f ? SWITCH_AT_MARK : SWITCH;

// The same in what was read again, also after a byte that was given up.
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
        const isHead = !isUtf8 && bytes[at]! >= 0x40 && bytes[at]! < LOSS;
        const price = entering + (isHead ? LOST_HEAD : LOST);
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
  } else if (isTail(bytes, size, at) && at > 0 && isLoss(bytes[at - 1]!)) {
    const tail = ((first & 0x3f) << 6) | (second & 0x3f);
    // Of punctuation and of unified ideographs: the lead bytes E3 to E9.
    offer(at + 2, unit => likeliestOf(unit, 0x3000 | tail, 0x1000, 7));
  }
}

// E3 to E9 begin ideographs and 。、「」; E2 80 is the start of “”…—, EF BC and EF BD that of ，：；（）.
const isChineseLead = (first: number, second: number): boolean =>
  (first >= 0xe3 && first <= 0xe9) ||
  (first === 0xe2 && second === 0x80) ||
  (first === 0xef && (second === 0xbc || second === 0xbd));

const isLoss = (byte: number): boolean => byte === 0x3f || byte === LOSS;
const isTail = (bytes: Uint8Array, size: number, at: number): boolean =>
  at + 1 < size && (bytes[at]! & 0xc0) === 0x80 && (bytes[at + 1]! & 0xc0) === 0x80;

// Follows the cheapest path back from the end and collects the damaged spans on it.
function trace(text: string, start: number, end: number, pair: Pair, { bytes, charAt }: Encoded): Reread[] {
  const ceiling = ceilingOf(pair);
  const { stepFrom, point, flags, joined } = sheet;
  const found: Reread[] = [];
  for (let char = end - start; char > 0; char--) {
    let state = joined[char]!;
    if (state < 0) continue;
    const points: number[] = [];
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
    for (let entered = false; !entered; state = stepFrom[state]!) {
      points.push(point[state]!);
      if ((flags[state]! & INEXACT) !== 0) guessed++;
      entered = (flags[state]! & ENTERED) !== 0;
    }
    const at = state >> 1;
    const first = charAt[at]!;
    points.reverse();
    if (pair.was !== 'UTF-8' && points[0] === REPLACEMENT && bytes[at]! >= 0x40 && bytes[at]! < LOSS) {
      const before = start + first > 0 ? text.charCodeAt(start + first - 1) : 0;
      points[0] = firstOf(pair.was, bytes[at]!, before, points.length > 1 ? firstUnit(points[1]!) : 0x0a);
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
    char = first + 1;
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

/** How much cheaper, in nats, a text is with `span` replaced by its repair. */
export function gainOf(text: string, span: { start: number; end: number }, repaired: Weight): number {
  let gain = -repaired.cost;
  let previous = span.start > 0 ? text.charCodeAt(span.start - 1) : 0;
  for (let i = span.start; i <= span.end; i++) {
    const unit = i < text.length ? text.charCodeAt(i) : 0x0a;
    gain += transitionCost(previous, unit);
    previous = unit;
  }
  return gain;
}

/** What the repair of `span` costs where it stands, no character of it more than `ceiling`. */
export function weigh(
  text: string,
  span: { start: number; end: number; text: string },
  ceiling = Number.POSITIVE_INFINITY,
): Weight {
  const { text: repaired } = span;
  let previous = span.start > 0 ? text.charCodeAt(span.start - 1) : 0;
  let cost = 0;
  let own = 0;
  let length = 0;
  let accented = 0;
  let wide = 0;
  let lost = 0;
  for (let i = 0; i < repaired.length; i++) {
    const unit = repaired.charCodeAt(i);
    const price = Math.min(transitionCost(previous, unit), unit === REPLACEMENT ? LOST_FIRST : ceiling);
    cost += price;
    previous = unit;
    if (unit >= 0x2000) wide++;
    // ASCII reads the same whatever the table, and speaks for none; nor does a byte without its partner.
    if (unit === 0xfffd) lost++;
    else if (unit >= 0x80) {
      own += price;
      length++;
      if (unit < 0x100) accented++;
    }
  }
  const after = span.end < text.length ? text.charCodeAt(span.end) : 0x0a;
  return { cost: cost + transitionCost(previous, after), own, length, accented, wide, lost };
}

const lastUnit = (point: number): number => (point > 0xffff ? 0xdc00 | (point & 0x3ff) : point);
const firstUnit = (point: number): number => (point > 0xffff ? 0xd800 | ((point - 0x10000) >> 10) : point);
