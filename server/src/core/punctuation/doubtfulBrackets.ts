// Pairs of half-width brackets that may be right as they are: in formulas and paths, round a mark or figures, in
// drawings; see doubtfulPoints.ts for what becomes of them.
import type { Document } from '../document/document.ts';
import type { Neighbour } from './neighbours.ts';
import { isInDrawing } from './quotedStretches.ts';

const BEFORE_OPERAND = '/\\=×÷*+~^';
const OPERATORS = '=×÷*/+&~^|→-–∶\\';
const QUOTES = '“「';
const CLOSING = '」』”。）》';
/** 冒号(:), 用户坐标(-1.5, 2), 文件(&F), (see 词条) */
const SIGNS =
  /^ ?(?:["'‘“]?[!-/:-@[-`{-~]+["'’”]?|[-+]?[\d.]+(?: ?, ?[-+]?[\d.]+)+|&(?:amp;)?[A-Za-z\d]|see (?:also )?.*|[A-Za-z\d]+(?: ?[+×*^=] ?[A-Za-z\d]+)+) ?$/;
const LONGEST_SIGN = 40;

/** Judges the pair at `start` and `end`, of which `left` and `right` are the neighbours outside. */
export function isDoubtfulPair(
  doc: Document,
  start: number,
  end: number,
  hasHan: boolean,
  left: Neighbour,
  right: Neighbour,
): boolean {
  const { text } = doc;
  if (right.at >= 0 && OPERATORS.includes(text[right.at]!) && isOperator(text, right)) return true;
  if (left.at >= 0 && BEFORE_OPERAND.includes(text[left.at]!)) return true;
  if (!hasHan && CLOSING.includes(text[start - 1] ?? '-')) return true;
  // “(公式编号)” shows the brackets.
  if (QUOTES.includes(text[start - 1] ?? '-') && CLOSING.includes(text[end + 1] ?? '-')) return true;
  // Err("出错了"): a call with a string.
  if (hasHan && text[start + 1] === '"' && /\w/.test(text[start - 1] ?? ' ')) return true;
  if (end - start <= LONGEST_SIGN && SIGNS.test(text.slice(start + 1, end))) return true;
  return isInDrawing(doc, start) || isInDrawing(doc, end);
}

// A hyphen is an operator, or a dash after a term, between blanks.
function isOperator(text: string, { at, spaced }: Neighbour): boolean {
  return '-–'.includes(text[at]!) ? spaced && text[at + 1] === ' ' : true;
}
