import { Mark, marksOf } from '../../evidence/marks.ts';
import { Junction } from '../../evidence/prose.ts';
import { spacingOf } from '../../evidence/spacing.ts';
import { defineRule } from '../../rule/defineRule.ts';
import { RegionKind, Regions } from '../../scan/regionKind.ts';
import { isHan } from '../../text/charClass.ts';

const REGIONS = 1 << RegionKind.Prose;
/** Han on either side up to the next mark or space: fewer is a name or a padded word. */
const CLAUSE = 3;
const REACH = 40;
/** More such spaces than one for this many Han are a habit: verse, columns, or text cut into words. */
const HAN_FOR_EACH = 100;

export const rule = defineRule({
  meta: {
    id: 'spacing/inside-han',
    level: 'info',
    fix: 'unsafe',
    regions: REGIONS & Regions.prose,
    summary: {
      en: 'A space inside a Han sentence',
      'zh-CN': '汉字句子里的空格',
      'zh-TW': '漢字句子裡的空格',
    },
    messages: {
      found: {
        en: 'A space inside a sentence, usually the rest of a line break or of a lost mark. Delete it, or write the mark.',
        'zh-CN': '句子里有空格，多为误断行或漏掉标点所遗。应删除或补上标点。',
        'zh-TW': '句子裡有空格，多為誤斷行或漏掉標點所遺。應刪除或補上標點。',
      },
      remove: { en: 'Delete the space', 'zh-CN': '删除空格', 'zh-TW': '刪除空格' },
    },
  },
  trigger: {
    on: 'document',
    check({ doc, text, report }) {
      const { count, at, kind } = doc.share(spacingOf);
      const places: number[] = [];
      for (let j = 0; j < count; j++) if (kind[j] === Junction.HanHan) places.push(at[j]!);
      if (places.length === 0 || places.length * HAN_FOR_EACH > doc.counts.han) return;
      const marks = doc.share(marksOf);
      let m = 0;
      for (const space of places) {
        while (m < marks.count && marks.at[m]! < space) m++;
        // Inside a sentence: a comma or stop before and after, on the same line.
        if (m === 0 || m === marks.count) continue;
        const before = marks.at[m - 1]!;
        const after = marks.at[m]!;
        if (!isComma(marks.kind[m - 1]!) || !isPoint(marks.kind[m]!)) continue;
        if (space - before > REACH || after - space > REACH) continue;
        if (hanRun(text, space - 1, -1) < CLAUSE || hanRun(text, space + 1, 1) < CLAUSE) continue;
        if (text.slice(before, after).includes('\n')) continue;
        report({ start: space, end: space + 1, messageId: 'found' });
      }
    },
  },
  fix: (_, { start, end }) => [{ titleId: 'remove', edits: [{ start, end, text: '' }], safety: 'unsafe' }],
});

const isComma = (kind: number): boolean =>
  kind === Mark.WideComma || kind === Mark.Comma || kind === Mark.WideSemicolon || kind === Mark.Semicolon;
const isPoint = (kind: number): boolean => isComma(kind) || kind === Mark.Stop;

function hanRun(text: string, at: number, step: 1 | -1): number {
  let length = 0;
  while (length < CLAUSE && isHan(text.charCodeAt(at + step * length))) length++;
  return length;
}
