// Characters that a text shows instead of using them: one alone in quotation marks or brackets or between strokes
// (强／強), and rows of numerals in the styles that a program or a schoolbook offers (壹貳參肆伍陸柒捌玖). Neither is the
// trace of a conversion.

import type { Document } from '../document/document.ts';
import { isHan } from '../text/charClass.ts';
import { HAN_FORMS } from './hanForms.ts';
import { speaksOfJapan } from './japanese.ts';
import { phraseTable } from './phraseTable.ts';
import { spell } from './wordForms.ts';

// The last three are compatibility forms, which such rows hold as well.
const NUMERALS = '〇零一二三四五六七八九十壹壱貳贰弐参參叁肆伍陸陆柒捌玖拾\uf96b\uf9d1\uf9b2';
/** So many numerals in a row count through; no sum of money has them without 拾, 佰 and 仟. */
const ROW = 7;
/** Quotation marks, and the brackets of 里（裡） and 「裏」（裡）. */
const OPENING = '“‘「『《〈（(';
const CLOSING = '”’」』》〉）)';

/** True where the character at `at` (code units) is shown, not used. */
export function isSpokenOf(text: string, at: number): boolean {
  const before = text[at - 1] ?? '';
  const after = text[at + 1] ?? '';
  if (before !== '' && after !== '' && OPENING.includes(before) && `${CLOSING}（(`.includes(after))
    return true;
  if (isVariant(text, at) || isListedInBrackets(text, at) || isInOrder(text, at)) return true;
  if (!NUMERALS.includes(text[at]!)) return false;
  let start = at;
  let end = at + 1;
  while (start > 0 && at - start < ROW && NUMERALS.includes(text[start - 1]!)) start--;
  while (end < text.length && end - at < ROW && NUMERALS.includes(text[end]!)) end++;
  return end - start >= ROW;
}

/**
 * True where the document says what `char` means: 「个」則是「的」, 「个」讀作. Texts in and on dialects do so of the
 * characters that they write with, and mean them wherever they stand. Mentioning one (“館”字) explains nothing.
 */
export function isExplained(doc: Document, char: string): boolean {
  const known = doc.share(explained);
  let is = known.get(char);
  if (is === undefined) {
    is = QUOTED.some(([open, close]) => isGlossed(doc.text, `${open}${char}${close}`));
    known.set(char, is);
  }
  return is;
}

const explained = (_: Document): Map<string, boolean> => new Map();

function isGlossed(text: string, quoted: string): boolean {
  for (let at = text.indexOf(quoted), tries = 0; at >= 0 && tries < TRIES; tries++) {
    if (GLOSS.test(text.slice(at + quoted.length, at + quoted.length + 6))) return true;
    at = text.indexOf(quoted, at + 1);
  }
  return false;
}

const TRIES = 100;
const GLOSS = /^(?:則|则|就|也|都)?(?:是|即|為|为|作)[「“‘『]|^[讀读唸念音][作做成為为]?|^相[當当][於于]/;
const QUOTED = ['「」', '“”', '‘’', '『』', '【】'].map(pair => [...pair] as [string, string]);

/**
 * True where a character stands beside its own counterparts, to be compared with them: 国（國）, 发（發、髮）, 国→國, 國＝国,
 * or a row of them.
 * `end` is where it ends, in code units.
 */
export function isShownBeside(text: string, at: number, end: number, partners: readonly string[]): boolean {
  const after = text[end] ?? '';
  if ('（('.includes(after) && after !== '') {
    const close = /[）)]/.exec(text.slice(end + 1, end + IN_BRACKETS));
    const inside = close && [...text.slice(end + 1, end + 1 + close.index)];
    if (inside && inside.length > 0)
      return inside.every(c => partners.includes(c) || text[at] === c || BETWEEN.includes(c));
  }
  return (
    (after !== '' && ARROWS.includes(after) && partners.some(partner => text.startsWith(partner, end + 1))) ||
    (ARROWS.includes(text[at - 1] ?? ' ') &&
      partners.some(partner => text.startsWith(partner, at - 1 - partner.length))) ||
    isInRow(text, at, end, partners)
  );
}

// 圖　图　図: a row of a table, each form in a column of its own.
function isInRow(text: string, at: number, end: number, partners: readonly string[]): boolean {
  if (!isBorder(text[at - 1]) || !isBorder(text[end])) return false;
  const before = text.slice(Math.max(0, at - IN_ROW), at);
  const after = text.slice(end, end + IN_ROW);
  const row = `${before.slice(before.lastIndexOf('\n') + 1)}\n${after.split('\n', 1)[0]}`;
  return partners.some(partner => {
    const found = row.indexOf(partner);
    return found >= 0 && isBorder(row[found - 1]) && isBorder(row[found + partner.length]);
  });
}

/** What parts the columns of a table or the items of a list; 22處， is neither. */
const isBorder = (c: string | undefined): boolean => c === undefined || ' \u3000\t\r\n|、'.includes(c);

/** How far the other columns of a row are looked for, in UTF-16 code units. */
const IN_ROW = 40;

const BETWEEN = '、，,/／ ';
const ARROWS = '→←↔＝=⇒';

/** How far a bracket is looked for, in UTF-16 code units. */
const IN_BRACKETS = 12;

/**
 * True inside brackets that spell the word before them in the other script, 轮岛市（輪島市）, and in a text that speaks of
 * Japan inside any that hold nothing but such a word: 见附岛（軍艦島）.
 */
export function isOriginalSpelling(doc: Document, at: number): boolean {
  const { text } = doc;
  let open = at - 1;
  while (at - open <= IN_BRACKETS && isHan(text.charCodeAt(open))) open--;
  let close = at + 1;
  while (close - at <= IN_BRACKETS && isHan(text.charCodeAt(close))) close++;
  if (!'（('.includes(text[open] ?? ' ') || !'）)，、；,;'.includes(text[close] ?? ' ')) return false;
  const inside = text.slice(open + 1, close);
  const { simple } = phraseTable();
  if (inside.length > 1 && spell(text.slice(open - inside.length, open), simple) === spell(inside, simple))
    return text.slice(open - inside.length, open) !== inside;
  if (inside.length < 2 || !isHan(text.charCodeAt(open - 1)) || !doc.share(speaksOfJapan)) return false;
  let traditional = 0;
  for (let i = open + 1; i < close; i++) {
    const forms = HAN_FORMS[text.charCodeAt(i)]!;
    if (forms === 1) return false;
    if (forms === 2) traditional++;
  }
  return traditional * 2 >= inside.length;
}

// 里（裏、裡）: the other forms of an entry, one character each.
const isListedInBrackets = (text: string, at: number): boolean =>
  LISTED_BEFORE.test(text.slice(Math.max(0, at - LISTED), at)) &&
  LISTED_AFTER.test(text.slice(at + 1, at + 1 + LISTED));

/** How far the brackets may be, in UTF-16 code units: three further forms. */
const LISTED = 7;
const LISTED_BEFORE = /[（(](?:\p{Script=Han}[、，,])*$/u;
const LISTED_AFTER = /^(?:[、，,]\p{Script=Han})*[）)]/u;

// “强／強”, 台/臺: one character on its own side of a stroke stands there to be compared.
function isVariant(text: string, at: number): boolean {
  const before = text[at - 1] ?? ' ';
  const after = text[at + 1] ?? ' ';
  if (!STROKES.includes(before) && !STROKES.includes(after)) return false;
  return !isHan(before.charCodeAt(0)) && !isHan(after.charCodeAt(0));
}

const STROKES = '/／';

/** So many characters one after the other in the order of their code points are a table: 丨丶丿乙亅二亠人. */
const TABLE = 8;
/** How far apart two of them are at most; the radicals come closest to it, 水 and 火. Words may be in order by chance. */
const FURTHEST = 0x600;

/**
 * True for a character of a run in the order of code points, as tables of radicals and symbols have them, set close or
 * with one mark or space between each two: 瘛、瘜、瘝、瘞.
 */
export function isInOrder(text: string, at: number): boolean {
  return isInSteps(text, at, 1) || isInSteps(text, at, 2);
}

function isInSteps(text: string, at: number, step: 1 | 2): boolean {
  const isNext = (a: number, b: number): boolean =>
    text.charCodeAt(a) < text.charCodeAt(b) &&
    text.charCodeAt(b) - text.charCodeAt(a) <= FURTHEST &&
    (step === 1 ||
      (isHan(text.charCodeAt(a)) && isHan(text.charCodeAt(b)) && !isHan(text.charCodeAt(a + 1))));
  let count = 1;
  for (let from = at; count < TABLE && isNext(from - step, from); from -= step) count++;
  for (let to = at; count < TABLE && isNext(to, to + step); to += step) count++;
  return count >= TABLE;
}
