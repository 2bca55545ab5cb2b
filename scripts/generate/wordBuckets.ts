// Packs words in one bucket for each first character, as core/text/wordBuckets.ts reads them. Words are at most eight
// code units long.
import { packDigit, packNumber } from './pack.ts';

export interface PackedWords {
  readonly characters: string;
  readonly index: string;
  readonly words: string;
}

/** The characters of some texts, the commonest first, each with its number in packed form. */
export function alphabetOf(texts: Iterable<string>): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const text of texts) for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1);
  const chars = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([char]) => char);
  return new Map(chars.map((char, index) => [char, packNumber(index)]));
}

/** `words` in rising order, each with what follows it in its bucket. */
export function packWords(
  words: Iterable<readonly [word: string, entry: string]>,
  alphabet: ReadonlyMap<string, string>,
): PackedWords {
  const buckets = new Map<string, string>();
  let last = '';
  for (const [word, entry] of words) {
    const first = word[0]!;
    if (!buckets.has(first)) last = first;
    let shared = 0;
    while (shared < last.length && shared < word.length && last[shared] === word[shared]) shared++;
    last = word;
    const rest = [...word.slice(shared)].map(char => alphabet.get(char)!).join('');
    const sizes = packDigit(shared * 9 + (word.length - shared));
    buckets.set(first, (buckets.get(first) ?? '') + sizes + rest + entry);
  }
  return {
    characters:
      packNumber(alphabet.size) + [...alphabet.keys()].map(char => packNumber(char.charCodeAt(0))).join(''),
    index:
      packNumber(buckets.size) +
      [...buckets].map(([first, text]) => alphabet.get(first)! + packNumber(text.length)).join(''),
    words: [...buckets.values()].join(''),
  };
}
