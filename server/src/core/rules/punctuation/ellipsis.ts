import type { Document } from '../../document/document.ts';
import { kindOfClass, LandmarkKind } from '../../document/landmarks.ts';
import { Mark, marksOf } from '../../punctuation/marks.ts';
import { defineRule } from '../../rule/defineRule.ts';
import type { RuleContext } from '../../rule/types.ts';
import { Regions } from '../../scan/regionKind.ts';
import { CharClass, isHanAt } from '../../text/charClass.ts';

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
      reportMiddleDots(doc, report);
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

// 他说··· and 他說・・・: middle dots typed for the dots of an ellipsis. Those that lead to a page number have it behind them.
function reportMiddleDots({ text, landmarks }: Document, report: RuleContext['report']): void {
  const { counts, count, kind, start, end } = landmarks;
  if (counts[LandmarkKind.CjkPunctuation] === 0 && counts[KANA] === 0) return;
  for (let m = 0; m < count; m++) {
    if (kind[m] !== LandmarkKind.CjkPunctuation && kind[m] !== KANA) continue;
    const from = start[m]!;
    const to = end[m]!;
    if (to - from < 3 || to - from > MOST_DOTS || !isHanAt(text, from - 1)) continue;
    const dots = text.slice(from, to);
    if (!/^(?:·+|・+)$/.test(dots)) continue;
    if (isHanAt(text, to) || '，。！？、；：”」』）\r\n'.includes(text[to] ?? '\n'))
      report({ start: from, end: to, messageId: 'found', args: { dots } });
  }
}

const KANA = kindOfClass(CharClass.Kana);
const MOST_DOTS = 12;
