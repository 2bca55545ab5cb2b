// What is likely in one document: the character model, and beside it the pairs of characters that the document has
// elsewhere, since a text repeats its words. Characters of the other script are hardly ever what stood there.
import type { Document } from '../document/document.ts';
import { transitionCost } from '../language/bigrams.ts';
import { HAN_FORMS } from '../script/hanForms.ts';
import { findGlosses, glossedCharacters } from './gloss.ts';
import type { CostOf } from './lattice.ts';
import { survey } from './survey.ts';

/** Code units of a document that are counted; more would not say more. */
const SAMPLE = 200_000;
/** How many unseen pairs a seen one competes with. */
const UNSEEN = 5;
/** Share of the document's own pairs in the mixture. */
const OWN_SHARE = 0.5;
/** Nats of a character that the document's script does not have. */
const OTHER_SCRIPT = 6;

/** Nats of a character without its reading in a document where the filter gave it one wherever it stood. */
export const UNGLOSSED = 8;

/** For `doc.share`: the cost of a transition in any document with its glosses. */
export function generalCost(doc: Document): CostOf {
  const glossed = doc.share(glossedCharacters);
  if (glossed.size === 0) return transitionCost;
  return (previous, next) => transitionCost(previous, next) + (glossed.has(next) ? UNGLOSSED : 0);
}

/** For `doc.share`: the cost of a transition in this document, with its words. */
export function documentCost(doc: Document): CostOf {
  const glossed = doc.share(glossedCharacters);
  const { script } = doc.share(survey);
  const other = script === 'traditional' ? 1 : script === 'simplified' ? 2 : -1;
  const { pairs, totals, follows } = countPairs(doc);
  return (previous, next) => {
    const isGlossed = glossed.size > 0 && glossed.has(next);
    const extra = (HAN_FORMS[next] === other ? OTHER_SCRIPT : 0) + (isGlossed ? UNGLOSSED : 0);
    const general = transitionCost(previous, next) + extra;
    if (follows[next] === 0) return general;
    const seen = pairs.get(previous * 0x10000 + next);
    if (seen === undefined) return general;
    const own = (OWN_SHARE * seen) / (totals.get(previous)! + UNSEEN);
    return -Math.log(Math.exp(extra - general) + own) + (isGlossed ? UNGLOSSED : 0);
  };
}

interface Counts {
  readonly pairs: ReadonlyMap<number, number>;
  /** How often a character stands before another one. */
  readonly totals: ReadonlyMap<number, number>;
  /** 1 for each character that stands behind another one. */
  readonly follows: Uint8Array;
}

// Readings that were inserted stand between characters that belong together.
function countPairs(doc: Document): Counts {
  const { codes } = doc;
  const glosses = doc.share(findGlosses);
  const skipped = glosses.damaged ? glosses.all : [];
  const pairs = new Map<number, number>();
  const totals = new Map<number, number>();
  const follows = new Uint8Array(0x10000);
  const end = Math.min(codes.length, SAMPLE);
  let next = 0;
  let previous = 0;
  for (let at = 0; at < end; at++) {
    if (next < skipped.length && at === skipped[next]!.open) {
      const gloss = skipped[next++]!;
      at = gloss.end - 1;
      if (!gloss.fits) previous = 0;
      continue;
    }
    const unit = codes[at]!;
    if (isHan(previous) && isHan(unit)) {
      const key = previous * 0x10000 + unit;
      follows[unit] = 1;
      pairs.set(key, (pairs.get(key) ?? 0) + 1);
      totals.set(previous, (totals.get(previous) ?? 0) + 1);
    }
    previous = unit;
  }
  return { pairs, totals, follows };
}

const isHan = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fff;
