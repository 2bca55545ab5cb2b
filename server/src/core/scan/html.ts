// Just enough HTML to tell tags from text. Broken markup must yield regions too, so this reads tags one by one and
// builds no tree; which elements start a block is a table after the HTML Standard's rendering section (15.3.3).
import { isAsciiLetter } from '../text/charClass.ts';
import type { BlockKind } from './blocks.ts';

export interface Tag {
  /** Behind the `>`. */
  readonly end: number;
  /** Element name in lower case. */
  readonly name: string;
  readonly closing: boolean;
}

const BLOCKS: ReadonlyMap<string, BlockKind> = new Map<string, BlockKind>([
  ...'address article aside body br center details dialog div dl fieldset figcaption figure footer form head header hr html legend main menu nav p section summary table tbody tfoot thead tr ul ol'
    .split(' ')
    .map(name => [name, 'paragraph'] as const),
  ...'li dt dd option'.split(' ').map(name => [name, 'list'] as const),
  ...'td th caption'.split(' ').map(name => [name, 'tableRow'] as const),
  ...'h1 h2 h3 h4 h5 h6 title'.split(' ').map(name => [name, 'heading'] as const),
  ['blockquote', 'quote'],
]);
const INLINE = new Set(
  'a abbr acronym audio b bdi bdo big button canvas cite code data datalist del dfn em embed font i iframe img input ins kbd label link map mark math meta meter noscript object optgroup output param picture pre progress q rp rt ruby s samp script select slot small source span strike strong style sub sup svg template textarea time track tt u var video wbr area base col colgroup marquee nobr o:p path g'.split(
    ' ',
  ),
);
/** Elements whose content is no prose. */
const RAW = new Set(['script', 'style', 'pre', 'code', 'textarea', 'kbd', 'samp', 'math', 'svg', 'template']);

export const blockKindOf = (name: string): BlockKind | undefined => BLOCKS.get(name);
export const isRawElement = (name: string): boolean => RAW.has(name);
const KNOWN = new Set([...BLOCKS.keys(), ...INLINE]);
const isKnownElement = (name: string): boolean => KNOWN.has(name);

/** UTF-16 code units. */
const MAX_TAG = 1 << 16;

/** Reads the tag at `<`; undefined where the text there is no tag. Unknown names count only when `anyName`. */
export function readTag(text: string, start: number, limit: number, anyName: boolean): Tag | undefined {
  let at = start + 1;
  const closing = text.charCodeAt(at) === 0x2f;
  if (closing) at++;
  const nameStart = at;
  while (at < limit && isNameUnit(text.charCodeAt(at)) && at - nameStart < 40) at++;
  if (at === nameStart || !isAsciiLetter(text.charCodeAt(nameStart))) return undefined;
  const name = text.slice(nameStart, at).toLowerCase();
  if (!anyName && !isKnownElement(name) && !name.includes('-')) return undefined;
  const stop = Math.min(limit, start + MAX_TAG);
  let quote = 0;
  for (; at < stop; at++) {
    const c = text.charCodeAt(at);
    if (quote !== 0) {
      if (c === quote) quote = 0;
    } else if (c === 0x3e) return { end: at + 1, name, closing };
    else if (c === 0x3c || (c > 127 && !anyName)) return undefined;
    else if ((c === 0x22 || c === 0x27) && isBeforeValue(text.charCodeAt(at - 1))) quote = c;
  }
  return undefined;
}

const isNameUnit = (c: number): boolean =>
  (c >= 0x30 && c <= 0x39) || ((c | 32) >= 0x61 && (c | 32) <= 0x7a) || c === 0x2d || c === 0x3a;
const isBeforeValue = (c: number): boolean => c === 0x3d || c === 32 || c === 9 || c === 10 || c === 13;

/** Offset of the closing tag of a raw element, or `limit`. */
export function rawEnd(text: string, from: number, limit: number, name: string): number {
  const closing = `</${name}`;
  for (let at = text.indexOf('</', from); at >= 0 && at < limit; at = text.indexOf('</', at + 2)) {
    if (text.slice(at, at + closing.length).toLowerCase() === closing) return at;
  }
  return limit;
}
