import { defineRule } from '../../rule/defineRule.ts';
import { Regions } from '../../scan/regionKind.ts';

// Marks that are never doubled (GB/T 15834—2011 combines only ？ and ！), and the stop that wins where two meet.
const MARKS = '，。、；：';

export const rule = defineRule({
  meta: {
    id: 'punctuation/repeated',
    level: 'warning',
    fix: 'safe',
    regions: Regions.prose,
    summary: {
      en: 'Two punctuation marks where one belongs',
      'zh-CN': '标点重复',
      'zh-TW': '標點重複',
    },
    messages: {
      found: {
        en: '“{marks}”: two marks where one belongs; usually the rest of an edit or of removed text. Keep “{keep}”.',
        'zh-CN': '“{marks}”：标点重复，多为改稿或删字所遗。保留“{keep}”。',
        'zh-TW': '「{marks}」：標點重複，多為改稿或刪字所遺。保留「{keep}」。',
      },
      keep: { en: 'Keep only “{keep}”', 'zh-CN': '只保留“{keep}”', 'zh-TW': '只保留「{keep}」' },
    },
  },
  trigger: {
    on: 'char',
    chars: MARKS,
    check({ text, report }, at) {
      if (MARKS.includes(text[at - 1] ?? ' ') || !MARKS.includes(text[at + 1] ?? ' ')) return;
      let end = at + 2;
      while (end < text.length && MARKS.includes(text[end]!)) end++;
      const marks = text.slice(at, end);
      // Runs of three or more are 。。。 for an ellipsis or a mask, not a slip.
      if (marks.length !== 2) return;
      report({ start: at, end, messageId: 'found', args: { marks, keep: keeper(marks) } });
    },
  },
  fix({ text }, { start, end }) {
    const keep = keeper(text.slice(start, end));
    return [{ titleId: 'keep', args: { keep }, edits: [{ start, end, text: keep }], safety: 'safe' }];
  },
});

// The stronger stop: 。 over ； over ： over ， over 、.
const STRENGTH = '、，：；。';
const keeper = (marks: string): string =>
  [...marks].reduce((a, b) => (STRENGTH.indexOf(b) > STRENGTH.indexOf(a) ? b : a));
