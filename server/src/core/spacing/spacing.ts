// Whether a document puts a space between Han and figures or Latin words. Both habits are consistent styles; what
// differs from the document's clear majority is a slip.
import type { Document } from '../document/document.ts';
import { Junction, readProse } from '../punctuation/prose.ts';
import { CharClass, classAt, isSecondOfPair } from '../text/charClass.ts';

export type Spacing = 'spaced' | 'unspaced' | 'unknown';

export interface SpacingEvidence {
  readonly count: number;
  /** Offset of the space, or of the second character where there is none. */
  readonly at: Int32Array;
  readonly kind: Uint8Array;
  /** 1 for exactly one ASCII space. */
  readonly spaced: Uint8Array;
  /** The habit that holds for each kind of junction. */
  readonly habits: readonly Spacing[];
  /** The habit of the document as a whole. */
  readonly habit: Spacing;
}

const ENOUGH = 20;

/** The spacing of a document's body; ask through `doc.share(spacingOf)`. */
export function spacingOf(doc: Document): SpacingEvidence {
  const {
    junctionCount: count,
    junctionAt: at,
    junctionKind: kind,
    junctionSpaced: spaced,
  } = doc.share(readProse);
  const counts = new Uint32Array(2 * (Junction.Count + 1));
  for (let j = 0; j < count; j++) counts[2 * kind[j]! + spaced[j]!]!++;
  const { habits, habit } = habitsOf(counts);
  return { count, at, kind, spaced, habits, habit };
}

function habitsOf(counts: Uint32Array): { habits: readonly Spacing[]; habit: Spacing } {
  let tight = 0;
  let open = 0;
  for (let kind = 0; kind < Junction.Date; kind++) {
    tight += counts[2 * kind]!;
    open += counts[2 * kind + 1]!;
  }
  const habit = majority(tight, open);
  const habits: Spacing[] = [];
  for (let kind = 0; kind < Junction.Count; kind++) {
    const without = counts[2 * kind]!;
    const having = counts[2 * kind + 1]!;
    if (without + having >= ENOUGH || kind === Junction.Date) habits.push(majority(without, having));
    // A kind that is rare follows the document, unless it leans the other way.
    else habits.push((habit === 'spaced' ? having > without : without > having) ? habit : 'unknown');
  }
  return { habits, habit };
}

function majority(tight: number, open: number): Spacing {
  if (tight + open < ENOUGH) return 'unknown';
  if (tight >= 4 * open) return 'unspaced';
  return open >= 4 * tight ? 'spaced' : 'unknown';
}

/** The characters on both sides of a junction, whole, and the span from the one to the other. */
export interface Sides {
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
}

/** `spaced` is 0 or 1. Undefined beside an emoji, which the evidence does not tell from astral Han. */
export function sidesOf(text: string, at: number, spaced: number): Sides | undefined {
  const start = at - (isSecondOfPair(text, at - 1) ? 2 : 1);
  const next = at + spaced;
  const after = String.fromCodePoint(text.codePointAt(next)!);
  for (const side of [start, next]) {
    const isWide = text.charCodeAt(side) >= 0xd800 && text.charCodeAt(side) <= 0xdfff;
    if (isWide && classAt(text, side) !== CharClass.Han) return undefined;
  }
  return { start, end: next + after.length, before: text.slice(start, at), after };
}
