// Points (, ; : ! ?) that stand in Han text and yet may be right as they are: in a reference to a section, in a list of
// code, in the name of a field, as a mark that is spoken of. In text that a filter folded throughout they were folded
// with the rest; anywhere else they are no evidence and no finding.
import type { Document } from '../document/document.ts';
import { isAsciiAlnum, isDigit, isHan } from '../text/charClass.ts';
import { Mark, type Marks } from './marks.ts';
import { type Neighbour, Side } from './neighbours.ts';
import { pairsOf } from './pairs.ts';
import { Partner } from './partner.ts';
import { isInDrawing } from './quotedStretches.ts';

/** 節 1.2.3, 表格 2.1, 附录 A, 第 3 章, Chapter 12: before the comma and the title. */
const SECTION =
  /(?:(?:[節节章表圖图例]|附[录錄]|[圖图]形|表格|[圖图]表)[ \u00a0]?(?:[A-Z]|[A-Z]?\d+)(?:\.\d+)*|第 ?[\dA-Z.]+ ?[章節节]|(?:Chapter|Section|Appendix)(?: |\u00a0|&nbsp;)[A-Z\d.]+)$/;
const LONGEST_SECTION = 24;
/** 类型, 的 and 名字 ,之间: a comma between a Latin word and what belongs to it is one too many, not too narrow. */
const AFTER_STRAY = /^(?:[的之]|中[的所有，、。])/;
const BEFORE_GAP = ',，、(（:：\n';
const AFTER_GAP = ',，、)）。;；';
/** After a mark that is spoken of: !命令, ?号, “用 , 分隔”. */
const NAMES_MARK =
  /^ ?(?:命令|指令|号|號|键|鍵|标记|標記|构造|構造|字符|字元|符号|符號|运算符|運算子|分隔|隔开|隔開|开头|開頭|结尾|結尾)/;
/** After a name that ends in a colon as part of it: Reply-To: 标头, login: 提示. */
const NAMES_FIELD =
  /^(?:标头|標頭|头|頭|首部|行|抄送|收件人|为前缀|為前綴|字段|欄位|栏位|提示|标签|標籤|[或和与與及])/;
/** Before a format of which the words are places to fill in: 格式为 所有者:组 */
const BEFORE_FORMAT = /(?:(?:格式|形式|形如|语法|語法)[^。，；！？]{0,16}|(?:=|:\/\/)[\u4e00-\u9fff]{1,8})$/;
/** Between blanks, 指定 所有者:组 的值, or before 科目, 费用:服装科目. */
const TERM = /^[\u4e00-\u9fff]{1,4} /;
const ACCOUNT = /^[\u4e00-\u9fff]{1,8}科目/;
/** After the comma of a list of settings: [title = 入门, author = 王]. */
const SETTING = /^ ?[A-Za-z_]+ ?=/;
const LONGEST_FORMAT = 24;
const AND = '或和与與及';
/** No sentence ends after these, so the ? or ! names itself. */
const BEFORE_NAMED = `、：，；（+*/${AND}`;
/** The longest entry of an index, 词条, 章节名, in code units, without links and with them, with tags, and its marks. */
const LONGEST_ENTRY = 24;
const LONGEST_LINKED_ENTRY = 80;
const LONGEST_MARKED_ENTRY = 600;
const MARKS_OF_ENTRY = 4;
const TAGS = /<[^>]*>/g;

/** Judges the run of adjacent half-width marks `first`…`last`, of which `left` and `right` are the neighbours. */
export function isDoubtfulPoint(
  doc: Document,
  marks: Marks,
  first: number,
  last: number,
  left: Neighbour,
  right: Neighbour,
): boolean {
  const { text } = doc;
  const at = marks.at[first]!;
  const end = marks.at[last]!;
  if (isInDrawing(doc, at)) return true;
  // “元字符 ?, +”: the first of them is spoken of.
  if (first < last && text[at - 1] === ' ' && marks.kind[last] === Mark.Comma) return true;
  // By far the commonest case in folded text.
  const isComma = marks.kind[last] === Mark.Comma;
  if (isComma && isHan(text.charCodeAt(at - 1)) && isHan(text.charCodeAt(end + 1)))
    return (
      isInTuple(text, at) || (AND.includes(text[end + 1]!) && /[!-/:-@[-`{-~]/.test(text[end + 2] ?? 'x'))
    );
  if (isTagged(doc, at, end)) return true;
  switch (marks.kind[last]) {
    case Mark.Comma:
      return isDoubtfulComma(doc, marks, last, left, right);
    case Mark.Colon:
      if (first === last && opensQuotation(doc, marks, first)) return true;
      return isDoubtfulColon(text, at, end, left, right);
    case Mark.Semicolon:
      if (first < last || text[at - 1] === '"') return true;
      return isTight(text, at, end) ? isFormat(text, at, end) : isNamed(text, at, end);
    default:
      return isNamed(text, at, end) || isOfMacro(text, at, end);
  }
}

function isDoubtfulComma(doc: Document, marks: Marks, m: number, left: Neighbour, right: Neighbour): boolean {
  const { text } = doc;
  const at = marks.at[m]!;
  if (text[right.at] === '…' || text.startsWith('...', right.at)) return true;
  if (left.side === Side.Latin && AFTER_STRAY.test(text.slice(right.at, right.at + 2))) return true;
  // A format: #,##0 gives 「,1」.
  if (isDigit(text.charCodeAt(at + 1)) && ' 「“"'.includes(text[at - 1] ?? '-')) return true;
  if (isBetweenStrings(text, at) || SETTING.test(text.slice(at + 1, at + 16))) return true;
  if (isTight(text, at, at))
    return isInTuple(text, at) || (right.side !== Side.Han && right.at >= 0 && isEntry(doc, marks, m, false));
  if (isMissingItem(text, at) || isBetweenCodes(text, at, right)) return true;
  if (
    text[at - 1] === ' ' &&
    (AND.includes(text[at - 2] ?? '-') || NAMES_MARK.test(text.slice(at + 1, at + 5)))
  )
    return true;
  if (text[at + 1] !== ' ' || right.at < 0) return false;
  return isSection(text, at) || isEntry(doc, marks, m, true);
}

function isDoubtfulColon(text: string, at: number, end: number, left: Neighbour, right: Neighbour): boolean {
  const before = text[at - 1] ?? '\n';
  const next = text[at + 1] ?? '\n';
  // “使用 :r 文件”, “，:control”: commands begin with a colon.
  if (before === ' ') {
    if (/[!-9A-Za-z]/.test(next) || text[left.at] === '。') return true;
    if (right.spaced && (AND.includes(text[right.at] ?? '-') || NAMES_MARK.test(text.slice(at + 1, at + 5))))
      return true;
  } else if ('，。、（'.includes(before)) return true;
  if (right.spaced && '“「'.includes(text[at + 2] ?? '-') && isSection(text, at)) return true;
  if (left.side === Side.Latin || left.side === Side.Digit)
    return (
      text[end + 1] === '（' || NAMES_FIELD.test(text.slice(right.at, right.at + 2)) || isFieldName(text, at)
    );
  return isTight(text, at, end) && isFormat(text, at, end);
}

// “:set list”, and ”:set list” in a text that opens and closes with the same mark: no sentence begins with a colon.
function opensQuotation(doc: Document, marks: Marks, m: number): boolean {
  const quote = m - 1;
  if (quote < 0 || marks.at[quote] !== marks.at[m]! - 1) return false;
  if (marks.kind[quote] === Mark.DoubleOpen || marks.kind[quote] === Mark.CornerOpen) return true;
  return (
    marks.kind[quote] === Mark.DoubleClose &&
    /[\w%!$]/.test(doc.text[marks.at[m]! + 1] ?? ' ') &&
    doc.share(pairsOf).of[quote] === Partner.Same
  );
}

const isSection = (text: string, at: number): boolean =>
  SECTION.test(text.slice(Math.max(0, at - LONGEST_SECTION), at));

const isTight = (text: string, at: number, end: number): boolean =>
  text[at - 1] !== ' ' && !' \n<'.includes(text[end + 1] ?? '\n');

// ", , 和" and "：, 以及": where an item of code was lost, or is still to be filled in.
function isMissingItem(text: string, at: number): boolean {
  let before = at - 1;
  while (text[before] === ' ' && at - before < 8) before--;
  let after = at + 1;
  while (text[after] === ' ' && after - at < 8) after++;
  if (after - before > 4 && text[at - 1] === ' ' && text[at + 1] === ' ') return true;
  return before < 0 || BEFORE_GAP.includes(text[before]!) || AFTER_GAP.includes(text[after] ?? '-');
}

// 401 (甲), 1401 (乙): items of code with their meaning in brackets.
function isBetweenCodes(text: string, at: number, right: Neighbour): boolean {
  if (text[at - 1] !== ')' || !isAsciiAlnum(text.charCodeAt(right.at))) return false;
  const open = text.lastIndexOf('(', at - 2);
  return open > at - 40 && /[0-9A-Za-z] ?$/.test(text.slice(Math.max(0, open - 2), open));
}

// "甲", "乙": strings as code writes them.
function isBetweenStrings(text: string, at: number): boolean {
  if (text[at - 1] !== '"' && !text.startsWith('&quot;', at - 6)) return false;
  const next = ' \n'.includes(text[at + 1] ?? '-') ? at + 2 : at + 1;
  return '"“「'.includes(text[next] ?? ' ') || text.startsWith('&quot;', next);
}

// <频率,功率>
function isInTuple(text: string, at: number): boolean {
  let i = at - 1;
  while (at - i < 8 && isHan(text.charCodeAt(i))) i--;
  return text[i] === '<';
}

// A line that is an entry of an index and its places, or a title of two: no sentence, so its commas are separators.
function isEntry({ text, blocks }: Document, marks: Marks, m: number, isSpaced: boolean): boolean {
  const { at, kind, block } = marks;
  const b = block[m]!;
  if (b < 0) return false;
  const { contentStart, contentEnd } = blocks[b]!;
  if (contentEnd - contentStart > LONGEST_MARKED_ENTRY) return false;
  let first = m;
  while (first > 0 && block[first - 1] === b && m - first < MARKS_OF_ENTRY) first--;
  for (let i = first; block[i] === b; i++) {
    const separates =
      kind[i] === Mark.Pause || (kind[i] === Mark.Comma && (text[at[i]! + 1] === ' ') === isSpaced);
    if (!separates || i - first >= MARKS_OF_ENTRY) return false;
  }
  const longest = text.startsWith('<a ', at[m]! + 2) ? LONGEST_LINKED_ENTRY : LONGEST_ENTRY;
  return text.slice(contentStart, contentEnd).replace(TAGS, '').trim().length <= longest;
}

const isFormat = (text: string, at: number, end: number): boolean =>
  isHan(text.charCodeAt(at - 1)) &&
  isHan(text.charCodeAt(end + 1)) &&
  (BEFORE_FORMAT.test(text.slice(Math.max(0, at - LONGEST_FORMAT), at)) || isTerm(text, at, end));

function isTerm(text: string, at: number, end: number): boolean {
  const after = text.slice(end + 1, end + 11);
  if (ACCOUNT.test(after)) return true;
  return TERM.test(after) && / [\u4e00-\u9fff]{1,4}$/.test(text.slice(Math.max(0, at - 5), at));
}

// Acked-by: and err_free: in the middle of a sentence are names; at its start they are what it explains.
const isFieldName = (text: string, at: number): boolean =>
  /[\u4e00-\u9fff] ?[A-Za-z]+[-_][\w-]*$/.test(text.slice(Math.max(0, at - 32), at));

// "通配符 ? 和 *", "用 ;, & 分隔", "!命令", "：! $ %": a mark that is spoken of.
function isNamed(text: string, at: number, end: number): boolean {
  const before = text[at - 1] ?? '\n';
  const next = text[end + 1] ?? '\n';
  if (next === '、' || BEFORE_NAMED.includes(before)) return true;
  if (before === ' ')
    return ' ,，、。;；)）」”"*`$'.includes(next) || `+${AND}`.includes(text[at - 2] ?? '-');
  return NAMES_MARK.test(text.slice(end + 1, end + 5));
}

// println! 宏, x? 将: a call of code with its mark; 后面跟着!q: a flag.
function isOfMacro(text: string, at: number, end: number): boolean {
  if (end > at) return false;
  const next = text[end + 1] ?? '\n';
  if (text[at] === '!' && next >= 'a' && next <= 'z') return true;
  const word = /(?:^|[^A-Za-z\d])([a-z_\d]+)$/.exec(text.slice(Math.max(0, at - 24), at))?.[1];
  return word !== undefined && (text[at] === '!' ? /[a-z]/.test(word) : /^[a-z]$/.test(word));
}

// <input>!</input>: the mark is all that the tags hold.
const isTagged = ({ text, regions }: Document, at: number, end: number): boolean =>
  text[at - 1] === '>' &&
  text[end + 1] === '<' &&
  (regions.kindAt(at - 1) === regions.kindAt(at) || KEY_TAG.test(text.slice(Math.max(0, at - 8), at)));
const KEY_TAG = /<(?:input|kbd|tt|samp|w)>$/;
