import { lexQuantities } from '../../numbers/lexer.ts';
import { QuantityKind, type QuantityList } from '../../numbers/quantities.ts';
import { UNITS } from '../../numbers/units.ts';
import { defineRule } from '../../rule/defineRule.ts';
import { Regions } from '../../scan/regionKind.ts';
import { isHan } from '../../text/charClass.ts';

export const rule = defineRule({
  meta: {
    id: 'number/broken',
    level: 'warning',
    fix: 'safe',
    regions: Regions.prose,
    summary: {
      en: 'A figure with spaces between its digits',
      'zh-CN': '数字被空格拆断',
      'zh-TW': '數字被空格拆斷',
    },
    messages: {
      found: {
        en: '“{figure}”: spaces inside a figure, as extraction from a PDF leaves them; it reads as several. Write {plain}.',
        'zh-CN': '“{figure}”：数字内有空格，多为 PDF 提取所致，会读成几个数。应作 {plain}。',
        'zh-TW': '「{figure}」：數字內有空格，多為 PDF 擷取所致，會讀成幾個數。應作 {plain}。',
      },
      join: { en: 'Write {plain}', 'zh-CN': '改为 {plain}', 'zh-TW': '改為 {plain}' },
    },
  },
  trigger: {
    on: 'document',
    check({ doc, text, report }) {
      const list = lexQuantities(doc);
      for (let i = 0; i + 1 < list.count; i++) {
        if (!isJoint(text, list, i)) continue;
        let last = i + 1;
        while (isJoint(text, list, last)) last++;
        const found = judge(text, list, i, last);
        if (found) {
          const { start, end, safe } = found;
          const figure = text.slice(start, end);
          report({ start, end, messageId: 'found', args: { figure, plain: join(figure) }, data: safe });
        }
        i = last;
      }
    },
  },
  fix({ text }, { start, end, data }) {
    const plain = join(text.slice(start, end));
    const safety = data === true ? 'safe' : 'unsafe';
    return [{ titleId: 'join', args: { plain }, edits: [{ start, end, text: plain }], safety }];
  },
});

// Two plain integers with one space, or a decimal point behind a space or between two, between them.
function isJoint(text: string, list: QuantityList, i: number): boolean {
  if (i + 1 >= list.count || list.kinds[i] !== QuantityKind.Number || list.units[i] !== 0) return false;
  const end = list.ends[i]!;
  const next = list.starts[i + 1]!;
  const gap = next - end;
  if (gap < 1 || gap > 3) return false;
  const unit = text.charCodeAt(end);
  if (unit !== 0x20 && unit !== 0xa0) return false;
  return gap === 1 || (text[end + 1] === '.' && (gap === 2 || text[end + 2] === ' '));
}

function judge(
  text: string,
  list: QuantityList,
  first: number,
  last: number,
): { start: number; end: number; safe: boolean } | undefined {
  const start = list.starts[first]!;
  const end = list.valueEnds[last]!;
  const isYear = UNITS[list.units[last]!]!.name === '年' || text[end] === '年' || text.startsWith(' 年', end);
  const kind = list.kinds[last];
  if (kind !== QuantityKind.Number && kind !== QuantityKind.Date) return undefined;
  const measured = list.units[last] !== 0 || isYear || kind === QuantityKind.Date;
  if (!measured || end - start > 40 || /[第\d.,A-Za-z/-]/.test(text[start - 1] ?? '')) return undefined;
  const figure = (/^[\d .\u00a0]+/.exec(text.slice(start, end))?.[0] ?? '').trimEnd();
  const digitsEnd = start + figure.length;
  const digits = figure.replace(/ /g, '');
  if (/^\d+ \. ?\d+$/.test(figure)) return { start, end: digitsEnd, safe: false };
  if (/^\d(?: \d){2,}$/.test(figure)) {
    // "1 2 3 次" counts up: a list, not a figure.
    if ([...digits].every((digit, i) => i === 0 || Number(digit) === Number(digits[i - 1]) + 1))
      return undefined;
    return { start, end: digitsEnd, safe: true };
  }
  if (isYear && last === first + 1 && /^(?:19|20)\d\d$/.test(digits))
    return { start, end: digitsEnd, safe: true };
  return isSplit(text, start, figure) && !/[万萬亿億]/.test(text[digitsEnd]!)
    ? { start, end: digitsEnd, safe: false }
    : undefined;
}

/** What is numbered: 图1 2个站点, 附录3 12页. */
const NUMBERED = /[图圖表式例节節第章条條款项項步型号號层層级級期录錄段组組队隊版卷线線路年月日]/;

// 雨量站11 2个: a figure right behind a word, and the unit right behind its rest. Two digits apart may be 四五家, and three
// at the end a group: 55 235.
const isSplit = (text: string, start: number, figure: string): boolean =>
  /^[1-9]\d{0,2} \d{1,2}$/.test(figure) &&
  figure.length > 3 &&
  isHan(text.charCodeAt(start - 1)) &&
  !NUMBERED.test(text[start - 1]!);

const join = (figure: string): string => figure.replace(/[ \u00a0]/g, '');
