import { decodeReference } from '../../encoding/entities.ts';
import { isEnumerated, isReferenceSpokenOf } from '../../markup/spokenOf.ts';
import { defineRule } from '../../rule/defineRule.ts';
import { RegionKind, Regions } from '../../scan/regionKind.ts';
import type { Format } from '../../text/sourceText.ts';

const REFERENCE = /&(?:amp;)*(#?\w{2,8});/y;
/** A tag of a page whose angle brackets were escaped. */
const TAG =
  /&lt;(\/?(?:p|div|span|strong|b|em|i|u|a|br|hr|img|font|h[1-6]|ul|ol|li|table|tr|td|th|blockquote|section|center)(?:\s[^&<>\n]{0,200})?\/?)&gt;/iy;
const QUOTES = '“”‘’「」『』"\'`';

export const rule = defineRule({
  meta: {
    id: 'encoding/html-entity',
    level: 'warning',
    fix: 'safe',
    // What looks like a path may be the name in an escaped tag: &lt;/p&gt;
    regions: Regions.prose | (1 << RegionKind.Entity) | (1 << RegionKind.Token),
    summary: {
      en: 'HTML character references that nothing will decode',
      'zh-CN': '未解码的 HTML 字符引用',
      'zh-TW': '未解碼的 HTML 字元參照',
    },
    messages: {
      found: {
        en: '“{reference}” stands for “{char}”, but here readers see it as it is. Write the character.',
        'zh-CN': '“{reference}”表示“{char}”，但在这里会原样显示。应写成字符本身。',
        'zh-TW': '「{reference}」表示「{char}」，但在這裡會原樣顯示。應寫成字元本身。',
      },
      decode: {
        en: 'Write “{char}” for “{reference}”',
        'zh-CN': '把“{reference}”写成“{char}”',
        'zh-TW': '把「{reference}」寫成「{char}」',
      },
    },
  },
  trigger: {
    on: 'char',
    chars: '&',
    check({ doc, text, report }, at) {
      const found = readReference(text, at, doc.format, doc.regions.kindAt(at));
      if (!found) return;
      // A text about HTML names references in quotation marks, or beside the word for them.
      if (QUOTES.includes(text[at - 1] ?? ' ') && QUOTES.includes(text[found.end] ?? ' ')) return;
      if (isReferenceSpokenOf(doc, at, found.end) || isExplained(text, found.end, found.text)) return;
      if (isEnumerated(text, at, found.end)) return;
      const args = { reference: text.slice(at, found.end), char: found.text };
      report({ start: at, end: found.end, messageId: 'found', args, data: found.text });
    },
  },
  fix({ text }, { start, end, data }) {
    const char = data as string;
    const args = { reference: text.slice(start, end), char };
    return [{ titleId: 'decode', args, edits: [{ start, end, text: char }], safety: 'safe' }];
  },
});

// “使用 &gt; 而不是 >” writes the character beside its reference.
const isExplained = (text: string, end: number, char: string): boolean =>
  /^[ ”」’"'`]{0,2}(?:而不是|而非|代替|代表|表示|即|instead of|for)[ “「‘"'`]{0,2}$/.test(
    text.slice(end, Math.max(end, text.indexOf(char, end))).slice(0, 20),
  );

function tagAt(text: string, at: number): RegExpExecArray | undefined {
  TAG.lastIndex = at;
  return TAG.exec(text) ?? undefined;
}

// The closing bracket of a tag that was reported whole.
function endsTag(text: string, at: number): boolean {
  if (!text.startsWith('&gt;', at)) return false;
  const from = Math.max(0, at - LONGEST_TAG);
  const open = text.slice(from, at).lastIndexOf('&lt;');
  const tag = open < 0 ? undefined : tagAt(text, from + open);
  return tag !== undefined && from + open + tag[0].length === at + '&gt;'.length;
}
const LONGEST_TAG = 230;

// Markdown and HTML decode one level in the body; plain text and front matter decode none.
function readReference(
  text: string,
  at: number,
  format: Format,
  region: RegionKind,
): { end: number; text: string } | undefined {
  REFERENCE.lastIndex = at;
  const match = REFERENCE.exec(text);
  const char = match ? decodeReference(match[1]!) : undefined;
  if (!match || char === undefined) return undefined;
  const end = at + match[0].length;
  if (region === RegionKind.Token) return undefined;
  const tag = format === 'text' ? tagAt(text, at) : undefined;
  if (tag) return { end: at + tag[0].length, text: `<${tag[1]}>` };
  if (format === 'text' && endsTag(text, at)) return undefined;
  if (format === 'text' || region === RegionKind.FrontMatterProse) return { end, text: char };
  const isEscapedTwice = match[0].startsWith('&amp;') && match[0] !== '&amp;';
  return isEscapedTwice ? { end, text: `&${match[1]};` } : undefined;
}
