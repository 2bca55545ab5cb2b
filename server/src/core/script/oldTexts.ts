// Classical texts and quotations, and names of villages: there 于, 云, 虫, 柜 and 里 are characters in their own right,
// not what a conversion left behind. What is classical is told by its particles and by the lack of 的, not by words.
import type { Document } from '../document/document.ts';
import { big5 } from '../encoding/tables.ts';
import { isHan } from '../text/charClass.ts';
import { countUpTo } from '../text/countUpTo.ts';
import { phraseTable } from './phraseTable.ts';

/** Particles that only the classical language has. */
const PARTICLES = '曰矣焉哉吾兮耶歟';
/** At least so many of the Han of a classical text are particles, and 也 counts half; at most so many are 的. */
const CLASSICAL = 0.008;
const VERNACULAR = 0.002;
const MIN_HAN = 40;

/** True for a text in classical Chinese; ask for it through `doc.share`. */
export function isClassical({ text, counts }: Document): boolean {
  const { han } = counts;
  if (han < MIN_HAN || countUpTo(text, '的', han) > han * VERNACULAR) return false;
  let particles = countUpTo(text, '也', han) / 2;
  for (const particle of PARTICLES) particles += countUpTo(text, particle, han);
  return particles >= han * CLASSICAL;
}

/** True where no conversion left its traces in a classical text: nearly all its distinctive characters are Traditional. */
const isUnharmed = ({ counts }: Document): boolean =>
  counts.simplifiedOnly <= 1 || counts.simplifiedOnly * FEW <= counts.traditionalOnly;
const FEW = 50;

/** True for a character of a classical text that Big5 has, whatever Simplified writing made of it: 柜山. */
export const isOldCharacter = (doc: Document, char: string): boolean =>
  char.length === 1 &&
  doc.share(isClassical) &&
  isUnharmed(doc) &&
  big5().pairOf[char.charCodeAt(0)]! >= FIRST_OF_BIG5;

/** Pairs below belong to supplements. */
const FIRST_OF_BIG5 = 0xa440;

/** True where the word `[start, end)`, in which `at` looks unconverted, is classical or the name of a village. */
export function keepsOldForm(doc: Document, at: number, start: number, end: number): boolean {
  const { text } = doc;
  const char = text[at]!;
  const unit = char.charCodeAt(0);
  // What conversion made of another character (後 of 后) is no old form.
  if (phraseTable().simple[unit] !== unit) return false;
  if (char === '里') return !/[這那哪]/.test(text.slice(start, end)) && doc.share(namesVillages);
  // 余慶, 余力行: a surname, where the document writes 餘 and the word begins the clause.
  if (char === '余') {
    const isName = !isHan(text.charCodeAt(at - 1)) && text.includes('餘');
    return isName || (doc.share(isClassical) && isUnharmed(doc));
  }
  // 相關系所, 相關系、科: departments that are concerned, of a faculty.
  if (char === '系') return /^系[、（(/／]?(?:所|科|組|院|學程)/.test(text.slice(at, at + 4));
  // 以夷制夷
  if (char === '制') return text[at - 2] === '以' && text[at - 1] === text[at + 1];
  if (doc.share(isClassical)) return isUnharmed(doc);
  return char === '于' && !/[由關對終]/.test(text[at - 1] ?? '') && isClassicalQuotation(text, at);
}

/** Taiwan's smallest districts: 龍潭里, 里長, 里民. */
const namesVillages = ({ text }: Document): boolean =>
  /里[長民鄰]|[鄉鎮市區][\u4e00-\u9fff]{2,3}里/.test(text);

/** How far the marks of a quotation are looked for, in UTF-16 code units. */
const REACH = 120;

// 「自天子以至于庶人」: a quotation without a word of the vernacular.
function isClassicalQuotation(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - REACH), at);
  const after = text.slice(at, at + REACH);
  const open = Math.max(...[...'「『“‘'].map(mark => before.lastIndexOf(mark)));
  const close = /[」』”’]/.exec(after);
  if (open < 0 || !close || /[」』”’]/.test(before.slice(open))) return false;
  return !/[的了們這那你他她嗎]/.test(before.slice(open) + after.slice(0, close.index));
}
