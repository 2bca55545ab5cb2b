// Pairs of half-width brackets that stay as they are in the light of more text: see keptMarks.ts.
import type { Document } from '../document/document.ts';
import { isInBibliography } from './bibliography.ts';
import { Mark, type Marks } from './marks.ts';
import { pairsOf } from './pairs.ts';
import { plainAfter, plainBefore } from './plainText.ts';
import type { WidthEvidence } from './width.ts';

/** How many marks back the pair around a pair is looked for. */
const MARKS = 24;
const LONGEST_FORM = 160;
/** ( column_name data_type [, ... ]): blanks within the brackets, or parts that may be left out. */
const FORM = /^(?: [\x20-\x7e\n]+ |[\x20-\x7e\n]*\[[\x20-\x7e\n]*\.\.\.[\x20-\x7e\n]*)$/;
/** Two words of a person's name before （, and a name or a date in the brackets: a line of credits. */
const PERSON = /(?:^|[^\p{L}])\p{Lu}[\p{L}.]+\s\p{Lu}[\p{L}]+\s+$/u;
const NAME_OR_DATE = /^\p{Script=Han}{1,4}(?:\s\p{Script=Han}{1,4})?$|^\d{4} ?年(?:\d{1,2} ?月)?$/u;

/** Judges the half-width bracket `m`, with its partner. */
export function isKeptBracket(doc: Document, evidence: WidthEvidence, m: number): boolean {
  const { text } = doc;
  const { marks } = evidence;
  const partner = doc.share(pairsOf).of[m]!;
  if (isDoubled(doc, marks, m) || isInBibliography(doc, marks.at[m]!)) return true;
  if (partner < 0) return false;
  const from = Math.min(m, partner);
  const to = Math.max(m, partner);
  const start = marks.at[from]!;
  const end = marks.at[to]!;
  if (isNested(doc, evidence, from, to)) return true;
  const content = text.slice(start + 1, Math.min(end, start + LONGEST_FORM));
  if (end - start < LONGEST_FORM && FORM.test(content)) return true;
  if (NAME_OR_DATE.test(content) && PERSON.test(plainBefore(doc, start)))
    return /^\)\s*(?:$|\n|\u0003)/.test(plainAfter(doc, end)) || endsBlock(doc, marks, to);
  return false;
}

// （( and )）, or （…)…） with nothing open between: one bracket too many.
function isDoubled(doc: Document, marks: Marks, m: number): boolean {
  const { kind, block, at } = marks;
  const step = kind[m] === Mark.Open ? -1 : 1;
  const partners = doc.share(pairsOf).of;
  const partner = partners[m]!;
  if (partner >= 0 && kind[partner]! <= Mark.Close) return false;
  for (let i = m + step, steps = 0; steps < MARKS && block[i] === block[m]; i += step, steps++) {
    const k = kind[i]!;
    if (k !== Mark.Open && k !== Mark.Close && k !== Mark.WideOpen && k !== Mark.WideClose) continue;
    return k === kind[m]! + Mark.Wide && (partners[i]! < 0 || partner < 0 || at[i] === at[m]! + step);
  }
  return false;
}

// (Latin (汉字)): brackets in half-width brackets that are no finding.
function isNested(doc: Document, evidence: WidthEvidence, from: number, to: number): boolean {
  const { contexts, verdictOf } = evidence;
  const { kind, block } = evidence.marks;
  const partners = doc.share(pairsOf).of;
  for (let i = from - 1, steps = 0; i >= 0 && steps < MARKS && block[i] === block[from]; i--, steps++) {
    if (kind[i] !== Mark.Open) continue;
    const end = partners[i]!;
    if (end > to) return contexts.of[i] === 0 || !verdictOf(i).flags[contexts.of[i]! - 1];
  }
  return false;
}

function endsBlock({ text, blocks }: Document, marks: Marks, to: number): boolean {
  const block = blocks[marks.block[to]!];
  return block !== undefined && text.slice(marks.at[to]! + 1, block.contentEnd).trim() === '';
}
