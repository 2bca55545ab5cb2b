// Readings that a byte-level filter inserted after its characters: 統(tǒng)一. A teacher's note looks the same, so
// the document decides: the filter glossed every occurrence of each of its characters, which no author does.
import type { Document } from '../document/document.ts';
import { isCommonHan } from '../language/commonHan.ts';
import { HAN_FORMS } from '../script/hanForms.ts';
import { canRead } from './readings.ts';

export interface Gloss {
  /** Offset of the glossed character and of the opening parenthesis, and where the closing one ends. */
  readonly at: number;
  readonly open: number;
  readonly end: number;
  readonly reading: string;
  /** Whether the character before the parenthesis has this reading. */
  readonly fits: boolean;
}

export interface Glosses {
  /** True when the document was damaged by such a filter. */
  readonly damaged: boolean;
  readonly all: readonly Gloss[];
}

/** For `doc.share`: the characters that the filter has on its list, as far as the document shows them. */
export function glossedCharacters(doc: Document): ReadonlySet<number> {
  const { damaged, all } = doc.share(findGlosses);
  return new Set(damaged ? all.filter(gloss => gloss.fits).map(gloss => doc.codes[gloss.at]!) : []);
}

const READING = /[a-zɡü]{0,5}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ][a-zɡ]{0,4}\)/y;

/** The reading in parentheses that opens at `open`, if one stands there. */
export function readingAt(text: string, open: number): { reading: string; end: number } | undefined {
  READING.lastIndex = open + 1;
  const match = READING.exec(text);
  return match ? { reading: match[0].slice(0, -1), end: open + 1 + match[0].length } : undefined;
}

/** For `doc.share`. */
export function findGlosses(doc: Document): Glosses {
  const { text } = doc;
  const found: { at: number; open: number; end: number; reading: string }[] = [];
  for (let open = text.indexOf('('); open >= 0; open = text.indexOf('(', open + 1)) {
    // The look at one letter spares the expression in ordinary text.
    const first = text.charCodeAt(open + 1);
    if (open === 0 || (first < 0x61 && first !== 0) || first > 0x2ff) continue;
    const gloss = readingAt(text, open);
    if (gloss) found.push({ at: open - 1, open, ...gloss });
  }
  if (found.length < FEWEST_CHARACTERS) return NONE;
  const all = found.map(gloss => ({ ...gloss, fits: canRead(text.charCodeAt(gloss.at), gloss.reading) }));
  if (!isDamaged(text, all)) return { damaged: false, all };
  // A decoder may have put "?" for a byte without its partner, and swallowed the parenthesis with it.
  const swallowed = openedByLoss(text);
  return { damaged: true, all: [...all, ...swallowed].sort((a, b) => a.open - b.open) };
}

function openedByLoss(text: string): Gloss[] {
  const found: Gloss[] = [];
  for (let open = text.indexOf('?', 1); open >= 0; open = text.indexOf('?', open + 1)) {
    const gloss = readingAt(text, open);
    if (gloss) found.push({ at: open - 1, open, ...gloss, fits: false });
  }
  return found;
}

const NONE: Glosses = { damaged: false, all: [] };
const FEWEST_CHARACTERS = 3;
const FEWEST_HITS = 10;
const GLOSSED_SHARE = 0.9;
const SYSTEMATIC_SHARE = 0.8;
const COMMON_SHARE = 0.6;

function isDamaged(text: string, glosses: readonly Gloss[]): boolean {
  if (isReader(glosses)) return false;
  const hits = new Map<number, number>();
  for (const gloss of glosses) {
    const unit = text.charCodeAt(gloss.at);
    if (gloss.fits) hits.set(unit, (hits.get(unit) ?? 0) + 1);
  }
  const occurrences = countUnits(text, hits);
  const characters = [...hits].filter(([unit, n]) => n >= occurrences.get(unit)! * GLOSSED_SHARE);
  const total = characters.reduce((sum, [, n]) => sum + n, 0);
  if (characters.length < FEWEST_CHARACTERS && total < FEWEST_HITS) return false;
  // A text that teaches readings glosses many of its characters only now and then.
  if (total < [...hits.values()].reduce((sum, n) => sum + n, 0) * SYSTEMATIC_SHARE) return false;
  const common = characters.filter(([unit]) => isCommonHan(unit)).length;
  if (common < characters.length * COMMON_SHARE) return false;
  // Each character once could be a word list; a repeated gloss, or Traditional forms only, could not.
  const traditional = characters.filter(([unit]) => HAN_FORMS[unit] === 2).length;
  return characters.some(([, n]) => n > 1) || traditional > characters.length / 2;
}

/** A primer gives every character its reading (春(chūn)天(tiān)); a filter has its list. */
const isReader = (glosses: readonly Gloss[]): boolean =>
  glosses.filter((gloss, i) => i > 0 && glosses[i - 1]!.end === gloss.at).length >
  glosses.length * READER_SHARE;

const READER_SHARE = 0.4;

function countUnits(text: string, of: ReadonlyMap<number, number>): Map<number, number> {
  const counts = new Map<number, number>();
  const wanted = new Uint8Array(0x10000);
  for (const unit of of.keys()) wanted[unit] = 1;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (wanted[unit] === 1) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  return counts;
}

/** True for a character that a shifted run can leave before its gloss: the trail byte of the glossed character. */
export const isTrailByte = (unit: number): boolean => unit >= 0x40 && unit <= 0x7e;
