import { NUMERAL_CLASS, NumeralClass, parseHanNumeral, toHanDigits } from '../../numbers/hanNumerals.ts';
import { lexQuantities } from '../../numbers/lexer.ts';
import { QuantityKind } from '../../numbers/quantities.ts';
import { UNITS, unitAt } from '../../numbers/units.ts';
import { defineRule } from '../../rule/defineRule.ts';
import { Regions } from '../../scan/regionKind.ts';
import { isDigit } from '../../text/charClass.ts';

const TEN = 0x5341;

export const rule = defineRule({
  meta: {
    id: 'number/mixed-numerals',
    level: 'warning',
    fix: 'unsafe',
    regions: Regions.prose,
    summary: {
      en: 'Arabic and Han numerals in one figure',
      'zh-CN': '一个数里混用阿拉伯数字与汉字数字',
      'zh-TW': '一個數裡混用阿拉伯數字與漢字數字',
    },
    messages: {
      found: {
        en: '“{figure}” mixes Arabic and Han numerals in one figure; write it in one kind, such as {plain}.',
        'zh-CN': '“{figure}”一个数里混用两种数字，应统一，如 {plain}。',
        'zh-TW': '「{figure}」一個數裡混用兩種數字，應統一，如 {plain}。',
      },
      replace: { en: 'Write {plain}', 'zh-CN': '改为 {plain}', 'zh-TW': '改為 {plain}' },
    },
  },
  trigger: {
    on: 'document',
    check({ doc, text, report }) {
      const list = lexQuantities(doc);
      let last = -1;
      for (let i = 0; i < list.count; i++) {
        const kind = list.kinds[i]!;
        if (kind !== QuantityKind.Number && kind !== QuantityKind.Date) continue;
        const at = list.starts[i]!;
        if (at < last || !isDigit(text.charCodeAt(at)) || !touchesHan(text, at)) continue;
        const found = mixedYear(text, at) ?? mixedTen(text, at) ?? mixedHundred(text, at);
        if (!found) continue;
        last = found.end;
        const figure = text.slice(found.start, found.end);
        report({ ...found, messageId: 'found', args: { figure, plain: readings(figure)[0]! } });
      }
    },
  },
  fix({ text }, { start, end }) {
    return readings(text.slice(start, end)).map(plain => ({
      titleId: 'replace',
      args: { plain },
      edits: [{ start, end, text: plain }],
      safety: 'unsafe' as const,
    }));
  },
});

// Most figures leave here: no Han numeral stands on either side.
function touchesHan(text: string, at: number): boolean {
  const before = at > 0 ? text.charCodeAt(at - 1) : 0;
  if (NUMERAL_CLASS[before] !== NumeralClass.None || isDigit(before)) return true;
  let end = at + 1;
  while (isDigit(text.charCodeAt(end))) end++;
  return NUMERAL_CLASS[text.charCodeAt(end)] !== NumeralClass.None;
}

type Found = { readonly start: number; readonly end: number } | undefined;

// 二0二一年, 20二1年: four numerals of both kinds before 年. 之一2018年 is a word and a year.
function mixedYear(text: string, at: number): Found {
  let start = at;
  while (at - start < 4 && isSingle(text.charCodeAt(start - 1))) start--;
  let end = at;
  while (end - start < 6 && isSingle(text.charCodeAt(end))) end++;
  const figure = text.slice(start, end);
  if (end - start !== 4 || text[end] !== '年' || /^\d+$/.test(figure)) return undefined;
  return /^[一二12]/.test(figure) ? { start, end } : undefined;
}

// 5十人, 十2月, 二十3日: 十 with an Arabic neighbour. 2021十佳, 第1十字路口, 双十2天 are words.
function mixedTen(text: string, at: number): Found {
  if (isDigit(text.charCodeAt(at + 1)) || isDigit(text.charCodeAt(at - 1)) || text[at - 1] === '.')
    return undefined;
  if (text.charCodeAt(at + 1) === TEN && text[at - 1] !== '第') {
    let end = at + 2;
    if (isSingle(text.charCodeAt(end)) && !isDigit(text.charCodeAt(end))) end++;
    return isCounted(text, end) ? { start: at, end } : undefined;
  }
  if (text.charCodeAt(at - 1) === TEN && !'双雙第数數几幾'.includes(text[at - 2] ?? ' ')) {
    const start = isSingle(text.charCodeAt(at - 2)) ? at - 2 : at - 1;
    return isCounted(text, at + 1) && text[start - 1] !== '第' ? { start, end: at + 1 } : undefined;
  }
  return undefined;
}

// 3百20户: only 万 and 亿 go with digits on both sides. Two digits after it, as 3百5 may be 305 or 350.
function mixedHundred(text: string, at: number): Found {
  if (text[at + 1] !== '百' || /[\d.]/.test(text[at - 1] ?? ' ')) return undefined;
  const end = at + 4;
  if (!/^\d\d$/.test(text.slice(at + 2, end)) || /[\d.]/.test(text[end] ?? ' ')) return undefined;
  return isCounted(text, end) ? { start: at, end } : undefined;
}

function isCounted(text: string, at: number): boolean {
  if ('年月日余餘多几幾万萬亿億'.includes(text[at] ?? ' ')) return at < text.length;
  const unit = unitAt(text, at, text.length);
  return unit > 0 && !'字佳大堰足分方'.includes(UNITS[unit]!.name[0]!);
}

const isSingle = (unit: number): boolean => isDigit(unit) || NUMERAL_CLASS[unit] === NumeralClass.Digit;

// As Han digits for a year, as Arabic digits otherwise, the other one second.
function readings(figure: string): string[] {
  const hundred = /^(\d)百(\d\d)$/.exec(figure);
  if (hundred) return [hundred[1]! + hundred[2]!];
  const han = toHanDigits(figure.replace(/0/g, '〇')).replace(/零/g, '〇');
  if (!figure.includes('十')) {
    const value = [...han].map(char => parseHanNumeral(char)!.value).join('');
    return [han, value];
  }
  const value = parseHanNumeral(toHanDigits(figure))?.value;
  return value === undefined ? [toHanDigits(figure)] : [String(value), toHanDigits(figure)];
}
