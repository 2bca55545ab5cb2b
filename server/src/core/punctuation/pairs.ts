// Which opening mark belongs to which closing mark. Each kind of pair has a stack of its own, so that one missing mark
// does not unpair the others; an opening mark may wait for its partner across paragraphs, because quotations run over
// several and because broken paragraphs are another rule's finding.
import type { Document } from '../document/document.ts';
import { CharClass, CLASS_OF, isAsciiLetter, isDigit } from '../text/charClass.ts';
import { Mark, type Marks, marksOf } from './marks.ts';
import { isQuoted } from './mention.ts';
import { balanceParentheses } from './parentheses.ts';
import { Partner } from './partner.ts';
import { settleSameMarks } from './sameMarks.ts';

export interface Pairs {
  /** For each mark the index of its partner, or one of `Partner`. */
  readonly of: Int32Array;
  /** 1 for an opening quotation mark that stands inside another quotation. */
  readonly nested: Uint8Array;
}

/** How far (UTF-16 units) an opening mark waits for its partner outside its own line. */
const QUOTATION_REACH = 3000;
const BRACKET_REACH = 400;

/** The pairs among the marks of `marksOf`; ask through `doc.share(pairsOf)`. */
export function pairsOf(doc: Document): Pairs {
  const marks = doc.share(marksOf);
  const { count, at, kind } = marks;
  const { text, memory } = doc;
  const of = memory.int32(count).fill(Partner.None);
  const nested = memory.uint8(count);
  const stacks: number[][] = [];
  for (let k = Mark.DoubleOpen; k <= Mark.ShellOpen; k += 2) stacks[k] = [];
  let quotations = 0;
  for (let m = 0; m < count; m++) {
    const k = kind[m]!;
    if (k < Mark.DoubleOpen || k > Mark.ShellClose || isQuoted(text, at[m]!)) continue;
    const isQuote = k <= Mark.InnerCornerClose;
    if ((k & 1) === 0) {
      if (k === Mark.SingleOpen && isAsciiLetter(text.charCodeAt(at[m]! - 1))) continue;
      const stack = stacks[k]!;
      // A quotation of several paragraphs opens each of them anew and closes only the last.
      if (isQuote && stack.length > 0 && opensParagraph(doc, marks, m)) {
        const earlier = stack[stack.length - 1]!;
        if (!sameLine(doc, at[earlier]!, at[m]!)) {
          stack.pop();
          of[earlier] = Partner.None;
          quotations--;
        }
      }
      if (isQuote) {
        if (quotations > 0) nested[m] = 1;
        quotations++;
      }
      of[m] = Partner.Missing;
      stack.push(m);
      continue;
    }
    const stack = stacks[k - 1]!;
    const open = stack[stack.length - 1];
    if (k === Mark.SingleClose && isApostrophe(text, at[m]!, open === undefined)) continue;
    const reach = isQuote ? QUOTATION_REACH : BRACKET_REACH;
    if (open === undefined || (at[m]! - at[open]! > reach && !sameLine(doc, at[open]!, at[m]!))) {
      if (isQuote && isDigit(text.charCodeAt(at[m]! - 1))) continue;
      of[m] = Partner.Missing;
      if (open !== undefined && isQuote) quotations -= stack.length;
      stack.length = 0;
      continue;
    }
    stack.pop();
    of[open] = m;
    of[m] = open;
    if (isQuote) quotations--;
  }
  settleSameMarks(doc, marks, of);
  balanceParentheses(doc, marks, of);
  return { of, nested };
}

// it’s, nǚ’ér, students’, ’90, “Signed-off-by:”’s
function isApostrophe(text: string, at: number, isAlone: boolean): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at + 1);
  if (isLatinLetter(before) && isLatinLetter(after)) return true;
  if (!isAlone) return false;
  const isGenitive = after === 0x73 && !isAsciiLetter(text.charCodeAt(at + 2));
  return isGenitive || isAsciiLetter(before) || isDigit(before) || isDigit(after);
}

// Vowels of pinyin, French and Vietnamese with their accents are letters of their words.
const isLatinLetter = (unit: number): boolean =>
  isAsciiLetter(unit) || (unit >= 0xc0 && CLASS_OF[unit] === CharClass.Latin);

function opensParagraph(doc: Document, marks: Marks, m: number): boolean {
  const start = marks.at[m]!;
  const block = doc.blocks[marks.block[m]!];
  // Where a quotation inside a quotation is continued too, both of them open anew.
  let i = start - 1;
  while (i >= 0 && start - i < 8 && ' \u3000\t\u00a0“‘「『'.includes(doc.text[i]!)) i--;
  if (block && block.contentStart > i) return true;
  return i < 0 || '\n\r>'.includes(doc.text[i]!);
}

const sameLine = ({ source }: Document, a: number, b: number): boolean =>
  source.lines.lineAt(a) === source.lines.lineAt(b);
