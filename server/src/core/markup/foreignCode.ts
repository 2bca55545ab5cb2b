// Lines of programs and of what they print. Odd bytes in them are shown on purpose: a literal in another encoding, file
// names that a command could not read. Where such a line holds Han it is Chinese text, set off by its indentation.
import type { Document } from '../document/document.ts';
import { RegionKind } from '../scan/regionKind.ts';
import { isHan } from '../text/charClass.ts';

/** Longest part of a line (UTF-16 units) that is looked at on either side. */
const REACH = 200;

/** True for a character in code, on a line without Han. */
export function isForeignCode({ text, regions }: Document, at: number): boolean {
  let first = regions.indexAt(at);
  if (regions.kinds[first] !== RegionKind.Code) return false;
  // Colours put tags between the words of a program.
  const isCode = (r: number): boolean =>
    regions.kinds[r] === RegionKind.Code || regions.kinds[r] === RegionKind.HtmlTag;
  let last = first;
  while (first > 0 && at - regions.starts[first]! < REACH && isCode(first - 1)) first--;
  while (last + 1 < regions.count && regions.endOf(last) - at < REACH && isCode(last + 1)) last++;
  const start = Math.max(regions.starts[first]!, at - REACH);
  const end = Math.min(regions.endOf(last), at + REACH);
  for (let i = at - 1; i >= start && text[i] !== '\n'; i--) if (isHan(text.charCodeAt(i))) return false;
  for (let i = at + 1; i < end && text[i] !== '\n'; i++) if (isHan(text.charCodeAt(i))) return false;
  return true;
}
