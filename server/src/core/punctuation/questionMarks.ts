// Question marks that stand for characters an encoding did not have: programs of the nineties and exports to "ANSI"
// write one "?" for each. Most cannot be told from a question. Two kinds can: several amid a sentence that asks nothing,
// and one where a quotation mark of the sentence lacks its partner.
import type { Document } from '../document/document.ts';
import { isHanAt } from '../text/charClass.ts';
import { Mark, marksOf } from './marks.ts';
import { pairsOf } from './pairs.ts';
import { Partner } from './partner.ts';

/** How far the lonely quotation mark may be. */
const REACH = 40;
/** What a clause that asks holds. */
const ASKS =
  /[吗嗎呢么麼嘛吧谁誰什哪怎几幾多否啊呀何岂豈可难難]|(.)[不没沒]\1|是不是|有[没沒]有|知道|请问|請問|[问問]/;
const CLAUSE_END = /[。！？；，、：“”「」『』《》（）!?;,:()\s]/;
const LONGEST_CLAUSE = 40;

/** Where runs of such question marks start, and where they end. Use it as `doc.share(lostToQuestionMarks)`. */
export function lostToQuestionMarks(doc: Document): ReadonlyMap<number, number> {
  const marks = doc.share(marksOf);
  const { count, at, kind, counts } = marks;
  const { text } = doc;
  const found = new Map<number, number>();
  if (counts[Mark.Question]! === 0) return found;
  for (let m = 0; m < count; m++) {
    if (kind[m] !== Mark.Question) continue;
    let last = m;
    while (kind[last + 1] === Mark.Question && at[last + 1] === at[last]! + 1) last++;
    const start = at[m]!;
    const end = at[last]! + 1;
    if (isHanAt(text, start - 1) && isHanAt(text, end) && !asks(text, start)) {
      const isLost = last > m ? !doc.share(repeatsForStress) : isForQuotationMark(doc, m);
      if (isLost) found.set(start, end);
    }
    m = last;
  }
  return found;
}

function asks(text: string, at: number): boolean {
  let from = at;
  while (from > 0 && at - from < LONGEST_CLAUSE && !CLAUSE_END.test(text[from - 1]!)) from--;
  return ASKS.test(text.slice(from, at));
}

// Who writes “真的??” at the end of a line means it.
const repeatsForStress = ({ text }: Document): boolean => /[?？!！]{2,}(?=$|[\s”」』"）)<])/m.test(text);

// 不是?高大上”, “补一点?的机制: the nearest quotation mark before or behind waits for its partner, and this is where it was.
function isForQuotationMark(doc: Document, m: number): boolean {
  const { of } = doc.share(pairsOf);
  const isLonely = (i: number, opening: number): boolean => {
    const kind = doc.share(marksOf).kind[i]!;
    return (
      of[i] === Partner.Missing &&
      kind >= Mark.DoubleOpen &&
      kind <= Mark.InnerCornerClose &&
      kind % 2 === opening
    );
  };
  const { at, kind, count } = doc.share(marksOf);
  const isQuote = (i: number): boolean => kind[i]! >= Mark.DoubleOpen && kind[i]! <= Mark.InnerCornerClose;
  for (let i = m + 1; i < count && at[i]! - at[m]! <= REACH; i++)
    if (isQuote(i)) {
      if (isLonely(i, Mark.DoubleClose % 2) && !isBroken(doc.text, at[m]!, at[i]!)) return true;
      break;
    }
  // A question may have lost the mark behind it, too: “这里就是水库?他问. What is called something asks nothing.
  if (!'的等是和与與及'.includes(doc.text[at[m]! + 1]!)) return false;
  for (let i = m - 1; i >= 0 && at[m]! - at[i]! <= REACH; i--)
    if (isQuote(i)) return isLonely(i, Mark.DoubleOpen % 2) && !isBroken(doc.text, at[i]!, at[m]!);
  return false;
}

const isBroken = (text: string, from: number, to: number): boolean => /[\r\n]/.test(text.slice(from, to));
