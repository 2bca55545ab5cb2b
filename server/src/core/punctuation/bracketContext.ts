// What a pair of parentheses holds and stands beside. A pair is judged as one: 76%(2019年92起) needs its content to
// show that it belongs to Han text.
import type { Document } from '../document/document.ts';
import { isAsciiLetter, isDigit } from '../text/charClass.ts';
import { isDoubtfulPair } from './doubtfulBrackets.ts';
import { type Marks, WidthKind } from './marks.ts';
import { look, type Neighbour, Side } from './neighbours.ts';

const left: Neighbour = { side: Side.Edge, at: -1, spaced: false };
const right: Neighbour = { side: Side.Edge, at: -1, spaced: false };
const name: Neighbour = { side: Side.Edge, at: -1, spaced: false };

/** (1) (12) (a) (iv): enumerators stay as they are. */
const ENUMERATOR = /^ ?(?:\d{1,3}|[A-Za-z]|[ivx]{1,5}|[IVX]{1,5}) ?$/;
/** Stock numbers: (600519) (00700.HK) (NASDAQ: ABC). */
const STOCK = /^(?:\d{5,6}(?:\.[A-Z]{2})?|[A-Z]{2,8}[:：] ?[A-Z0-9.]+)$/;
/** Faces, (⊙o⊙) and (*^__^*), and what a number counts in formulas: (CH3)2CHCH2OH. */
const FACE = /^(?!.*[A-Za-z\d]{3}).*[⊙□▽´`^_≧≦ω‵╯╰◕﹏╥д￣з∠ε･╹◡•∀◔ㅂ].*[⊙□▽´`^_≧≦ω‵╯╰◕﹏╥д￣з∠ε･╹◡•∀◔ㅂ]/;
const GROUP = /^[A-Z][A-Za-z]*\d/;
const OPERATORS = '＝＋－×÷=+*/';
const DIGITS = /^\+?\d{2,4}$/;
const AFTER_DOCUMENT_NUMBER = /^第?\d{1,5}[号號]/;
const LONGEST = 40;
const HAN_NUMBER = /^[一二三四五六七八九十]{1,3}$/;
const WEEKDAY = /^[一二三四五六日]$/;

/**
 * True for a document that prints every (一) in half width and other brackets in full width, as the Legislative Council
 * of Hong Kong does; a fold leaves no full-width bracket. Ask for it through `doc.share`.
 */
const numbersNarrowly = (doc: Document): boolean => isNarrow(doc, ENUMERATORS);
/** The same for the weekday behind a date in figures, 3/8(五). */
const datesNarrowly = (doc: Document): boolean => isNarrow(doc, WEEKDAYS);

function isNarrow({ text }: Document, [inNarrow, inWide]: readonly [RegExp, RegExp]): boolean {
  let narrow = 0;
  let others = 0;
  let wide = 0;
  for (let at = text.indexOf('('); at >= 0; at = text.indexOf('(', at + 1)) {
    if (inNarrow.test(text.slice(Math.max(0, at - 1), at + 5))) narrow++;
    else if (/^\([^()]{0,20}[\u4e00-\u9fff]/.test(text.slice(at, at + 22))) others++;
  }
  for (let at = text.indexOf('（'); at >= 0; at = text.indexOf('（', at + 1)) {
    if (inWide.test(text.slice(Math.max(0, at - 1), at + 5))) return false;
    wide++;
  }
  return narrow > 1 && wide > others;
}

const ENUMERATORS = [
  /(?:^|[^\d日(])\([一二三四五六七八九十]{1,3}\)/,
  /(?:^|[^\d日（])（[一二三四五六七八九十]{1,3}）/,
] as const;
const WEEKDAYS = [/\d\([一二三四五六日]\)/, /\d（[一二三四五六日]）/] as const;
const GLOSS = /^[a-zü]{0,5}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ][a-z]{0,4}$/;

/**
 * The pair's `WidthKind` + 1, 0 for a pair that stays as it is, -1 for a reading after its character, 統(tǒng).
 * `from` and `to` are indexes into `marks`; the widths of the two may differ.
 */
export function bracketKind(doc: Document, marks: Marks, from: number, to: number, hasHan: boolean): number {
  const kind = kindOf(doc, marks, from, to, hasHan);
  if (kind <= 0) return kind;
  return isDoubtfulPair(doc, marks.at[from]!, marks.at[to]!, hasHan, left, right)
    ? WidthKind.Doubtful + 1
    : kind;
}

function kindOf(doc: Document, marks: Marks, from: number, to: number, hasHan: boolean): number {
  const start = marks.at[from]!;
  const end = marks.at[to]!;
  if (end === start + 1) return 0;
  look(doc, start, marks.region[from]!, marks.block[from]!, -1, left);
  look(doc, end, marks.region[to]!, marks.block[to]!, 1, right);
  const outer = left.side;
  if ('「『'.includes(doc.text[left.at] ?? ' ') && isNamed(doc, marks, from)) return 0;
  if (isBlank(doc.text, start + 1) && !/\S/.test(doc.text.slice(start + 1, Math.min(end, start + 9))))
    return 0;
  if (hasHan && end - start <= 4) {
    const inside = doc.text.slice(start + 1, end);
    const isDated = isDigit(doc.text.charCodeAt(start - 1));
    if (isDated && WEEKDAY.test(inside) && doc.share(datesNarrowly)) return 0;
    if (!isDated && HAN_NUMBER.test(inside) && doc.share(numbersNarrowly)) return 0;
  }
  if (hasHan) {
    // A width fold leaves no blank space: "文字 (說明) 文字" was typed so, in the manner of Latin text.
    if (left.spaced || (isBlank(doc.text, start + 1) && isBlank(doc.text, end - 1))) {
      const isLatin = outer === Side.Latin && right.side === Side.Latin && right.spaced;
      return isLatin ? 0 : WidthKind.LatinBracket + 1;
    }
    if (outer === Side.Latin) {
      if (isLoneLetter(doc.text, left.at) || isWholeCall(doc, marks, from, right.side)) return 0;
      return WidthKind.LatinBracket + 1;
    }
    if (outer === Side.Digit && isWholeCall(doc, marks, from, right.side)) return 0;
    return outer === Side.Opaque || outer === Side.Other ? WidthKind.LatinBracket + 1 : WidthKind.Bracket + 1;
  }
  if (end - start <= LONGEST) {
    const content = doc.text.slice(start + 1, end);
    if (GLOSS.test(content)) return outer === Side.Han ? -1 : 0;
    if (ENUMERATOR.test(content) || STOCK.test(content) || FACE.test(content)) return 0;
    const next = doc.text[end + 1] ?? ' ';
    if (GROUP.test(content) && isDigit(next.charCodeAt(0))) return 0;
    if (OPERATORS.includes(doc.text[start - 1] ?? ' ') || OPERATORS.includes(next)) return 0;
    if (DIGITS.test(content)) {
      if (right.side === Side.Digit && !right.spaced) return 0;
      if (AFTER_DOCUMENT_NUMBER.test(doc.text.slice(end + 1, end + 9))) return 0;
    }
  }
  return outer === Side.Han && !left.spaced && right.side !== Side.Latin ? WidthKind.LatinBracket + 1 : 0;
}

// 「<em>(</em>」 names the mark.
function isNamed(doc: Document, marks: Marks, m: number): boolean {
  look(doc, marks.at[m]!, marks.region[m]!, marks.block[m]!, 1, name);
  return '」』'.includes(doc.text[name.at] ?? ' ');
}

// A line that is a call and nothing else: AVERAGEIF(范围; 条件).
function isWholeCall(doc: Document, marks: Marks, from: number, after: Side): boolean {
  if (after !== Side.Edge) return false;
  let start = marks.at[from]!;
  while (start > 0 && /[A-Za-z0-9_.]/.test(doc.text[start - 1]!)) start--;
  if (!isAsciiLetter(doc.text.charCodeAt(start))) return false;
  look(doc, start, marks.region[from]!, marks.block[from]!, -1, name);
  return name.side === Side.Edge;
}

const isBlank = (text: string, at: number): boolean => text[at] === ' ' || text[at] === '\u00a0';
const isLoneLetter = (text: string, at: number): boolean => !/[A-Za-z0-9_]/.test(text[at - 1] ?? ' ');
