// Passages wholly in the other script: a Traditional poem in a Simplified essay is a quotation, not damage. Found in
// one pass over the prose, and only for documents in which both scripts occur.

import type { Document } from '../document/document.ts';
import { Regions } from '../scan/regionKind.ts';
import { CharClass, CLASS_OF } from '../text/charClass.ts';
import { madeTable } from '../text/madeTable.ts';
import type { Script } from './evidence.ts';
import { HAN_FORM_UNITS, HAN_FORMS } from './hanForms.ts';
import { holdsJapanese, speaksOfJapan } from './japanese.ts';

export interface Passages {
  /** True when the offset lies in a passage that keeps its own script. */
  keeps(offset: number): boolean;
  /** True when the offset lies between quotation marks or title marks of any length. */
  isQuoted(offset: number): boolean;
}

/** A sentence that cites a title and is wholly in the other script is a reference, from so many Han on. */
const MIN_CITED_HAN = 12;
/** A quotation shorter than this is held to the document's script (ARCHITECTURE.md, Quotations). */
const MIN_QUOTED_HAN = 20;
const PAIRS = ['“”', '‘’', '「」', '『』', '《》', '〈〉'];
const MAX_DEPTH = 8;

// What the pass does at each code unit: nothing, count a character by its forms, open or close a pair.
const HAN = 4;
const OPEN = 8;
const CLOSE = 16;
const STOP = 32;
const KANA = 33;
const STOPS = '。；！？;\n①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
const CODES = madeTable('passages', codes);

function codes(): Uint8Array {
  const table = CLASS_OF.map(cls => (cls === CharClass.Han ? HAN : 0));
  for (let unit = 0x3041; unit <= 0x30fa; unit++) if (table[unit] === 0) table[unit] = KANA;
  for (const stop of STOPS) table[stop.charCodeAt(0)] = STOP;
  for (const unit of HAN_FORM_UNITS) if (table[unit] === HAN) table[unit] = HAN | HAN_FORMS[unit]!;
  PAIRS.forEach((pair, index) => {
    table[pair.charCodeAt(0)] = OPEN | index;
    table[pair.charCodeAt(1)] = CLOSE | index;
  });
  return table;
}

/** Passages of a Simplified document; ask for it through `doc.share`. */
export const passagesInSimplified = (doc: Document): Passages => findPassages(doc, 'simplified');
/** Passages of a Traditional document. */
export const passagesInTraditional = (doc: Document): Passages => findPassages(doc, 'traditional');

/** Counts so far; of a stretch that holds nothing yet they are moved along in place. */
interface Tally {
  own: number;
  other: number;
  han: number;
}

function findPassages(doc: Document, script: Script): Passages {
  const { text, regions, blocks } = doc;
  const ownCode = HAN | (script === 'simplified' ? 1 : 2);
  const otherCode = HAN | (script === 'simplified' ? 2 : 1);
  const kept: number[] = [];
  const quoted: number[] = [];
  // Plain variables, because the innermost loop counts in them.
  let own = 0;
  let other = 0;
  let han = 0;
  const tally = (): Tally => ({ own, other, han });
  let atStart = tally();
  let block = -2;
  // The stretch that is being read: a sentence, or what of it stands between two characters of the document's script.
  let stretch = 0;
  let before = tally();
  let titles = 0;
  let kana = false;
  const endStretch = (at: number): void => {
    if (titles > 0 && isReference(since(tally(), before))) kept.push(stretch, at);
    if (titles > 0 || other !== before.other) before = tally();
    else {
      before.han = han;
      before.own = own;
    }
    stretch = at + 1;
    titles = 0;
  };
  // A title with kana, as Simplified papers cite it: the whole sentence is its reference.
  let sentence = 0;
  const endSentence = (at: number): void => {
    endStretch(at);
    if (kana && script === 'simplified') kept.push(sentence, at);
    kana = false;
    sentence = at + 1;
  };
  let stack: { readonly pair: number; readonly start: number; readonly opening: Tally }[] = [];
  const settle = (): void => {
    const span = blocks[block];
    if (span && isWhole(since(tally(), atStart), 0)) kept.push(span.start, span.end);
    atStart = tally();
    stack = [];
  };
  for (let r = 0; r < regions.count; r++) {
    if ((Regions.prose & (1 << regions.kinds[r]!)) === 0) continue;
    const start = regions.starts[r]!;
    const end = regions.endOf(r);
    // A value of front matter stands on its own, as a title often differs from its body.
    const isField = (Regions.frontMatter & (1 << regions.kinds[r]!)) !== 0;
    const index = doc.blockIndexAt(start);
    if (isField || index !== block) {
      settle();
      block = isField ? -2 : index;
      endSentence(start);
      stretch = start;
      sentence = start;
    }
    for (let i = start; i < end; i++) {
      const code = CODES[text.charCodeAt(i)]!;
      if (code === 0) continue;
      if (code < OPEN) {
        han++;
        if (code === ownCode) {
          endStretch(i);
          own++;
          before.own = own;
        } else if (code === otherCode) other++;
      } else if (code < CLOSE) {
        if (stack.length < MAX_DEPTH) stack.push({ pair: code - OPEN, start: i, opening: tally() });
      } else if (code === STOP) {
        endSentence(i);
      } else if (code === KANA) {
        if (stack.length > 0) kana = true;
      } else {
        let open = stack.length - 1;
        while (open >= 0 && stack[open]!.pair !== code - CLOSE) open--;
        if (open < 0) continue;
        const item = stack[open]!;
        stack.length = open;
        quoted.push(item.start, i + 1);
        titles++;
        if (isWhole(since(tally(), item.opening), MIN_QUOTED_HAN)) kept.push(item.start, i + 1);
      }
    }
    if (isField && isWhole(since(tally(), atStart), 0)) kept.push(start, end);
  }
  settle();
  endSentence(text.length);
  if (doc.share(speaksOfJapan)) kept.push(...japaneseLists(text, quoted));
  const keeps = coverage(kept);
  let isQuoted: ((offset: number) => boolean) | undefined;
  return {
    keeps,
    isQuoted(offset) {
      isQuoted ??= coverage(quoted);
      return isQuoted(offset);
    },
  };
}

// “東京都”“広島県”“埼玉県”: quotations side by side are in one language, and one of them tells which.
function japaneseLists(text: string, quoted: readonly number[]): number[] {
  const lists: number[] = [];
  for (let i = 0; i < quoted.length; ) {
    const start = quoted[i]!;
    let end = quoted[i + 1]!;
    for (i += 2; i < quoted.length && isBetweenItems(text, end, quoted[i]!); i += 2) end = quoted[i + 1]!;
    if (holdsJapanese(text, start, end)) lists.push(start, end);
  }
  return lists;
}

const isBetweenItems = (text: string, end: number, next: number): boolean =>
  next === end || (next === end + 1 && '、，,和與与及'.includes(text[end]!));

const since = (now: Tally, before: Tally): Tally => ({
  own: now.own - before.own,
  other: now.other - before.other,
  han: now.han - before.han,
});

// A stray character does not make a passage: at least a quarter of it must belong to the other script. Five of them are
// enough for a sixth: 〈試論…〉 in a reference.
const isWhole = ({ own, other, han }: Tally, minHan: number): boolean =>
  own === 0 && other >= 2 && other * (other < MANY ? 4 : 6) >= han && han >= minHan;

const MANY = 5;

const isReference = (tally: Tally): boolean => tally.other >= MANY - 1 && isWhole(tally, MIN_CITED_HAN);

// Nested spans become the spans they cover, so that one search answers.
function coverage(pairs: readonly number[]): (offset: number) => boolean {
  const spans: [number, number][] = [];
  for (let i = 0; i < pairs.length; i += 2) spans.push([pairs[i]!, pairs[i + 1]!]);
  spans.sort((a, b) => a[0] - b[0]);
  const starts: number[] = [];
  const ends: number[] = [];
  for (const [start, end] of spans) {
    if (ends.length > 0 && start <= ends[ends.length - 1]!) {
      ends[ends.length - 1] = Math.max(end, ends[ends.length - 1]!);
      continue;
    }
    starts.push(start);
    ends.push(end);
  }
  return offset => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= offset) low = middle + 1;
      else high = middle;
    }
    return low > 0 && offset < ends[low - 1]!;
  };
}
