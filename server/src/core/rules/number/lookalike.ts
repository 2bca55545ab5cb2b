import type { Document } from '../../document/document.ts';
import { kindOfClass, LandmarkKind } from '../../document/landmarks.ts';
import { multiplierOf, NUMERAL_CLASS, NumeralClass } from '../../numbers/hanNumerals.ts';
import { lexQuantities } from '../../numbers/lexer.ts';
import { LITERAL_KINDS } from '../../numbers/literals.ts';
import { QuantityKind } from '../../numbers/quantities.ts';
import { unitAt } from '../../numbers/units.ts';
import { defineRule } from '../../rule/defineRule.ts';
import type { RuleContext } from '../../rule/types.ts';
import { Regions } from '../../scan/regionKind.ts';
import { judgedScript } from '../../script/evidence.ts';
import { CharClass, isAsciiAlnum, isDigit, isHan } from '../../text/charClass.ts';

const CODE = LITERAL_KINDS.indexOf('code');
/** Circles and letters that stand where 〇 belongs. */
const CIRCLES = ['○', 'O', 'Ｏ', '◯', 'o'];

export const rule = defineRule({
  meta: {
    id: 'number/lookalike',
    level: 'warning',
    fix: 'safe',
    regions: Regions.prose,
    summary: {
      en: 'A letter or symbol that stands for a digit',
      'zh-CN': '以字母或符号冒充数字',
      'zh-TW': '以字母或符號冒充數字',
    },
    messages: {
      found: {
        en: '“{figure}” holds a character that only looks like a digit, so no search finds the figure. Write {plain}.',
        'zh-CN': '“{figure}”中有形似数字的字符，检索不到此数。应作 {plain}。',
        'zh-TW': '「{figure}」中有形似數字的字元，檢索不到此數。應作 {plain}。',
      },
      replace: { en: 'Write {plain}', 'zh-CN': '改为 {plain}', 'zh-TW': '改為 {plain}' },
    },
  },
  trigger: {
    on: 'document',
    check(context) {
      const { doc, text } = context;
      const list = lexQuantities(doc);
      for (let i = 0; i < list.count; i++) {
        if (list.kinds[i] === QuantityKind.Literal && list.units[i] === CODE)
          judgeCode(context, list.starts[i]!, list.ends[i]!);
      }
      judgeLetters(context);
      const { landmarks } = doc;
      const { counts } = landmarks;
      const circles =
        counts[LandmarkKind.Symbol]! +
        counts[LandmarkKind.Latin]! +
        counts[kindOfClass(CharClass.FullwidthLetter)]!;
      if (circles === 0 || counts[LandmarkKind.Numeral] === 0) return;
      let end = 0;
      for (let m = 0; m < landmarks.count; m++) {
        if (landmarks.kind[m] !== LandmarkKind.Numeral) continue;
        const at = landmarks.end[m]!;
        if (at >= end && CIRCLES.includes(text[at] ?? ' ') && isHanDigit(text, at - 1))
          end = judgeCircle(context, at);
      }
    },
  },
  fix({ text }, { start, end, data }) {
    const plain = toDigits(text.slice(start, end));
    const safety = data === true ? 'safe' : 'unsafe';
    return [{ titleId: 'replace', args: { plain }, edits: [{ start, end, text: plain }], safety }];
  },
});

// 2O21年, l00元: digits and look-alikes only, right before a Han unit. O2O模式 and H2O are names.
function judgeCode({ text, report }: RuleContext, start: number, end: number): void {
  const figure = text.slice(start, Math.min(end, start + 20));
  if (
    end - start > 16 ||
    !/^(?:\d|[lIO](?=\d))[\dOoIl]*$/.test(figure) ||
    /^\d+l$|^\d+$|^[lIO].*[lIO]$/.test(figure) ||
    // 3I年 is a year's figure; 2I may be the name of anything else.
    (/^\d+I$/.test(figure) && !'年月日'.includes(text[end] ?? ' '))
  )
    return;
  if (isAsciiAlnum(text.charCodeAt(start - 1)) || !isHan(text.charCodeAt(end)) || !isMeasured(text, end))
    return;
  emit(report, text, start, end);
}

// 2О23年 with a Cyrillic or Greek letter, 3.8O元 and 3O.8元 with a Latin one: the decimal point makes it no code.
function judgeLetters({ doc, text, report }: RuleContext): void {
  const { landmarks } = doc;
  if (LETTERS.every(kind => landmarks.counts[kind] === 0)) return;
  let last = 0;
  for (let m = 0; m < landmarks.count; m++) {
    if (!LETTERS.includes(landmarks.kind[m]!)) continue;
    const at = landmarks.start[m]!;
    const end = landmarks.end[m]!;
    if (at < last || end - at > 2 || !isDigit(text.charCodeAt(at - 1))) continue;
    if (!/^[OoОоΟο]+$/.test(text.slice(at, end))) continue;
    const before = /(?<![\dA-Za-z.])\d[\d.]*$/.exec(text.slice(Math.max(0, at - 12), at))?.[0];
    const figure = /^[\dOoОоΟο]+(?:\.\d+)?/.exec(text.slice(at, at + 12))![0];
    last = at + figure.length;
    const isLatin = landmarks.kind[m] === LandmarkKind.Latin;
    const isDecimal = /^\d+\.\d+$/.test(before + figure.replace(LETTER_O, '0'));
    if (!before || isLatin !== isDecimal || !isHan(text.charCodeAt(last))) continue;
    if (isMeasured(text, last)) emit(report, text, at - before.length, last);
  }
}

const LETTER_O = /[OoОоΟο]/g;
const LETTERS = [LandmarkKind.Latin, kindOfClass(CharClass.Cyrillic), kindOfClass(CharClass.Greek)];

// 二○二一年, 一九九○年: a circle after a Han digit in a run of at least three that a unit follows.
function judgeCircle({ doc, text, report }: RuleContext, at: number): number {
  let start = at;
  while (at - start < 8 && isHanDigit(text, start - 1)) start--;
  let end = at;
  while (end - start < 12 && (isHanDigit(text, end) || CIRCLES.includes(text[end] ?? ' '))) end++;
  if (end - start < 3 || !isCounted(text, end)) return end;
  const isStyle = !/[OＯ◯o]/.test(text.slice(start, end)) && doc.share(writesCircles);
  if (!isStyle) emit(report, text, start, end);
  return end;
}

// Neither GB 2312 nor Big5 has 〇, so texts of their time write ○ throughout: a document with several such figures, or a
// Traditional one, in which no 〇 stands, has a style and no outlier.
function writesCircles(doc: Document): boolean {
  if (/[零一二三四五六七八九]〇|〇[零一二三四五六七八九]/.test(doc.text)) return false;
  if (doc.share(judgedScript).script === 'traditional') return true;
  return (doc.text.match(/[一二三四五六七八九]○/g)?.length ?? 0) >= ENOUGH_CIRCLES;
}

const ENOUGH_CIRCLES = 4;

function emit(report: RuleContext['report'], text: string, start: number, end: number): void {
  const figure = text.slice(start, end);
  const isSafe = end - start >= 3;
  report({ start, end, messageId: 'found', args: { figure, plain: toDigits(figure) }, data: isSafe });
}

const isCounted = (text: string, at: number): boolean =>
  '年月日'.includes(text[at] ?? ' ') || unitAt(text, at, text.length) > 0;

// l58万元: a magnitude counts as a unit does.
const isMeasured = (text: string, at: number): boolean =>
  isCounted(text, at) || (multiplierOf(text.charCodeAt(at)) >= 1e4 && isCounted(text, at + 1));

const isHanDigit = (text: string, at: number): boolean =>
  NUMERAL_CLASS[text.charCodeAt(at)] === NumeralClass.Digit;

const toDigits = (figure: string): string =>
  /\d/.test(figure) ? figure.replace(LETTER_O, '0').replace(/[lI]/g, '1') : figure.replace(/[○OＯ◯o]/g, '〇');
