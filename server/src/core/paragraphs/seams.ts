// What stands between two pieces of a page where tags set them apart: `</p><p>` or `<br>`. A join takes off as many
// closing tags as opening ones, of the same names in mirrored order, so that the tree of the page stays well-formed;
// what has no partner stays where it is. Anything else between the two (an image, a comment, another block) is no seam.
import type { Document } from '../document/document.ts';
import { unitsOf } from './units.ts';

export interface Seam {
  /** What a join removes. */
  readonly start: number;
  readonly end: number;
  /** True for `<br>`, false for paragraphs. */
  readonly isBreak: boolean;
  /** True where a rule stands between the paragraphs: the end of a page, or of a part. */
  readonly isRuled: boolean;
  /** True when no tag between the two stays. */
  readonly whole: boolean;
}

/** For each of `unitsOf` the seam before it, where there is one. Use it as `doc.share(seamsOf)`. */
export function seamsOf(doc: Document): readonly (Seam | undefined)[] {
  const units = doc.share(unitsOf);
  return units.map((unit, i) => {
    const before = units[i - 1];
    return before && unit.start - before.end <= LONGEST
      ? seamAt(doc.text, before.end, unit.start)
      : undefined;
  });
}

/** Code units; attributes of generated pages are long. */
const LONGEST = 800;
const BLOCKS = new Set(['p', 'div', 'section']);
const INLINE = new Set(['span', 'font', 'strong', 'b', 'em', 'i', 'u', 'big', 'small']);

interface Tag {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly closing: boolean;
}

function seamAt(text: string, from: number, to: number): Seam | undefined {
  const first = firstVisible(text, from, to);
  if (first === to || text.charCodeAt(first) !== 0x3c) return undefined;
  const tags = tagsIn(text, from, to);
  if (!tags) return undefined;
  let left = 0;
  while (left < tags.length && tags[left]!.closing && INLINE.has(tags[left]!.name)) left++;
  let right = left;
  while (right < tags.length && tags[right]!.name === 'br') right++;
  const isBreak = right > left;
  if (isBreak) {
    if (right - left > 2) return undefined;
  } else {
    right = left + 1;
    while (right < tags.length && tags[right]!.name === 'hr') right++;
    if (!isPair(tags[left], tags[right])) return undefined;
    right++;
  }
  const isRuled = right - left > 2 && !isBreak;
  if (!tags.slice(right).every(({ name, closing }) => !closing && INLINE.has(name))) return undefined;
  while (left > 0 && right < tags.length && tags[left - 1]!.name === tags[right]!.name) {
    left--;
    right++;
  }
  return {
    start: left > 0 ? tags[left - 1]!.end : from,
    end: right < tags.length ? tags[right]!.start : to,
    isBreak,
    isRuled,
    whole: left === 0 && right === tags.length,
  };
}

const isPair = (a: Tag | undefined, b: Tag | undefined): boolean =>
  a !== undefined && b !== undefined && a.closing && !b.closing && a.name === b.name && BLOCKS.has(a.name);

const TAG = /<(\/?)([a-z][a-z\d]*)(?:\s[^<>]*)?\/?>/iy;

// The tags between two offsets, or undefined where anything but blank space stands among them. An ideographic or a
// no-break space before the second piece sets it in as a paragraph of its own.
function tagsIn(text: string, from: number, to: number): Tag[] | undefined {
  const tags: Tag[] = [];
  for (let at = from; at < to; ) {
    const unit = text.charCodeAt(at);
    if (unit === 0x3c) {
      TAG.lastIndex = at;
      const tag = TAG.exec(text);
      if (!tag || TAG.lastIndex > to) return undefined;
      tags.push({ start: at, end: TAG.lastIndex, name: tag[2]!.toLowerCase(), closing: tag[1] === '/' });
      at = TAG.lastIndex;
    } else if (unit === 32 || unit === 9 || unit === 10 || unit === 13) at++;
    else return undefined;
  }
  return tags;
}

function firstVisible(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && text.charCodeAt(at) <= 32) at++;
  return at;
}
