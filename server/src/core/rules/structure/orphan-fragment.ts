import { gapsOf } from '../../paragraphs/gaps.ts';
import { shapesOf } from '../../paragraphs/shapes.ts';
import { unitsOf } from '../../paragraphs/units.ts';
import { defineRule } from '../../rule/defineRule.ts';
import { Regions } from '../../scan/regionKind.ts';

export const rule = defineRule({
  meta: {
    id: 'structure/orphan-fragment',
    level: 'warning',
    fix: 'none',
    regions: Regions.structure,
    summary: {
      en: 'A paragraph that starts in mid-sentence',
      'zh-CN': '段落从句子中间开始',
      'zh-TW': '段落從句子中間開始',
    },
    messages: {
      found: {
        en: '“{text}”: the paragraph starts in mid-sentence and the first half is nowhere; a line or column was lost. Restore it from the source, or mark the gap.',
        'zh-CN': '“{text}”：段落从句子中间开始，前半句已经丢失，多为漏行或漏栏。应据原文补足，或标明缺文。',
        'zh-TW': '「{text}」：段落從句子中間開始，前半句已經遺失，多為漏行或漏欄。應據原文補足，或標明缺文。',
      },
    },
  },
  trigger: {
    on: 'document',
    check({ doc, text, report }) {
      const units = doc.share(unitsOf);
      let joined: ReadonlySet<number> | undefined;
      units.forEach((unit, i) => {
        if (unit.kind !== 'paragraph' || unit.bold || unit.width < LEAST) return;
        if (!FIRST.includes(text[unit.start]!)) return;
        const head = FRAGMENT.exec(text.slice(unit.start, unit.start + 8));
        if (!head) return;
        joined ??= new Set(doc.share(gapsOf).map(gap => gap.after));
        if (joined.has(i)) return;
        const shapes = doc.share(shapesOf);
        // After a line without an end this is the other half of a broken sentence, whoever finds it.
        const before = units[i - 1];
        const open =
          before?.kind === 'paragraph' &&
          (unit.blankBefore === 0 || (shapes[i - 1]!.ending !== 'stop' && before.width > 80));
        // Behind code or a command in Latin letters the first half may be that line itself: 的 goes on from it.
        const isAfterCode =
          before !== undefined && /[!-~]/.test(text[before.end - 1]!) && '的们們'.includes(head[0][0]!);
        // A tag before it on the same line may be spoken of: the text says “<head> 的子节点”.
        const isAfterTag = doc.format !== 'html' && text.slice(before?.end ?? 0, unit.start).includes('>');
        if (!open && !isAfterCode && !isAfterTag)
          report({
            start: unit.start,
            end: unit.start + head[0].length,
            messageId: 'found',
            args: { text: head[0] },
          });
      });
    },
  },
});

/** Columns; shorter lines are cells, captions, verse. */
const LEAST = 30;
/** A measure word or particle that can only follow something, and the mark after it; 的, 了 and 们 begin no sentence. */
const FRAGMENT =
  /^(?:[们們]|的(?![士確确话話黎哥]))[\u3400-\u9fff]{1,3}|^(?:时许|時許|[日月年])，|^了[，。；]|^[余餘]?[万萬亿億]?(?:[次个個名起件元吨噸辆輛份项項处處株册冊户戶]|人次|车次|車次|辆次|輛次|家次|公斤|千克|公里|平方米|立方米|个百分点|個百分點)[，,、；;（(]/;
/** What a fragment begins with: few paragraphs do. */
const FIRST = '们們的了时時日月余餘万萬亿億次个個名起件元吨噸辆輛份项項处處株册冊户戶人车車家公千平立';
