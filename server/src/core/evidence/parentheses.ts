// Parentheses pair whatever their width, within a block first. Closing ones also end list markers, 1) 一） a), and
// emoticons; those give up their partner only where another needs it, since （见图1） has one as well.
import type { Document } from '../document/document.ts';
import { Mark, type Marks } from './marks.ts';
import { isMention } from './mention.ts';
import { Partner } from './partner.ts';

const REACH = 400;

const isOpen = (kind: number): boolean => kind === Mark.Open || kind === Mark.WideOpen;
const isClose = (kind: number): boolean => kind === Mark.Close || kind === Mark.WideClose;

/** Writes the partners of all parentheses into `of`. */
export function balanceParentheses(doc: Document, marks: Marks, of: Int32Array): void {
  const { count, at, block, kind } = marks;
  const waiting: number[] = [];
  for (let first = 0; first < count; ) {
    let last = first;
    while (last + 1 < count && block[last + 1] === block[first]) last++;
    balance(doc.text, marks, of, first, last);
    for (let m = first; m <= last; m++) {
      if (of[m] !== Partner.Missing) continue;
      if (isOpen(kind[m]!)) waiting.push(m);
      else if (isClose(kind[m]!)) {
        const open = waiting.pop();
        if (open === undefined) continue;
        if (block[open] === block[m] || at[m]! - at[open]! > REACH) continue;
        of[open] = m;
        of[m] = open;
      }
    }
    first = last + 1;
  }
}

function balance(text: string, { at, kind }: Marks, of: Int32Array, first: number, last: number): void {
  const open: number[] = [];
  // Closing marks that have a partner but may be list markers, latest last.
  const doubtful: number[] = [];
  for (let m = first; m <= last; m++) {
    if (isOpen(kind[m]!)) {
      if (isMention(text, at[m]!) || isFace(text, at[m]!)) continue;
      of[m] = Partner.Missing;
      open.push(m);
    } else if (isClose(kind[m]!)) {
      if (isMention(text, at[m]!)) continue;
      const isMarker = MARKER.test(text.slice(Math.max(0, at[m]! - 5), at[m]));
      let partner = open.pop();
      if (partner === undefined) {
        if (isMarker) continue;
        // （包括1）浇水，2）施肥）: the first closing mark was a list marker's, this one is the bracket's.
        const marker = doubtful.pop();
        if (marker === undefined) {
          of[m] = Partner.Missing;
          continue;
        }
        partner = of[marker]!;
        of[marker] = Partner.None;
      } else if (isMarker) doubtful.push(m);
      of[m] = partner;
      of[partner] = m;
    }
  }
}

/** 1) a) iv) 一） ①）, also after Han, and :) ;-) */
const MARKER =
  /(?:(?:^|[^A-Za-z0-9(（.])(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})|(?:^|[^\p{L}(（])[一二三四五六七八九十]{1,3}|[①-⑳Ⅰ-Ⅻ]|[:;=8^][-^_o]?)$/u;

const isFace = (text: string, at: number): boolean =>
  ':;'.includes(text[at - 1] ?? ' ') && /[\s。！，]/.test(text[at + 1] ?? ' ');
