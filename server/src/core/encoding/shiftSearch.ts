// What the search for shifted runs has in common, wherever a run begins.
import type { Document } from '../document/document.ts';
import { documentCost, generalCost } from './documentModel.ts';
import type { CostOf, Effort } from './lattice.ts';
import type { RunEnd } from './shiftedRun.ts';

/** A run that may have been shifted, with what it reads as in step. */
export interface Shift {
  readonly start: number;
  readonly end: number;
  /** Where the reading of its last character stands, with what is left of that character; `end` without one. */
  readonly tail: number;
  /** What stood there. */
  readonly text: string;
  /** What shows where it begins: a mark that the filter replaced, or a reading that it inserted across two characters. */
  readonly origin: 'mark' | 'reading';
  /** True when an ASCII byte ended it. */
  readonly closed: boolean;
  /** True when nothing had to be guessed but its first character. */
  readonly verified: boolean;
  /** How much likelier, in nats, the repaired text is than the damaged one. */
  readonly gain: number;
  /** How much likelier, in nats, it is than any other repair. */
  readonly margin: number;
}

export interface Search {
  readonly doc: Document;
  /** The characters that the filter put a reading after, as far as they are known. */
  readonly glossed: ReadonlySet<number>;
  readonly effort: Effort;
}

export function shiftOf(start: number, origin: Shift['origin'], run: RunEnd): Shift {
  const { end, tail, text, closed, verified, gain, margin } = run;
  return { start, end, tail, text, origin, closed, verified, gain, margin };
}

/** Worth of explaining a reading that nothing else explains. */
export const EXPLAINED = 7;

/** Nats short of a gain at which what the document itself says is not even asked for. */
const HOPELESS = -12;
/** Gain and margin in nats of what needs no other opinion. */
const CLEAR = 8;

// The document's own words are counted only where the general model leaves a doubt.
export function likeliest(doc: Document, read: (costOf: CostOf) => RunEnd | undefined): RunEnd | undefined {
  const general = read(doc.share(generalCost));
  const isSettled = !general || general.gain < HOPELESS || (general.gain > CLEAR && general.margin > CLEAR);
  return isSettled ? general : read(doc.share(documentCost));
}
