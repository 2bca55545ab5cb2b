// Entries of a bibliography: GB/T 7714—2015 sets them with half-width marks and blanks, whatever their language
// (北京: 水利出版社, 2010: 12-15.). So does ISBD, after which libraries catalogue (初版. -- 臺北市 : 水利, 2010).
import type { Document } from '../document/document.ts';
import { CharClass, CLASS_OF } from '../text/charClass.ts';

/** The marks for the type of a source, GB/T 7714—2015, Annex B. */
const TYPE = '\\[(?:[MCNJDRSPGAZ]|DB|CP|EB|DS|CM)(?:/(?:OL|CD|MT|DK))?\\]';
const SOURCE_TYPE = new RegExp(`${TYPE}(?: ?[.,:]|//| *\\d{4}| *$)`);
const ANY_TYPE = new RegExp(TYPE);
/** ISBD: an area begins with a stop and a dash; 公分 and the binding after an ISBN stand in areas of their own. */
const CATALOGUED = / ?\. ?--? |;\s+公分|ISBN[ :：][\dX-]{10,20} ?\(\p{Script=Han}/u;
/** How far an entry reaches before and after its mark, in UTF-16 code units. */
const REACH = 160;

/** True when the mark at `at` (code units) stands in an entry of a bibliography. */
export function isInBibliography(doc: Document, at: number): boolean {
  if (!doc.share(namesSources) && !doc.share(isCatalogued)) return false;
  const { text } = doc;
  let start = at;
  let end = at;
  while (start > 0 && at - start < REACH && !isNewline(text, start - 1)) start--;
  while (end < text.length && end - at < REACH && !isNewline(text, end)) end++;
  const entry = text.slice(start, end);
  return SOURCE_TYPE.test(entry) || (doc.share(isCatalogued) && CATALOGUED.test(entry));
}

const isCatalogued = ({ text }: Document): boolean => text.includes('. -- ') || text.includes('.--');

// Most texts name no source, and nothing need be looked for.
const namesSources = ({ text }: Document): boolean => text.includes('[') && ANY_TYPE.test(text);

const isNewline = (text: string, at: number): boolean => CLASS_OF[text.charCodeAt(at)] === CharClass.Newline;
