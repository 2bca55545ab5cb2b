// Readings without tones that a machine scattered over a text, 截至6月(yue)13日(ri),可用水(shui)总量, so that copies look
// different. An author gives the reading of a rare character, or, in a primer, of every one; here common characters
// have it in the middle of words, now and then.
import type { Document } from '../document/document.ts';
import { isCommonHan } from '../language/commonHan.ts';
import { isHan, isHanAt } from '../text/charClass.ts';
import type { Gloss } from './gloss.ts';
import { canRead } from './readings.ts';

/** So many readings, on so many different characters. */
const FEWEST = 12;
const DIFFERENT = 8;
/** Shares of the readings: that fit their character, that stand on a common one, and with Han on both sides. */
const FITTING = 0.9;
const COMMON = 0.9;
const INSIDE = 0.4;
/** A primer puts one behind the other: 春(chun)天(tian). */
const IN_A_ROW = 0.4;

const READING = /[a-z]{1,6}[)）]/y;

/** The scattered readings of a document, or none; ask through `doc.share`. */
export function findScattered({ text }: Document): readonly Gloss[] {
  const found: Gloss[] = [];
  let others = 0;
  let inside = 0;
  let inARow = 0;
  for (const bracket of '(（') {
    for (let open = text.indexOf(bracket); open >= 0; open = text.indexOf(bracket, open + 1)) {
      const first = text.charCodeAt(open + 1);
      if (open === 0 || first < 0x61 || first > 0x7a || !isHan(text.charCodeAt(open - 1))) continue;
      READING.lastIndex = open + 1;
      const match = READING.exec(text)?.[0];
      if (!match) continue;
      const reading = match.slice(0, -1);
      const end = open + 1 + match.length;
      if (!canRead(text.charCodeAt(open - 1), reading.replace('v', 'ü'))) others++;
      else {
        if (isHanAt(text, open - 2) && isHanAt(text, end)) inside++;
        if (found.at(-1)?.end === open - 1) inARow++;
        found.push({ at: open - 1, open, end, reading, fits: true });
      }
    }
  }
  const { length } = found;
  if (length < FEWEST || length < (length + others) * FITTING) return [];
  if (inside < length * INSIDE || inARow > length * IN_A_ROW) return [];
  const characters = new Set(found.map(({ at }) => text.charCodeAt(at)));
  const common = found.filter(({ at }) => isCommonHan(text.charCodeAt(at))).length;
  return characters.size >= DIFFERENT && common >= length * COMMON ? found : [];
}
