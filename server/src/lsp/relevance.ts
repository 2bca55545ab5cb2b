// What a document is, in the few words that a status line has room for.
import { CharClass, CLASS_OF, type Document } from '../core/index.ts';
import type { DocumentStatus } from './protocol.ts';

/** Share of one side from which a text counts as being of that side. */
const CLEAR = 0.9;
const FOLDED = new Set([...',;:?!()'].map(c => c.charCodeAt(0)));

export function scriptOf(doc: Document): DocumentStatus['script'] {
  const { simplifiedOnly, traditionalOnly } = doc.counts;
  return side(simplifiedOnly, traditionalOnly, 'simplified', 'traditional');
}

export function widthOf(doc: Document): DocumentStatus['width'] {
  const { text } = doc;
  let half = 0;
  for (let i = 1; i < text.length; i++) {
    if (FOLDED.has(text.charCodeAt(i)) && CLASS_OF[text.charCodeAt(i - 1)] === CharClass.Han) half++;
  }
  return side(doc.counts.classes[CharClass.FullwidthPunctuation]!, half, 'full', 'half');
}

function side<A extends string, B extends string>(
  a: number,
  b: number,
  isA: A,
  isB: B,
): A | B | 'mixed' | 'unknown' {
  if (a + b === 0) return 'unknown';
  if (a >= (a + b) * CLEAR) return isA;
  return b >= (a + b) * CLEAR ? isB : 'mixed';
}

const HEAD = 20_000;

/**
 * True for a text that the setting `enable: auto` checks: front matter, or Chinese. Damaged Chinese counts: it shows as
 * letters of Latin-1, replacement characters or private use.
 */
export function isWorthChecking(doc: Document): boolean {
  if (doc.frontMatter) return true;
  const { han, letters, damage } = countHead(doc.text);
  return han + damage >= 4 && (han + damage) * 10 >= letters;
}

/** True for a plain text that reads as a Chinese report: prose, mostly Han, of some length. */
export function isReport(doc: Document): boolean {
  const { han, letters } = countHead(doc.text);
  return han >= 60 && han >= letters;
}

function countHead(text: string): { han: number; letters: number; damage: number } {
  let han = 0;
  let letters = 0;
  let damage = 0;
  for (let i = 0; i < Math.min(text.length, HEAD); i++) {
    const unit = text.charCodeAt(i);
    const cls = CLASS_OF[unit];
    if (cls === CharClass.Han || cls === CharClass.CompatibilityHan || cls === CharClass.Radical) han++;
    else if (cls === CharClass.Replacement || cls === CharClass.PrivateUse || (unit >= 0x80 && unit <= 0xff))
      damage++;
    else if (cls === CharClass.Latin || cls === CharClass.Kana || cls === CharClass.Hangul) letters++;
  }
  return { han, letters, damage };
}
