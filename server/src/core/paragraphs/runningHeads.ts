// Lines that a page repeats: its running head or foot. Known by coming again and again, numbers aside.
import type { Document } from '../document/document.ts';
import { type Unit, unitsOf } from './units.ts';

const FEWEST = 3;
/** Columns. */
const LONGEST = 80;

/** Lines that stand in the document three times or more, with digits as `#`. Use it as `doc.share(runningHeadsOf)`. */
export function runningHeadsOf(doc: Document): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const unit of doc.share(unitsOf)) {
    if (unit.kind !== 'paragraph' || unit.width > LONGEST || unit.han < 4) continue;
    const key = keyOf(doc.text, unit);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const heads = new Set<string>();
  for (const [key, count] of counts) if (count >= FEWEST && !/[。！？；，]$/.test(key)) heads.add(key);
  return heads;
}

export const isRunningHead = (text: string, unit: Unit, heads: ReadonlySet<string>): boolean =>
  heads.size > 0 && unit.kind === 'paragraph' && unit.width <= LONGEST && heads.has(keyOf(text, unit));

const keyOf = (text: string, unit: Unit): string => text.slice(unit.start, unit.end).replace(/\d+/g, '#');
