// "Join all broken paragraphs": one list of edits for the editor and the command line.
import type { Document } from '../document/document.ts';
import { Regions } from '../scan/regionKind.ts';
import type { TextEdit } from '../text/edits.ts';
import { gapsOf } from './gaps.ts';

/** The edits that close every gap inside a sentence, those too that a single fix calls unsafe; in text order. */
export const joinAllEdits = (doc: Document): readonly TextEdit[] =>
  doc
    .share(gapsOf)

    .filter(gap => !gap.interrupted && doc.regions.within(gap.start, gap.end, Regions.structure))
    .map(({ start, end, join }) => ({ start, end, text: join }));
