import { prefersHalfwidth, setsSinglesWide } from '../../numbers/digitWidth.ts';
import { NUMERAL_CLASS, NumeralClass } from '../../numbers/hanNumerals.ts';
import { defineRule } from '../../rule/defineRule.ts';
import { Regions } from '../../scan/regionKind.ts';
import { CharClass, CLASS_OF } from '../../text/charClass.ts';

export const rule = defineRule({
  meta: {
    id: 'number/fullwidth-digit',
    level: 'warning',
    fix: 'safe',
    regions: Regions.prose,
    summary: {
      en: 'Full-width digits where half-width ones are the rule',
      'zh-CN': '半角数字为主的文中出现全角数字',
      'zh-TW': '半形數字為主的文中出現全形數字',
    },
    messages: {
      found: {
        en: 'Full-width digits “{digits}” in a text of half-width digits; searches and sums miss them. Write {plain}.',
        'zh-CN': '全文数字用半角，此处“{digits}”为全角，检索与统计会遗漏。应作 {plain}。',
        'zh-TW': '全文數字用半形，此處「{digits}」為全形，檢索與統計會遺漏。應作 {plain}。',
      },
      replace: { en: 'Write {plain}', 'zh-CN': '改为 {plain}', 'zh-TW': '改為 {plain}' },
    },
  },
  trigger: {
    on: 'char',
    classes: [CharClass.FullwidthDigit],
    check({ doc, text, report }, at) {
      if (at > 0 && isFullwidth(text, at - 1)) return;
      let end = at + 1;
      while (isFullwidth(text, end)) end++;
      // Both widths inside one figure need no further evidence.
      const isMixed = isHalfwidth(text, at - 1) || isHalfwidth(text, end);
      if (!isMixed && !doc.share(prefersHalfwidth)) return;
      if (!isMixed && (isEnumerator(text, at, end) || (end - at === 1 && doc.share(setsSinglesWide)))) return;
      const digits = text.slice(at, end);
      // １２３４５６７８９０ and 九０ print the digits themselves.
      const plain = toHalfwidth(digits);
      if (isSeries(plain) || NUMERAL_CLASS[text.charCodeAt(at - 1)] === NumeralClass.Digit) return;
      report({ start: at, end, messageId: 'found', args: { digits, plain } });
    },
  },
  fix({ text }, { start, end }) {
    const plain = toHalfwidth(text.slice(start, end));
    return [{ titleId: 'replace', args: { plain }, edits: [{ start, end, text: plain }], safety: 'safe' }];
  },
});

// １　前項…, ２、…, （３）…: a number before the item it counts is set to the width of the text, whatever figures are.
function isEnumerator(text: string, start: number, end: number): boolean {
  if (end - start > 2) return false;
  let low = start;
  while (low > 0 && start - low < INDENT && ' \u3000\t（'.includes(text[low - 1]!)) low--;
  if (low > 0 && !'\n\r>；※'.includes(text[low - 1]!) && text[low] !== '\u3000') return false;
  return '\u3000．、）'.includes(text[end] ?? ' ');
}

const INDENT = 8;

const isSeries = (digits: string): boolean => digits.length >= 5 && '01234567890'.includes(digits);
const isFullwidth = (text: string, at: number): boolean =>
  CLASS_OF[text.charCodeAt(at)] === CharClass.FullwidthDigit;
const isHalfwidth = (text: string, at: number): boolean => CLASS_OF[text.charCodeAt(at)] === CharClass.Digit;
function toHalfwidth(digits: string): string {
  let plain = '';
  for (let i = 0; i < digits.length; i++) {
    const unit = digits.charCodeAt(i);
    plain += String.fromCharCode(unit >= 0xff10 && unit <= 0xff19 ? unit - 0xfee0 : unit);
  }
  return plain;
}
