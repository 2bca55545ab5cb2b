// Text that writes the same curly mark at both ends of a quotation, ”甲” or “甲“: what TeX makes of straight marks, and
// what a keyboard leaves that does not know which of the two is due. No mark was lost there: it is one fault with one
// cause. A text that lost all its opening marks looks alike, but its closing ones stand where closing ones do.
import type { Document } from '../document/document.ts';
import { isAsciiAlnum, isHanAt } from '../text/charClass.ts';
import { Mark, type Marks } from './marks.ts';
import { Partner } from './partner.ts';

/** As many marks without partners, and as large a share of them, must stand where the other mark of the pair does. */
const ENOUGH = 5;
const SHARE = 0.25;

/** Tells the marks of such a text from those that miss a partner. */
export function settleSameMarks(doc: Document, marks: Marks, of: Int32Array): void {
  for (const kind of [Mark.DoubleClose, Mark.SingleClose, Mark.DoubleOpen, Mark.SingleOpen]) {
    if (marks.counts[kind]! < 2 * ENOUGH) continue;
    const isTurned = (kind & 1) === 0 ? endsQuotation : beginsQuotation;
    let lonely = 0;
    let turned = 0;
    for (let m = 0; m < marks.count; m++) {
      if (marks.kind[m] !== kind || of[m] !== Partner.Missing) continue;
      lonely++;
      if (isTurned(doc, marks.at[m]!)) turned++;
    }
    if (turned < ENOUGH || turned < SHARE * lonely) continue;
    for (let m = 0; m < marks.count; m++)
      if (marks.kind[m] === kind && of[m] === Partner.Missing) of[m] = Partner.Same;
  }
}

const isWordAt = (text: string, at: number): boolean =>
  isAsciiAlnum(text.charCodeAt(at)) || isHanAt(text, at) || '/$~-.:<%&^@#*'.includes(text[at] ?? ' ');

// Nothing, a blank, a colon or an opening bracket before, and a word right after; or a Latin word after Han.
function beginsQuotation({ text }: Document, at: number): boolean {
  if (!isWordAt(text, at + 1)) return false;
  if (' \n\r\t（(：、'.includes(text[at - 1] ?? '\n')) return true;
  return isHanAt(text, at - 1) && !isHanAt(text, at + 1);
}

// A word right before, and the end of a sentence or a clause, a blank or a bracket after; or Han after Latin.
function endsQuotation({ text }: Document, at: number): boolean {
  if (!isWordAt(text, at - 1)) return false;
  if (' \n\r\t）)，。、；：！？（('.includes(text[at + 1] ?? '\n')) return true;
  return isHanAt(text, at + 1) && !isHanAt(text, at - 1);
}
