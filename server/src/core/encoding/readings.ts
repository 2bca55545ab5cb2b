// Mandarin readings of characters, for telling a reading that a filter inserted from a note in parentheses.
import { lazyTable, readPacked } from '../text/unpack.ts';
import { READINGS, SYLLABLES } from './readings.gen.ts';

interface Readings {
  readonly of: ReadonlyMap<number, readonly string[]>;
}

const MOST = 16;

const table = lazyTable('readings', (): Readings => {
  const syllables = SYLLABLES.split(' ');
  const of = new Map<number, readonly string[]>();
  const reader = readPacked(READINGS);
  for (let unit = 0x4dff; !reader.done; ) {
    const head = reader.number();
    unit += 1 + Math.floor(head / MOST);
    of.set(
      unit,
      Array.from({ length: head % MOST }, () => syllables[reader.number()]!),
    );
  }
  return { of };
});

/** The readings of a character with tone marks, the commonest first; none for what GBK has not. */
export const readingsOf = (unit: number): readonly string[] => table().of.get(unit) ?? [];

/** True when `reading` is one of the character's, tone for tone, or else without tones. */
export function canRead(unit: number, reading: string): boolean {
  const own = readingsOf(unit);
  if (own.includes(reading)) return true;
  const bare = toneless(reading);
  return own.some(other => toneless(other) === bare);
}

const toneless = (reading: string): string =>
  reading
    .replaceAll('ɡ', 'g')
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0304\u030c]/g, '')
    .normalize('NFC');
