import { daysInMonth } from '../../numbers/calendar.ts';
import { measureAt, opensLine } from '../../numbers/context.ts';
import { lexQuantities } from '../../numbers/lexer.ts';
import { QuantityKind } from '../../numbers/quantities.ts';
import { defineRule } from '../../rule/defineRule.ts';
import { Regions } from '../../scan/regionKind.ts';

/** What is named after a day. 日 and 节 only at the end of a name: 国际禁毒日, 妇女节. */
const NAMED =
  /事件|惨案|慘案|案(?!例)|讲话|講話|大?地震|运动|運動|事变|事變|空难|空難|事故|暴雨|洪灾|洪災|起义|起義|革命|晚会|晚會|日(?![均产產常程])|[节節](?![能水约約点點])/;

export const rule = defineRule({
  meta: {
    id: 'number/date-dot',
    level: 'info',
    fix: 'safe',
    regions: Regions.prose,
    summary: {
      en: 'A decimal point in the name of a day',
      'zh-CN': '以小数点书写纪念日期',
      'zh-TW': '以小數點書寫紀念日期',
    },
    messages: {
      found: {
        en: '“{date}” is month and day, not a decimal: between them stands a middle dot. Write {plain}.',
        'zh-CN': '“{date}”是月日，不是小数，中间应用间隔号。应作 {plain}。',
        'zh-TW': '「{date}」是月日，不是小數，中間應用間隔號。應作 {plain}。',
      },
      replace: { en: 'Write {plain}', 'zh-CN': '改为 {plain}', 'zh-TW': '改為 {plain}' },
    },
  },
  trigger: {
    on: 'document',
    check({ doc, text, report }) {
      const list = lexQuantities(doc);
      for (let i = 0; i < list.count; i++) {
        if (list.kinds[i] !== QuantityKind.Number || list.units[i] !== 0) continue;
        const start = list.starts[i]!;
        const end = list.valueEnds[i]!;
        if (end - start < 3 || end - start > 5) continue;
        if (text.charCodeAt(start + 1) !== 0x2e && text.charCodeAt(start + 2) !== 0x2e) continue;
        const parts = /^([1-9]|1[0-2])\.([1-9]|[12]\d|3[01])$/.exec(text.slice(start, end));
        if (!parts || Number(parts[2]) > daysInMonth(Number(parts[1]))) continue;
        const nearness = judge(text, start, end, opensLine(doc, start));
        if (nearness === undefined) continue;
        const args = { date: parts[0], plain: `${parts[1]}·${parts[2]}` };
        report({ start, end, messageId: 'found', args, data: nearness === 'beside' });
      }
    },
  },
  fix({ text }, { start, end, data }) {
    if (data !== true) return [];
    const plain = text.slice(start, end).replace('.', '·');
    const at = start + plain.indexOf('·');
    return [
      { titleId: 'replace', args: { plain }, edits: [{ start: at, end: at + 1, text: '·' }], safety: 'safe' },
    ];
  },
});

function judge(
  text: string,
  start: number,
  end: number,
  opensItsLine: boolean,
): 'beside' | 'near' | undefined {
  const isQuoted = '“‘「『"'.includes(text[start - 1] ?? ' ') && '”’」』"'.includes(text[end] ?? ' ');
  const after = text.slice(isQuoted ? end + 1 : end, end + 14);
  const words = /^[\u4e00-\u9fff“”]*/.exec(after)![0];
  const named = NAMED.exec(words);
  if (!named) return undefined;
  if (isQuoted) return named.index <= 8 ? 'beside' : 'near';
  // 5.1节 is a section, 1.5日 a day and a half, 6.5级地震 and 3.5吨 are measures; "3.2 案例" opens a section.
  const isWordy = !/^[日节節案]/.test(words) && measureAt(text, end) === undefined;
  const before = text[start - 1] ?? ' ';
  if (
    !isWordy ||
    (opensItsLine && /^[日节節案]/.test(named[0])) ||
    /[第图圖表式例版约約达達为為至.A-Za-z]/.test(before)
  )
    return undefined;
  return named.index === 0 ? 'beside' : named.index <= 6 ? 'near' : undefined;
}
