// Lines that each begin with a reference, a time or a name of their own: the lines of a canon (T02n0099_p0001a06║), of
// a log, of a talk on a channel. Joining two of them would put the label of the second into a sentence.
import type { Unit } from './units.ts';

const LABEL = /^[\w.:#()[\]<>/-]{2,40}(?:[║│｜|]|[:：>](?=\s))/;
const LONGEST = 42;

/** True when the line begins with a label in Latin letters and figures and a stroke or colon behind it. */
export const isLabelled = (text: string, { start, end }: Unit): boolean =>
  text.charCodeAt(start) < 128 && LABEL.test(text.slice(start, Math.min(end, start + LONGEST)));
