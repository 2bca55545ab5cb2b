import { marksOf } from '../../punctuation/marks.ts';
import { Junction } from '../../punctuation/prose.ts';
import { defineRule } from '../../rule/defineRule.ts';
import { RegionKind, Regions } from '../../scan/regionKind.ts';
import { endsHandle, isBetweenFields } from '../../spacing/fields.ts';
import { sidesOf, spacingOf } from '../../spacing/spacing.ts';
import { CharClass, CLASS_OF, isDigit } from '../../text/charClass.ts';

// Titles and captions set clauses and names apart with a space, so only running text is judged.
const REGIONS = Regions.body & ~((1 << RegionKind.Heading) | (1 << RegionKind.TableCell));

export const rule = defineRule({
  meta: {
    id: 'spacing/inconsistent',
    level: 'info',
    fix: 'safe',
    regions: REGIONS,
    summary: {
      en: 'Spacing between Han and figures or letters that differs from the rest of the text',
      'zh-CN': '汉字与数字、字母之间的空格与全文不一致',
      'zh-TW': '漢字與數字、字母之間的空格與全文不一致',
    },
    messages: {
      extra: {
        en: 'A space between “{before}” and “{after}”, where this text has none elsewhere. Delete it.',
        'zh-CN': '“{before}”与“{after}”之间有空格，而全文其他地方没有。应删除。',
        'zh-TW': '「{before}」與「{after}」之間有空格，而全文其他地方沒有。應刪除。',
      },
      missing: {
        en: 'No space between “{before}” and “{after}”, where this text has one elsewhere. Insert it.',
        'zh-CN': '“{before}”与“{after}”之间没有空格，而全文其他地方有。应补上。',
        'zh-TW': '「{before}」與「{after}」之間沒有空格，而全文其他地方有。應補上。',
      },
      remove: { en: 'Delete the space', 'zh-CN': '删除空格', 'zh-TW': '刪除空格' },
      insert: { en: 'Insert a space', 'zh-CN': '加上空格', 'zh-TW': '加上空格' },
    },
  },
  trigger: {
    on: 'document',
    check({ doc, text, report }) {
      const { classes } = doc.counts;
      if (classes[CharClass.Digit]! + classes[CharClass.Latin]! === 0) return;
      const { count, at, kind, spaced, habits } = doc.share(spacingOf);
      if (!habits.some(habit => habit !== 'unknown')) return;
      const punctuatesWithSpaces = spacesBetweenHan(kind, spaced, count) * HAN_FOR_EACH > doc.counts.han;
      const isRunning = sentenceReader(doc.share(marksOf).at, text);
      for (let j = 0; j < count; j++) {
        const k = kind[j]!;
        if (k === Junction.HanHan) continue;
        const habit = habits[k]!;
        const start = at[j]!;
        if (habit === 'unspaced' && spaced[j] === 1) {
          if (punctuatesWithSpaces) continue;
          const sides = sidesOf(text, start, 1);
          if (!sides || isNumbering(text, start) || isPlaceholder(text, start) || !isRunning(start)) continue;
          if (isHeadline(text, start)) continue;
          if (isBesideLatin(k) ? isVersus(text, start) : endsHandle(text, start)) continue;
          if (!isBesideLatin(k) && isBetweenFields(text, start)) continue;
          const { before, after } = sides;
          report({ start, end: start + 1, messageId: 'extra', args: { before, after } });
        } else if (habit === 'spaced' && spaced[j] === 0 && !isCompound(text, start, k)) {
          const sides = sidesOf(text, start, 0);
          if (!sides || isInTitle(text, start) || isPlaceholder(text, start)) continue;
          const { before, after } = sides;
          report({ start: sides.start, end: sides.end, messageId: 'missing', args: { before, after } });
        }
      }
    },
  },
  fix({ text }, { start, end }) {
    const at = start + (text.codePointAt(start)! > 0xffff ? 2 : 1);
    return text[start] === ' '
      ? [{ titleId: 'remove', edits: [{ start, end, text: '' }], safety: 'safe' }]
      : [{ titleId: 'insert', edits: [{ start: at, end: at, text: ' ' }], safety: 'safe' }];
  },
});

/** With one space between Han for so many, spaces are the marks of the text, as on bulletin boards: 出國一年 存了 37萬. */
const HAN_FOR_EACH = 40;

function spacesBetweenHan(kind: Uint8Array, spaced: Uint8Array, count: number): number {
  let found = 0;
  for (let j = 0; j < count; j++) if (kind[j] === Junction.HanHan && spaced[j] === 1) found++;
  return found;
}

const isBesideLatin = (kind: number): boolean => kind === Junction.HanLatin || kind === Junction.LatinHan;

/** Tells whether a place is followed by punctuation on its line: not a caption, a signature or a column. */
function sentenceReader(marks: Int32Array, text: string): (at: number) => boolean {
  let m = 0;
  return at => {
    while (m < marks.length && marks[m]! < at) m++;
    const next = marks[m];
    return next !== undefined && next - at < REACH && !holdsBreak(text, at, next);
  };
}

const REACH = 60;

// 新橋動工 112年底通車？市府：全力趕工: an item of a list of headlines has neither commas nor stops.
const isHeadline = (text: string, at: number): boolean =>
  !/[，。；,;.]/.test(
    text.slice(Math.max(0, at - REACH), at).replace(/^.*[\n<>]/s, '') +
      text.slice(at, at + REACH).replace(/[\n<>].*$/s, ''),
  );

function holdsBreak(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (text.charCodeAt(i) === 10) return true;
  return false;
}

// 甲 vs 乙, 甲 feat. 乙: set off on both sides, as on a poster.
const isVersus = (text: string, at: number): boolean =>
  /^ (?:vs?\.?|feat\.?|ft\.?|x) /i.test(text.slice(at, at + 7)) ||
  / (?:vs?\.?|feat\.?|ft\.?|x)$/i.test(text.slice(Math.max(0, at - 6), at));

// 《高性能MySQL》 is spaced as its cover has it.
function isInTitle(text: string, at: number): boolean {
  for (let i = at - 1; i >= 0 && at - i < TITLE; i--) {
    if (text[i] === '《') return true;
    if (text[i] === '》' || text[i] === '\n') return false;
  }
  return false;
}

const TITLE = 40;

// "3 水库概况" and "图 1": a number that counts headings or figures, not things.
function isNumbering(text: string, space: number): boolean {
  if ('图圖表式例附第'.includes(text[space - 1]!)) return true;
  let i = space - 1;
  while (i >= 0 && space - i < 12 && /[\d.A-Za-z]/.test(text[i]!)) i--;
  return i < space - 1 && (i < 0 || /[\n\r>#*|\-\s]/.test(text[i]!));
}

// %1 and $1 in the messages of a program: what will stand there may be Han.
const isPlaceholder = (text: string, at: number): boolean =>
  isDigit(text.charCodeAt(at - 1)) && PLACEHOLDER.test(text.slice(Math.max(0, at - 4), at));
const PLACEHOLDER = /%\d{1,2}$|\$[1-9]$/;

// A股, 维生素C, 第3章, “东库2”: written without a space also where the rest has one.
function isCompound(text: string, at: number, kind: number): boolean {
  if (kind === Junction.Date) return false;
  if (kind === Junction.HanDigit) return text[at - 1] === '第' || isLabel(text, at);
  if (kind === Junction.DigitHan) {
    let i = at - 1;
    while (i >= 0 && at - i < 12 && CLASS_OF[text.charCodeAt(i)] === CharClass.Digit) i--;
    return text[i] === '第' || '%％'.includes(text[at]!);
  }
  const letter = kind === Junction.HanLatin ? at : at - 1;
  const beside = kind === Junction.HanLatin ? at + 1 : at - 2;
  if (kind === Junction.HanLatin && FACE.test(text.slice(at, at + 9))) return true;
  return (
    CLASS_OF[text.charCodeAt(letter)] === CharClass.Latin &&
    CLASS_OF[text.charCodeAt(beside)] !== CharClass.Latin
  );
}

/** Faces made of letters hang on to the word before them: 專業XDDD, 謝謝QQ. */
const FACE = /^(?:XD+|Q_?Q|QAQ|T[_.]?T|orz|OTZ)(?:[\s，。！？…~～)）<]|$)/;

// A name with a number of one or two digits: 工作表1, 东库2.
function isLabel(text: string, at: number): boolean {
  let end = at;
  while (end - at < 3 && isDigit(text.charCodeAt(end))) end++;
  return end - at < 3 && '，、；：。”’」』》）】〕,;:)]"\n'.includes(text[end] ?? '\n');
}
