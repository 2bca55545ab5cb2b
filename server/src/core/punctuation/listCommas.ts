// Commas and semicolons of a list whose items are Latin words, code or figures, as the last of `a, b (甲), 和 c`: those
// between Latin items belong to Latin text, so those beside Han are of the same hand. Either all of a list's are
// findings or none is.
import type { Document } from '../document/document.ts';
import { Mark, type Marks, WidthKind } from './marks.ts';
import { pairsOf } from './pairs.ts';
import { plain } from './plainText.ts';
import type { MarkContexts } from './widthContext.ts';

const DOUBTFUL = WidthKind.Doubtful + 1;
/** How far the separator before or after may be, in marks and in code units with their tags. */
const MARKS = 16;
const REACH = 200;
/** How many separators of a list are looked at. */
const DEPTH = 4;
/** The longest item that holds Han outside brackets: SSH 1 协议, and the longest without a Latin letter: 程序运行. */
const LONGEST_ITEM = 16;
const LONGEST_WORD = 5;

const HAN = /\p{Script=Han}/u;
/** What an item of a list does not hold, but a clause does. */
const CLAUSE = /[等的了是在可会會要请請]/;
const BRACKETS = /[(（][^()（）]*[)）]|\[[^[\]]*\]/g;
/** 例如, 另外: these begin a clause. */
const LEADS = /[如外此先后後说說]$/;
const LATIN = /^\s*["'“「`]*[\x21-\x7e]/;
/** What goes on with a list after a blank: a Latin item, a conjunction, "and so on". */
const GOES_ON =
  /^\s*(?:["'“「`]*[\x21-\x7e]|(?:和|与|與|及|或|或者)\s*[\x21-\x7e]|以及|还有|還有|或是|等|任何|其他|其它)/;
const JOINS = /^\s*(?:或|以及|等|(?:和|与|與|及)\s*[\x21-\x7e])/;
/** No comma joins what these join: stty(1), 和 termios(3). */
const AND = /^\s*(?:和|与|與|以及|及)\s*["'“「`<[(]*[\x21-\x7e]/;

/** True when the comma or semicolon `m`, a finding by its neighbours, is of such a list. */
export function isOfList(doc: Document, marks: Marks, contexts: MarkContexts, m: number, depth = 0): boolean {
  const { text } = doc;
  const at = marks.at[m]!;
  const spaced = isSpaced(text, at);
  const next = plain(doc, at + 1, at + 1 + REACH);
  const isLatin = LATIN.test(next);
  if (isLatin && spaced && isGlossed(doc, marks, m)) return true;
  const previous = separatorBeside(doc, marks, m, -1);
  if (previous < 0) {
    if (AND.test(next) && !HAN.test(lastOf(plain(doc, at - REACH, at)))) return true;
  } else if (isAuthors(doc, marks, contexts, previous, depth)) {
    const from = marks.at[previous]!;
    if (isThousands(text, from, at)) return false;
    const item = bare(plain(doc, from + 1, at)).trim();
    if (!HAN.test(item)) {
      if (!spaced || !isSpaced(text, from)) return JOINS.test(next);
      return depth > 0 || GOES_ON.test(next) || isBeforeWord(doc, marks, m);
    }
    if (spaced && isLatin && item.length <= LONGEST_ITEM && !CLAUSE.test(item)) return true;
  }
  return spaced && isLatin && isFirst(doc, marks, contexts, m);
}

function isAuthors(doc: Document, marks: Marks, contexts: MarkContexts, m: number, depth: number): boolean {
  const context = contexts.of[m]!;
  if (context === 0 || context === DOUBTFUL) return true;
  return depth < DEPTH && isOfList(doc, marks, contexts, m, depth + 1);
}

// SSH 1 协议, CVS, Subversion; ，换行符, ;, &: the first of the half-width commas stands behind Han, the next between
// Latin items.
function isFirst(doc: Document, marks: Marks, contexts: MarkContexts, m: number): boolean {
  const at = marks.at[m]!;
  if (!isBeforeLatin(doc, marks, contexts, m)) return false;
  const before = plain(doc, at - REACH, at);
  const start = before.search(/[^，。；：、（(,;:\n]*$/);
  const first = before.slice(start).trim();
  if (CLAUSE.test(first) || first.length > LONGEST_ITEM) return false;
  if (/^[A-Za-z\d]/.test(first)) return true;
  const isInList = '，、'.includes(lastOf(before.slice(0, start)) || '-');
  if (!isInList || first.length > LONGEST_WORD || LEADS.test(first)) return false;
  return isBeforeLatin(doc, marks, contexts, separatorBeside(doc, marks, m, 1));
}

// Whether the next separator of the list is of Latin text, and what stands between is Latin.
function isBeforeLatin(doc: Document, marks: Marks, { of }: MarkContexts, m: number): boolean {
  const next = separatorBeside(doc, marks, m, 1);
  if (next < 0 || of[next] !== 0 || !isSpaced(doc.text, marks.at[next]!)) return false;
  return !HAN.test(bare(plain(doc, marks.at[m]! + 1, marks.at[next]!)));
}

// INIT{}, 程序运行, END{}
function isBeforeWord(doc: Document, marks: Marks, m: number): boolean {
  const following = separatorBeside(doc, marks, m, 1);
  if (following < 0) return false;
  const end = marks.at[following]!;
  const word = plain(doc, marks.at[m]! + 1, end).trim();
  return word.length <= LONGEST_WORD && !CLAUSE.test(word) && LATIN.test(plain(doc, end + 1, end + REACH));
}

// The same half-width mark before or after `m` in its list: in the same brackets, with no other point between.
function separatorBeside(doc: Document, marks: Marks, m: number, step: 1 | -1): number {
  const { kind, block, at } = marks;
  const partners = doc.share(pairsOf).of;
  const inner = step < 0 ? Mark.Close : Mark.Open;
  let i = m + step;
  for (let steps = 0; steps < MARKS; steps++, i += step) {
    if (block[i] !== block[m] || Math.abs(at[i]! - at[m]!) > REACH) return -1;
    const k = kind[i]!;
    if (k === kind[m]) return i;
    if (k === inner || k === inner + Mark.Wide) {
      i = partners[i]!;
      if (i < 0) return -1;
    } else if (k < Mark.Dot && !(kind[m] === Mark.Semicolon && k === Mark.Comma)) return -1;
  }
  return -1;
}

// name (甲), name (乙): each item has its gloss.
function isGlossed(doc: Document, { kind, at }: Marks, m: number): boolean {
  if (kind[m - 1] !== Mark.Close || at[m - 1] !== at[m]! - 1) return false;
  const open = doc.share(pairsOf).of[m - 1]!;
  return open >= 0 && /\w ?$/.test(doc.text.slice(Math.max(0, at[open]! - 2), at[open]!));
}

const lastOf = (text: string): string => text.trimEnd().at(-1) ?? '';
/** Without brackets and what they hold, one pair within another. */
const bare = (item: string): string => item.replace(BRACKETS, '').replace(BRACKETS, '');
const isSpaced = (text: string, at: number): boolean => text[at + 1] === ' ' || text[at + 1] === '\n';
// 1,200, 和: the comma before groups thousands.
const isThousands = (text: string, previous: number, at: number): boolean =>
  at - previous === 4 && /^\d,\d{3}$/.test(text.slice(previous - 1, at));
