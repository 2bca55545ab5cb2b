// Headings of every kind, in text order. What is marked as a heading (Markdown, HTML, a letter or number, bold) is one
// when text follows it; a short line is one only where the document has nothing better and paragraphs stand around it.
import type { Document } from '../document/document.ts';
import { gapsOf } from '../paragraphs/gaps.ts';
import type { Marker } from '../paragraphs/looks.ts';
import { isSpacedTitle, shapesOf } from '../paragraphs/shapes.ts';
import { unitsOf } from '../paragraphs/units.ts';
import { wrapsOf } from '../paragraphs/wraps.ts';
import { titleGroups } from './titles.ts';
import type { Heading } from './types.ts';
import { headingAt, isBody, isTitleLike, LONGEST, LONGEST_SPACED, nextOf, tail, type View } from './view.ts';

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
      unit.han > 0 &&
      !TURN.test(doc.text.slice(unit.start, unit.start + 8))
    ) {
      if (shapes[i]!.ending !== 'stop' || /[？！?!]$/.test(tail(doc, unit)))
        found.push(headingAt(view, i, i, 'bold', 'bold'));
    }
  }
  return withoutBoldRuns(found);
}

/** 问：, Q1.: a question or an answer of an interview, however bold, is said by somebody and heads nothing. */
const TURN = /^(?:[问問答]|[QAＱＡ]\d{0,2}) ?[：:．.、\u3000]/;

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
