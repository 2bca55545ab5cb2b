import type { Document } from '../../document/document.ts';
import { removalOf } from '../../frontMatter/edits.ts';
import type { FrontMatterEntry } from '../../frontMatter/types.ts';
import { defineRule } from '../../rule/defineRule.ts';
import type { Repair } from '../../rule/types.ts';
import { Regions } from '../../scan/regionKind.ts';

export const rule = defineRule({
  meta: {
    id: 'front-matter/duplicate-key',
    level: 'error',
    fix: 'unsafe',
    regions: Regions.frontMatter,
    summary: {
      en: 'One key given twice',
      'zh-CN': '键重复',
      'zh-TW': '鍵重複',
    },
    messages: {
      found: {
        en: '“{key}” is given twice: some readers refuse the block, others keep the last value only. Keep one.',
        'zh-CN': '“{key}”出现两次：有的程序拒绝读取，有的只取后一个值。应只保留一个。',
        'zh-TW': '「{key}」出現兩次：有的程式拒絕讀取，有的只取後一個值。應只保留一個。',
      },
      first: { en: 'The first one', 'zh-CN': '第一处', 'zh-TW': '第一處' },
      keep: { en: 'Keep {value}', 'zh-CN': '保留 {value}', 'zh-TW': '保留 {value}' },
    },
  },
  trigger: {
    on: 'document',
    check({ doc, text, report }) {
      const data = doc.frontMatterData;
      for (const [first, second] of doc.share(pairsOf).values())
        report({
          ...second.key,
          messageId: 'found',
          args: { key: text.slice(second.key.start, second.key.end) },
          related: [{ ...first.key, messageId: 'first' }],
        });
      for (const { code, start } of data?.errors ?? []) {
        if (code !== 'duplicate-key') continue;
        const end = start + (/^[^\s=.\]]+/.exec(text.slice(start, start + 200))?.[0].length ?? 1);
        report({ start, end, messageId: 'found', args: { key: text.slice(start, end) } });
      }
    },
  },
  fix({ doc, text }, { start }) {
    const block = doc.frontMatter;
    const pair = doc.share(pairsOf).get(start);
    if (!block || !pair) return [];
    const written = pair.map(({ valueSpan }) => text.slice(valueSpan.start, valueSpan.end));
    const repairs: Repair[] = [];
    for (const [index, gone] of [pair[1], pair[0]].entries()) {
      const span = removalOf(text, block, gone);
      if (!span || (index === 1 && written[0] === written[1])) continue;
      const value = written[index]!.replace(/\s+/g, ' ').slice(0, 40);
      repairs.push({ titleId: 'keep', args: { value }, edits: [{ ...span, text: '' }], safety: 'unsafe' });
    }
    return repairs;
  },
});

type Pair = readonly [FrontMatterEntry, FrontMatterEntry];

// Each repeated key, by its offset, with the first of its name. Merge keys may stand more than once.
function pairsOf(doc: Document): ReadonlyMap<number, Pair> {
  const seen = new Map<string, FrontMatterEntry>();
  const found = new Map<number, Pair>();
  let end = -1;
  for (const entry of doc.frontMatterData?.entries ?? []) {
    // The children of a repeated key are not repeated themselves: they belong to another mapping.
    if (entry.path[entry.path.length - 1] === '<<' || entry.key.start < end) continue;
    const path = entry.path.length === 1 ? `=${entry.path[0]}` : JSON.stringify(entry.path);
    const first = seen.get(path);
    if (first) {
      found.set(entry.key.start, [first, entry]);
      end = entry.valueSpan.end;
    } else seen.set(path, entry);
  }
  return found;
}
