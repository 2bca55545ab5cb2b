import type { Document } from '../../document/document.ts';
import { measureAt } from '../../numbers/context.ts';
import { lexQuantities } from '../../numbers/lexer.ts';
import { LITERAL_KINDS } from '../../numbers/literals.ts';
import { QuantityKind, type QuantityList } from '../../numbers/quantities.ts';
import { defineRule } from '../../rule/defineRule.ts';
import { Regions } from '../../scan/regionKind.ts';
import { isHan } from '../../text/charClass.ts';
import type { Span } from '../../text/span.ts';

const LIST = LITERAL_KINDS.indexOf('list');
const INDIAN = /^\d{1,2}(?:,\d\d)+,\d{3}$/;
const RUPEE = /卢比|盧比|印度|₹|Rs/;

export const rule = defineRule({
  meta: {
    id: 'number/bad-grouping',
    level: 'warning',
    fix: 'unsafe',
    regions: Regions.prose,
    summary: {
      en: 'Digits grouped wrongly',
      'zh-CN': '数字分节有误',
      'zh-TW': '數字分節有誤',
    },
    messages: {
      found: {
        en: '“{figure}”: groups are of three digits, before the decimal point only; a digit may be missing. Check, then write {plain}.',
        'zh-CN': '“{figure}”：分节应每三位一节，且只在小数点前；可能漏了数字。核对后作 {plain}。',
        'zh-TW': '「{figure}」：分節應每三位一節，且只在小數點前；可能漏了數字。核對後作 {plain}。',
      },
      parted: {
        en: '“{figure}”: a blank stands inside a figure, as extraction from a PDF leaves it; it reads as two. Write {plain}.',
        'zh-CN': '“{figure}”：数字内多了空格，多为 PDF 提取所致，会读成两个数。应作 {plain}。',
        'zh-TW': '「{figure}」：數字內多了空格，多為 PDF 擷取所致，會讀成兩個數。應作 {plain}。',
      },
      regroup: { en: 'Write {plain}', 'zh-CN': '改为 {plain}', 'zh-TW': '改為 {plain}' },
    },
  },
  trigger: {
    on: 'document',
    check({ doc, text, report }) {
      const list = lexQuantities(doc);
      for (let i = 0; i < list.count; i++) {
        const parted = partedGroup(doc, list, i);
        if (parted) {
          const figure = text.slice(parted.start, parted.end);
          report({ ...parted, messageId: 'parted', args: { figure, plain: regroup(figure) } });
        }
        if (list.kinds[i] !== QuantityKind.Literal || list.units[i] !== LIST) continue;
        const start = list.starts[i]!;
        const end = list.ends[i]!;
        if (end - start > 40) continue;
        const figure = text.slice(start, end);
        const isCut = isCutShort(figure) && MEASURED.has(measureAt(text, end) ?? '');
        if (!isCut && !isMisgrouped(figure)) continue;
        const before = text.charCodeAt(start - 1);
        const isStated = isHan(before) && !'第页頁号號'.includes(text[start - 1]!);
        if (text[start - 1] === '第' || (!isStated && measureAt(text, end) === undefined)) continue;
        if (INDIAN.test(figure) && RUPEE.test(text.slice(Math.max(0, start - 30), end + 30))) continue;
        report({ start, end, messageId: 'found', args: { figure, plain: regroup(figure) } });
      }
    },
  },
  fix({ text }, { start, end }) {
    const plain = regroup(text.slice(start, end));
    return [{ titleId: 'regroup', args: { plain }, edits: [{ start, end, text: plain }], safety: 'unsafe' }];
  },
});

// 古树4, 326株 where other figures are grouped as 1,897 is. A figure of its own would have a unit.
function partedGroup(doc: Document, list: QuantityList, i: number): Span | undefined {
  const { text } = doc;
  const end = list.ends[i]!;
  if (list.kinds[i] !== QuantityKind.Number || list.units[i] !== 0 || text[end] !== ',') return undefined;
  const start = list.starts[i]!;
  if (text[end + 1] !== ' ' || list.starts[i + 1] !== end + 2 || !isHan(text.charCodeAt(start - 1)))
    return undefined;
  const last = list.valueEnds[i + 1]!;
  if (!/^[1-9]\d{0,2}, \d{3}$/.test(text.slice(start, last)) || '第页頁号號'.includes(text[start - 1]!))
    return undefined;
  return measureAt(text, last) !== undefined && doc.share(groupsDigits) ? { start, end: last } : undefined;
}

const groupsDigits = ({ text }: Document): boolean => /\d,\d{3}(?![\d,])/.test(text);

// 1,23,456 and 1234,567,890 and 3.141,592; 1,2,3 and 12,34,56 are lists.
function isMisgrouped(figure: string): boolean {
  if (/^\d+\.\d{3}(?:,\d{3})+$/.test(figure)) return true;
  if (!/^\d+(?:,\d+)+(?:\.\d+)?$/.test(figure)) return false;
  const groups = figure.replace(/\..*$/, '').split(',');
  const inner = groups.slice(1);
  return (
    inner.at(-1)!.length === 3 &&
    inner.every(group => group.length <= 4) &&
    (inner.some(group => group.length !== 3) ? groups[0]!.length <= 3 : groups[0]!.length > 3) &&
    groups[0]![0] !== '0'
  );
}

// 1,052,36元: groups of three, and a last one that lost or won digits. Only a measured value is sure to be one figure.
function isCutShort(figure: string): boolean {
  const groups = figure.split(',');
  const last = groups.pop()!;
  return (
    groups.length >= 2 &&
    /^[1-9]\d{0,2}$/.test(groups[0]!) &&
    groups.slice(1).every(group => /^\d{3}$/.test(group)) &&
    /^(?:\d{1,2}|\d{4})$/.test(last)
  );
}

/** Kinds of unit that only a measured value has. */
const MEASURED = new Set(['magnitude', 'measure', 'currency']);

function regroup(figure: string): string {
  const [whole, decimals] = figure.replace(/, ?/g, '').split('.');
  const grouped =
    figure.includes('.') && !figure.split('.')[0]!.includes(',')
      ? whole!
      : whole!.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}
