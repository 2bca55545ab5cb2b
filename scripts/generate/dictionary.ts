// The words of @node-rs/jieba's dictionary (MIT) with the frequencies of its text: the source of the models of
// core/language.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import iconv from 'iconv-lite';

// The dictionary's text held mojibake: it counts 涓, 锛 and 鐨 by the thousand as words of one character. Outside
// GB 2312's first level such an entry is believed only as far as words of two and more characters bear it out.
export function dictionaryWords(): readonly [word: string, frequency: number][] {
  const file = createRequire(import.meta.url).resolve('@node-rs/jieba/dict.txt');
  const entries: [string, number][] = [];
  const inWords = new Map<string, number>();
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [word, frequency] = line.split(' ');
    if (!word || !frequency) continue;
    // 3 is the dictionary's mark for a word that its text never held.
    const n = Number(frequency) > 3 ? Number(frequency) : 0.5;
    entries.push([word, n]);
    if (word.length > 1) for (const char of word) add(inWords, char, n);
  }
  return entries.map(([word, n]) =>
    word.length > 1 || isFirstLevel(word) ? [word, n] : [word, Math.min(n, 1 + 3 * (inWords.get(word) ?? 0))],
  );
}

function isFirstLevel(char: string): boolean {
  const [lead = 0, trail = 0] = iconv.encode(char, 'gb2312');
  return lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1;
}

const add = (counts: Map<string, number>, key: string, n: number): void => {
  counts.set(key, (counts.get(key) ?? 0) + n);
};
