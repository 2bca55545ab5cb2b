import { interval, meet } from '../../numbers/arithmetic.ts';
import { sentenceStart } from '../../numbers/context.ts';
import { add, compare, divide, type Exact, exact, subtract, toFixed } from '../../numbers/exact.ts';
import { lexQuantities } from '../../numbers/lexer.ts';
import { type Quantity, QuantityKind, type QuantityList } from '../../numbers/quantities.ts';
import { readNumber, roundingOf, toAsciiDigits } from '../../numbers/values.ts';
import { defineRule } from '../../rule/defineRule.ts';
import type { Report } from '../../rule/types.ts';
import { Regions } from '../../scan/regionKind.ts';

/** What a term of a label such as 人案比 counts: units, or words right before or after the figure. */
const TERMS: Readonly<Record<string, RegExp>> = {
  人: /人|名|位/,
  案: /案|起|件|宗/,
  师: /教师|老师|教職|教职/,
  師: /教師|老師/,
  生: /学生|學生/,
  男: /男/,
  女: /女/,
  床: /床/,
  床位: /床/,
  医: /医[生师]/,
  醫: /醫[生師]/,
  护: /护[士理]/,
  護: /護[士理]/,
  车: /[车辆]/,
  車: /[車輛]/,
  位: /位/,
  户: /户/,
  戶: /戶/,
  书: /册|书/,
  書: /冊|書/,
};
const LABEL = /([\u4e00-\u9fff])([\u4e00-\u9fff])之?比例?[为為是]?$/;

export const rule = defineRule({
  meta: {
    id: 'number/inconsistent-ratio',
    level: 'info',
    fix: 'none',
    regions: Regions.prose,
    summary: {
      en: 'A ratio that the figures beside it contradict',
      'zh-CN': '比值与所列数字不符',
      'zh-TW': '比值與所列數字不符',
    },
    messages: {
      order: {
        en: '{label}: the figures beside it give {x} : {y} = {right}; stated {stated}. The order is reversed, or the label.',
        'zh-CN': '{label}：按所列数字应为 {x} : {y} = {right}，文中作 {stated}。前后项颠倒，或名称颠倒。',
        'zh-TW': '{label}：按所列數字應為 {x} : {y} = {right}，文中作 {stated}。前後項顛倒，或名稱顛倒。',
      },
      value: {
        en: '{label}: the figures beside it give {x} : {y} = {right}; stated {stated}. One of the figures is wrong.',
        'zh-CN': '{label}：按所列数字应为 {x} : {y} = {right}，文中作 {stated}。数字必有一误。',
        'zh-TW': '{label}：按所列數字應為 {x} : {y} = {right}，文中作 {stated}。數字必有一誤。',
      },
      term: { en: 'this figure', 'zh-CN': '此数', 'zh-TW': '此數' },
    },
  },
  trigger: {
    on: 'document',
    check({ doc, text, report }) {
      const list = lexQuantities(doc);
      for (let i = 2; i < list.count; i++) {
        const kind = list.kinds[i];
        if (kind !== QuantityKind.Ratio && kind !== QuantityKind.Time) continue;
        const start = list.starts[i]!;
        const label = LABEL.exec(text.slice(Math.max(0, start - 6), start));
        if (!label) continue;
        const found = judge(text, list, i, label);
        if (found) report(found);
      }
    },
  },
});

function judge(text: string, list: QuantityList, index: number, label: RegExpExecArray): Report | undefined {
  const ratio = list.at(index);
  const terms = toAsciiDigits(text.slice(ratio.start, ratio.valueEnd)).split(/[:：∶]/);
  if (terms.length !== 2) return undefined;
  // The two figures the ratio is made of stand right before it, and nothing else does.
  const second = list.at(index - 1);
  const first = list.at(index - 2);
  const floor = sentenceStart(text, ratio.start, 60);
  if (first.start < floor || !usable(first) || !usable(second)) return undefined;
  const [x, y] =
    matches(text, first, label[1]!) && matches(text, second, label[2]!)
      ? [first, second]
      : matches(text, second, label[1]!) && matches(text, first, label[2]!)
        ? [second, first]
        : [];
  if (!x?.value || !y?.value || x.value.num <= 0n || y.value.num <= 0n) return undefined;
  const stated = statedRatio(terms[0]!, terms[1]!);
  if (!stated || meet(stated, interval(divide(x.value, y.value), exact(0)))) return undefined;
  const isReversed = meet(stated, interval(divide(y.value, x.value), exact(0)));
  return {
    start: ratio.start - label[0].length,
    end: ratio.end,
    messageId: isReversed ? 'order' : 'value',
    args: {
      label: `${label[1]}${label[2]}比`,
      x: text.slice(x.start, x.end),
      y: text.slice(y.start, y.end),
      right: ratioText(x.value, y.value),
      stated: text.slice(ratio.start, ratio.end),
    },
    related: [x, y].map(({ start, end }) => ({ start, end, messageId: 'term' })),
  };
}

const usable = (quantity: Quantity): boolean =>
  quantity.kind === QuantityKind.Number && !quantity.isApproximate && quantity.value !== undefined;

function matches(text: string, quantity: Quantity, term: string): boolean {
  const words = TERMS[term];
  if (!words) return false;
  if (quantity.unit && words.test(quantity.unit.name)) return true;
  const before = text.slice(Math.max(0, quantity.start - 4), quantity.start).replace(/^.*[，。、；\d]/, '');
  const after = text.slice(quantity.end, quantity.end + 4).replace(/[，。、；\d].*$/, '');
  return words.test(before) || words.test(after);
}

// 1 is exact, every other term is rounded to its last digit.
function statedRatio(a: string, b: string): { low: Exact; high: Exact } | undefined {
  const [p, q] = [readNumber(a), readNumber(b)];
  if (!p || !q || p.num <= 0n || q.num <= 0n) return undefined;
  const half = (value: Exact, written: string): Exact => {
    if (compare(value, exact(1)) === 0) return exact(0);
    const rounding = roundingOf(written);
    return rounding.num === 0n ? exact(1, 2) : rounding;
  };
  const [hp, hq] = [half(p, a), half(q, b)];
  return { low: divide(subtract(p, hp), add(q, hq)), high: divide(add(p, hp), subtract(q, hq)) };
}

const ratioText = (x: Exact, y: Exact): string =>
  compare(x, y) >= 0 ? `${toFixed(divide(x, y), 2)}:1` : `1:${toFixed(divide(y, x), 2)}`;
