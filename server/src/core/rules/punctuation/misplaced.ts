import type { Document } from '../../document/document.ts';
import { defineRule } from '../../rule/defineRule.ts';
import { RegionKind, Regions } from '../../scan/regionKind.ts';
import { isHanAt } from '../../text/charClass.ts';

// GB/T 15834—2011, 5.1.1 to 5.1.3: marks that may not begin a line, and marks that may not end one.
const CLOSERS = new Set([...'，。、；：？！）》〉」』】〕”’'].map(c => c.charCodeAt(0)));
const OPENERS = new Set([...'（《〈「『【〔“‘'].map(c => c.charCodeAt(0)));
// Moving a mark passes line breaks and the tags between two paragraphs.
const REGIONS =
  Regions.body | (1 << RegionKind.Layout) | (1 << RegionKind.HtmlTag) | (1 << RegionKind.Markup);

export const rule = defineRule({
  meta: {
    id: 'punctuation/misplaced',
    level: 'warning',
    fix: 'unsafe',
    regions: REGIONS,
    summary: {
      en: 'Closing punctuation at the start of a line, or an opening bracket at its end',
      'zh-CN': '行首出现句末点号或后半括号，行尾出现前半括号',
      'zh-TW': '行首出現句末點號或後半括號，行尾出現前半括號',
    },
    messages: {
      start: {
        en: '“{mark}” begins a line; it belongs to the text before, so a line break or lost text stands between. Move it up.',
        'zh-CN': '“{mark}”在行首，它属于上文，中间有误断行或缺字。应移到上一行末。',
        'zh-TW': '「{mark}」在行首，它屬於上文，中間有誤斷行或缺字。應移到上一行末。',
      },
      end: {
        en: '“{mark}” ends a line; it belongs to the text after. Move it down.',
        'zh-CN': '“{mark}”在行尾，它属于下文。应移到下一行首。',
        'zh-TW': '「{mark}」在行尾，它屬於下文。應移到下一行首。',
      },
      up: {
        en: 'Move “{mark}” to the line before',
        'zh-CN': '把“{mark}”移到上一行末',
        'zh-TW': '把「{mark}」移到上一行末',
      },
      down: {
        en: 'Move “{mark}” to the line after',
        'zh-CN': '把“{mark}”移到下一行首',
        'zh-TW': '把「{mark}」移到下一行首',
      },
    },
  },
  trigger: {
    on: 'document',
    check({ doc, text, report }) {
      eachLine(doc, (start, end) => {
        if (isCloser(text, start) && hasWord(text, start, end)) {
          if (text[start] === '。' && doc.share(hasStopBullets)) return;
          let stop = start + 1;
          while (stop < end && isCloser(text, stop)) stop++;
          report({ start, end: stop, messageId: 'start', args: { mark: text.slice(start, stop) } });
        }
        if (isOpener(text, end - 1) && end - start > 1 && isHanAt(text, end - 2)) {
          report({ start: end - 1, end, messageId: 'end', args: { mark: text[end - 1]! } });
        }
      });
    },
  },
  fix({ doc, text }, { start, end, messageId }) {
    const mark = text.slice(start, end);
    const neighbour = messageId === 'start' ? textBefore(doc, start) : textAfter(doc, end);
    if (neighbour < 0) return [];
    return [
      {
        titleId: messageId === 'start' ? 'up' : 'down',
        args: { mark },
        edits: [
          { start, end, text: '' },
          { start: neighbour, end: neighbour, text: mark },
        ],
        safety: 'unsafe',
      },
    ];
  },
});

const isCloser = (text: string, at: number): boolean => CLOSERS.has(text.charCodeAt(at));
const isOpener = (text: string, at: number): boolean => OPENERS.has(text.charCodeAt(at));

/** Visits the lines of text blocks, without blank space at either end. */
function eachLine(doc: Document, visit: (start: number, end: number) => void): void {
  const { text, blocks, format } = doc;
  const { starts } = doc.source.lines;
  let line = 0;
  for (let b = 0; b < blocks.length; b++) {
    const { kind, contentStart, contentEnd } = blocks[b]!;
    if (kind !== 'paragraph' && kind !== 'list' && kind !== 'quote' && kind !== 'heading') continue;
    // After a program or a formula a sentence may go on with a comma.
    const before = blocks[b - 1]?.kind;
    let isContinued = before === 'code' || before === 'math' || followsDisplay(doc, b, contentStart);
    while (line + 1 < starts.length && starts[line + 1]! <= contentStart) line++;
    for (let at = contentStart, next = line; at < contentEnd; ) {
      // A line break in HTML source is a space; only the blocks it makes start lines.
      const stop = format === 'html' ? contentEnd : Math.min(contentEnd, starts[++next] ?? contentEnd);
      let from = at;
      let to = stop;
      while (from < to && isBlank(text.charCodeAt(from))) from++;
      while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
      if (to > from && !isContinued) visit(from, to);
      isContinued = false;
      at = stop;
    }
  }
}

// A stop or comma after a program or command that stands alone, and a tag named in a sentence, which starts no line.
function followsDisplay({ text, blocks, regions, format }: Document, b: number, start: number): boolean {
  if (!isCloser(text, start) || !GOES_ON.includes(text[start]!)) return false;
  if (format !== 'html' && text[start - 1] === '>') {
    const at = text.lastIndexOf('<', start);
    return at > 0 && start - at < MOST_TAG && /[^\s>] ?$/.test(text.slice(at - 2, at));
  }
  for (let r = regions.indexAt(start) - 1; r >= 0; r--) {
    const kind = regions.kinds[r]!;
    if (kind !== RegionKind.HtmlTag && kind !== RegionKind.Layout && kind !== RegionKind.Code) break;
    if (kind === RegionKind.HtmlTag && text.slice(regions.starts[r], regions.endOf(r)).includes('</pre'))
      return true;
  }
  const last = blocks[b - 1];
  if (format !== 'text' || !last) return false;
  for (let i = last.contentStart; i < last.contentEnd; i++) if (isHanAt(text, i)) return false;
  const size = last.contentEnd - last.contentStart;
  return (
    size > 0 && size < MOST_TAG && !/[.:;,?!]\s*$/.test(text.slice(last.contentEnd - 9, last.contentEnd))
  );
}

/** Fewest lines with a full stop before a title, under finished sentences, that make it a bullet. */
const BULLETS = 3;
/** A short line that ends without a stop. */
const TITLE = /^[^\n。]{0,60}[^\n\r。，；：、！？ ]\s*(?:\n|$)/;

function hasStopBullets(doc: Document): boolean {
  const { text } = doc;
  let bullets = 0;
  for (let at = text.indexOf('\n。'); at >= 0 && bullets < BULLETS; at = text.indexOf('\n。', at + 2)) {
    const before = text.slice(Math.max(0, at - 12), at).trimEnd();
    const isTitle = TITLE.test(text.slice(at + 2, at + 90));
    if (isTitle && /[。！？…”」』）)\]\w?.]$/.test(before)) bullets++;
  }
  return bullets >= BULLETS;
}

const GOES_ON = '，。；：、）';
/** Longest tag or command (UTF-16 units) that a sentence names or shows. */
const MOST_TAG = 300;

const isBlank = (unit: number): boolean =>
  unit === 32 || unit === 9 || unit === 10 || unit === 13 || unit === 0x3000 || unit === 0xa0;

// A line of marks alone is a table of marks or an ornament.
function hasWord(text: string, start: number, end: number): boolean {
  for (let i = start; i < end && i < start + 6; i++) if (isHanAt(text, i)) return true;
  return false;
}

function textBefore(doc: Document, at: number): number {
  for (let i = at - 1; i >= 0 && at - i < 200; i--) {
    if (isProse(doc, i) && !isBlank(doc.text.charCodeAt(i))) return i + 1;
  }
  return -1;
}

function textAfter(doc: Document, at: number): number {
  for (let i = at; i < doc.text.length && i - at < 200; i++) {
    if (isProse(doc, i) && !isBlank(doc.text.charCodeAt(i))) return i;
  }
  return -1;
}

const isProse = (doc: Document, at: number): boolean => (Regions.body & (1 << doc.regions.kindAt(at))) !== 0;
