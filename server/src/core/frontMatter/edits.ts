// Edits of a block that leave everything else as it was typed: comments, quotation marks, order, indentation and line
// ends. Nothing is ever parsed and printed again.

import type { FrontMatterBlock } from '../scan/frontMatter.ts';
import type { TextEdit } from '../text/edits.ts';
import { eolOf, lineStart, nextLineStart } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { FrontMatterEntry } from './types.ts';

export const fenceOf = (text: string, block: FrontMatterBlock): string =>
  text.slice(block.start, block.start + 3);

const NEEDS_DOUBLE = /[\0-\x08\x0a-\x1f\x7f\x85\u2028\u2029\ufeff]/;

/** A scalar in quotation marks that YAML reads as exactly `value`: single ones, unless something must be escaped. */
export function quoted(value: string): string {
  return NEEDS_DOUBLE.test(value) ? JSON.stringify(value) : `'${value.replace(/'/g, "''")}'`;
}

const PLAIN = /^(?![-?:,[\]{}#&*!|>'"%@`=~\s])(?!.*(?::\s|\s#|:$|\s$))[^\0-\x1f\x7f\x85\u2028\u2029\ufeff]+$/;
const NOT_TEXT =
  /^(?:null|true|false|yes|no|on|off|y|n|[-+]?[\d.][\d_,.:eExXoObBa-fA-F+-]*|[-+]?\.(?:inf|nan)|\d{4}-\d.*|<<|---.*|\.\.\.)$/i;

/** A value as YAML: plain where every reader gives back the same text, else quoted. `inFlow` inside `[ ]` or `{ }`. */
export function yamlScalar(value: string | number | boolean | null, inFlow = false): string {
  if (typeof value !== 'string') return String(value);
  const isPlain = PLAIN.test(value) && !NOT_TEXT.test(value) && !(inFlow && /[,[\]{}]/.test(value));
  return isPlain ? value : quoted(value);
}

/** A value in the notation of a block: TOML and JSON keep text in double quotes. */
export function scalarIn(language: string, value: string | number | boolean | null, inFlow = false): string {
  return language === 'yaml' ? yamlScalar(value, inFlow) : JSON.stringify(value);
}

/** True for an entry inside `[ ]` or `{ }`, or in JSON, where entries are parted by commas. */
export function isInFlow(text: string, block: FrontMatterBlock, entry: FrontMatterEntry): boolean {
  if (block.language === 'json') return true;
  const before = text.slice(lineStart(text, entry.key.start), entry.key.start);
  return block.language === 'yaml' ? !/^\s*(?:-\s+)*$/.test(before) : before.trim() !== '';
}

/** What must go so that an entry is gone: whole lines, or its part of a flow mapping; undefined where `- ` shares its line. */
export function removalOf(text: string, block: FrontMatterBlock, entry: FrontMatterEntry): Span | undefined {
  const end = Math.max(entry.valueSpan.end, entry.key.end);
  if (isInFlow(text, block, entry)) {
    const after = /^\s*,\s*/.exec(text.slice(end, block.contentEnd));
    if (after) return { start: entry.key.start, end: end + after[0].length };
    const before = /,\s*$/.exec(text.slice(block.contentStart, entry.key.start));
    return { start: before ? block.contentStart + before.index : entry.key.start, end };
  }
  const start = lineStart(text, entry.key.start);
  if (text.slice(start, entry.key.start).trim() !== '') return undefined;
  return { start, end: Math.min(nextLineStart(text, end), block.contentEnd) };
}

/** Adds entries at the end of a block, in its own notation and line ends; for JSON before the closing brace. */
export function insertion(text: string, block: FrontMatterBlock, lines: readonly string[]): TextEdit {
  const eol = eolOf(text);
  if (block.language !== 'json') {
    const at = block.contentEnd;
    const open = at > block.contentStart && !/[\r\n]/.test(text[at - 1]!) ? eol : '';
    return { start: at, end: at, text: `${open}${lines.join(eol)}${eol}` };
  }
  const brace = text.lastIndexOf('}', block.contentEnd - 1);
  let at = brace;
  while (at > block.contentStart && /\s/.test(text[at - 1]!)) at--;
  const first = text[at - 1] === '{';
  return {
    start: at,
    end: at,
    text: `${first ? '' : ','}${eol}  ${lines.join(`,${eol}  `)}${first ? eol : ''}`,
  };
}

/** `key: value` in the notation of a block. */
export function entryLine(language: string, key: string, value: string): string {
  if (language === 'json') return `${JSON.stringify(key)}: ${value}`;
  if (language === 'toml') return `${/^[\w-]+$/.test(key) ? key : JSON.stringify(key)} = ${value}`;
  return value === '' ? `${yamlScalar(key)}:` : `${yamlScalar(key)}: ${value}`;
}
