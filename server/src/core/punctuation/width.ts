// Whether a document writes ，：；？！（） at full width, has had them folded to ASCII, or is half-width by choice.
// Judged on pooled evidence (ARCHITECTURE.md): the sign of a chosen half-width style is `.` for 。, because
// a width fold never touches 。; text that keeps 。 and has half-width commas was folded or is careless.
import type { Document } from '../document/document.ts';
import { RegionKind } from '../scan/regionKind.ts';
import { Mark, type Marks, marksOf, WidthKind } from './marks.ts';
import { type MarkContexts, markContextsOf } from './widthContext.ts';

export type Width =
  /** ，：；？！（） at full width; half-width marks are outliers. */
  | 'full'
  /** 。 and quotes kept, ，：；？！（） all half-width. */
  | 'folded'
  /** Half-width throughout, with `.` for 。. */
  | 'half'
  /** 。 kept, the other marks of both widths. */
  | 'mixed'
  | 'unknown';

export interface WidthVerdict {
  readonly width: Width;
  /** For each `WidthKind`: whether a half-width mark of that kind in Han text is a defect here. */
  readonly flags: readonly boolean[];
  /** Half-width and full-width marks in Han text. */
  readonly narrow: number;
  readonly wide: number;
  /** Whether a `.` at the end of a Han sentence is a slip: 。 ends the others. */
  readonly flagsDots: boolean;
}

export interface WidthEvidence {
  readonly marks: Marks;
  readonly contexts: MarkContexts;
  readonly body: WidthVerdict;
  /** The verdict that holds for a mark: its front-matter field's or quotation's own where that has enough evidence. */
  verdictOf(mark: number): WidthVerdict;
}

interface Tally {
  readonly wide: Uint32Array;
  readonly narrow: Uint32Array;
  stops: number;
  dots: number;
  pauses: number;
  quotes: number;
  /** Half-width points with a blank after them, which no filter leaves. */
  typed: number;
}

const ENOUGH = 20;
/** Full stops that make 。 the way of a text. */
const ENOUGH_STOPS = 10;
const PAIR = 2;
/** From so many marks on, that all are half-width is a filter's work. */
const FILTERED = 10;
/** Half-width marks of one kind that make a style of their own beside full-width marks of other kinds. */
const STYLE = 10;

/** The width of a document; ask through `doc.share(widthOf)`. */
export function widthOf(doc: Document): WidthEvidence {
  const marks = doc.share(marksOf);
  const contexts = doc.share(markContextsOf);
  const body = newTally();
  const own = new Map<number, Tally>();
  let tally = body;
  for (let m = 0; m < marks.count; m++) {
    if (m === 0 || marks.region[m] !== marks.region[m - 1] || marks.block[m] !== marks.block[m - 1]) {
      const key = scopeKey(doc, marks, m);
      tally = key === 0 ? body : (own.get(key) ?? newTally());
      if (key !== 0) own.set(key, tally);
    }
    count(tally, marks.kind[m]!, contexts.of[m]!, doc.text.charCodeAt(marks.at[m]! + 1));
  }
  // A quotation too short to have a style of its own is evidence for the document's.
  for (const [key, quoted] of own) if (key > 0 && total(quoted) < ENOUGH) add(body, quoted);
  const verdict = judge(body);
  const verdicts = new Map<number, WidthVerdict>();
  for (const [key, part] of own) {
    const alone = total(part) >= ENOUGH || verdict.width === 'unknown';
    verdicts.set(key, alone ? judge(part) : verdict);
  }
  return {
    marks,
    contexts,
    body: verdict,
    verdictOf: m => (verdicts.size === 0 ? verdict : (verdicts.get(scopeKey(doc, marks, m)) ?? verdict)),
  };
}

// 0 for the body, a positive number for a quoted block, a negative one for a front-matter field.
function scopeKey(doc: Document, marks: Marks, m: number): number {
  const region = marks.region[m]!;
  if (doc.regions.kinds[region] === RegionKind.FrontMatterProse) return -1 - region;
  const block = marks.block[m]!;
  return block >= 0 && doc.blocks[block]!.kind === 'quote' ? block + 1 : 0;
}

const newTally = (): Tally => ({
  wide: new Uint32Array(WidthKind.Count),
  narrow: new Uint32Array(WidthKind.Count),
  stops: 0,
  dots: 0,
  pauses: 0,
  quotes: 0,
  typed: 0,
});

function count(tally: Tally, kind: number, context: number, next: number): void {
  if (context !== 0) {
    const side = kind > Mark.Wide ? tally.wide : tally.narrow;
    if (kind === Mark.Dot) tally.dots++;
    else side[context - 1]!++;
    if (next === 0x20 && kind <= Mark.Question) tally.typed++;
  } else if (kind === Mark.Stop) tally.stops++;
  else if (kind === Mark.Pause) tally.pauses++;
  else if (kind >= Mark.DoubleOpen && kind <= Mark.InnerCornerClose) tally.quotes++;
}

function add(to: Tally, from: Tally): void {
  for (let k = 0; k < WidthKind.Count; k++) {
    to.wide[k]! += from.wide[k]!;
    to.narrow[k]! += from.narrow[k]!;
  }
  to.stops += from.stops;
  to.dots += from.dots;
  to.pauses += from.pauses;
  to.quotes += from.quotes;
  to.typed += from.typed;
}

// Brackets round Latin text are often half-width in text that is otherwise full-width, so they are no evidence.
const sum = (of: Uint32Array): number =>
  of[WidthKind.Comma]! + of[WidthKind.Colon]! + of[WidthKind.Query]! + of[WidthKind.Bracket]!;
const total = (t: Tally): number => sum(t.wide) + sum(t.narrow) + t.stops + t.dots;

function judge(t: Tally): WidthVerdict {
  const wide = sum(t.wide);
  const narrow = sum(t.narrow);
  const verdict = (width: Width, flags: readonly boolean[] = NONE): WidthVerdict => ({
    width,
    flags,
    narrow,
    wide,
    flagsDots: t.dots > 0 && t.stops >= ENOUGH_STOPS && t.dots * 10 <= t.stops,
  });
  if (t.dots * 4 > t.stops) {
    const chosen = t.dots >= 4 * t.stops && narrow >= 4 * wide;
    return verdict(chosen ? 'half' : 'unknown');
  }
  if (narrow === 0) return verdict(wide + t.stops > 0 ? 'full' : 'unknown', byKind(t));
  // Sentences whose 。 or quotation marks are kept speak for themselves; otherwise it takes numbers.
  const kept = t.stops + t.quotes + (t.narrow[WidthKind.Comma]! > 0 ? t.pauses : 0);
  if (kept === 0 && wide + narrow < ENOUGH) return verdict('unknown');
  if (wide * 4 <= narrow) {
    if (kept === 0) return verdict('unknown');
    const onlyStyle = t.narrow[WidthKind.Comma]! + t.narrow[WidthKind.Query]! === 0;
    return onlyStyle ? verdict('mixed', byKind(t)) : verdict('folded', isFiltered(t) ? ALL : CERTAIN);
  }
  return verdict(wide >= 4 * narrow ? 'full' : 'mixed', byKind(t));
}

const ALL: readonly boolean[] = new Array<boolean>(WidthKind.Count).fill(true);
const CERTAIN: readonly boolean[] = ALL.map((_, kind) => kind !== WidthKind.Doubtful);
const NONE: readonly boolean[] = new Array<boolean>(WidthKind.Count).fill(false);

// A filter folds every mark, and what it folds is tight; a writer who types half-width marks types blanks with them,
// and may mean some of them.
const isFiltered = (t: Tally): boolean => {
  const points = t.narrow[WidthKind.Comma]! + t.narrow[WidthKind.Colon]! + t.narrow[WidthKind.Query]!;
  return sum(t.narrow) >= FILTERED && t.typed * 4 <= points;
};

// Beside full-width marks of other kinds, one kind that is half-width throughout is a style (brackets, often).
const byKind = (t: Tally): boolean[] =>
  ALL.map((_, kind) => {
    const narrow = t.narrow[kind]!;
    const wide = t.wide[kind]!;
    if (kind === WidthKind.LatinBracket) return wide >= 3 && wide >= 4 * narrow;
    if (kind === WidthKind.Lonely || kind === WidthKind.Doubtful) return false;
    // Colons and brackets have a width of their own in many houses; only the rarer is an outlier, or a single pair.
    if (kind === WidthKind.Colon) return narrow < wide;
    if (kind === WidthKind.Bracket) return narrow <= PAIR || narrow < wide;
    return narrow < STYLE || narrow < 4 * wide;
  });
