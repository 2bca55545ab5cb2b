// Which half-width marks stand in Han text, and so are either a style or a defect, and which belong to Latin text,
// figures and formulas. Full-width marks are sorted into the same kinds, so that the two can be compared.
import type { Document } from '../document/document.ts';
import { CharClass, CLASS_OF, isAsciiAlnum, isLeadOfHan } from '../text/charClass.ts';
import { isInBibliography } from './bibliography.ts';
import { bracketKind } from './bracketContext.ts';
import { leaveDataRows } from './dataRows.ts';
import { leaveTables } from './dataTables.ts';
import { isIntervalEnd } from './intervals.ts';
import { Mark, type Marks, marksOf, WidthKind } from './marks.ts';
import { isQuoted } from './mention.ts';
import { look, type Neighbour, Side } from './neighbours.ts';
import { isInLabel } from './quotedStretches.ts';
import { Belongs, belongsTo } from './sentenceContext.ts';

export interface MarkContexts {
  /** For each mark: 0 when its width is nobody's concern, else its `WidthKind` + 1; 1 for a `.` that stands for 。. */
  readonly of: Uint8Array;
}

const DOUBTFUL = WidthKind.Doubtful + 1;
const KIND_OF = new Uint8Array(40);
for (const [mark, kind] of [
  [Mark.Comma, WidthKind.Comma],
  [Mark.Semicolon, WidthKind.Comma],
  [Mark.Colon, WidthKind.Colon],
  [Mark.Exclamation, WidthKind.Query],
  [Mark.Question, WidthKind.Query],
] as const) {
  KIND_OF[mark] = kind + 1;
  KIND_OF[mark + Mark.Wide] = kind + 1;
}

/** The context of each mark of `marksOf`; ask through `doc.share(markContextsOf)`. */
export function markContextsOf(doc: Document): MarkContexts {
  const marks = doc.share(marksOf);
  const { count, at, kind, block, counts } = marks;
  const { codes, memory } = doc;
  const of = memory.uint8(count);
  const glosses: number[] = [];
  // Only brackets ask what stands between marks.
  const hasBrackets =
    counts[Mark.Open]! + counts[Mark.Close]! + counts[Mark.WideOpen]! + counts[Mark.WideClose]! > 0;
  const open = memory.int32(hasBrackets ? count : 0);
  const jump = memory.int32(hasBrackets ? count : 0);
  let depth = 0;
  let currentBlock = -2;
  // The quotation mark that is open.
  let quote = -1;
  // How many stretches between marks, up to each mark, hold Han: tells in one subtraction whether a pair does.
  // What brackets within brackets hold is theirs: (Latin name (汉字)) is Latin.
  const inner = memory.int32(hasBrackets ? count : 0);
  const hanBefore = memory.int32(hasBrackets ? count + 1 : 0);
  const flushLonely = (): void => {
    while (depth > 0) lonely(doc, marks, open[--depth]!, of);
  };
  for (let m = 0; m < count; m++) {
    if (hasBrackets) {
      const hasHan = m > 0 && block[m - 1] === block[m] && holdsHan(codes, at[m - 1]! + 1, at[m]!);
      hanBefore[m + 1] = hanBefore[m]! + (hasHan ? 1 : 0);
    }
    if (block[m] !== currentBlock) {
      flushLonely();
      currentBlock = block[m]!;
      quote = -1;
    }
    const k = kind[m]!;
    if (k <= Mark.Question) {
      let last = m;
      while (last + 1 < count && at[last + 1] === at[last]! + 1 && kind[last + 1]! <= Mark.Question) last++;
      const belongs = isChinese(doc, block[m]!) ? belongsTo(doc, marks, m, last) : Belongs.Latin;
      if (belongs !== Belongs.Latin) {
        const isDoubtful = belongs === Belongs.Doubtful || (quote >= 0 && isInLabel(doc, marks, last, quote));
        for (let i = m; i <= last; i++) of[i] = isDoubtful ? DOUBTFUL : KIND_OF[kind[i]!]!;
      }
      for (; m < last; m++) if (hasBrackets) hanBefore[m + 2] = hanBefore[m + 1]!;
    } else if (
      (k === Mark.Open || k === Mark.Close) &&
      (isQuoted(doc.text, at[m]!) || isIntervalEnd(doc.text, at[m]!))
    )
      continue;
    else if (k === Mark.Open || k === Mark.WideOpen) {
      inner[depth] = 0;
      open[depth++] = m;
    } else if (k === Mark.Close || k === Mark.WideClose) {
      if (isFace(doc.text, at[m]!)) continue;
      if (depth === 0) {
        lonely(doc, marks, m, of);
        continue;
      }
      const from = open[--depth]!;
      const han = hanBefore[m + 1]! - hanBefore[from + 1]!;
      const found = isChinese(doc, block[m]!) ? bracketKind(doc, marks, from, m, han > inner[depth]!) : 0;
      if (depth > 0) inner[depth - 1]! += han;
      if (found < 0) glosses.push(from, m);
      else if (found > 0 && quote >= 0 && isInLabel(doc, marks, m, quote)) of[from] = of[m] = DOUBTFUL;
      else of[from] = of[m] = found;
      if (isCall(doc.text, at[from]!)) clearArguments(doc.text, marks, from, m, of, jump);
    } else if (k >= Mark.WideComma && k <= Mark.WideQuestion) of[m] = KIND_OF[k]!;
    else if (k === Mark.DoubleOpen || k === Mark.CornerOpen) quote = m;
    else if (k === Mark.DoubleClose || k === Mark.CornerClose) quote = -1;
    else if (k === Mark.StraightDouble) quote = quote >= 0 && kind[quote] === k ? -1 : m;
    else if (k === Mark.Dot && isStop(doc.text, at[m]!) && !isInBibliography(doc, at[m]!)) of[m] = 1;
  }
  flushLonely();
  // One or two readings in brackets are an editor's notes; three are debris that encoding/pinyin-gloss owns.
  if (glosses.length < 6) for (const m of glosses) of[m] = WidthKind.LatinBracket + 1;
  if (counts[Mark.Comma]! + counts[Mark.Semicolon]! + counts[Mark.Colon]! > 1)
    leaveDataRows(doc.text, marks, of);
  if (doc.format !== 'html' && counts[Mark.Comma]! + counts[Mark.Semicolon]! >= FEWEST_IN_TABLE)
    leaveTables(doc.text, marks, of);
  return { of };
}

/** Three rows of three cells. */
const FEWEST_IN_TABLE = 6;

// :-) and ;-) close no bracket.
const isFace = (text: string, at: number): boolean =>
  text[at - 1] === '-' && (text[at - 2] === ':' || text[at - 2] === ';');

const isCall = (text: string, open: number): boolean =>
  isAsciiAlnum(text.charCodeAt(open - 1)) || text[open - 1] === '_';

const FORMULA = /=[A-Z][A-Z\d.]*$/;
const LONGEST_NAME = 24;

// IF(条件; 值1; 值2), f(甲, 乙): the separators of arguments. Arguments of calls inside were cleared before and are
// jumped over, which keeps deep nesting linear.
function clearArguments(
  text: string,
  marks: Marks,
  from: number,
  to: number,
  of: Uint8Array,
  jump: Int32Array,
): void {
  // =SUM(表1.A1:表3.A1)
  const isFormula = FORMULA.test(text.slice(Math.max(0, marks.at[from]! - LONGEST_NAME), marks.at[from]!));
  for (let m = to - 1; m > from; m--) {
    if (jump[m]! > 0) m = jump[m]! - 1;
    else if (marks.kind[m] === Mark.Semicolon || (isFormula && marks.kind[m]! <= Mark.Close)) of[m] = 0;
    else if (marks.kind[m] === Mark.Comma && text[marks.at[m]! + 1] === ' ') of[m] = 0;
  }
  jump[to] = from + 1;
}

// A block of mostly Latin letters uses Latin marks, also beside the Han it quotes.
const LEAST_HAN = 25;
const isChinese = (doc: Document, block: number): boolean => block < 0 || doc.hanShare(block) >= LEAST_HAN;

function holdsHan(codes: Uint16Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const cls = CLASS_OF[codes[i]!]!;
    if (cls === CharClass.Han || (cls === CharClass.Surrogate && isLeadOfHan(codes[i]!))) return true;
  }
  return false;
}

const before: Neighbour = { side: Side.Edge, at: -1, spaced: false };
const after: Neighbour = { side: Side.Edge, at: -1, spaced: false };

function lonely(doc: Document, marks: Marks, m: number, of: Uint8Array): void {
  look(doc, marks.at[m]!, marks.region[m]!, marks.block[m]!, -1, before);
  look(doc, marks.at[m]!, marks.region[m]!, marks.block[m]!, 1, after);
  const isNamed = '「『'.includes(doc.text[before.at]!) && '」』'.includes(doc.text[after.at]!);
  if (before.side === Side.Han && after.side === Side.Han && !isNamed) of[m] = WidthKind.Lonely + 1;
}

const NUMERALS = '一二三四五六七八九十百甲乙丙丁';

// "今天天气好. 我们" and "。" at the end of a line written as a dot; not a list marker, a decimal or an ellipsis.
function isStop(text: string, at: number): boolean {
  if (CLASS_OF[text.charCodeAt(at - 1)] !== CharClass.Han || NUMERALS.includes(text[at - 1]!)) return false;
  const next = CLASS_OF[text.charCodeAt(at + 1)];
  return (
    at + 1 === text.length ||
    next === CharClass.Space ||
    next === CharClass.Newline ||
    next === CharClass.Han ||
    '"”」)<'.includes(text[at + 1]!)
  );
}
