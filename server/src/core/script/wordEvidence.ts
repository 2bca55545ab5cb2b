// Whether a character is the right one in its word. Asked near trigger characters only: those that some word would
// have instead of its own. A first look at the neighbour, in a table of bits, turns nearly all of them away.
import { boundAcross, costApart, standsApart, standsTogether } from '../language/lexicon.ts';
import { isHan } from '../text/charClass.ts';
import { lazyTable, readBits, readPacked } from '../text/unpack.ts';
import type { Script } from './evidence.ts';
import { HAN_FORMS } from './hanForms.ts';
import { hasPair, PAIR_BITS } from './pairBits.ts';
import {
  SIMPLIFIED_PAIRS,
  SIMPLIFIED_TRIGGERS,
  TRADITIONAL_PAIRS,
  TRADITIONAL_TRIGGERS,
} from './phrases.gen.ts';
import { MAX_PHRASE, type Phrase, type PhraseTable, phraseTable } from './phraseTable.ts';
import { accepts, acceptsInSimplified, spell } from './wordForms.ts';
import { DURATIVE_VERBS } from './wordLists.ts';

/**
 * How much dearer, in nats, a sentence must be with the word that keeps a character than with the one that changes it:
 * 復建 in 重復建設 costs 12, but 一隻 in 一隻能飛的鳥 only 1, and the writer's own 隻 speaks for it.
 */
const DECISIVE = 5;
/**
 * Characters that Simplified text writes everywhere, and by how many nats two that meet in it must be likelier as one
 * word than as two before they prove anything: 著名 is by 4.8 in 国内外着名学者, by 2.5 in 窖里藏着名酒.
 */
const COMMON_IN_SIMPLIFIED = '着干征修';
const LIKELIER_AS_ONE = 3;
/** The same where the character ends the word, and so follows no verb: 四大名着. */
const LIKELIER_AT_END = 1;
/** How far around two characters their sentence is read for the words it is made of, in UTF-16 code units. */
const WINDOW = 5;

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
  /** Pairs of a trigger and its Simplified neighbour, in text order; see pairBits.ts. */
  readonly pairs: Uint8Array;
}

const triggersOfTraditional = lazyTable('triggers of Traditional', () =>
  readTriggers(TRADITIONAL_TRIGGERS, TRADITIONAL_PAIRS),
);
const triggersOfSimplified = lazyTable('triggers of Simplified', () =>
  readTriggers(SIMPLIFIED_TRIGGERS, SIMPLIFIED_PAIRS),
);

function readTriggers(packedUnits: string, packedPairs: string): Triggers {
  const units = new Uint8Array(0x10000);
  const reader = readPacked(packedUnits);
  for (let unit = 0; !reader.done; ) {
    unit += reader.number();
    units[unit] = 1;
  }
  return { units, pairs: readBits(packedPairs, 1 << PAIR_BITS) };
}

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
    if (isRight(phrase, at - start, char, script))
      right.push({ start, end: start + phrase.simplified.length });
    else wrong.push({ start, phrase });
  }
  wrong.sort((a, b) => b.phrase.simplified.length - a.phrase.simplified.length);
  const best = wrong.find(({ start, phrase }) => {
    const end = start + phrase.simplified.length;
    // A word that keeps the character wins, unless it is only a part of the one that does not, or hardly a word of this
    // sentence.
    const isKeptElsewhere = right.some(word =>
      word.end - word.start === end - start
        ? word.start === start || isLoose(char) || !isLikelier(text, { start, end }, word, table)
        : word.start < start || word.end > end,
    );
    return (
      !isKeptElsewhere &&
      isOneWord(text, start, end, table) &&
      (script === 'traditional' || !mayOnlyHaveMet(text, start, end, char, table))
    );
  });
  if (!best) return undefined;
  const end = best.start + best.phrase.simplified.length;
  const found = text.slice(best.start, end);
  const expected = script === 'traditional' ? best.phrase.traditional : [best.phrase.simplified];
  const words = expected.map(word =>
    [...word].map((c, i) => (isOther(best.phrase, i, c, found[i]!, script) ? c : found[i]!)).join(''),
  );
  return { start: best.start, end, words: [...new Set(words)] };
}

/** True when a word of the table keeps the character at `at`. */
export function isKept(text: string, at: number, script: Script): boolean {
  const table = phraseTable();
  for (const { start, phrase } of phrasesOver(text, at, table))
    if (isRight(phrase, at - start, text[at]!, script)) return true;
  return false;
}

/**
 * True when a word of the table prints the very character at `at` in Traditional, though Simplified writing took it for
 * another one: 拮据, 党項, 胜肽.
 */
export function isPrinted(text: string, at: number): boolean {
  const table = phraseTable();
  for (const { start, phrase } of phrasesOver(text, at, table)) {
    const end = start + phrase.simplified.length;
    if (phrase.traditional.some(word => word[at - start] === text[at]))
      if (end - start > 2 || isOneWord(text, start, end, table)) return true;
  }
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

// 只 meets with anything: what is a word there is a guess.
const isLoose = (char: string): boolean => char === '只';

// Two characters that meet where one word ends and the next begins (於|堅實, 討論|着) prove nothing, nor do more of which
// the last begins another word (下面|條件, 村裡|長者).
function isOneWord(text: string, start: number, end: number, table: PhraseTable): boolean {
  const { run, low } = sentenceAround(text, start, end, table);
  return end - start > 2
    ? standsApart(run, start - low, end - low)
    : standsTogether(run, start - low, end - low);
}

// In Simplified text: 挂着|名人字画, 空着|作痛, 推广干|清粪.
function mayOnlyHaveMet(text: string, start: number, end: number, char: string, table: PhraseTable): boolean {
  if (end - start > 2 || !COMMON_IN_SIMPLIFIED.includes(char)) return false;
  if (char === '着' && text[start] === char && DURATIVE_VERBS.includes(text[start - 1] ?? ' ')) return true;
  const { run, low } = sentenceAround(text, start, end, table);
  const needed = text[start] === char ? LIKELIER_AS_ONE : LIKELIER_AT_END;
  return boundAcross(run, start + 1 - low) < needed;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

// Whether the sentence is decidedly likelier with `word` than with `other`, which overlaps it.
function isLikelier(text: string, word: Span, other: Span, table: PhraseTable): boolean {
  const { run, low } = sentenceAround(
    text,
    Math.min(word.start, other.start),
    Math.max(word.end, other.end),
    table,
  );
  const costOf = ({ start, end }: Span): number => costApart(run, start - low, end - low);
  return costOf(other) - costOf(word) >= DECISIVE;
}

// The Han characters around a span, in the spelling of the phrase table, and where they begin.
function sentenceAround(
  text: string,
  start: number,
  end: number,
  table: PhraseTable,
): { run: string; low: number } {
  let low = start;
  let high = end;
  while (low > 0 && start - low < WINDOW && isHan(text.charCodeAt(low - 1))) low--;
  while (high - end < WINDOW && isHan(text.charCodeAt(high))) high++;
  return { run: spell(text.slice(low, high), table.simple), low };
}

function* phrasesOver(
  text: string,
  at: number,
  table: PhraseTable,
): Generator<{ start: number; phrase: Phrase }> {
  let low = at;
  let high = at + 1;
  while (low > 0 && at - low < MAX_PHRASE - 1 && isHan(text.charCodeAt(low - 1))) low--;
  while (high - at < MAX_PHRASE && isHan(text.charCodeAt(high))) high++;
  const key = spell(text.slice(low, high), table.simple);
  for (let start = low; start <= at; start++) {
    for (let end = Math.max(at + 1, start + 2); end <= high && end - start <= MAX_PHRASE; end++) {
      const phrases = table.get(key.slice(start - low, end - low));
      if (phrases) for (const phrase of phrases) yield { start, phrase };
    }
  }
}

function isRight(phrase: Phrase, index: number, char: string, script: Script): boolean {
  return script === 'traditional'
    ? phrase.traditional.some(word => accepts(phrase.simplified, index, word[index]!, char))
    : acceptsInSimplified(phrase.simplified[index]!, char);
}

// A character of the word that has to change. One that exists only in the other script is script/mixed-han's.
const isOther = (phrase: Phrase, index: number, expected: string, found: string, script: Script): boolean =>
  (HAN_FORMS[found.charCodeAt(0)]! & (script === 'traditional' ? 2 : 1)) !== 0 &&
  (script === 'traditional'
    ? !accepts(phrase.simplified, index, expected, found)
    : !acceptsInSimplified(expected, found));
