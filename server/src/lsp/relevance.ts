// Whether a document concerns us: what the setting `enable: auto` checks, and what is opened as a report.
import { CharClass, CLASS_OF, type Document } from '../core/index.ts';

/** Code units of a text that are looked at. */
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
