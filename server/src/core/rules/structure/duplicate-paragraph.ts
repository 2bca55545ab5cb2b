import type { Document } from '../../document/document.ts';
import { unitsOf } from '../../paragraphs/units.ts';
import { wrapsOf } from '../../paragraphs/wraps.ts';
import { defineRule } from '../../rule/defineRule.ts';
import { Regions } from '../../scan/regionKind.ts';
import type { Span } from '../../text/span.ts';

/** Han characters; shorter ones are captions, refrains, table cells. */
const LEAST = 20;

export const rule = defineRule({
  meta: {
    id: 'structure/duplicate-paragraph',
    level: 'info',
    fix: 'unsafe',
    regions: Regions.structure,
    summary: {
      en: 'The same paragraph twice',
      'zh-CN': '段落重复',
      'zh-TW': '段落重複',
    },
    messages: {
      found: {
        en: 'The same paragraph as in line {line}; copies weigh double in a corpus. Delete one of them.',
        'zh-CN': '与第 {line} 行的段落相同，重复内容在语料中会被加倍计算。应删去其一。',
        'zh-TW': '與第 {line} 行的段落相同，重複內容在語料中會被加倍計算。應刪去其一。',
      },
      first: { en: 'It stands here first', 'zh-CN': '首次出现于此', 'zh-TW': '首次出現於此' },
      remove: { en: 'Delete this copy', 'zh-CN': '删去此段', 'zh-TW': '刪去此段' },
    },
  },
  trigger: {
    on: 'document',
    check({ doc, text, report }) {
      const seen = createSeen(text);
      for (const span of paragraphs(doc)) {
        const first = seen(span);
        if (first) {
          const { line } = doc.source.lines.locate(first.start);
          report({
            ...span,
            messageId: 'found',
            args: { line },
            related: [{ ...first, messageId: 'first' }],
          });
        }
      }
    },
  },
  fix({ text }, { start, end }) {
    const close = /^\s*<\/p>/i.exec(text.slice(end, end + 20));
    const open = /<p(?:\s[^<>]{0,200})?>\s*$/i.exec(text.slice(Math.max(0, start - 220), start));
    if (open && close)
      return [
        {
          titleId: 'remove',
          edits: [{ start: start - open[0].length, end: end + close[0].length, text: '' }],
          safety: 'unsafe',
        },
      ];
    const after = /^[ \t]*(?:\r\n|\n|\r)*/.exec(text.slice(end, end + 20))!;
    return [
      { titleId: 'remove', edits: [{ start, end: end + after[0].length, text: '' }], safety: 'unsafe' },
    ];
  },
});

// Gives the first span of the same text, or remembers this one. Spans are told apart by a few of their characters, and
// read whole only where those agree: hashing every paragraph would mean reading the document once more.
function createSeen(text: string): (span: Span) => Span | undefined {
  const bySample = new Map<number, Span | Map<string, Span>>();
  return span => {
    const sample = sampleOf(text, span);
    const before = bySample.get(sample);
    if (before === undefined) {
      bySample.set(sample, span);
      return undefined;
    }
    const same = before instanceof Map ? before : new Map([[text.slice(before.start, before.end), before]]);
    if (same !== before) bySample.set(sample, same);
    const key = text.slice(span.start, span.end);
    const first = same.get(key);
    if (first === undefined) same.set(key, span);
    return first;
  };
}

const SAMPLES = 12;

function sampleOf(text: string, { start, end }: Span): number {
  const step = Math.max(1, Math.floor((end - start) / SAMPLES));
  let sample = end - start;
  for (let i = start; i < end; i += step) sample = (Math.imul(sample, 31) + text.charCodeAt(i)) | 0;
  return sample;
}

// Whole paragraphs: in wrapped text the block, elsewhere the line. Verse repeats lines; its lines are short.
function* paragraphs(doc: Document): Generator<Span> {
  if (doc.share(wrapsOf).found) {
    for (const block of doc.blocks) {
      if (block.kind === 'paragraph' && block.contentEnd - block.contentStart >= LEAST * 2)
        yield { start: block.contentStart, end: block.contentEnd };
    }
    return;
  }
  for (const unit of doc.share(unitsOf)) {
    if (unit.han >= LEAST && (unit.kind === 'paragraph' || unit.kind === 'list'))
      yield { start: unit.start, end: unit.end };
  }
}
