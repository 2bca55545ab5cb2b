import { Mark, marksOf } from '../../evidence/marks.ts';
import { defineRule } from '../../rule/defineRule.ts';
import { Regions } from '../../scan/regionKind.ts';
import { isHanAt } from '../../text/charClass.ts';

const ELLIPSIS = '……';

export const rule = defineRule({
  meta: {
    id: 'punctuation/ellipsis',
    level: 'info',
    fix: 'safe',
    regions: Regions.prose,
    summary: {
      en: 'Dots or full stops for an ellipsis',
      'zh-CN': '用句点或句号代替省略号',
      'zh-TW': '用句點或句號代替刪節號',
    },
    messages: {
      found: {
        en: '“{dots}” for an ellipsis, which is six dots in Han text. Write “……”.',
        'zh-CN': '用“{dots}”代替省略号，中文省略号是六个居中的点。应写作“……”。',
        'zh-TW': '用「{dots}」代替刪節號，中文刪節號是六個居中的點。應寫作「……」。',
      },
      replace: { en: 'Replace with “……”', 'zh-CN': '改为“……”', 'zh-TW': '改為「……」' },
    },
  },
  trigger: {
    on: 'document',
    check({ doc, text, report }) {
      const { count, at, kind, hasRuns } = doc.share(marksOf);
      if (!hasRuns) return;
      for (let m = 0; m + 2 < count; m++) {
        const k = kind[m]!;
        if ((k !== Mark.Dot && k !== Mark.Stop) || at[m + 2] !== at[m]! + 2) continue;
        let last = m;
        while (last + 1 < count && kind[last + 1] === k && at[last + 1] === at[last]! + 1) last++;
        const start = at[m]!;
        const end = at[last]! + 1;
        m = last;
        if (end - start < 3 || !isHanAt(text, start - 1)) continue;
        // After "打开..." a menu's label ends; only what goes on in Han shows that a sentence does.
        const goesOn = isHanAt(text, end) || '，。！？、；：'.includes(text[end] ?? ' ');
        if (!goesOn && k === Mark.Dot) continue;
        report({ start, end, messageId: 'found', args: { dots: text.slice(start, end) } });
      }
    },
  },
  fix: (_, { start, end }) => [
    { titleId: 'replace', edits: [{ start, end, text: ELLIPSIS }], safety: 'safe' },
  ],
});
