// What every search for headings asks of a document: whether a unit looks like a title or like running text.
import type { Document } from '../document/document.ts';
import { isSpacedTitle, type Shape } from '../paragraphs/shapes.ts';
import type { Unit } from '../paragraphs/units.ts';
import type { Span } from '../text/span.ts';
import type { Heading, HeadingKind } from './types.ts';

/** What the search for headings knows of a document; units and shapes run in parallel. */
export interface View {
  readonly doc: Document;
  readonly units: readonly Unit[];
  readonly shapes: readonly Shape[];
  /** Units that are part of a broken sentence. */
  readonly broken: ReadonlySet<number>;
}

/** Columns; a heading of two clauses may be longer. */
export const LONGEST = 80;
export const LONGEST_SPACED = 110;

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

export const tail = (doc: Document, unit: Unit): string => doc.text.slice(unit.end - 1, unit.end);

export function headingAt(
  { doc, units }: View,
  first: number,
  last: number,
  kind: HeadingKind,
  style: string,
  value = Number.NaN,
): Heading {
  return new FoundHeading(doc.text, units, first, last, kind, style, value);
}

// A class, so that the name is made only for those who show it.
class FoundHeading implements Heading {
  readonly written: number;
  readonly full: Span;
  readonly selection: Span;
  readonly #text: string;
  readonly #units: readonly Unit[];
  #name: string | undefined;

  constructor(
    text: string,
    units: readonly Unit[],
    readonly firstUnit: number,
    readonly lastUnit: number,
    readonly kind: HeadingKind,
    readonly style: string,
    readonly value: number,
  ) {
    const [a, b] = [units[firstUnit]!, units[lastUnit]!];
    this.#text = text;
    this.#units = units;
    this.written = a.kind === 'heading' ? a.level : 0;
    this.full = { start: a.fullStart, end: b.fullEnd };
    this.selection = { start: a.start, end: b.end };
  }

  get name(): string {
    if (this.#name === undefined) {
      const parts = [];
      for (const { start, end } of this.#units.slice(this.firstUnit, this.lastUnit + 1))
        parts.push(plain(this.#text.slice(start, end)));
      this.#name = parts.join(' ');
    }
    return this.#name;
  }
}

const plain = (text: string): string =>
  text
    .replace(/<[^<>]*>/g, '')
    .replace(/\]\([^()]*\)/g, ']')
    .replace(/\*\*|__|[[\]`]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
