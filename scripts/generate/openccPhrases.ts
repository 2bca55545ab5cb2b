// Words that decide between several Traditional characters for one Simplified one, from OpenCC's phrase tables with
// all their candidates. What shorter words already decide is left out.

import { openccDictionary } from './opencc.ts';

const DICTIONARIES = ['STPhrases', 'STPhrases_GeneratedFromRegionalPhrases'];
const MAX_LENGTH = 8;

export function openccPhrases(): readonly { simplified: string; traditional: readonly string[] }[] {
  const partners = openccDictionary('STCharacters');
  const candidates = (char: string): readonly string[] => [...new Set([...(partners.get(char) ?? []), char])];
  const readings = new Map<string, ReadonlySet<string>>();
  for (const name of DICTIONARIES) {
    for (const [key, values] of openccDictionary(name)) {
      const chars = [...key];
      const isPlain = chars.length === key.length && chars.length >= 2 && chars.length <= MAX_LENGTH;
      const fits = values.every(
        value =>
          value.length === key.length && chars.every((char, i) => candidates(char).includes(value[i]!)),
      );
      if (isPlain && fits && !readings.has(key)) readings.set(key, new Set(values));
    }
  }
  return [...readings.keys()]
    .filter(key => !isImplied(key, readings))
    .sort()
    .map(key => ({ simplified: key, traditional: [...readings.get(key)!] }));
}

// A longer phrase is left out when words inside it give every ambiguous character the same reading.
function isImplied(key: string, readings: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  if (key.length < 3) return false;
  const own = [...readings.get(key)!];
  if (own.length > 1) return false;
  for (let at = 0; at < key.length; at++) {
    if ((openccDictionary('STCharacters').get(key[at]!)?.length ?? 0) < 2) continue;
    let decided = false;
    for (let start = 0; start <= at; start++) {
      for (let end = Math.max(at + 1, start + 2); end <= key.length; end++) {
        if (end - start === key.length) continue;
        const inner = readings.get(key.slice(start, end));
        if (!inner) continue;
        for (const value of inner) if (value[at - start] !== own[0]![at]) return false;
        decided = true;
      }
    }
    if (!decided) return false;
  }
  return true;
}
