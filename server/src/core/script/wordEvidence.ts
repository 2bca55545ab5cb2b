// Whether a character is the right one in its word. Asked near trigger characters only: those that some word would
// have instead of its own. A first look at the neighbour, in a table of bits, turns nearly all of them away.
import { CharClass, CLASS_OF } from '../text/charClass.ts';
import { lazyTable } from '../text/unpack.ts';
import type { Script } from './evidence.ts';
import { HAN_FORMS } from './hanForms.ts';
import { partnersIn } from './hanPairs.ts';
import { MAX_PHRASE, type Phrase, type PhraseTable, phraseTable, spell } from './phraseTable.ts';

/** A word that proves one of its characters wrong, or gives the reading of one. */
export interface WordEvidence {
  readonly start: number;
  readonly end: number;
  /** What the word should be, likeliest first; regional forms are not applied. */
  readonly words: readonly string[];
}

interface Triggers {
  /** 1 for each code unit that some word would have by mistake. */
  readonly units: Uint8Array;
  /** Bits of hashed pairs of a trigger and its Simplified neighbour, in text order. */
  readonly pairs: Uint32Array;
}

const PAIR_BITS = 20;
const hash = (before: number, after: number): number =>
  (Math.imul(before, 0x9e3779b1) ^ Math.imul(after, 0x85ebca6b)) >>> (32 - PAIR_BITS);
const hasPair = (pairs: Uint32Array, before: number, after: number): boolean => {
  const bit = hash(before, after);
  return (pairs[bit >>> 5]! & (1 << (bit & 31))) !== 0;
};

const triggersOfTraditional = lazyTable('triggers of Traditional', () => collect('traditional'));
const triggersOfSimplified = lazyTable('triggers of Simplified', () => collect('simplified'));

/** A first look at characters of a text in `script`, cheap enough for every one of them. */
export interface FirstLook {
  /** 1 for the characters that are worth a question. */
  readonly units: Uint8Array;
  /** False where no word can prove the character between these neighbours wrong; 0 stands for no neighbour. */
  mayBeWrong(before: number, unit: number, after: number): boolean;
}

export function firstLook(script: Script): FirstLook {
  const { units, pairs } = script === 'traditional' ? triggersOfTraditional() : triggersOfSimplified();
  const { simple } = phraseTable();
  return {
    units,
    mayBeWrong: (before, unit, after) =>
      hasPair(pairs, unit, simple[after]!) || hasPair(pairs, simple[before]!, unit),
  };
}

/** The word that proves the character at `at` wrong in a text of `script`; undefined where none does. */
export function wrongWordAt(text: string, at: number, script: Script): WordEvidence | undefined {
  const table = phraseTable();
  const char = text[at]!;
  const wrong: { start: number; phrase: Phrase }[] = [];
  const right: { start: number; end: number }[] = [];
  for (const { start, phrase } of phrasesOver(text, at, table)) {
    if (isRight(table, phrase, at - start, char, script))
      right.push({ start, end: start + phrase.simplified.length });
    else wrong.push({ start, phrase });
  }
  wrong.sort((a, b) => b.phrase.simplified.length - a.phrase.simplified.length);
  const best = wrong[0];
  if (!best) return undefined;
  const end = best.start + best.phrase.simplified.length;
  // A word that keeps the character wins, unless it is only a part of the one that does not.
  if (
    right.some(
      word => word.start < best.start || word.end > end || word.end - word.start === end - best.start,
    )
  )
    return undefined;
  const found = text.slice(best.start, end);
  const expected = script === 'traditional' ? best.phrase.traditional : [best.phrase.simplified];
  const words = expected.map(word =>
    [...word].map((c, i) => (isOther(table, best.phrase, c, found[i]!, script) ? c : found[i]!)).join(''),
  );
  return { start: best.start, end, words: [...new Set(words)] };
}

/** True when a word of the table keeps the character at `at`. */
export function isKept(text: string, at: number, script: Script): boolean {
  const table = phraseTable();
  for (const { start, phrase } of phrasesOver(text, at, table))
    if (isRight(table, phrase, at - start, text[at]!, script)) return true;
  return false;
}

/** The Traditional readings that the words over a Simplified character leave; empty without such a word. */
export function readingsAt(text: string, at: number): readonly string[] {
  const table = phraseTable();
  let longest = 0;
  let readings: string[] = [];
  for (const { start, phrase } of phrasesOver(text, at, table)) {
    const size = phrase.simplified.length;
    if (size < longest) continue;
    const here = phrase.traditional.map(word => word[at - start]!);
    readings = size > longest ? here : [...readings, ...here];
    longest = size;
  }
  return [...new Set(readings)];
}

function* phrasesOver(
  text: string,
  at: number,
  table: PhraseTable,
): Generator<{ start: number; phrase: Phrase }> {
  let low = at;
  let high = at + 1;
  while (low > 0 && at - low < MAX_PHRASE - 1 && isHan(text, low - 1)) low--;
  while (high - at < MAX_PHRASE && isHan(text, high)) high++;
  const key = spell(text.slice(low, high), table.simple);
  for (let start = low; start <= at; start++) {
    for (let end = Math.max(at + 1, start + 2); end <= high && end - start <= MAX_PHRASE; end++) {
      const phrases = table.get(key.slice(start - low, end - low));
      if (phrases) for (const phrase of phrases) yield { start, phrase };
    }
  }
}

function isRight(table: PhraseTable, phrase: Phrase, index: number, char: string, script: Script): boolean {
  return script === 'traditional'
    ? phrase.traditional.some(word => table.accepts(phrase, word[index]!, char))
    : phrase.simplified[index] === char;
}

// A character of the word that has to change. One that exists only in the other script is script/mixed-han's.
const isOther = (
  table: PhraseTable,
  phrase: Phrase,
  expected: string,
  found: string,
  script: Script,
): boolean =>
  (HAN_FORMS[found.charCodeAt(0)]! & (script === 'traditional' ? 2 : 1)) !== 0 &&
  (script === 'traditional' ? !table.accepts(phrase, expected, found) : expected !== found);

const isHan = (text: string, at: number): boolean => CLASS_OF[text.charCodeAt(at)] === CharClass.Han;

// Every mistake that a word allows: one of its characters replaced by another one of the same Simplified spelling.
function collect(script: Script): Triggers {
  const table = phraseTable();
  const units = new Uint8Array(0x10000);
  const pairs = new Uint32Array(1 << (PAIR_BITS - 5));
  const bit = script === 'traditional' ? 2 : 1;
  const alternatives = new Map<number, string[]>();
  for (let unit = 0x3400; unit < 0xa000; unit++) {
    if ((HAN_FORMS[unit]! & bit) === 0) continue;
    const simple = table.simple[unit]!;
    const list = alternatives.get(simple);
    if (list) list.push(String.fromCharCode(unit));
    else alternatives.set(simple, [String.fromCharCode(unit)]);
  }
  for (const [simple, list] of alternatives) {
    if (list.length === 1 && list[0]!.charCodeAt(0) === simple) alternatives.delete(simple);
  }
  for (const phrase of table.all) {
    const key = spell(phrase.simplified, table.simple);
    for (let i = 0; i < key.length; i++) {
      const list = alternatives.get(key.charCodeAt(i));
      if (!list) continue;
      for (const char of list) {
        if (isRight(table, phrase, i, char, script)) continue;
        const unit = char.charCodeAt(0);
        units[unit] = 1;
        const pair =
          i + 1 < key.length ? hash(unit, key.charCodeAt(i + 1)) : hash(key.charCodeAt(i - 1), unit);
        pairs[pair >>> 5]! |= 1 << (pair & 31);
      }
    }
  }
  return { units, pairs };
}

/** The partner meant by a character that hardly ever stands in `script` by right. */
export const defaultPartner = (script: Script, char: string): string =>
  partnersIn(script, char).find(partner => partner !== char) ?? char;
