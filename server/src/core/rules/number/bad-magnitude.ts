import { compare, exact, parseDecimal } from '../../numbers/exact.ts';
import { multiplierOf } from '../../numbers/hanNumerals.ts';
import { lexQuantities } from '../../numbers/lexer.ts';
import { QuantityFlag, QuantityKind } from '../../numbers/quantities.ts';
import { defineRule } from '../../rule/defineRule.ts';
import { Regions } from '../../scan/regionKind.ts';
import { isDigit } from '../../text/charClass.ts';

export const rule = defineRule({
  meta: {
    id: 'number/bad-magnitude',
    level: 'warning',
    fix: 'none',
    regions: Regions.prose,
    summary: {
      en: 'Magnitudes that do not go together',
      'zh-CN': '数量级搭配有误',
      'zh-TW': '數量級搭配有誤',
    },
    messages: {
      stacked: {
        en: '“{figure}”: {pair} is no magnitude after digits; one character may be doubled or stray. Check the source.',
        'zh-CN': '“{figure}”：数字后不能用“{pair}”，可能多了一字。请核对原文。',
        'zh-TW': '「{figure}」：數字後不能用「{pair}」，可能多了一字。請核對原文。',
      },
      grouped: {
        en: '“{figure}” says a magnitude in words and goes on with grouped digits, or with more than the magnitude holds. Check the source.',
        'zh-CN': '“{figure}”：用了数量级又接分节数字，或后段大于该数量级。请核对原文。',
        'zh-TW': '「{figure}」：用了數量級又接分節數字，或後段大於該數量級。請核對原文。',
      },
    },
  },
  trigger: {
    on: 'document',
    check({ doc, text, report }) {
      const list = lexQuantities(doc);
      for (let i = 0; i < list.count; i++) {
        if ((list.flags[i]! & QuantityFlag.Magnitude) === 0 || list.kinds[i] !== QuantityKind.Number)
          continue;
        const start = list.starts[i]!;
        const end = list.valueEnds[i]!;
        if (end - start < 3 || end - start > 60 || !isDigit(text.charCodeAt(start))) continue;
        if (isPlain(text, start, end)) continue;
        const figure = text.slice(start, end);
        const pair = /[亿億][万萬亿億]|[万萬][万萬]/.exec(figure)?.[0];
        if (pair) report({ start, end, messageId: 'stacked', args: { figure, pair } });
        else if (overflows(figure)) report({ start, end, messageId: 'grouped', args: { figure } });
      }
    },
  },
});

// 3.5万 and 1,200亿: digits, then one magnitude, and most figures are so.
function isPlain(text: string, start: number, end: number): boolean {
  let at = start;
  while (at < end - 1) {
    const unit = text.charCodeAt(at);
    if (!isDigit(unit) && unit !== 0x2e && unit !== 0x2c) return false;
    at++;
  }
  return true;
}

// The part after 万 must be below 10 000, written without grouping: 1万2000, not 1万2,000 or 1万20000.
function overflows(figure: string): boolean {
  const match = /([万萬亿億])(\d[\d,]*)([万萬千百]?)$/.exec(figure);
  if (!match) return false;
  // 1萬2,000元 is how Taiwan writes sums, and 1亿2,000万元 what a conversion makes of them; what must not happen there is
  // a part too large.
  if (match[2]!.includes(',') && '万亿'.includes(match[1]!) && !match[3]) return true;
  const low = parseDecimal(match[2]!.replace(/,/g, ''));
  if (!low) return false;
  const scale = match[3] ? multiplierOf(match[3].charCodeAt(0)) : 1;
  const value = exact(low.num * BigInt(scale), low.den);
  return compare(value, exact(multiplierOf(match[1]!.charCodeAt(0)))) >= 0;
}
