// What a gap between two halves of a sentence is, and what speaks for one.
import type { Unit } from './units.ts';

export type Cue =
  | 'prose'
  | 'comma'
  | 'closing'
  | 'pair'
  | 'word'
  | 'column'
  | 'function'
  | 'chain'
  | 'furniture'
  | 'aside';

export interface Gap {
  /** The units on both sides; more than one apart where page furniture stands between them. */
  readonly before: number;
  readonly after: number;
  /** Offsets of the gap: what a join replaces. */
  readonly start: number;
  readonly end: number;
  /** What belongs between the halves: nothing, or a space between Latin words. */
  readonly join: string;
  readonly cues: readonly Cue[];
  /** True where a caption, a credit or a rule of the markup stands between: not to be thrown away, so no edit joins. */
  readonly interrupted: boolean;
  readonly safe: boolean;
  /** True when the unit before the gap holds whole sentences too: no item of a list. */
  readonly inSentences: boolean;
}

/** Shorter than this, in columns, two neighbours are verse, names, a table or captions. */
const SHORT = 44;
export const isShort = (unit: Unit): boolean => unit.width <= SHORT;

/** Columns up to which a line without an end is a heading, a caption or an item. */
export const LINE = 60;
/** Cues that tell a broken sentence from a heading or an item. */
export const STRONG: ReadonlySet<Cue> = new Set(['word', 'pair', 'closing', 'column', 'comma', 'function']);
/** Cues of a sentence that surely goes on. */
export const SURE: ReadonlySet<Cue> = new Set(['word', 'pair', 'closing', 'column', 'function']);
