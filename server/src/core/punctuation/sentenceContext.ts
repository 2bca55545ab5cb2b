// Whether , ; : ! ? belong to a Han sentence. What is exempt, docs/rules/punctuation/halfwidth.md says: ratios, times,
// decimals, thousands, entities, brand marks, drive letters, verse numbers, Latin phrases.
import type { Document } from '../document/document.ts';
import { isCommonHan } from '../language/commonHan.ts';
import { isAsciiAlnum, isAsciiLetter, isDigit, isHan } from '../text/charClass.ts';
import { isInBibliography } from './bibliography.ts';
import { isDoubtfulPoint } from './doubtfulPoints.ts';
import { Mark, type Marks } from './marks.ts';
import { isInName, isMention } from './mention.ts';
import { look, type Neighbour, Side, sideOf } from './neighbours.ts';

/** Names that end in an exclamation mark. */
const BRANDS = new Set(['yahoo', 'joomla', 'yum', 'jeopardy', 'kahoot']);
/** #! and the error values of spreadsheets: #NUM! #DIV/0! */
const ERROR_VALUE = /#[A-Z\d/]*$/;
/** Words before a colon that make an address of what follows. */
const SCHEMES = new Set(['http', 'https', 'ftp', 'mailto', 'file', 'tel', 'data', 'urn']);
/** 甲:乙=3:2 */
const RATIO_OF_NAMES = /^[\u4e00-\u9fff]{1,4} ?[=＝为為约約] ?[\d.]+:/;
const AFTER_DRIVE = '\\/盘盤驱驅磁根槽碟目';

const WIDE_POINTS = '，；：？！';
const OPENING_QUOTES = '“‘「『';
const QUOTE_ENDS = '”’」』';
const MISTYPED_QUOTES = '“”‘’';
const CLOSING_QUOTES = '”’」』》〉]}"\'';

const left: Neighbour = { side: Side.Edge, at: -1, spaced: false };
const right: Neighbour = { side: Side.Edge, at: -1, spaced: false };

export const Belongs = { Latin: 0, Han: 1, Doubtful: 2 } as const;
export type Belongs = (typeof Belongs)[keyof typeof Belongs];

/** Judges the run of adjacent half-width marks `first`…`last` (indexes into `marks`). */
export function belongsTo(doc: Document, marks: Marks, first: number, last: number): Belongs {
  if (!inHanSentence(doc, marks, first, last)) return Belongs.Latin;
  return isDoubtfulPoint(doc, marks, first, last, left, right) ? Belongs.Doubtful : Belongs.Han;
}

function inHanSentence(doc: Document, marks: Marks, first: number, last: number): boolean {
  const { text } = doc;
  const start = marks.at[first]!;
  const end = marks.at[last]!;
  look(doc, start, marks.region[first]!, marks.block[first]!, -1, left);
  look(doc, end, marks.region[last]!, marks.block[last]!, 1, right);
  if (left.side === Side.Digit && right.side === Side.Digit) return false;
  const kind = marks.kind[last]!;
  if (isSign(doc, marks, first, last)) return false;
  if (kind === Mark.Comma && first === last && joinsLatinItems(text, marks, first)) return false;
  // 「<em>?</em>」 names the mark, with tags between it and its quotation marks.
  if (OPENING_QUOTES.includes(text[left.at]!) && QUOTE_ENDS.includes(text[right.at]!)) return false;
  // "-C 文件, --config=文件": a list of options.
  if (right.spaced && text[right.at] === '-') return false;
  if (isInBibliography(doc, start)) return false;
  if (left.side === Side.Han) return true;
  if (text[left.at] === ')' && !left.spaced && isHan(text.charCodeAt(left.at - 1))) return true;
  if (right.side === Side.Han) {
    switch (left.side) {
      case Side.Edge:
        return kind === Mark.Comma || kind === Mark.Semicolon;
      case Side.Latin:
        return !right.spaced || followsHan(text, left.at);
      case Side.Other:
        return ')]}/+#*…—·>²³℃°′″㎡'.includes(text[left.at]!);
      default:
        return true;
    }
  }
  if (left.side === Side.Edge || left.side === Side.Digit || right.spaced)
    return right.side === Side.Edge && left.side === Side.Digit && followsHan(text, left.at);
  if (right.side === Side.Edge)
    return (left.side === Side.Latin || left.side === Side.Quantity) && followsHan(text, left.at);
  // 下降76%,2019年: a figure follows that Han follows.
  if (right.side !== Side.Digit || kind > Mark.Semicolon) return false;
  const figureEnd = skipFigure(text, right.at);
  if (left.side === Side.Quantity || text[left.at] === ')') return isHan(text.charCodeAt(figureEnd));
  return figureEnd - right.at <= 4 && '年月日'.includes(text[figureEnd] ?? ' ');
}

/** So many question marks in a row stand for lost characters; one less where Han go on right behind them. */
const LOST_CHARACTERS = 4;
/** A mark that is spoken of stands free after these: 以 ; 开头. */
const BEFORE_NAMED = '或和与與用以';
const CONJUNCTION = /^(?:和|或|或者|与|與|及|以及|还有|還有) ?["$[(<!-/0-9A-Za-z{~]/;
/** How far back a gloss in brackets may begin, in UTF-16 code units. */
const LONGEST_GLOSS = 40;

// LC_ALL, LC_CTYPE, 和 LANG; "halt"(关机), "reboot"(重启): the commas of a list whose items are Latin.
function joinsLatinItems(text: string, marks: Marks, m: number): boolean {
  const at = marks.at[m]!;
  let next = at + 1;
  while (text[next] === ' ') next++;
  if (CONJUNCTION.test(text.slice(next, next + 4))) {
    const before = m > 0 && marks.kind[m - 1] === Mark.Comma && marks.block[m - 1] === marks.block[m];
    return before && /^ ?[\x21-\x7e][\x20-\x7e]*$/.test(text.slice(marks.at[m - 1]! + 1, at));
  }
  if (text[at - 1] !== ')' || !/["“「$[A-Za-z]/.test(text[next] ?? ' ')) return false;
  const open = text.lastIndexOf('(', at - 2);
  return open > at - LONGEST_GLOSS && /[\w"'”」\]] ?$/.test(text.slice(Math.max(0, open - 2), open));
}

// 謝謝:D 好開心;P are faces; 答案:D and 等級:P label what follows.
const isFace = (text: string, at: number, end: number): boolean =>
  at === end && FACE.test(text.slice(end + 1, end + 4)) && !LABELS.test(text.slice(Math.max(0, at - 2), at));
const FACE = /^-?[DPpOo](?=$|[\s，。！？~～、」）)])/u;
const LABELS = /[答案選选項项級级組组類类別别區区盤盘碟槽型號号碼码欄栏圖图表點点為为是]$/;

/** A run of marks: offsets of the first and the last, how many they are, and the character behind them. */
interface Run {
  readonly at: number;
  readonly end: number;
  readonly count: number;
  readonly next: string;
}

// Marks that are part of a sign: :: != C:\ &amp; Yahoo! :-) :smile: http:
function isSign(doc: Document, marks: Marks, first: number, last: number): boolean {
  const { text } = doc;
  const at = marks.at[first]!;
  const end = marks.at[last]!;
  const next = text[end + 1] ?? ' ';
  if (isMention(text, at, end + 1) || isInName(text, at)) return true;
  // （”,”）: quotation marks that both close.
  if (MISTYPED_QUOTES.includes(next) && text[at - 1] === next) return true;
  // “I:”开头 quotes Latin text; 一个!，这 speaks of the mark; 0.0,, is a format.
  if (left.side !== Side.Han && CLOSING_QUOTES.includes(next)) return true;
  if (WIDE_POINTS.includes(next)) return true;
  if (first < last && marks.kind[first] === Mark.Comma && left.side !== Side.Han) return true;
  const kind = marks.kind[last]!;
  if (kind === Mark.Comma) return false;
  if ((kind === Mark.Colon || kind === Mark.Semicolon) && isFace(text, at, end)) return true;
  if (left.spaced && right.spaced && BEFORE_NAMED.includes(text[left.at]!)) return true;
  // "!name", “? 帮助”: no sentence ends where a quotation begins.
  if ('“「『'.includes(text[at - 1] ?? ' ') || (text[at - 1] === '"' && isAsciiAlnum(next.charCodeAt(0))))
    return true;
  const run: Run = { at, end, count: last - first + 1, next };
  switch (kind) {
    case Mark.Colon:
      return (first < last && marks.kind[first] === Mark.Colon) || isColonSign(doc, run);
    case Mark.Semicolon:
      return isSemicolonSign(text, run);
    case Mark.Exclamation:
      return isExclamationSign(doc, run);
    case Mark.Question:
      return isQuestionSign(text, run);
    default:
      return false;
  }
}

function isColonSign(doc: Document, { at, end, count, next }: Run): boolean {
  const { text } = doc;
  // Use as:，它…: the colon belongs to the name of a field.
  if (!right.spaced && WIDE_POINTS.includes(text[right.at] ?? ' ')) return true;
  if (
    (next === ' ' && isSmile(text, at)) ||
    '\\/)=*'.includes(next) ||
    (next === '-' && ')(D'.includes(text[end + 2] ?? ' '))
  )
    return true;
  // A sad face ends its line.
  if (next === '(' && /^[(]+\s*(?:[<\r\n]|$)/.test(text.slice(end + 1, end + 6))) return true;
  // 时:分:秒, 小时:分钟 give a format.
  if (count === 1 && '时時分'.includes(text[at - 1]!) && '分秒'.includes(next)) return true;
  if (text[at - 1] === ']' && doc.format === 'markdown' && isDefinition(text, at)) return true;
  if (isShortcode(text, at) || RATIO_OF_NAMES.test(text.slice(end + 1, end + 16))) return true;
  const word = latinBefore(text, at);
  if (word.length === 1) return AFTER_DRIVE.includes(next) && /[A-Z]/i.test(word);
  return SCHEMES.has(word.toLowerCase());
}

function isSemicolonSign(text: string, { at, end, next }: Run): boolean {
  if (next === '-' && ')('.includes(text[end + 2] ?? ' ')) return true;
  if ('。）'.includes(next) && left.side !== Side.Han) return true;
  if (next === ')' && text[end + 2] !== undefined) return isHan(text.charCodeAt(at - 1));
  return isEntityEnd(text, at);
}

const isExclamationSign = (doc: Document, run: Run): boolean =>
  isExclamationOf(doc.text, run) || doc.share(exclaimedNames).has(latinBefore(doc.text, run.at));

// A capitalised word that a text ends with the mark again and again is a name that has it: Qalculate!
function exclaimedNames({ text }: Document): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (let at = text.indexOf('!'); at >= 0; at = text.indexOf('!', at + 1)) {
    const word = latinBefore(text, at);
    if (/^[A-Z][a-z]/.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= A_NAME).map(([word]) => word));
}
const A_NAME = 3;

const isExclamationOf = (text: string, { at, next }: Run): boolean =>
  next === '=' ||
  next === '[' ||
  (next === '）' && left.side === Side.Latin) ||
  (text[at - 1] === ' ' && isVisibleAscii(next.charCodeAt(0))) ||
  ERROR_VALUE.test(text.slice(Math.max(0, at - 8), at)) ||
  BRANDS.has(latinBefore(text, at).toLowerCase());

function isQuestionSign(text: string, { at, end, count, next }: Run): boolean {
  if (count >= LOST_CHARACTERS - (right.side === Side.Han && !right.spaced ? 1 : 0)) return true;
  // The query of an address whose path is Han: /wiki/水库?page=2
  if (/^[\w%-]{1,20}=/.test(text.slice(end + 1, end + 22))) return true;
  if (text[at - 1] === '}' || (text[at - 1] === ' ' && isVisibleAscii(next.charCodeAt(0)))) return true;
  // <?> and &lt;?&gt; are places to fill in.
  const isPlace = '<[{;'.includes(text[at - 1] ?? ' ') && '>]}&'.includes(next);
  return next === '=' || isPlace || isDebris(text, at);
}

// 改进 : ) is a face where no bracket is open.
const isSmile = (text: string, at: number): boolean =>
  text[at + 2] === ')' && /(?:^|[)）\n])[^(（]*$/.test(text.slice(Math.max(0, at - SMILE), at));
const SMILE = 60;

// "[2]: 《水库志》": a definition of Markdown, or a list of sources typed as one.
const isDefinition = (text: string, at: number): boolean =>
  /(?:^|\n) {0,3}\[[^\][\n]{1,30}\]$/.test(text.slice(Math.max(0, at - 40), at));

// 齠絲?敲此?腔岜: among rare characters, question marks in a row of runs are what a wrong decoding left.
function isDebris(text: string, at: number): boolean {
  const around = text.slice(Math.max(0, at - DEBRIS), at + DEBRIS);
  if (around.indexOf('?') === around.lastIndexOf('?')) return false;
  const isRare = (i: number): boolean => isHan(text.charCodeAt(i)) && !isCommonHan(text.charCodeAt(i));
  if ([-2, -1, 1, 2].some(step => isRare(at + step))) return true;
  let rare = 0;
  for (let i = at - DEBRIS; i < at + DEBRIS; i++) if (isRare(i)) rare++;
  return rare > 1;
}

const DEBRIS = 12;
const isVisibleAscii = (unit: number): boolean => unit > 0x20 && unit < 0x7f && unit !== 0x3c;

// :smile: as typed in forums and chats.
function isShortcode(text: string, at: number): boolean {
  let i = at + 1;
  while (i - at < 30 && isShortcodeUnit(text.charCodeAt(i))) i++;
  if (i > at + 2 && text[i] === ':' && isAsciiLetter(text.charCodeAt(at + 1))) return true;
  i = at - 1;
  while (at - i < 30 && isShortcodeUnit(text.charCodeAt(i))) i--;
  return at - i > 2 && text[i] === ':' && isAsciiLetter(text.charCodeAt(i + 1));
}

const isShortcodeUnit = (unit: number): boolean => isAsciiAlnum(unit) || unit === 0x5f || unit === 0x2d;

// &nbsp; as text: its & may be a region of its own, &amp;.
function isEntityEnd(text: string, at: number): boolean {
  let i = at - 1;
  while (at - i < 12 && (isAsciiAlnum(text.charCodeAt(i)) || text[i] === '#')) i--;
  return at - i > 2 && (text[i] === '&' || (text[i] === ';' && text.slice(Math.max(0, i - 4), i) === '&amp'));
}

function latinBefore(text: string, at: number): string {
  let i = at;
  while (i > 0 && at - i < 20 && isAsciiLetter(text.charCodeAt(i - 1))) i--;
  return text.slice(i, at);
}

/** Whether the word or figure that ends at `at` directly follows Han, so that the mark after it ends a Han sentence. */
function followsHan(text: string, at: number): boolean {
  let i = at;
  while (i >= 0 && at - i < 40 && (isAsciiAlnum(text.charCodeAt(i)) || '.-_/%+#'.includes(text[i]!))) i--;
  while (text[i] === ' ' && at - i < 42) i--;
  return i >= 0 && sideOf(text.charCodeAt(i)) === Side.Han;
}

function skipFigure(text: string, from: number): number {
  let i = from;
  while (i - from < 16 && (isDigit(text.charCodeAt(i)) || text[i] === '.')) i++;
  return i;
}
