// Words that decide between several characters, indexed by their Simplified spelling: a text of either script is
// brought to that spelling character by character, so that 斗爭, 鬥爭 and 斗争 meet in one entry.
import { madeTable } from '../text/madeTable.ts';
import { lazyTable, readPacked } from '../text/unpack.ts';
import { type ReadEntry, readWordIndex, wordBuckets } from '../text/wordBuckets.ts';
import { PHRASE_CHARACTERS, PHRASE_INDEX, PHRASES, SIMPLE_UNITS } from './phrases.gen.ts';

export interface Phrase {
  /** The word in Simplified writing. */
  readonly simplified: string;
  /** The word in Traditional writing, likeliest first. */
  readonly traditional: readonly string[];
}

export interface PhraseTable {
  /** The entries whose Simplified spelling is `key`, as `spell` spells it. */
  get(key: string): readonly Phrase[] | undefined;
  /** The Simplified code unit of each code unit. */
  readonly simple: Uint16Array;
}

/** No phrase is longer, in code units. */
export const MAX_PHRASE = 8;

export const phraseTable = lazyTable('phrases', decode);

function decode(): PhraseTable {
  const phrasesFrom = wordBuckets<ReadonlyMap<string, readonly Phrase[]>>(
    madeTable('index of words', () => readWordIndex(PHRASE_CHARACTERS, PHRASE_INDEX)),
    lazyTable('words', () => PHRASES),
    readPhrases,
  );
  return {
    get: key => phrasesFrom(key[0]!)?.get(key),
    simple: madeTable('Simplified units', simplifiedUnits),
  };
}

// After each word: whether its Simplified form is the key; the number of Traditional forms, each as a mask of the
// positions that differ and the characters there.
function readPhrases(): { bucket: ReadonlyMap<string, readonly Phrase[]>; add: ReadEntry } {
  const bucket = new Map<string, Phrase[]>();
  return {
    bucket,
    add(key, reader, character) {
      const differing = (from: string): string => {
        const mask = reader.number();
        if (mask === 0) return from;
        let word = '';
        for (let i = 0; i < from.length; i++) word += mask & (1 << i) ? character() : from[i]!;
        return word;
      };
      const count = reader.digit();
      const simplified = count & 1 ? differing(key) : key;
      const traditional = Array.from({ length: count >> 1 }, () => differing(simplified));
      const known = bucket.get(key);
      if (known) known.push({ simplified, traditional });
      else bucket.set(key, [{ simplified, traditional }]);
    },
  };
}

function simplifiedUnits(): Uint16Array {
  const simple = new Uint16Array(0x10000);
  for (let unit = 0; unit < simple.length; unit++) simple[unit] = unit;
  const reader = readPacked(SIMPLE_UNITS);
  for (let unit = 0; !reader.done; ) {
    unit += reader.number();
    simple[unit] = reader.number();
  }
  return simple;
}
