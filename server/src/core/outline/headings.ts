// Headings of every kind, in text order. What is marked as a heading (Markdown, HTML, a letter or number, bold) is one
// when text follows it; a short line is one only where the document has nothing better and paragraphs stand around it.
import type { Document } from '../document/document.ts';
import { gapsOf } from '../paragraphs/gaps.ts';
import type { Marker } from '../paragraphs/looks.ts';
import { isSpacedTitle, type Shape, shapesOf } from '../paragraphs/shapes.ts';
import { type Unit, unitsOf } from '../paragraphs/units.ts';
import { wrapsOf } from '../paragraphs/wraps.ts';
import { titleGroups } from './titles.ts';
import type { Heading, HeadingKind } from './types.ts';

/** What the search for headings knows of a document; units and shapes run in parallel. */
export interface View {
  readonly doc: Document;
  readonly units: readonly Unit[];
  readonly shapes: readonly Shape[];
  /** Units that are part of a broken sentence. */
  readonly broken: ReadonlySet<number>;
}

/** Use it as `doc.share(headingsOf)`. */
export function headingsOf(doc: Document): readonly Heading[] {
  const broken = new Set<number>();
  for (const gap of doc.share(gapsOf)) broken.add(gap.before).add(gap.after);
  const view: View = { doc, units: doc.share(unitsOf), shapes: doc.share(shapesOf), broken };
  const written = view.units.flatMap((unit, i) =>
    unit.kind === 'heading' && unit.element !== 'title' ? [writtenHeading(view, i)] : [],
  );
  const marked = withText(view, markedHeadings(view));
  const found = [...written, ...marked];
  if (written.length === 0) found.push(...shortHeadings(view, marked));
  const title = found.some(h => h.kind === 'title') ? undefined : titleElement(view, written);
  if (title) found.push(title);
  return found.sort((a, b) => a.full.start - b.full.start);
}

/** Columns; a heading of two clauses may be longer. */
const LONGEST = 80;
const LONGEST_SPACED = 110;

/** Shaped like a heading: short, without a mark at its end, no caption and no credit. */
export function isTitleLike({ doc, units, shapes, broken }: View, i: number): boolean {
  const unit = units[i];
  if (unit?.kind !== 'paragraph' || broken.has(i) || unit.han < 2 || shapes[i]!.look) return false;
  if (shapes[i]!.ending === 'comma' || (shapes[i]!.ending === 'stop' && !/[？！?!…]$/.test(tail(doc, unit))))
    return false;
  if (unit.width > LONGEST_SPACED) return false;
  return unit.width <= LONGEST || isSpacedTitle(doc.text, unit);
}

/** A paragraph of running text. */
export function isBody({ units, shapes, broken }: View, i: number): boolean {
  const unit = units[i];
  if (!unit || unit.bold || unit.kind === 'heading') return false;
  if (unit.kind === 'tableRow' || unit.kind === 'code' || unit.kind === 'quote' || broken.has(i)) return true;
  return (
    !shapes[i]!.look && (unit.width > LONGEST_SPACED || (shapes[i]!.ending === 'stop' && unit.width > 16))
  );
}

/** The next unit that is no caption, credit or page number. */
export function nextOf({ units, shapes }: View, i: number): number {
  let next = i + 1;
  while (next < units.length && next < i + 4 && shapes[next]!.look) next++;
  return next;
}

const tail = (doc: Document, unit: Unit): string => doc.text.slice(unit.end - 1, unit.end);

export function headingAt(
  { doc, units }: View,
  first: number,
  last: number,
  kind: HeadingKind,
  style: string,
  value = Number.NaN,
): Heading {
  const [a, b] = [units[first]!, units[last]!];
  const parts = [];
  for (let i = first; i <= last; i++) parts.push(plain(doc.text.slice(units[i]!.start, units[i]!.end)));
  return {
    name: parts.join(' '),
    kind,
    written: a.kind === 'heading' ? a.level : 0,
    style,
    value,
    full: { start: a.fullStart, end: b.fullEnd },
    selection: { start: a.start, end: b.end },
    firstUnit: first,
    lastUnit: last,
  };
}

const plain = (text: string): string =>
  text
    .replace(/<[^<>]*>/g, '')
    .replace(/\]\([^()]*\)/g, ']')
    .replace(/\*\*|__|[[\]`]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

function writtenHeading(view: View, i: number): Heading {
  const unit = view.units[i]!;
  return headingAt(view, i, i, unit.element === '' ? 'markdown' : 'html', '', view.shapes[i]!.marker?.value);
}

// HTML's <title> counts where no h1 says the same on the page.
function titleElement(view: View, written: readonly Heading[]): Heading | undefined {
  if (written.some(h => h.written === 1)) return undefined;
  const at = view.units.findIndex(unit => unit.element === 'title' && unit.kind === 'heading');
  return at < 0 ? undefined : headingAt(view, at, at, 'title', 'title');
}

const HEADING_MARKERS: ReadonlySet<string> = new Set([
  'letter',
  'chapter',
  'section',
  'han',
  'hanParen',
  'decimal',
  'digit',
  'digitParen',
  'padded',
  'circled',
]);

function markedHeadings(view: View): Heading[] {
  const { doc, units, shapes } = view;
  const found: Heading[] = [];
  for (let i = 0; i < units.length; i++) {
    const unit = units[i]!;
    const { marker } = shapes[i]!;
    if (unit.kind !== 'paragraph' && !(unit.kind === 'list' && marker)) continue;
    if (marker && HEADING_MARKERS.has(marker.style)) {
      const last = lastLine(view, i, marker);
      if (last !== undefined) {
        const kind =
          unit.bold && marker.style !== 'letter'
            ? 'bold'
            : marker.style === 'letter'
              ? 'labelled'
              : 'numbered';
        found.push(headingAt(view, i, last, kind, marker.style, marker.value));
        i = last;
      }
    } else if (
      unit.bold &&
      !shapes[i]!.look &&
      shapes[i]!.ending !== 'comma' &&
      unit.width <= LONGEST_SPACED &&
      unit.han > 0
    ) {
      if (shapes[i]!.ending !== 'stop' || /[？！?!]$/.test(tail(doc, unit)))
        found.push(headingAt(view, i, i, 'bold', 'bold'));
    }
  }
  return withoutBoldRuns(found);
}

// Where the heading that a marker opens ends: on its line, or on the next one for a marker alone or a split heading.
function lastLine(view: View, i: number, marker: Marker): number | undefined {
  const { doc, units, shapes } = view;
  const unit = units[i]!;
  const next = units[i + 1];
  const joinsNext =
    next !== undefined &&
    next.bold === unit.bold &&
    next.blankBefore <= 1 &&
    !shapes[i + 1]!.marker &&
    isTitleLike(view, i + 1);
  if (unit.end - unit.start <= marker.length) {
    return joinsNext &&
      (marker.style === 'padded' ||
        marker.style === 'chapter' ||
        marker.style === 'letter' ||
        marker.style === 'han')
      ? i + 1
      : undefined;
  }
  if (unit.width > LONGEST_SPACED || shapes[i]!.look || shapes[i]!.ending === 'comma') return undefined;
  const spaced = isSpacedTitle(doc.text, unit, unit.start + marker.length);
  if (unit.width > LONGEST && !spaced) return undefined;
  if (shapes[i]!.ending === 'stop' && !/[？！?!]$/.test(tail(doc, unit))) return undefined;
  if (
    marker.style === 'letter' &&
    !spaced &&
    joinsNext &&
    next.width <= 60 &&
    isBody(view, nextOf(view, i + 1))
  )
    return i + 1;
  return i;
}

// Three bold lines or more in a row are a lead, not headings; what carries a number among them still is one.
function withoutBoldRuns(headings: readonly Heading[]): Heading[] {
  const numbered = headings.filter(h => h.style !== 'bold' && h.kind === 'bold').length >= 2;
  const kept: Heading[] = [];
  for (let from = 0; from < headings.length; ) {
    let to = from + 1;
    if (headings[from]!.style === 'bold') {
      while (
        to < headings.length &&
        headings[to]!.style === 'bold' &&
        headings[to]!.firstUnit === headings[to - 1]!.lastUnit + 1
      )
        to++;
    }
    if (headings[from]!.style !== 'bold' || (!numbered && to - from < 3))
      kept.push(...headings.slice(from, to));
    from = to;
  }
  return kept;
}

// A style of markers makes headings where text stands under at least half of them; otherwise they number a list.
function withText(view: View, headings: readonly Heading[]): Heading[] {
  const starts = new Map(headings.map(h => [h.firstUnit, h]));
  const tally = new Map<string, [withText: number, all: number]>();
  const hasText = (h: Heading): boolean => {
    const next = nextOf(view, h.lastUnit);
    const other = starts.get(next);
    return other ? other.style !== h.style : isBody(view, next);
  };
  for (const h of headings) {
    const count = tally.get(h.style) ?? [0, 0];
    if (hasText(h)) count[0]++;
    count[1]++;
    tally.set(h.style, count);
  }
  return headings.filter(h => {
    const [some, all] = tally.get(h.style)!;
    return some * 2 >= all && (h.style !== 'bold' || hasText(h));
  });
}

function shortHeadings(view: View, marked: readonly Heading[]): Heading[] {
  const { doc, units, shapes } = view;
  const taken = new Set<number>();
  for (const h of marked) for (let i = h.firstUnit; i <= h.lastUnit; i++) taken.add(i);
  const wrapped = doc.share(wrapsOf).found;
  const short: number[] = [];
  let bodies = 0;
  for (let i = 0; i < units.length; i++) {
    if (isBody(view, i)) bodies++;
    if (
      taken.has(i) ||
      units[i]!.bold ||
      shapes[i]!.marker ||
      !isTitleLike(view, i) ||
      shapes[i]!.ending === 'stop'
    )
      continue;
    if (startsLikeDash(doc.text[units[i]!.start]!)) continue;
    const apart = units[i]!.blankBefore !== 0 && (units[i + 1]?.blankBefore ?? 1) !== 0;
    const afterStop =
      i === 0 ||
      shapes[i - 1]!.ending === 'stop' ||
      shapes[i - 1]!.look !== undefined ||
      short.at(-1) === i - 1;
    if (apart || (!wrapped && afterStop)) short.push(i);
  }
  if (bodies === 0 || short.length > bodies * 2) return [];
  return titleGroups(view, short, marked);
}

const startsLikeDash = (c: string): boolean => c === '—' || c === '-' || c === '–' || c === '“' || c === '「';
