import type { Document } from '../../document/document.ts';
import { anyOf, Mark, marksOf } from '../../punctuation/marks.ts';
import { pairsOf } from '../../punctuation/pairs.ts';
import { quoteStyleOf } from '../../punctuation/quoteStyle.ts';
import { defineRule } from '../../rule/defineRule.ts';
import { RegionKind, Regions } from '../../scan/regionKind.ts';
import { isAsciiAlnum, isAsciiLetter, isDigit, isHanAt } from '../../text/charClass.ts';

const PAIRS = { curly: '“”‘’', corner: '「」『』' } as const;
/** Longest quotation (UTF-16 units) that two straight marks are taken to enclose. */
const LONGEST = 300;

export const rule = defineRule({
  meta: {
    id: 'punctuation/straight-quote',
    level: 'info',
    fix: 'safe',
    regions: Regions.prose,
    summary: {
      en: 'Straight quotation marks round Han text',
      'zh-CN': '中文里的直引号',
      'zh-TW': '中文裡的直引號',
    },
    messages: {
      found: {
        en: 'Straight {mark} round Han text does not tell opening from closing. Write {open}{close}.',
        'zh-CN': '中文用直引号{mark}，分不出前后。应写作{open}{close}。',
        'zh-TW': '中文用直引號{mark}，分不出前後。應寫作{open}{close}。',
      },
      replace: {
        en: 'Replace with {open}{close}',
        'zh-CN': '改为{open}{close}',
        'zh-TW': '改為{open}{close}',
      },
    },
  },
  trigger: {
    on: 'document',
    check({ doc, text, report }) {
      const marks = doc.share(marksOf);
      if (!anyOf(marks, Mark.StraightDouble, Mark.StraightSingle)) return;
      const { count, at, kind, block } = marks;
      // The opening mark of each kind that waits for its partner, -1 for none.
      let double = -1;
      let single = -1;
      const { of } = doc.share(pairsOf);
      // The quotation in proper marks that the walk stands in: where it ends, and the marks inside it.
      let outerEnd = -1;
      let inner = '';
      for (let m = 0; m < count; m++) {
        const k = kind[m]!;
        if (k < Mark.StraightDouble) {
          const isOuter = k === Mark.DoubleOpen || k === Mark.CornerOpen;
          if (!isOuter || of[m]! <= m || at[m]! < outerEnd) continue;
          outerEnd = at[of[m]!]!;
          inner = k === Mark.DoubleOpen ? PAIRS.curly.slice(2) : PAIRS.corner.slice(2);
          continue;
        }
        const isDouble = k === Mark.StraightDouble;
        const open = isDouble ? double : single;
        const end = at[m]!;
        const start = open < 0 ? -1 : at[open]!;
        if (start < 0 || block[open] !== block[m] || end - start > LONGEST) {
          const opener = opens(doc, end, isDouble) ? m : -1;
          if (isDouble) double = opener;
          else single = opener;
          continue;
        }
        if (isDouble) double = -1;
        else if (isBlank(text[end - 1]) && !isBlank(text[end + 1])) {
          // '#甲'呈现，例如 '#乙': a mark behind a blank opens.
          single = opens(doc, end, isDouble) ? m : -1;
          continue;
        } else if (isAsciiLetter(text.charCodeAt(end + 1))) continue;
        else single = -1;
        if (!holdsHan(text, start, end) || isArgument(text, start, end)) continue;
        const quotes = doc.share(quoteStyleOf);
        if (quotes.style === 'straight') return;
        const inside = !isDouble && double >= 0 && double < open ? 2 : 0;
        const pair = end < outerEnd ? inner : PAIRS[quotes.preferred].slice(inside, inside + 2);
        report({
          start,
          end: end + 1,
          messageId: 'found',
          args: { mark: text[start]!, open: pair[0]!, close: pair[1]! },
          data: pair,
        });
      }
    },
  },
  fix(_, { start, end, data }) {
    const [open, close] = [...(data as string)] as [string, string];
    return [
      {
        titleId: 'replace',
        args: { open, close },
        edits: [
          { start, end: start + 1, text: open },
          { start: end - 1, end, text: close },
        ],
        safety: 'safe',
      },
    ];
  },
});

// Not 15.6" and 15'20", the apostrophe of Xi'an, nor the mark that ends "`code`".
function opens({ text, regions }: Document, at: number, isDouble: boolean): boolean {
  const before = text[at - 1] ?? ' ';
  if (isDigit(before.charCodeAt(0))) return false;
  // text='城堡': the marks of an attribute are a pair of their own.
  if (before === '=') return true;
  if (before === '>') return opensTag(text, at - 1);
  if (at > 0 && (OPAQUE & (1 << regions.kindAt(at - 1))) !== 0) return false;
  return (
    isDouble ||
    (isHanAt(text, at + 1) && (before === ' ' || before.charCodeAt(0) > 127 || '"(\n'.includes(before)))
  );
}

// IF(甲;"乙"), x="丙"
const isArgument = (text: string, start: number, end: number): boolean =>
  ';=,['.includes(text[start - 1] ?? ' ') ||
  (text[start - 1] === '(' && isAsciiAlnum(text.charCodeAt(start - 2))) ||
  // author = "丙", --title "丁"
  (text[start - 1] === ' ' && ASSIGNS.test(text.slice(Math.max(0, start - LONGEST_KEY), start))) ||
  // REPLACE(甲, 3, "新文本") and #,, "百万"
  (/[,;] $/.test(text.slice(start - 2, start)) && /[,;)\r\n]|^$/.test(text[end + 1] ?? ''));

const isBlank = (c: string | undefined): boolean => c === undefined || ' \n\r\t'.includes(c);

const ASSIGNS = /(?:=> |[A-Za-z_][\w.-]* = |(?:^|[^\w-])--?[A-Za-z][\w-]* )$/;
const LONGEST_KEY = 40;

const OPAQUE =
  (1 << RegionKind.Code) | (1 << RegionKind.Url) | (1 << RegionKind.Token) | (1 << RegionKind.Math);

// "<b>" and not "</b>".
const opensTag = (text: string, close: number): boolean =>
  /<[a-z][^<>]*$/i.test(text.slice(Math.max(0, close - 200), close));

// Han directly inside the marks, at either end.
const holdsHan = (text: string, start: number, end: number): boolean =>
  end > start + 1 && (isHanAt(text, start + 1) || isHanAt(text, end - 1));
