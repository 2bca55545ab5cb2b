// Parentheses pair whatever their width, within a block first. Closing ones also end list markers, 1) 一） a), and
// emoticons; those give up their partner only where another needs it, since （见图1） has one as well.
import type { Document } from '../document/document.ts';
import { isHanAt } from '../text/charClass.ts';
import { isIntervalEnd } from './intervals.ts';
import { anyOf, Mark, type Marks } from './marks.ts';
import { isQuoted } from './mention.ts';
import { Partner } from './partner.ts';

const REACH = 400;

/** Writes the partners of all parentheses into `of`. */
export function balanceParentheses(doc: Document, marks: Marks, of: Int32Array): void {
  if (!anyOf(marks, Mark.Open, Mark.Close) && !anyOf(marks, Mark.WideOpen, Mark.WideClose)) return;
  const { count, at, block, kind } = marks;
  const { text } = doc;
  // Opening marks of earlier blocks and of this one, and closing marks of this block that have a partner.
  const waiting: number[] = [];
  let open: number[] = [];
  let closed: number[] = [];
  let current = -2;
  for (let m = 0; m < count; m++) {
    const k = kind[m]!;
    const isOpen = k === Mark.Open || k === Mark.WideOpen;
    if (!isOpen && k !== Mark.Close && k !== Mark.WideClose) continue;
    if (block[m] !== current) {
      current = block[m]!;
      if (open.length > 0) {
        waiting.push(...open.slice(-MOST_WAITING));
        open = [];
      }
      if (closed.length > 0) closed = [];
    }
    const start = at[m]!;
    if (isQuoted(text, start) || isIntervalEnd(text, start)) continue;
    if (isOpen) {
      if (isFace(text, start)) continue;
      of[m] = Partner.Missing;
      open.push(m);
      continue;
    }
    let partner = open.pop();
    if (partner === undefined) {
      if (isMarker(text, start)) continue;
      // （包括1）浇水，2）施肥）: an earlier closing mark was a list marker's, and this one is the bracket's.
      let earlier = closed.pop();
      while (earlier !== undefined && !isMarker(text, at[earlier]!)) earlier = closed.pop();
      if (earlier !== undefined) {
        partner = of[earlier]!;
        of[earlier] = Partner.None;
      } else {
        partner = waiting.pop();
        if (partner === undefined || start - at[partner]! > REACH) {
          of[m] = Partner.Missing;
          continue;
        }
      }
    } else closed.push(m);
    of[m] = partner;
    of[partner] = m;
  }
}

const MOST_WAITING = 100;

/** 1) ３） a) iv) 一） ①）, also after Han, and :) ：） ;-) */
const MARKER =
  /(?:(?:^|[^A-Za-z0-9(（.])(?:[\d０-９]{1,3}|[A-Za-z]|[ivxIVX]{1,4})|(?:^|[^\p{L}(（])[一二三四五六七八九十]{1,3}|[①-⑳Ⅰ-Ⅻ]|[:：;=8^][-^_o]?)$/u;
/** The end of a sum, as in N + n - 1): its last figure numbers nothing. */
const SUM = /[-+*/×÷−] ?\d{1,3}$/;

function isMarker(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 5), at);
  // 见下：）以后: a face ends its clause, a lost note does not.
  if (before.endsWith('：') && isHanAt(text, at + 1)) return false;
  return MARKER.test(before) && !SUM.test(before);
}
const isFace = (text: string, at: number): boolean =>
  ':;'.includes(text[at - 1] ?? ' ') && /[\s。！，]/.test(text[at + 1] ?? ' ');
