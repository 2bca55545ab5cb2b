// Words that decide between several characters, indexed by their Simplified spelling: a text of either script is
// brought to that spelling character by character, so that 斗爭, 鬥爭 and 斗争 meet in one entry.
import { lazyTable, readPacked } from '../text/unpack.ts';
import { HAN_FORMS } from './hanForms.ts';
import { allPartners, partnersIn, regionalPairs } from './hanPairs.ts';
import { PHRASE_CHARACTERS, PHRASES } from './phrases.gen.ts';
import {
  BOTH_WORDS,
  EQUIVALENT_FORMS,
  FINAL_WORDS,
  KEPT_WORDS,
  MORE_WORDS,
  STRICT_WORDS,
} from './wordLists.ts';

export interface Phrase {
  /** The word in Simplified writing. */
  readonly simplified: string;
  /** The word in Traditional writing, likeliest first. */
  readonly traditional: readonly string[];
}

export interface PhraseTable {
  /** The entries whose Simplified spelling is `key`, as `simplify` spells it. */
  get(key: string): readonly Phrase[] | undefined;
  /** The Simplified code unit of each code unit. */
  readonly simple: Uint16Array;
  /** True when a Traditional character may stand where a phrase has `expected`. */
  accepts(phrase: Phrase, expected: string, found: string): boolean;
  readonly all: Iterable<Phrase>;
}

/** No phrase is longer, in code units. */
export const MAX_PHRASE = 8;

export const phraseTable = lazyTable('phrases', decode);

function decode(): PhraseTable {
  const simple = simplifiedUnits();
  const table = new Map<string, Phrase[]>();
  const add = (phrase: Phrase): void => {
    const key = spell(phrase.simplified, simple);
    const known = table.get(key);
    if (known) known.push(phrase);
    else table.set(key, [phrase]);
  };
  for (const pair of MORE_WORDS.trim().split(/\s+/).reduce(intoPairs, [])) {
    add({ simplified: pair[0]!, traditional: [pair[1]!] });
  }
  for (const [simplified, ...traditional] of BOTH_WORDS) add({ simplified: simplified!, traditional });
  for (const word of KEPT_WORDS.split(' '))
    add({ simplified: word, traditional: [word, asTraditional(word)] });
  for (const phrase of packedPhrases())
    if (provesSomething(phrase) && !table.has(spell(phrase.simplified, simple))) add(phrase);
  const groups = equivalents();
  const strict = new Set(STRICT_WORDS.split(' '));
  return {
    get: key => table.get(key),
    simple,
    accepts: (phrase, expected, found) =>
      expected === found ||
      (regional().get(expected)?.includes(found) ?? false) ||
      (groups.get(expected)?.includes(found) === true && !strict.has(phrase.simplified)),
    all: {
      *[Symbol.iterator]() {
        for (const phrases of table.values()) yield* phrases;
      },
    },
  };
}

// Two characters of which the second is rare beside a free word count only when the list has them.
function provesSomething({ simplified, traditional }: Phrase): boolean {
  if (simplified.length !== 2) return true;
  const listed = finals().get(simplified[1]!);
  return listed === undefined || traditional[0]![1] !== listed[0] || listed.includes(simplified[0]!, 1);
}

const finals = lazyTable(
  'final words',
  () => new Map(FINAL_WORDS.split(' ').map(list => [list[0]!, list.slice(1)] as const)),
);

/** A text in the spelling of the table's keys. */
export function spell(text: string, simple: Uint16Array): string {
  let key = '';
  for (let i = 0; i < text.length; i++) key += String.fromCharCode(simple[text.charCodeAt(i)]!);
  return key;
}

const intoPairs = (pairs: string[][], word: string, index: number): string[][] => {
  if (index % 2 === 0) pairs.push([word]);
  else pairs[pairs.length - 1]!.push(word);
  return pairs;
};

// A character of several partners keeps itself in a kept word; the others take their first.
const asTraditional = (word: string): string =>
  [...word]
    .map(char =>
      (HAN_FORMS[char.charCodeAt(0)]! & 2) !== 0 ? char : (partnersIn('traditional', char)[0] ?? char),
    )
    .join('');

function* packedPhrases(): Generator<Phrase> {
  const alphabet = readPacked(PHRASE_CHARACTERS);
  const chars = Array.from({ length: alphabet.number() }, () => String.fromCharCode(alphabet.number()));
  const reader = readPacked(PHRASES);
  let last = '';
  for (let left = reader.number(); left > 0; left--) {
    const sizes = reader.digit();
    let simplified = last.slice(0, Math.floor(sizes / 9));
    for (let rest = sizes % 9; rest > 0; rest--) simplified += chars[reader.number()]!;
    last = simplified;
    const count = reader.digit();
    const traditional: string[] = [];
    for (let value = 0; value < Math.max(count, 1); value++) {
      let word = '';
      for (const char of simplified) {
        const choice = count === 0 ? 0 : reader.digit();
        const partners = partnersIn('traditional', char);
        word += partners[choice] ?? char;
      }
      traditional.push(word);
    }
    yield { simplified, traditional };
  }
}

/** Characters that OpenCC does not simplify but that stand beside a simpler form in Chinese text. */
const BESIDE: Readonly<Record<string, string>> = { 著: '着', 麽: '么', 祇: '只', 衹: '只' };

function simplifiedUnits(): Uint16Array {
  const simple = Uint16Array.from({ length: 0x10000 }, (_, unit) => unit);
  for (const [char, partners] of allPartners('simplified')) {
    const partner = partners[0]!;
    if (char.length === 1 && partner.length === 1) simple[char.charCodeAt(0)] = partner.charCodeAt(0);
  }
  for (const [standard, variant] of regionalPairs()) {
    const unit = variant.charCodeAt(0);
    // 説 has no entry of its own; 核 and 才 are simple already.
    if (simple[unit] === unit && (HAN_FORMS[unit]! & 1) === 0) simple[unit] = simple[standard.charCodeAt(0)]!;
  }
  for (const [char, partner] of Object.entries(BESIDE)) simple[char.charCodeAt(0)] = partner.charCodeAt(0);
  return simple;
}

const regional = lazyTable('regionalForms', () => {
  const forms = new Map<string, string>();
  for (const [standard, variant] of regionalPairs())
    forms.set(standard, (forms.get(standard) ?? '') + variant);
  return forms;
});

function equivalents(): ReadonlyMap<string, string> {
  const groups = new Map<string, string>();
  for (const group of EQUIVALENT_FORMS.split(' ')) {
    for (const char of group) groups.set(char, (groups.get(char) ?? '') + group);
  }
  return groups;
}
