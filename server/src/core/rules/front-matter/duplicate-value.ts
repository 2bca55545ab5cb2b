import { readDate } from '../../frontMatter/dates.ts';
import { type FrontMatterEntry, innerSpan, nameOf } from '../../frontMatter/types.ts';
import { defineRule } from '../../rule/defineRule.ts';
import { Regions } from '../../scan/regionKind.ts';

/** Shorter values are alike by chance. */
const SHORTEST = 8;

export const rule = defineRule({
  meta: {
    id: 'front-matter/duplicate-value',
    level: 'info',
    fix: 'none',
    regions: Regions.frontMatter,
    summary: {
      en: 'Two keys with one value',
      'zh-CN': '两个键的值相同',
      'zh-TW': '兩個鍵的值相同',
    },
    messages: {
      found: {
        en: '“{key}” repeats the value of “{first}”: whoever corrects one forgets the other. Keep one of them.',
        'zh-CN': '“{key}”与“{first}”的值相同，改了一处易漏另一处。保留其一即可。',
        'zh-TW': '「{key}」與「{first}」的值相同，改了一處易漏另一處。保留其一即可。',
      },
      first: { en: 'The same value', 'zh-CN': '相同的值', 'zh-TW': '相同的值' },
    },
  },
  trigger: {
    on: 'document',
    check({ doc, text, report }) {
      const seen = new Map<string, FrontMatterEntry>();
      for (const entry of doc.frontMatterData?.entries ?? []) {
        if (!isComparable(entry)) continue;
        const value = entry.value as string;
        const first = seen.get(value);
        if (!first) seen.set(value, entry);
        else if (nameOf(first) !== nameOf(entry) && readDate(value).kind === 'unknown')
          report({
            ...innerSpan(text, entry),
            messageId: 'found',
            args: { key: nameOf(entry), first: nameOf(first) },
            related: [{ ...innerSpan(text, first), messageId: 'first' }],
          });
      }
    },
  },
});

// Entries of a list are records, which repeat each other by nature; an alias says the sameness aloud.
const isComparable = (entry: FrontMatterEntry): boolean =>
  typeof entry.value === 'string' &&
  entry.style !== 'alias' &&
  !entry.path.some(step => typeof step === 'number') &&
  entry.value.length >= SHORTEST &&
  [...entry.value].length >= SHORTEST &&
  !/^[-+\d.,_:\s]+$/.test(entry.value);
