import {
  changeInterval,
  hasWholeBase,
  interval,
  meet,
  percentInterval,
  percentText,
  statedInterval,
} from '../../numbers/arithmetic.ts';
import { comparedBy, numberBefore, type Pair } from '../../numbers/changes.ts';
import { sentenceEnd, sentenceStart } from '../../numbers/context.ts';
import { contradictedBy } from '../../numbers/directions.ts';
import {
  compare,
  display,
  divide,
  type Exact,
  equals,
  exact,
  HUNDRED,
  multiply,
  negate,
  subtract,
} from '../../numbers/exact.ts';
import { lexQuantities } from '../../numbers/lexer.ts';
import { type Quantity, QuantityFlag, QuantityKind, type QuantityList } from '../../numbers/quantities.ts';
import { UNITS } from '../../numbers/units.ts';
import { roundingOf } from '../../numbers/values.ts';
import { defineRule } from '../../rule/defineRule.ts';
import type { Report } from '../../rule/types.ts';
import { Regions } from '../../scan/regionKind.ts';

/** A sentence with one of these compares something else than the two figures it prints. */
const INNOCENT =
  /年均|平均|日均|月均|人均|户均|戶均|可比|不变价|不變價|实际|實際|名义|名義|扣除|剔除|[约約]|接近|将近|將近|[近余餘多超逾]|左右|以上|以下|不足|累[计計]|口径|口徑|其中|增幅|增速|百分[点點]|基数|基數|修[正订訂]|调整|調整|折合|平减|季节|季節|[环環]比|相当|分别|分別/;
const UP =
  '增长 增長 成长 成長 增加 上升 提高 提升 增 升 上涨 上漲 涨 漲 扩大 擴大 增幅 增幅为 增幅為 同比增 同比升';
const DOWN = '下降 减少 減少 降低 下滑 下跌 缩减 縮減 回落 减 減 降';

/** Those words by their last character; no word of a rise ends as one of a fall does. */
const VERBS = new Map<number, { readonly isFall: boolean; readonly words: string[] }>();
for (const [words, isFall] of [
  [UP, false],
  [DOWN, true],
] as const)
  for (const word of words.split(' ')) {
    const last = word.charCodeAt(word.length - 1);
    const verbs = VERBS.get(last);
    if (verbs) verbs.words.push(word);
    else VERBS.set(last, { isFall, words: [word] });
  }

export const rule = defineRule({
  meta: {
    id: 'number/inconsistent-change',
    level: 'info',
    fix: 'none',
    regions: Regions.prose,
    summary: {
      en: 'A stated change that the figures beside it contradict',
      'zh-CN': '增减幅度与所列数字不符',
      'zh-TW': '增減幅度與所列數字不符',
    },
    messages: {
      change: {
        en: '({to} − {from}) / {from} = {right}%; stated {stated}. One of the three figures is wrong.',
        'zh-CN': '（{to} − {from}）÷ {from} = {right}%，文中作{stated}。三个数字必有一误。',
        'zh-TW': '（{to} − {from}）÷ {from} = {right}%，文中作{stated}。三個數字必有一誤。',
      },
      points: {
        en: 'From {from} to {to} is {difference} percentage points, or {right}%; stated {stated}. Write percentage points.',
        'zh-CN':
          '由{from}到{to}，相差{difference}个百分点（相对变化为{right}%），文中作{stated}。应作“个百分点”。',
        'zh-TW':
          '由{from}到{to}，相差{difference}個百分點（相對變化為{right}%），文中作{stated}。應作「個百分點」。',
      },
      whole: {
        en: 'No whole number changes to {to} by {stated}: the base would be {base}. One of the figures is wrong.',
        'zh-CN': '没有整数经{stated}的变化得{to}：基数应为{base}。两个数字必有一误。',
        'zh-TW': '沒有整數經{stated}的變化得{to}：基數應為{base}。兩個數字必有一誤。',
      },
      direction: {
        en: 'From {from} to {to} is a change the other way than the text says. A figure, its decimal point or the verb is wrong; check the source.',
        'zh-CN': '由{from}到{to}，升降方向与文字相反。数字、小数点或动词有误，请核对原文。',
        'zh-TW': '由{from}到{to}，升降方向與文字相反。數字、小數點或動詞有誤，請核對原文。',
      },
      earlier: { en: 'the earlier figure', 'zh-CN': '变化前的数字', 'zh-TW': '變化前的數字' },
      later: { en: 'the later figure', 'zh-CN': '变化后的数字', 'zh-TW': '變化後的數字' },
    },
  },
  trigger: {
    on: 'document',
    check({ doc, text, report }) {
      const list = lexQuantities(doc);
      for (let i = 1; i < list.count; i++) {
        const opposed = contradictedBy(text, list, i - 1);
        if (opposed) report(opposite(text, list.at(i - 1), opposed));
        if (IS_PERCENT[list.units[i]!] === 0 || list.kinds[i] !== QuantityKind.Number) continue;
        if ((list.flags[i]! & (QuantityFlag.Approximate | QuantityFlag.Han)) !== 0) continue;
        const start = list.starts[i]!;
        const isFall = fallsBefore(text, start);
        if (isFall === undefined) continue;
        const percent = list.at(i);
        const from = sentenceStart(text, percent.start);
        const found = judge(text, list, percent, isFall, from);
        // Last, because few percentages get here.
        if (found && !INNOCENT.test(text.slice(from, sentenceEnd(text, percent.end, 30)))) report(found);
      }
    },
  },
});

const opposite = (text: string, from: Quantity, to: Quantity): Report => ({
  start: to.start,
  end: to.end,
  messageId: 'direction',
  args: { from: text.slice(from.start, from.end), to: text.slice(to.start, to.end) },
  related: [{ start: from.start, end: from.end, messageId: 'earlier' }],
});

// What a verb right before `at` says of the figure there, a 了 between them left out.
function fallsBefore(text: string, at: number): boolean | undefined {
  const end = text[at - 1] === '了' ? at - 1 : at;
  const verbs = VERBS.get(text.charCodeAt(end - 1));
  return verbs?.words.some(word => text.endsWith(word, end)) ? verbs.isFall : undefined;
}

const IS_PERCENT = Uint8Array.from(UNITS, ({ kind }) => (kind === 'percent' ? 1 : 0));

function judge(
  text: string,
  list: QuantityList,
  percent: Quantity,
  isFall: boolean,
  floor: number,
): Report | undefined {
  const pair = comparedBy(text, list, percent, floor);
  const count = pair ? undefined : smallCount(text, list, percent, floor);
  if (!pair && !count) return undefined;
  const stated = percent.value;
  if (!stated || stated.num <= 0n) return undefined;
  const signed = isFall ? negate(stated) : stated;
  if (pair) return contradiction(text, pair, percent, signed);
  return isFall && compare(stated, HUNDRED) >= 0 ? undefined : wholeNumber(text, count!, percent, signed);
}

function contradiction(
  text: string,
  { from, to }: Pair,
  percent: Quantity,
  signed: Exact,
): Report | undefined {
  const a = from.value;
  const b = to.value;
  if (!a || !b || a.num <= 0n) return undefined;
  const stated = text.slice(percent.start, percent.end);
  const right = multiply(divide(subtract(b, a), a), HUNDRED);
  const shown = {
    from: text.slice(from.start, from.end),
    to: text.slice(to.start, to.end),
    stated,
    right: percentText(right, stated),
  };
  const related = [
    { start: from.start, end: from.end, messageId: 'earlier' },
    { start: to.start, end: to.end, messageId: 'later' },
  ];
  const place = { start: percent.start, end: percent.end, related };
  if (from.unit?.kind === 'percent') {
    // Of two percentages only the commonest error is certain: the difference in points written as percent.
    const difference = subtract(b, a);
    return equals(difference, signed) && !equals(right, signed)
      ? {
          ...place,
          messageId: 'points',
          args: {
            ...shown,
            difference: display(
              exact(difference.num < 0n ? -difference.num : difference.num, difference.den),
              4,
            ),
          },
        }
      : undefined;
  }
  const wanted = changeInterval(statedInterval(text, from, a), statedInterval(text, to, b));
  const claimed = percentInterval(text, percent, signed);
  if (!wanted || meet(wanted, claimed)) return undefined;
  return { ...place, messageId: 'change', args: shown };
}

/** Counts beyond this have a whole base for every percentage. */
const SMALL = 50n;
const COUNTED = /^[起件次宗例人名个個户戶家辆輛所座处處]次?$/;

// 第3次……与去年同期相比下降20%, 3起，同比下降20%: the small count that a percentage compares.
function smallCount(
  text: string,
  list: QuantityList,
  percent: Quantity,
  floor: number,
): Quantity | undefined {
  const count = numberBefore(list, percent.index, floor);
  if (!count || count.valueEnd - count.start > 4 || count.isApproximate) return undefined;
  if (count.unit?.kind !== 'classifier' || !COUNTED.test(count.unit.name)) return undefined;
  const between = text.slice(count.end, Math.min(percent.start, count.end + 50));
  if (count.kind === QuantityKind.Ordinal)
    return between.length <= 40 && /[与與同比较較].{0,4}(?:去年|上年)?同期.{0,10}$/.test(between)
      ? count
      : undefined;
  if (between.length > 12 || /[率额額值价價量]/.test(between)) return undefined;
  return /^[，,（(]?(?:同比|[比较較](?:去年|上年)同期)/.test(between) ? count : undefined;
}

// Three is no result of a whole number falling by 20 %.
function wholeNumber(text: string, count: Quantity, percent: Quantity, signed: Exact): Report | undefined {
  const { value } = count;
  if (value?.den !== 1n || value.num <= 0n || value.num > SMALL) return undefined;
  const rounding = roundingOf(text.slice(percent.start, percent.valueEnd));
  const half = rounding.num === 0n ? exact(1, 2) : rounding;
  if (hasWholeBase(value.num, interval(signed, half))) return undefined;
  const base = divide(value, exact(100n * signed.den + signed.num, 100n * signed.den));
  const stated = text.slice(percent.start, percent.end);
  return {
    start: count.start,
    end: percent.end,
    messageId: 'whole',
    args: { to: value.num.toString(), stated, base: display(base) },
    related: [{ start: count.start, end: count.end, messageId: 'later' }],
  };
}
