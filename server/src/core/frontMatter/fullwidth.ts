// Full-width characters where YAML wants its own ASCII ones: the slips of whoever types with a Chinese input method.
// Judged line by line, because a block with such a slip often does not parse.

import type { Document } from '../document/document.ts';
import { lineStart, nextLineStart } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { isKeyOf } from './keys.ts';

export type FullwidthKind =
  | 'colon'
  | 'separator'
  | 'bracket'
  | 'quotes'
  | 'comment'
  | 'dash'
  | 'indent'
  | 'space';

export interface FullwidthProblem extends Span {
  readonly kind: FullwidthKind;
  /** What belongs there. */
  readonly repair: string;
}

const NAME = '[A-Za-z_][\\w-]{0,40}|[\\u4e00-\\u9fff]{1,8}';
const FULL_KEY = new RegExp(`^(?:- +)?(?:${NAME})[ \\t]*(：)[ \\t\\u3000\\u00a0]*`);
const KEY =
  /^((?:- +)*(?:"[^"]*"|'[^']*'|[^\s"'[\]{}#:,&*!|>%@`][^:\r\n]{0,120}?)[ \t]*:)(?=[\s\u3000\u00a0]|$)/;
const BLOCK_SCALAR = /^[|>][+-]?\d*[+-]?\s*(?:#.*)?$/;
/** Items longer than this are no words of a list but a sentence, whose commas are its own. */
const LONGEST_ITEM = 8;

/** The slips of a document's YAML block, in text order. */
export const fullwidthProblems = (doc: Document): readonly FullwidthProblem[] => doc.share(find);

/** A line of the block, without its indentation. */
interface Line {
  readonly indent: number;
  /** Offset of the body in the text. */
  readonly start: number;
  readonly body: string;
}

/** What the lines so far say of the next: whether it is part of their value. */
interface State {
  keyIndent: number;
  /** Indentation of the key of a block scalar that may go on; -1 outside one. */
  scalarIndent: number;
  /** True where a deeper line goes on with the value of the key. */
  isFolding: boolean;
  /** The quotation mark of a value that is still open. */
  quote: string;
}

function find(doc: Document): readonly FullwidthProblem[] {
  const block = doc.frontMatter;
  if (block?.language !== 'yaml') return [];
  const content = doc.text.slice(block.contentStart, block.contentEnd);
  if (!/[\u2014\u2018-\u201d\u3000\u3001\u00a0\uff02-\uff5d]/.test(content)) return [];
  const found: FullwidthProblem[] = [];
  const quotedValues: FullwidthProblem[][] = [];
  const state: State = { keyIndent: -1, scalarIndent: -1, isFolding: false, quote: '' };
  for (let at = block.contentStart; at < block.contentEnd; at = nextLineStart(doc.text, at)) {
    const whole = /^[^\r\n]*/.exec(doc.text.slice(at, block.contentEnd))![0];
    const lead = /^[ \t\u3000\u00a0]*/.exec(whole)![0];
    const line: Line = { indent: lead.length, start: at + lead.length, body: whole.slice(lead.length) };
    if (line.body === '' || goesOn(line, state)) continue;
    found.push(...indentSlips(lead, at));
    const mark = markSlip(line);
    if (mark) found.push(mark);
    if (mark || line.body[0] === '#') continue;
    // A line deeper than a key that has a value goes on with that value.
    if (state.isFolding && line.indent > state.keyIndent) continue;
    const key = readKey(line);
    if (key.slip) found.push(key.slip);
    const value = line.body
      .slice(key.valueAt)
      .replace(/(?:^|\s+)#.*$/, '')
      .trimEnd();
    note(state, line, key, value);
    if (state.scalarIndent >= 0) continue;
    const slips = valueSlips(value, key.name, line.start + key.valueAt, doc);
    if (slips.length === 2 && slips.every(slip => slip.kind === 'quotes') && isHeadline(key.name, value))
      quotedValues.push(slips);
    else found.push(...slips);
  }
  // A headline may be a quotation; a block that sets several values so takes them for syntax.
  if (quotedValues.length > 1) found.push(...quotedValues.flat());
  return found.sort((a, b) => a.start - b.start);
}

/** True for a line of a block scalar or of a quoted value that began above. */
function goesOn({ indent, body }: Line, state: State): boolean {
  if (state.scalarIndent >= 0 && indent > state.scalarIndent) return true;
  state.scalarIndent = -1;
  if (state.quote === '') return false;
  if (closes(body, state.quote)) state.quote = '';
  return true;
}

function indentSlips(lead: string, at: number): FullwidthProblem[] {
  const wide = /[\u3000\u00a0]+/.exec(lead);
  if (!wide) return [];
  const start = at + wide.index;
  const repair = [...wide[0]].map(c => (c === '\u3000' ? '  ' : ' ')).join('');
  return [{ start, end: start + wide[0].length, kind: 'indent', repair }];
}

/** A full-width mark that would make the line a comment or an item. */
function markSlip({ start, body }: Line): FullwidthProblem | undefined {
  if (body[0] === '＃') return { start, end: start + 1, kind: 'comment', repair: '#' };
  const dash = /^－[ \u3000]*/.exec(body);
  return dash ? { start, end: start + dash[0].length, kind: 'dash', repair: '- ' } : undefined;
}

interface Key {
  /** Empty for a line without a key. */
  readonly name: string;
  /** Where the value begins, in the line's body. */
  readonly valueAt: number;
  readonly isItem: boolean;
  /** What is wrong between key and value. */
  readonly slip?: FullwidthProblem;
}

function readKey({ start, body }: Line): Key {
  const item = /^(?:- +)*/.exec(body)![0].length;
  const isItem = item > 0;
  const full = body.startsWith('- ') ? null : FULL_KEY.exec(body);
  const ascii = KEY.exec(body);
  if (full && !(ascii && ascii[1]!.length < full[0].length)) {
    const colon = full[0].indexOf('：');
    const valueAt = full[0].length;
    const repair = body.length > valueAt ? ': ' : ':';
    const slip = { start: start + colon, end: start + valueAt, kind: 'colon', repair } as const;
    return { name: body.slice(0, colon).trim(), valueAt, isItem, slip };
  }
  if (!ascii) return { name: '', valueAt: item, isItem };
  const name = ascii[1]!
    .slice(item, -1)
    .trim()
    .replace(/^["']|["']$/g, '');
  const after = ascii[1]!.length;
  const valueAt = after + /^[ \t\u3000\u00a0]*/.exec(body.slice(after))![0].length;
  const space = /^[ \t]*[\u3000\u00a0][ \t\u3000\u00a0]*/.exec(body.slice(after));
  if (!space) return { name, valueAt, isItem };
  const from = start + after;
  return {
    name,
    valueAt,
    isItem,
    slip: { start: from, end: from + space[0].length, kind: 'space', repair: ' ' },
  };
}

/** Takes down what a line's key and value say of the lines below. */
function note(state: State, { indent }: Line, { name, isItem }: Key, value: string): void {
  if (name !== '' || isItem) {
    state.keyIndent = indent;
    state.isFolding = name === '' || (value !== '' && !/^[[{|>&]/.test(value));
  }
  if (BLOCK_SCALAR.test(value)) {
    state.scalarIndent = indent;
    state.isFolding = false;
    return;
  }
  const [mark] = value;
  if ((mark === '"' || mark === "'") && !closes(value.slice(1), mark)) {
    const mixed = mark === '"' ? curlyEnd(value) : -1;
    if (mixed < 0) state.quote = mark;
  }
}

const closes = (rest: string, quote: string): boolean =>
  quote === "'" ? /^(?:[^']|'')*'(?!')/.test(rest) : /^(?:[^"\\]|\\.)*"/.test(rest);

const isHeadline = (name: string, value: string): boolean =>
  isKeyOf('prose', name) && /[\u4e00-\u9fff]/.test(value) && !/[：:]\s|\s#/.test(value);

function valueSlips(value: string, name: string, at: number, doc: Document): FullwidthProblem[] {
  if (value.length < 2 || value.length > 2000) return [];
  if (/^[[［]/.test(value) && /[\]］]$/.test(value)) return listSlips(value, name, at, doc);
  return quoteSlips(value, at);
}

const CURLY = /^“[^“”"]*”$|^‘[^‘’']*’$|^＂[^＂"]*＂$|^＇[^＇']*＇$|^"[^"“”]*”$|^“[^"“”]*"$/;
const curlyEnd = (value: string): number => (/^"[^"“”]*”$/.test(value) ? value.length - 1 : -1);

function quoteSlips(value: string, at: number): FullwidthProblem[] {
  if (!CURLY.test(value)) return [];
  const mark = (offset: number): FullwidthProblem[] => {
    const c = value[offset]!;
    if (c === '"') return [];
    // The other end of a mixed pair is `"`; single marks stay single, so that an inner `"` needs no escape.
    const isSingle = /[‘’＇]/.test(c);
    return [{ start: at + offset, end: at + offset + 1, kind: 'quotes', repair: isSingle ? "'" : '"' }];
  };
  if (/\\/.test(value)) return [];
  return [...mark(0), ...mark(value.length - 1)];
}

function listSlips(value: string, name: string, at: number, doc: Document): FullwidthProblem[] {
  const slips: FullwidthProblem[] = [];
  const isList =
    isKeyOf('list', name, doc.expectations.keys) || isKeyOf('person', name, doc.expectations.keys);
  if (value[0] === '［') slips.push({ start: at, end: at + 1, kind: 'bracket', repair: '[' });
  const last = value.length - 1;
  let itemAt = 1;
  let quote = '';
  const marks: FullwidthProblem[] = [];
  let longest = 0;
  const settle = (end: number): void => {
    const raw = value.slice(itemAt, end);
    const item = raw.trim();
    longest = Math.max(longest, item.length);
    slips.push(...quoteSlips(item, at + itemAt + raw.indexOf(item)));
  };
  for (let i = 1; i < last; i++) {
    const c = value[i]!;
    if (quote !== '') {
      if (c === quote) quote = '';
    } else if ((c === '"' || c === "'" || c === '“') && value.slice(itemAt, i).trim() === '') {
      quote = c === '“' ? '”' : c;
    } else if (c === ',' || c === '，' || (c === '、' && isList)) {
      settle(i);
      const space = /^[ \u3000]*/.exec(value.slice(i + 1))![0].length;
      if (c !== ',') marks.push({ start: at + i, end: at + i + 1 + space, kind: 'separator', repair: ', ' });
      itemAt = i + 1 + space;
    }
  }
  settle(last);
  if (isList || longest <= LONGEST_ITEM) slips.push(...marks);
  if (value[last] === '］')
    slips.push({ start: at + last, end: at + last + 1, kind: 'bracket', repair: ']' });
  return slips;
}

/** True when a slip stands on the line of `offset` or on the line before or after: a parser's error there is its echo. */
export function isNearSlip(doc: Document, offset: number): boolean {
  const slips = fullwidthProblems(doc);
  if (slips.length === 0) return false;
  const start = lineStart(doc.text, Math.max(0, lineStart(doc.text, offset) - 1));
  const end = nextLineStart(doc.text, nextLineStart(doc.text, offset));
  return slips.some(slip => slip.start >= start && slip.start < end);
}
