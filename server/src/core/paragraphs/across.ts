// What stands across the gap between two units, by their last and first characters: a word, a bracket, a figure and its
// measure, a word that no sentence ends with.
import { bigramScore } from '../language/bigrams.ts';
import { boundAcross } from '../language/lexicon.ts';
import { phraseTable } from '../script/phraseTable.ts';
import { spell } from '../script/wordForms.ts';
import { isAsciiLetter, isDigit, isHan } from '../text/charClass.ts';
import type { Unit } from './units.ts';

// 的 ends no heading; 相对 and 求和 may. After 的 no noun begins with 在 or 默认: "…和系统的" was all that was said.
export function endsInFunctionWord(text: string, unit: Unit, next: Unit, chained: boolean): boolean {
  const tail = text.slice(Math.max(unit.start, unit.end - 2), unit.end);
  if (!FUNCTION_END.test(tail) && !FUNCTION_WORD.test(tail)) return false;
  if (text.charCodeAt(unit.end - 2) < 128) return false;
  if (tail.endsWith('的') && NO_NOUN.test(text.slice(next.start, next.start + 2))) return false;
  if (!chained && unit.width < NARROWEST) return false;
  // "…是可用的" is a whole sentence.
  if (/是[^，。,]{1,12}的$/.test(text.slice(Math.max(unit.start, unit.end - 15), unit.end))) return false;
  return (
    bigramScore(text.charCodeAt(unit.end - 2), text.charCodeAt(unit.end - 1)) < IN_WORD ||
    FUNCTION_WORD.test(tail)
  );
}

/** True where the last word alone says that the sentence goes on, without a guess at where words end. */
export const endsInFunctionPhrase = (text: string, { start, end }: Unit): boolean =>
  FUNCTION_WORD.test(text.slice(Math.max(start, end - 2), end)) && !introduces(text, { start, end });

/** "…，例如", "代码如下": what was shown next is lost, and the paragraph after it begins anew. */
export const introduces = (text: string, { start, end }: Pick<Unit, 'start' | 'end'>): boolean =>
  '如下，,'.includes(text[end - 1]!) && INTRODUCES.test(text.slice(Math.max(start, end - 4), end));
const INTRODUCES = /(?:[例比譬]如|如下)[，,]?$/;

/** The same by words that only a document with lost examples makes introductions: 改为, 只需. */
export const introducesHere = (text: string, { end }: Unit): boolean =>
  /(?:[为為是即成需将將由用]|设定|設定)[，,]?$/.test(text.slice(end - 3, end));

// A clause of one character.
export const isOnlyBegun = (text: string, { end }: Unit): boolean =>
  /[。；，][\u3400-\u9fff]$/.test(text.slice(end - 2, end));

/** Columns. */
const NARROWEST = 24;
/** Nats by which two characters are likelier in one word than on both sides of a word's end. */
const IN_WORD = 1.5;

// Han on both sides, or a figure and its unit. Next to Latin letters and symbols a line may end without a stop.
export function isSeam(text: string, a: Unit, b: Unit, inSentences: boolean): boolean {
  const last = text[a.end - 1]!;
  const first = text[b.start]!;
  if (isDigit(last.charCodeAt(0)))
    return (
      MEASURES.includes(first) || isDigit(first.charCodeAt(0)) || (inSentences && isHan(first.charCodeAt(0)))
    );
  if (isAsciiLetter(last.charCodeAt(0)) || isAsciiLetter(first.charCodeAt(0)))
    return inSentences && !'“「『[('.includes(first);
  return !/[\x21-\x7e]/.test(last) || ',('.includes(last) || (inSentences && ')]'.includes(last));
}

// "… (deb)" in running text closes an aside, not the sentence; "。（完）" closes the text.
export function closesAside(text: string, unit: Unit, inSentences: boolean): boolean {
  const open = { ')': '(', '）': '（', ']': '[' }[text[unit.end - 1]!];
  if (!inSentences || open === undefined) return false;
  const from = Math.max(unit.start, unit.end - LONGEST_ASIDE);
  const at = from + text.slice(from, unit.end - 1).lastIndexOf(open);
  if (at <= unit.start || at < from) return false;
  return !STOPS.includes(
    text
      .slice(Math.max(unit.start, at - 4), at)
      .trimEnd()
      .at(-1) ?? '。',
  );
}

const LONGEST_ASIDE = 30;
/** Marks that end a sentence or a clause that could be one. */
export const STOPS = '。！？；!?;';

const MEASURES =
  '年月日时時分秒个個人名次起件元万萬亿億吨噸米公千户戶家所座条條项項处處株亩畝册冊辆輛台臺％%多余餘';

/** Words that no sentence and no heading ends with. */
const FUNCTION_WORD =
  /以及|或者|[关關][于於]|根[据據]|按照|通[过過]|[为為]了|其中|如果|若要|可以|能[够夠]|[应應][当當该該]|必[须須]|已[经經]|正在|然[后後]|但是|因[为為]|所以|以便|例如|比如|[并並]且|而且/;
const NO_NOUN = /^(?:在(?![建校职職线線册冊任场場逃])|默认|默認|預設|如果|此|請|请|为了|為了)/;
const FUNCTION_END = /(?:[的和与與及或对對将將把被向从從为為于於并並而且但因由使让讓该該这這那每])$/;
/** True where the second half begins with what can only follow a word. */
export const startsWithFunctionWord = (text: string, { start }: Unit): boolean =>
  FUNCTION_START.test(text.slice(start, start + 2));
const FUNCTION_START = /^(?:的(?![确確士])|了(?![解不却卻得])|着(?![手力眼重火陆陸色])|[们們])/;

/** Where a number ends that a measure word follows. */
const QUANTITY = /[\d〇零一二三四五六七八九十百千万萬两兩][余餘多几幾]?$/;

// A word stands across the gap, or a number and its measure; but not where the line ends with a
// likelier word: 调整 | 点击 is not cut inside 整点. Where lines were cut at a width it may be both: 卫生 | 院.
export function isInsideWord(text: string, a: Unit, b: Unit, full: boolean): boolean {
  const [last, first] = [text.charCodeAt(a.end - 1), text.charCodeAt(b.start)];
  const across = bigramScore(last, first);
  if (isMeasured(text, a, b)) return true;
  return across >= IN_WORD && (full || bigramScore(text.charCodeAt(a.end - 2), last) < across);
}

const isMeasured = (text: string, a: Unit, b: Unit): boolean =>
  MEASURES.includes(text[b.start]!) &&
  bigramScore(text.charCodeAt(b.start), text.charCodeAt(b.start + 1)) < IN_WORD &&
  QUANTITY.test(text.slice(a.end - 2, a.end));

/** Nats; of fifteen thousand pairs of short lines in clean documentation none reaches both. */
const SURELY_IN_WORD = 5;
const RATHER = 2;
/** Columns: 常规 is a heading, whatever 定义 after it makes of it. */
const LONGEST_LABEL = 14;

export const isInsideSureWord = (text: string, a: Unit, b: Unit): boolean => {
  const [before, last, first] = [a.end - 2, a.end - 1, b.start].map(at => text.charCodeAt(at)) as [
    number,
    number,
    number,
  ];
  const across = bigramScore(last, first);
  return a.width >= LONGEST_LABEL && across >= SURELY_IN_WORD && across >= bigramScore(before, last) + RATHER;
};

/** True where the sentence is rather read with a word over the gap than with a border there, or a figure and its measure stand on its sides. */
export function isBound(text: string, a: Unit, b: Unit): boolean {
  let low = a.end;
  let high = b.start;
  while (low > a.start && a.end - low < AROUND && isHan(text.charCodeAt(low - 1))) low--;
  while (high < b.end && high - b.start < AROUND && isHan(text.charCodeAt(high))) high++;
  if (low === a.end || high === b.start || isMeasured(text, a, b)) return true;
  const run = spell(text.slice(low, a.end) + text.slice(b.start, high), phraseTable().simple);
  return boundAcross(run, a.end - low) >= DECISIVE;
}

/** Nats by which a sentence is likelier with a word over the gap than with a border there. */
const DECISIVE = 5;
/** Code units on each side from which words are read. */
const AROUND = 4;

const PAIRS: readonly (readonly [string, string])[] = [
  ['“', '”'],
  ['「', '」'],
  ['『', '』'],
  ['《', '》'],
  ['（', '）'],
  ['(', ')'],
  ['【', '】'],
];

// A bracket opened near the end of one side and closed near the start of the other.
export function opensAcross(text: string, a: Unit, b: Unit): boolean {
  const tail = text.slice(Math.max(a.start, a.end - 120), a.end);
  const head = text.slice(b.start, Math.min(b.end, b.start + 120));
  for (const [open, close] of PAIRS) {
    const at = tail.lastIndexOf(open);
    if (at < 0 || tail.indexOf(close, at) >= 0) continue;
    const end = head.indexOf(close);
    const again = head.indexOf(open);
    if (end >= 0 && (again < 0 || end < again)) return true;
  }
  return false;
}
