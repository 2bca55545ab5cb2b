import { isLonely, isProgram, needsNoPartner } from '../../punctuation/lonelyMarks.ts';
import { Mark, marksOf } from '../../punctuation/marks.ts';
import { pairsOf } from '../../punctuation/pairs.ts';
import { Partner } from '../../punctuation/partner.ts';
import { defineRule } from '../../rule/defineRule.ts';
import { Regions } from '../../scan/regionKind.ts';

export const rule = defineRule({
  meta: {
    id: 'punctuation/unpaired',
    level: 'warning',
    fix: 'none',
    regions: Regions.prose,
    summary: {
      en: 'A quotation mark or bracket without its partner',
      'zh-CN': '引号、括号或书名号不成对',
      'zh-TW': '引號、括號或書名號不成對',
    },
    messages: {
      opening: {
        en: 'This {mark} is never closed; where the quotation or note ends is lost. Add its partner or delete it.',
        'zh-CN': '这里的 {mark} 没有配对的后半，引文或注释到哪里为止已不清楚。应补上或删去。',
        'zh-TW': '這裡的 {mark} 沒有配對的後半，引文或註釋到哪裡為止已不清楚。應補上或刪去。',
      },
      closing: {
        en: 'This {mark} was never opened; where the quotation or note begins is lost. Add its partner or delete it.',
        'zh-CN': '这里的 {mark} 没有配对的前半，引文或注释从哪里开始已不清楚。应补上或删去。',
        'zh-TW': '這裡的 {mark} 沒有配對的前半，引文或註釋從哪裡開始已不清楚。應補上或刪去。',
      },
      same: {
        en: 'This text writes {mark} at both ends of its quotations, {count} times; which of them opens and which closes has to be guessed. Write {open} where a quotation begins and {close} where it ends.',
        'zh-CN':
          '全文有 {count} 处 {mark} 既当前引号又当后引号，引文从哪里起、到哪里止只能靠猜。开头应写 {open}，结尾应写 {close}。',
        'zh-TW':
          '全文有 {count} 處 {mark} 既當前引號又當後引號，引文從哪裡起、到哪裡止只能靠猜。開頭應寫 {open}，結尾應寫 {close}。',
      },
      crossed: {
        en: 'This {mark} closes across another pair; pairs nest. Exchange the two closing marks.',
        'zh-CN': '这里的 {mark} 与另一对标点交叉，成对的标点应层层嵌套。应对调两个后半标点。',
        'zh-TW': '這裡的 {mark} 與另一對標點交叉，成對的標點應層層嵌套。應對調兩個後半標點。',
      },
    },
  },
  trigger: {
    on: 'document',
    check({ doc, text, report }) {
      const { count, at, kind } = doc.share(marksOf);
      const { of } = doc.share(pairsOf);
      const open: number[] = [];
      const crossed = new Set<number>();
      let spoken = -1;
      const counted = new Set<number>();
      for (let m = 0; m < count; m++) {
        const partner = of[m]!;
        const start = at[m]!;
        if (partner === Partner.Same) {
          if (counted.has(kind[m]!)) continue;
          counted.add(kind[m]!);
          const k = isOpening(kind[m]!) ? kind[m]! : kind[m]! - 1;
          report({
            start,
            end: start + 1,
            messageId: 'same',
            args: {
              mark: text[start]!,
              count: countSame(of, kind, kind[m]!),
              open: k === Mark.DoubleOpen ? '“' : '‘',
              close: k === Mark.DoubleOpen ? '”' : '’',
            },
          });
        } else if (partner === Partner.Missing) {
          if (m <= spoken) continue;
          const last = endOfRow(at, of, m);
          if (last - m >= ROW) {
            spoken = last;
            if (!hasLonely(text, at, m, last)) continue;
            const messageId = isOpening(kind[m]!) ? 'opening' : 'closing';
            report({
              start,
              end: at[last]! + 1,
              messageId,
              args: { mark: `${text.slice(start, start + ROW)}…` },
            });
            continue;
          }
          if (needsNoPartner(doc, start)) continue;
          report({
            start,
            end: start + 1,
            messageId: isOpening(kind[m]!) ? 'opening' : 'closing',
            args: { mark: text[start]! },
          });
        } else if (partner > m) open.push(m);
        else if (partner >= 0 && !crossed.delete(partner)) {
          // Whatever opened after the partner and is still open will close across this pair.
          while (open.length > 0 && open[open.length - 1] !== partner) {
            const inner = open.pop()!;
            crossed.add(inner);
            const end = at[of[inner]!]!;
            if (!isProgram(text, end))
              report({ start: end, end: end + 1, messageId: 'crossed', args: { mark: text[end]! } });
          }
          open.pop();
        }
      }
    },
  },
});

function countSame(of: Int32Array, kind: Uint8Array, which: number): number {
  let count = 0;
  for (let m = 0; m < of.length; m++) if (of[m] === Partner.Same && kind[m] === which) count++;
  return count;
}

/** More lonely marks than this side by side are one finding: a row of brackets has one cause. */
const ROW = 3;

/** The last of the marks without partners that stand side by side from `m` on. */
function endOfRow(at: Int32Array, of: Int32Array, m: number): number {
  let last = m;
  while (last + 1 < at.length && of[last + 1] === Partner.Missing && at[last + 1] === at[last]! + 1) last++;
  return last;
}

function hasLonely(text: string, at: Int32Array, first: number, last: number): boolean {
  for (let m = first; m <= last; m++) if (isLonely(text, at[m]!)) return true;
  return false;
}

const isOpening = (kind: number): boolean =>
  kind === Mark.Open || kind === Mark.WideOpen || (kind >= Mark.DoubleOpen && (kind & 1) === 0);
