import type { Document } from '../../document/document.ts';
import { digitsEnd, digitsStart, measureAt, opensLine } from '../../numbers/context.ts';
import { marksAfterDigits } from '../../numbers/marksAfterDigits.ts';
import { defineRule } from '../../rule/defineRule.ts';
import { Regions } from '../../scan/regionKind.ts';
import { isHan } from '../../text/charClass.ts';

/** Kinds of unit that only a measured value has: a figure before them is no section number. */
const MEASURED = new Set(['magnitude', 'percent', 'permille', 'points', 'measure', 'currency']);
// 达2..5 states a value; 通道0..4 and 范围0..9 name a range as programs write it.
const STATING = /[达達到至共计計约約近超逾增降高低比升跌是]$/;

export const rule = defineRule({
  meta: {
    id: 'number/bad-decimal',
    level: 'warning',
    fix: 'unsafe',
    regions: Regions.prose,
    summary: {
      en: 'A malformed decimal',
      'zh-CN': '小数写法有误',
      'zh-TW': '小數寫法有誤',
    },
    messages: {
      found: {
        en: '“{figure}” is no decimal: {plain} is probably meant. Check the source.',
        'zh-CN': '“{figure}”不是小数的写法，疑为 {plain}。请核对原文。',
        'zh-TW': '「{figure}」不是小數的寫法，疑為 {plain}。請核對原文。',
      },
      replace: { en: 'Write {plain}', 'zh-CN': '改为 {plain}', 'zh-TW': '改為 {plain}' },
    },
  },
  trigger: {
    on: 'document',
    check({ doc, text, report }) {
      for (const at of doc.share(marksAfterDigits)) {
        const mark = text[at];
        if (mark !== '.' && mark !== '。') continue;
        const start = digitsStart(text, at);
        const readings =
          start === at
            ? undefined
            : mark === '。'
              ? afterFullStop(text, start, at)
              : afterPoint(doc, start, at);
        if (!readings) continue;
        const { end, plain } = readings;
        const args = { figure: text.slice(start, end), plain: plain[0]! };
        report({ start, end, messageId: 'found', args, data: plain });
      }
    },
  },
  fix(_, { start, end, data }) {
    return (data as readonly string[]).map(plain => ({
      titleId: 'replace',
      args: { plain },
      edits: [{ start, end, text: plain }],
      safety: 'unsafe' as const,
    }));
  },
});

interface Readings {
  readonly end: number;
  readonly plain: readonly string[];
}

// 2。5%: the stop of a sentence is no reading before a measured value.
function afterFullStop(text: string, start: number, at: number): Readings | undefined {
  const end = digitsEnd(text, at + 1);
  if (end === at + 1 || at - start > 3 || !MEASURED.has(measureAt(text, end) ?? '')) return undefined;
  return { end, plain: [`${text.slice(start, at)}.${text.slice(at + 1, end)}`] };
}

function afterPoint(doc: Document, start: number, at: number): Readings | undefined {
  const { text } = doc;
  const whole = text.slice(start, at);
  const next = text[at + 1];
  if (next === '.') {
    // 4.. 5吨: a blank may have come with the second point.
    const from = text[at + 2] === ' ' ? at + 3 : at + 2;
    const end = digitsEnd(text, from);
    if (end === from || text[end] === '.') return undefined;
    const isStated = from === at + 2 && STATING.test(text[start - 1] ?? '');
    if (measureAt(text, end) === undefined && !isStated) return undefined;
    return { end, plain: [`${whole}.${text.slice(from, end)}`] };
  }
  const end = digitsEnd(text, at + (next === ' ' ? 2 : 1));
  if (next === ' ') {
    if (end === at + 2 || at - start > 4 || !isHan(text.charCodeAt(start - 1)) || opensLine(doc, start))
      return undefined;
    if (/[图圖表式例节節第章条條款项項步]/.test(text[start - 1]!) || measureAt(text, end) === undefined)
      return undefined;
    if (doc.share(endsSentencesWithPoints)) return undefined;
    return { end, plain: [`${whole}.${text.slice(at + 2, end)}`] };
  }
  // 3.1.4万: two points before a measured value. The first point speaks for both.
  if (text[start - 1] === '.' || text[end] !== '.' || end === at + 1) return undefined;
  const last = digitsEnd(text, end + 1);
  if (last === end + 1 || text[last] === '.' || !MEASURED.has(measureAt(text, last) ?? '')) return undefined;
  const middle = text.slice(at + 1, end);
  const tail = text.slice(end + 1, last);
  return { end: last, plain: [`${whole}.${middle}${tail}`, `${whole}${middle}.${tail}`] };
}

// In a text that ends its sentences with ". " a point and a space after a figure are the end of one.
const endsSentencesWithPoints = (doc: Document): boolean => /[\u4e00-\u9fff]\.(?:\s|$)/.test(doc.text);
