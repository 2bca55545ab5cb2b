// Which marks a document writes round its quotations.
import type { Document } from '../document/document.ts';
import { Mark, marksOf } from './marks.ts';
import { pairsOf } from './pairs.ts';
import { Partner } from './partner.ts';

/** “ ” · 「 」 · 『 』 as outer quotation marks · " " */
export type QuoteMarks = 'curly' | 'corner' | 'white-corner' | 'straight';

export interface QuoteStyle {
  /** The outer marks of at least four in five quotations, where there are ten or more; undefined otherwise. */
  readonly style: QuoteMarks | undefined;
  /** The marks that new quotations get: the commonest, or the custom of the document's script. */
  readonly preferred: 'curly' | 'corner';
  /** Quotations by their outer marks. */
  readonly counts: Readonly<Record<QuoteMarks | 'single', number>>;
}

const ENOUGH = 10;

/** The quotation marks of a document; ask through `doc.share(quoteStyleOf)`. */
export function quoteStyleOf(doc: Document): QuoteStyle {
  const { count, kind } = doc.share(marksOf);
  const { of, nested } = doc.share(pairsOf);
  const counts = { curly: 0, corner: 0, 'white-corner': 0, straight: 0, single: 0 };
  for (let m = 0; m < count; m++) {
    const k = kind[m]!;
    if (k === Mark.StraightDouble) counts.straight += 0.5;
    else if (of[m]! > Partner.None && nested[m] === 0) {
      if (k === Mark.DoubleOpen) counts.curly++;
      else if (k === Mark.CornerOpen) counts.corner++;
      else if (k === Mark.InnerCornerOpen) counts['white-corner']++;
      else if (k === Mark.SingleOpen) counts.single++;
    }
  }
  const total = counts.curly + counts.corner + counts['white-corner'] + counts.straight + counts.single;
  const style = (['curly', 'corner', 'white-corner', 'straight'] as const).find(
    name => counts[name] >= 0.8 * total,
  );
  const { simplifiedOnly, traditionalOnly } = doc.counts;
  const isCorner =
    counts.corner === counts.curly ? traditionalOnly > simplifiedOnly : counts.corner > counts.curly;
  return {
    style: total >= ENOUGH ? style : undefined,
    preferred: isCorner ? 'corner' : 'curly',
    counts,
  };
}
