// Characters that prove themselves wrong without a word: those whose own use in a script is a closed list, 余 between
// a number and what it counts, and 并 at the start of a clause.
import type { Document } from '../document/document.ts';
import { CharClass, CLASS_OF } from '../text/charClass.ts';
import { lazyTable } from '../text/unpack.ts';
import type { Script } from './evidence.ts';
import { isKept, type WordEvidence } from './wordEvidence.ts';
import { RARE_IN_SIMPLIFIED, RARE_IN_TRADITIONAL } from './wordLists.ts';

const rare = lazyTable('rare characters', () => ({
  simplified: pairsOf(RARE_IN_SIMPLIFIED),
  traditional: pairsOf(RARE_IN_TRADITIONAL),
}));
const units = lazyTable('single characters', () => ({
  simplified: unitsOf(rare().simplified.keys()),
  traditional: unitsOf([...rare().traditional.keys(), '余', '并']),
}));

const pairsOf = (table: string): ReadonlyMap<string, string> =>
  new Map(table.split(' ').map(pair => [pair[0]!, pair[1]!]));

function unitsOf(chars: Iterable<string>): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const char of chars) table[char.charCodeAt(0)] = 1;
  return table;
}

/** 1 for each code unit that `singleCharacterAt` knows something about. */
export const singleUnits = (script: Script): Uint8Array => units()[script];

export function singleCharacterAt(doc: Document, at: number, script: Script): WordEvidence | undefined {
  const { text } = doc;
  const char = text[at]!;
  if (script === 'traditional') {
    if (char === '余') return surplusAt(text, at);
    if (char === '并') return conjunctionAt(doc, at);
  }
  const meant = rare()[script].get(char);
  if (meant === undefined || isKept(text, at, script)) return undefined;
  // A name of foreign sound or a character that is spoken of stands between marks or alone.
  if (!isHanAt(text, at - 1) && !isHanAt(text, at + 1)) return undefined;
  return { start: at, end: at + 1, words: [meant] };
}

/** What stands after a person's name: 第10余先生 is nobody's surplus. */
const TITLES = /^(?:先生|女士|小姐|某|姓|氏)/;

// 600余起, 三十余年: between a number and a measure or a larger number.
function surplusAt(text: string, at: number): WordEvidence | undefined {
  const before = text[at - 1] ?? '';
  if (!/[0-9０-９%％十百千萬億]/.test(before) || !isHanAt(text, at + 1)) return undefined;
  if (TITLES.test(text.slice(at + 1, at + 3))) return undefined;
  return { start: at, end: at + 2, words: [`餘${text[at + 1]}`] };
}

// A clause that starts with 并 goes on from the one before, and in a document that writes 並 a 并 between two words was
// left behind; the place 并州 and names are kept by their words, 兼并 and its like are proved by theirs.
function conjunctionAt(doc: Document, at: number): WordEvidence | undefined {
  const { text } = doc;
  if (!isHanAt(text, at + 1) || isKept(text, at, 'traditional')) return undefined;
  const isAtStart = /[，,；;、]/.test(text[at - 1] ?? '');
  if (!isAtStart && !doc.share(writesConjunction)) return undefined;
  return { start: at, end: at + 2, words: [`並${text[at + 1]}`] };
}

/** Classical and older texts write 并 as they like; one that has 並 several times as often does not. */
function writesConjunction({ text }: Document): boolean {
  const left = countUpTo(text, '并', Number.POSITIVE_INFINITY);
  return countUpTo(text, '並', left * 3 + 1) > left * 3;
}

function countUpTo(text: string, char: string, enough: number): number {
  let count = 0;
  for (let at = text.indexOf(char); at >= 0 && count < enough; at = text.indexOf(char, at + 1)) count++;
  return count;
}

const isHanAt = (text: string, at: number): boolean =>
  at >= 0 && CLASS_OF[text.charCodeAt(at)] === CharClass.Han;
