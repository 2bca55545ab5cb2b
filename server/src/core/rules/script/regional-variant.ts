import type { Document } from '../../document/document.ts';
import { defineRule } from '../../rule/defineRule.ts';
import type { RuleContext } from '../../rule/types.ts';
import { Regions } from '../../scan/regionKind.ts';
import { scriptOf } from '../../script/evidence.ts';
import { regionalForms, regionalPairs, type VariantPair } from '../../script/hanPairs.ts';

export const rule = defineRule({
  meta: {
    id: 'script/regional-variant',
    level: 'off',
    fix: 'unsafe',
    regions: Regions.prose,
    summary: {
      en: 'A form of another region',
      'zh-CN': '异地字形',
      'zh-TW': '異地字形',
    },
    messages: {
      region: {
        en: '“{char}” is not the form of the region ({region}), which writes “{with}”. Write “{with}”.',
        'zh-CN': '“{char}”不是该地区（{region}）的标准字形，该地区作“{with}”。应作“{with}”。',
        'zh-TW': '「{char}」不是該地區（{region}）的標準字形，該地區作「{with}」。應作「{with}」。',
      },
      inconsistent: {
        en: '“{char}” here, “{with}” {count} times elsewhere in the document; searches find only one of them. Write “{with}”.',
        'zh-CN': '此处作“{char}”，本文另有 {count} 处作“{with}”，检索只能找到一种。应统一为“{with}”。',
        'zh-TW': '此處作「{char}」，本文另有 {count} 處作「{with}」，檢索只能找到一種。應統一為「{with}」。',
      },
      replace: { en: 'Replace with “{with}”', 'zh-CN': '改为“{with}”', 'zh-TW': '改為「{with}」' },
    },
  },
  trigger: {
    on: 'document',
    check(context) {
      const { doc } = context;
      if (doc.share(scriptOf).script !== 'traditional') return;
      const preferred = doc.share(preferences);
      if (preferred.size > 0) find(context, preferred);
    },
  },
  fix({ doc, text }, { start, end }) {
    const choice = doc.share(preferences).get(text.slice(start, end));
    if (!choice) return [];
    return [
      {
        titleId: 'replace',
        args: { with: choice.form },
        edits: [{ start, end, text: choice.form }],
        safety: 'unsafe',
      },
    ];
  },
});

interface Choice {
  readonly form: string;
  /** How often the document writes the preferred form; 0 where the region decides. */
  readonly count: number;
}

function find({ doc, text, report }: RuleContext, preferred: ReadonlyMap<string, Choice>): void {
  const { regions, expectations } = doc;
  for (let r = 0; r < regions.count; r++) {
    if ((Regions.prose & (1 << regions.kinds[r]!)) === 0) continue;
    const stop = regions.endOf(r);
    for (let at = regions.starts[r]!; at < stop; at++) {
      const char = text[at]!;
      const choice = preferred.get(char);
      if (!choice) continue;
      const messageId = choice.count > 0 ? 'inconsistent' : 'region';
      const args = { char, with: choice.form, count: choice.count, region: expectations.region ?? '' };
      report({ start: at, end: at + 1, messageId, args });
    }
  }
}

/** A form must be this frequent, and this much more frequent than its rival, to be the document's own. */
const MIN_COUNT = 5;
const MAJORITY = 0.8;

// What the document should write instead of a character: the region's form, or the clear majority of its own.
function preferences(doc: Document): ReadonlyMap<string, Choice> {
  const { region } = doc.expectations;
  const preferred = new Map<string, Choice>();
  if (region === 'TW' || region === 'HK') {
    for (const [standard, variant] of regionalPairs()) {
      const forms = regionalForms(region, standard);
      if (forms.length > 0 && !forms.includes(standard))
        preferred.set(standard, { form: forms[0]!, count: 0 });
      // The form of the other region, where this one keeps OpenCC's; 台 is in use everywhere.
      if (forms.length === 0 && variant !== '台' && !isDistinctWord(variant))
        preferred.set(variant, { form: standard, count: 0 });
    }
    return preferred;
  }
  const counts = countOf(doc);
  for (const [standard, variant] of regionalPairs()) {
    if (isDistinctWord(variant)) continue;
    const [a, b] = [counts.get(standard) ?? 0, counts.get(variant) ?? 0];
    if (a === 0 || b === 0 || Math.max(a, b) < MIN_COUNT || Math.max(a, b) < (a + b) * MAJORITY) continue;
    preferred.set(a > b ? variant : standard, {
      form: a > b ? standard : variant,
      count: Math.max(a, b),
    });
  }
  return preferred;
}

/** Variants that are words of their own elsewhere, such as 著 in 著作, stay out of comparisons. */
const isDistinctWord = (variant: VariantPair[1]): boolean => '著只才吃核么泄踊棱'.includes(variant);

function countOf({ text, regions }: Document): ReadonlyMap<string, number> {
  const counts = new Map<string, number>(
    regionalPairs().flatMap(pair => pair.map(char => [char, 0] as const)),
  );
  for (let r = 0; r < regions.count; r++) {
    if ((Regions.prose & (1 << regions.kinds[r]!)) === 0) continue;
    const stop = regions.endOf(r);
    for (let at = regions.starts[r]!; at < stop; at++) {
      const count = counts.get(text[at]!);
      if (count !== undefined) counts.set(text[at]!, count + 1);
    }
  }
  return counts;
}
