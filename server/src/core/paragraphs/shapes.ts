// Each unit's look and marker, found once and shared by the rules and the outline.
import type { Document } from '../document/document.ts';
import type { Span } from '../text/span.ts';
import { endsInPhotoCredit, type Look, lookOf, type Marker, markerOf } from './looks.ts';
import { endsInNote } from './pages.ts';
import { type Unit, unitsOf } from './units.ts';

export interface Shape {
  readonly look: Look | undefined;
  readonly marker: Marker | undefined;
  /** How the unit ends: with a stop, with a mark inside a sentence, with a closing mark, or with none. */
  readonly ending: Ending;
  /** True when it ends in a colon. */
  readonly isLabel: boolean;
}

export type Ending = 'stop' | 'comma' | 'close' | 'open';

/** One shape for each of `unitsOf`, in the same order. Use it as `doc.share(shapesOf)`. */
export const shapesOf = (doc: Document): readonly Shape[] =>
  doc.share(unitsOf).map(unit => shapeOf(doc.text, unit));

/** What may be a heading without being marked up as one; where there is nothing of a kind nobody need look for it. */
export interface HeadingHints {
  /** "A | …" */
  readonly letters: boolean;
  readonly bold: boolean;
}

/** Use it as `doc.share(headingHintsOf)`. */
export function headingHintsOf(doc: Document): HeadingHints {
  const letters = doc.share(shapesOf).some(({ marker }) => marker?.style === 'letter');
  return { letters, bold: doc.share(unitsOf).some(unit => unit.bold) };
}

/** Whether lines begin with "。" as items do elsewhere with "•". Use it as `doc.share(hasStopBullets)`. */
export function hasStopBullets(doc: Document): boolean {
  const units = doc.share(unitsOf);
  const shapes = doc.share(shapesOf);
  const starts = units.flatMap(({ start }, i) => (doc.text[start] === '。' ? [i] : []));
  return starts.length >= FEWEST_BULLETS && starts.some(i => i > 0 && shapes[i - 1]!.ending === 'stop');
}
const FEWEST_BULLETS = 3;

/**
 * Whether the text begins a new line behind its clauses, as blogs and subtitles do: far more lines end in a comma than
 * columns or pages would leave so. Use it as `doc.share(breaksAtClauses)`.
 */
export function breaksAtClauses(doc: Document): boolean {
  const units = doc.share(unitsOf);
  const shapes = doc.share(shapesOf);
  let lines = 0;
  let clauses = 0;
  for (let i = 0; i < units.length; i++) {
    if (units[i]!.kind !== 'paragraph' || units[i]!.han < SHORTEST_CLAUSE) continue;
    lines++;
    if (shapes[i]!.ending === 'comma') clauses++;
  }
  return clauses >= FEWEST_CLAUSES && clauses >= lines * CLAUSE_SHARE;
}
const SHORTEST_CLAUSE = 4;
const FEWEST_CLAUSES = 6;
const CLAUSE_SHARE = 0.3;

const CREDITS: ReadonlySet<Look | undefined> = new Set<Look>(['credit', 'byline', 'source']);

/** Lines that name who wrote, drew or published: credits, bylines, sources. */
export const creditsOf = (doc: Document): readonly Span[] => {
  const units = doc.share(unitsOf);
  return doc
    .share(shapesOf)
    .flatMap(({ look }, i) => (CREDITS.has(look) ? [{ start: units[i]!.start, end: units[i]!.end }] : []));
};

function shapeOf(text: string, unit: Unit): Shape {
  const look = lookOf(text, unit) ?? (endsInPhotoCredit(text, unit) ? 'caption' : undefined);
  return {
    look,
    marker: markerOf(text, unit),
    ending: endingOf(text, unit),
    isLabel: '：:'.includes(text[unit.end - 1]!),
  };
}

function endingOf(text: string, unit: Unit): Ending {
  // A pilcrow is a heading's link to itself; emphasis of Markdown closes after the stop.
  let end = text[unit.end - 1] === '¶' ? unit.end - 1 : unit.end;
  while (unit.end - end < 3 && end > unit.start + 1 && '*_'.includes(text[end - 1]!)) end--;
  const last = text[end - 1]!;
  if (endsInNote(text, end)) return 'stop';
  if ('。！？；：…!?;:.﹒．～~'.includes(last)) return 'stop';
  const tail = text.slice(Math.max(unit.start, end - 16), end);
  if (tail.includes('\u3000') && SIGNED.test(tail)) return 'stop';
  // "…；或" closes an item of a list.
  if ('；;，,'.includes(text[end - 2] ?? '') && '或和及与與且'.includes(last)) return 'stop';
  if ('；;'.includes(text[end - 3] ?? '') && /^(?:以及|或者|并且|並且)$/.test(text.slice(end - 2, end)))
    return 'stop';
  if ('，、,（(“「『《〈【[—'.includes(last)) return last === '—' ? 'stop' : 'comma';
  if ('”’」』"\')）】》〉]'.includes(last)) {
    return '。！？…!?.；;'.includes(text[end - 2] ?? '') ? 'stop' : 'close';
  }
  return 'open';
}

// 谨致谢忱。　许太太: who wrote a letter signs behind its last sentence.
const SIGNED = /[。！？”」）]\u3000+[\p{Script=Han}·‧・]{2,12}$/u;

const CLAUSES = /[\u3400-\u9fff”」》][ \u3000]+[“「《\u3400-\u9fff]/;

/** Two clauses with a space between: how headings are set. */
export function isSpacedTitle(text: string, unit: Unit, start = unit.start): boolean {
  if (unit.width > 130) return false;
  const slice = text.slice(start, unit.end);
  return CLAUSES.test(slice) && !/[。；]/.test(slice) && !/[，,、]$/.test(slice);
}
