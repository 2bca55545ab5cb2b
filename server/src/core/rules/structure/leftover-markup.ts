import type { Document } from '../../document/document.ts';
import { isEnumerated, isTagSpokenOf } from '../../markup/spokenOf.ts';
import { defineRule } from '../../rule/defineRule.ts';
import { RegionKind, Regions } from '../../scan/regionKind.ts';
import { isAsciiLetter } from '../../text/charClass.ts';

const NAMES =
  'p|div|span|strong|b|em|i|u|a|br|hr|img|font|h[1-6]|ul|ol|li|table|tbody|thead|tr|td|th|blockquote|section|center|o:p';

export const rule = defineRule({
  meta: {
    id: 'structure/leftover-markup',
    level: 'warning',
    fix: 'unsafe',
    regions:
      Regions.body |
      (1 << RegionKind.HtmlTag) |
      (1 << RegionKind.Markup) |
      (1 << RegionKind.Layout) |
      (1 << RegionKind.Token) |
      (1 << RegionKind.Entity),
    summary: {
      en: 'Broken, foreign or empty markup',
      'zh-CN': '残破、外来或空的标记',
      'zh-TW': '殘破、外來或空的標記',
    },
    messages: {
      broken: {
        en: '“{tag}” is the rest of a tag; it is read as text. Delete it.',
        'zh-CN': '“{tag}”是残破的标签，会被当作正文。应删去。',
        'zh-TW': '「{tag}」是殘破的標籤，會被當作正文。應刪去。',
      },
      foreign: {
        en: '“{tag}” means nothing in this format and is read as text. Delete it.',
        'zh-CN': '“{tag}”在此格式中没有意义，会被当作正文。应删去。',
        'zh-TW': '「{tag}」在此格式中沒有意義，會被當作正文。應刪去。',
      },
      empty: {
        en: '“{tag}” holds nothing; it is left over from removed content. Delete it.',
        'zh-CN': '“{tag}”没有内容，是删去内容后的残留。应删去。',
        'zh-TW': '「{tag}」沒有內容，是刪去內容後的殘留。應刪去。',
      },
      remove: { en: 'Delete “{tag}”', 'zh-CN': '删去“{tag}”', 'zh-TW': '刪去「{tag}」' },
    },
  },
  trigger: {
    on: 'char',
    chars: '<>]}',
    check({ doc, text, report }, at) {
      const kind = doc.regions.kindAt(at);
      const found =
        text[at] === ']' || text[at] === '}'
          ? ((kind === RegionKind.Code ? undefined : leftoverOfPage(doc.format, text, at)) ??
            (text[at] === ']' ? bulletinBoard(text, at) : undefined))
          : text[at] === '<'
            ? (strayClosing(doc, at, kind) ?? startOfTag(doc.format, text, at, kind))
            : kind === RegionKind.HtmlTag
              ? undefined
              : endOfTag(text, at);
      if (!found) return;
      if (found.messageId === 'foreign' && doc.share(isSubtitles)) return;
      // A text on HTML shows tags; an empty element of HTML is no tag that is shown, unless it is one of a list.
      const isShown =
        (found.messageId !== 'empty' && isTagSpokenOf(doc, found.start, found.end)) ||
        isEnumerated(text, found.start, found.end);
      if (!isShown)
        report({
          start: found.start,
          end: found.end,
          messageId: found.messageId,
          args: { tag: text.slice(found.start, found.end) },
        });
    },
  },
  fix({ text }, { start, end }) {
    return [
      {
        titleId: 'remove',
        args: { tag: text.slice(start, end) },
        edits: [{ start, end, text: '' }],
        safety: 'unsafe',
      },
    ];
  },
});

/** Subtitles (SubRip, WebVTT) set lines in italics with tags of their own. */
const isSubtitles = ({ text }: Document): boolean =>
  /\d\d:\d\d[,.]\d{3} --> (?:\d\d:)?\d\d:\d\d[,.]\d{3}/.test(text.slice(0, 2000));

interface Found {
  readonly start: number;
  readonly end: number;
  readonly messageId: 'broken' | 'foreign' | 'empty';
}

/** What a page's own programs, styles and content system leave when only the tags round them are taken out. */
const OF_PAGES =
  /(?:\[object Object\]|\[\/?caption(?:\s[^\][\n]{1,120})?\]|\[(?:end)?if(?:\s!?[\w\s]{1,20})?\]|var _hmt = _hmt \|\| \[\]|@media\s[^{}\n]{1,40}\{[^{}\n]{0,120}\}|\$\(document\)\.ready\(function\s?\(\)\s?\{[^{}\n]{0,120}\})$/;
/** A template that was never filled in; Markdown may be a template on purpose. */
const TEMPLATE = /\{\{\s?[\w.]{2,40}\s?\}\}$/;
/** $HOME、{{name}}、${foo}: what a text lists or quotes it speaks of. */
const LISTED = /[、，,/“”"'`（）]/;
const LONGEST_REST = 200;

function leftoverOfPage(format: string, text: string, at: number): Found | undefined {
  const from = Math.max(0, at - LONGEST_REST);
  const before = text.slice(from, at + 1);
  const match = OF_PAGES.exec(before) ?? (format === 'text' ? TEMPLATE.exec(before) : null);
  if (!match || LISTED.test(text[from + match.index - 1] ?? '') || LISTED.test(text[at + 1] ?? ''))
    return undefined;
  const tail = /^\)?;?/.exec(text.slice(at + 1, at + 3))![0];
  return { start: from + match.index, end: at + 1 + tail.length, messageId: 'foreign' };
}

const BULLETIN =
  /\[\/?(?:b|i|u|s|url|img|color|size|font|quote|center|align|list|table|td|tr|attach)(?:=[^\][\n]{1,80})?\]$/i;

// [b], [/url], [color=red]: the markup of bulletin boards. A lone [i] or [s] may be an index, so one of a pair must be
// near.
function bulletinBoard(text: string, at: number): Found | undefined {
  const from = Math.max(0, at - 90);
  const match = BULLETIN.exec(text.slice(from, at + 1));
  if (!match) return undefined;
  const start = from + match.index;
  const name = /[a-z]+/i.exec(match[0])![0];
  const closing = match[0][1] === '/';
  // No index is called [/url].
  if (closing && name.length > 2) return { start, end: at + 1, messageId: 'foreign' };
  const near = closing ? text.slice(Math.max(0, start - 2000), start) : text.slice(at, at + 2000);
  return new RegExp(closing ? `\\[${name}[\\]=]` : `\\[/${name}\\]`, 'i').test(near)
    ? { start, end: at + 1, messageId: 'foreign' }
    : undefined;
}

const TAIL = new RegExp(`(?:\\?|/|&lt;)/?(?:${NAMES})$`, 'i');

// What a lost "<" leaves: "/strong>", "?/p>".
function endOfTag(text: string, at: number): Found | undefined {
  const from = Math.max(0, at - 16);
  const match = TAIL.exec(text.slice(from, at));
  if (!match || /[\w./]/.test(text[from + match.index - 1] ?? '')) return undefined;
  if (!match[0].includes('/')) return undefined;
  const slash = match[0].indexOf('/');
  return { start: from + match.index + slash, end: at + 1, messageId: 'broken' };
}

const OPEN = new RegExp(`^</?(?:${NAMES})(?:\\s[^<>\\n]{0,300})?/?>`, 'i');
const CUT = new RegExp(`^</?(?:${NAMES})(?=[\\s\\u3400-\\u9fff。，]|$)(?:\\s+[\\w-]+="[^"<>\\n]*")*`, 'i');
const EMPTY =
  /^<(p|strong|b|em|u|h[1-6]|li|blockquote|o:p)(?:\s[^<>\n]{0,200})?>(?:\s|&nbsp;|\u3000|<br\s*\/?>)*<\/\1>/i;

function startOfTag(format: string, text: string, at: number, kind: number): Found | undefined {
  const slice = text.slice(at, at + 330);
  if (kind === RegionKind.HtmlTag) {
    if (format === 'text') {
      const tag = OPEN.exec(slice);
      return tag && isUsed(text, at, tag[0])
        ? { start: at, end: at + tag[0].length, messageId: 'foreign' }
        : undefined;
    }
    const empty = text[at + 1] === '/' ? null : EMPTY.exec(slice);
    // An anchor or a hook for a script is empty on purpose.
    return empty &&
      !/^<[a-z0-9]+\s[^<>]*\b(?:id|name|class|data-[\w-]+)=/i.test(empty[0]) &&
      !isMadeByGenerator(text, at, empty[0])
      ? { start: at, end: at + empty[0].length, messageId: 'empty' }
      : undefined;
  }
  const cut = CUT.exec(slice);
  return cut && cut[0].length > 2 && /^<\/|="/.test(cut[0])
    ? { start: at, end: at + cut[0].length, messageId: 'broken' }
    : undefined;
}

const PAIRED = /^<\/(p|div|span|font|strong|center|section)\s*>/i;

// The end of an element that begins nowhere in the document.
function strayClosing(doc: Document, at: number, kind: number): Found | undefined {
  if (kind !== RegionKind.HtmlTag || doc.format === 'text' || doc.text[at + 1] !== '/') return undefined;
  const tag = PAIRED.exec(doc.text.slice(at, at + 16));
  if (!tag || doc.share(openedElements).has(tag[1]!.toLowerCase())) return undefined;
  return { start: at, end: at + tag[0].length, messageId: 'broken' };
}

function openedElements({ text }: Document): ReadonlySet<string> {
  const names = new Set<string>();
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    let end = at + 1;
    while (isAsciiLetter(text.charCodeAt(end))) end++;
    if (end > at + 1) names.add(text.slice(at + 1, end).toLowerCase());
  }
  return names;
}

const BLOCK =
  'pre|div|[duo]l|dd|dt|td|th|table|blockquote|section|article|footer|header|main|nav|form|h[1-6]';
const BLOCK_BEFORE = new RegExp(`</?(?:${BLOCK})(?:\\s[^<>]{0,200})?>\\s*$`, 'i');
const BLOCK_AFTER = new RegExp(`^\\s*</?(?:${BLOCK})\\b`, 'i');

// A paragraph cannot hold a block, so what writes HTML closes it before the block and opens an empty one behind it.
function isMadeByGenerator(text: string, at: number, empty: string): boolean {
  if (!/^<p\b/i.test(empty) || /&nbsp;|<br/i.test(empty)) return false;
  const end = at + empty.length;
  return (
    BLOCK_BEFORE.test(text.slice(Math.max(0, at - 240), at)) || BLOCK_AFTER.test(text.slice(end, end + 40))
  );
}

// A sentence on HTML may name a tag; one that is at work has attributes, a closing tag, or needs none.
function isUsed(text: string, at: number, tag: string): boolean {
  // ALT = "A > B": the tag does not end where it seems to.
  if (tag.split('"').length % 2 === 0) return false;
  if (/^<\/|^<(?:br|hr)\b|=/i.test(tag)) return true;
  const name = /[a-z0-9]+/i.exec(tag)![0];
  return new RegExp(`</${name}>`, 'i').test(text.slice(at, at + 2000));
}
