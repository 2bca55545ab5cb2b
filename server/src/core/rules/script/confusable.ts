import { defineRule } from '../../rule/defineRule.ts';
import type { Report, RuleContext } from '../../rule/types.ts';
import { Regions } from '../../scan/regionKind.ts';
import { HAN_LOOK_ALIKES, LATIN_LOOK_ALIKES, MARK_LOOK_ALIKES } from '../../script/lookAlikes.ts';
import { CharClass, CLASS_OF, isHanAt } from '../../text/charClass.ts';

const LATIN = [...LATIN_LOOK_ALIKES.keys()].join('');
const BETWEEN_HAN = [...HAN_LOOK_ALIKES.keys()].join('');
const MARKS = [...MARK_LOOK_ALIKES.keys()].join('');

export const rule = defineRule({
  meta: {
    id: 'script/confusable',
    level: 'warning',
    fix: 'unsafe',
    regions: Regions.prose,
    summary: { en: 'A look-alike of another character', 'zh-CN': '形近字符误用', 'zh-TW': '形近字元誤用' },
    messages: {
      letter: {
        en: '“{text}” holds {code}, a letter of another alphabet that looks Latin; searches for “{with}” miss it. Write “{with}”.',
        'zh-CN': '“{text}”中有 {code}，是形似拉丁字母的他种字母，检索“{with}”时会漏掉。应作“{with}”。',
        'zh-TW': '「{text}」中有 {code}，是形似拉丁字母的他種字母，檢索「{with}」時會漏掉。應作「{with}」。',
      },
      han: {
        en: '“{text}” ({code}) is no Han character but looks like “{with}”. Write “{with}”.',
        'zh-CN': '“{text}”（{code}）不是汉字，只是形似“{with}”。应作“{with}”。',
        'zh-TW': '「{text}」（{code}）不是漢字，只是形似「{with}」。應作「{with}」。',
      },
      mark: {
        en: '“{text}” ({code}) is a Han character used as a mark; segmentation takes it for a word. Write {with}.',
        'zh-CN': '“{text}”（{code}）是汉字，在此当作标点使用，分词时会当成词。应作{with}。',
        'zh-TW': '「{text}」（{code}）是漢字，在此當作標點使用，斷詞時會當成詞。應作{with}。',
      },
      replace: { en: 'Replace with “{with}”', 'zh-CN': '改为“{with}”', 'zh-TW': '改為「{with}」' },
    },
  },
  trigger: {
    on: 'char',
    chars: LATIN + BETWEEN_HAN + MARKS,
    check(context, at) {
      const char = context.text[at]!;
      if (LATIN_LOOK_ALIKES.has(char)) checkWord(context, at);
      else if (MARK_LOOK_ALIKES.has(char)) checkMark(context, at, char);
      else checkBetweenHan(context, at, char);
    },
  },
  fix({ text }, { start, end, messageId }: Report) {
    const found = text.slice(start, end);
    const candidates = messageId === 'mark' ? [...MARK_LOOK_ALIKES.get(found)!] : [repaired(found)];
    return candidates.map(candidate => ({
      titleId: 'replace',
      args: { with: candidate },
      edits: [{ start, end, text: candidate }],
      safety: 'unsafe' as const,
    }));
  },
});

const repaired = (text: string): string =>
  [...text].map(char => LATIN_LOOK_ALIKES.get(char) ?? HAN_LOOK_ALIKES.get(char) ?? char).join('');

const classOf = (text: string, at: number): number => CLASS_OF[text.charCodeAt(at)] ?? CharClass.Other;
const isLetter = (cls: number): boolean =>
  cls === CharClass.Latin || cls === CharClass.Cyrillic || cls === CharClass.Greek || cls === CharClass.Mark;

const MAX_WORD = 64;

// A word that mixes Latin letters with look-alikes, and only with look-alikes: Ωm, μg and Москва are what they seem.
function checkWord({ doc, text, report }: RuleContext, at: number): void {
  let start = at;
  while (start > 0 && at - start < MAX_WORD && isLetter(classOf(text, start - 1))) start--;
  let end = at + 1;
  while (end < text.length && end - at < MAX_WORD && isLetter(classOf(text, end))) end++;
  let latin = 0;
  for (let i = start; i < end; i++) {
    if (LATIN_LOOK_ALIKES.has(text[i]!)) {
      // Woken at each look-alike, a word is judged once, at its first.
      if (i < at) return;
    } else if (classOf(text, i) === CharClass.Latin) latin++;
    else return;
  }
  const isLoneBesideHan =
    end - start === 1 &&
    classOf(text, at) === CharClass.Cyrillic &&
    isHanAt(text, at + 1) &&
    doc.counts.classes[CharClass.Cyrillic]! <= FEW;
  if (latin === 0 && !isLoneBesideHan) return;
  const found = text.slice(start, end);
  report({
    start,
    end,
    messageId: 'letter',
    args: { text: found, code: codeOf(text[at]!), with: repaired(found) },
  });
}

/** With more Cyrillic letters than this a document speaks of Cyrillic. */
const FEW = 3;

function checkBetweenHan({ text, report }: RuleContext, at: number, char: string): void {
  if (!isHanAt(text, at + 1)) return;
  // ー是…，二是…: the first point of a list begins a sentence.
  if (!isHanAt(text, at - 1) && !isFirstPoint(text, at, char)) return;
  // ロ字形 and ト形 speak of the letter's shape.
  if (/[字形型]/.test(text[at + 1]!)) return;
  const real = HAN_LOOK_ALIKES.get(char)!;
  report({ start: at, end: at + 1, messageId: 'han', args: { text: char, code: codeOf(char), with: real } });
}

const isFirstPoint = (text: string, at: number, char: string): boolean =>
  HAN_LOOK_ALIKES.get(char) === '一' && text[at + 1] === '是' && /[\s。；：，>]/.test(text[at - 1] ?? '\n');

function checkMark({ text, report }: RuleContext, at: number, char: string): void {
  const before = text[at - 1] ?? '\n';
  const after = text[at + 1] ?? '\n';
  // Alone between marks, in a row of strokes or named as a stroke, the character is what is spoken of.
  if (/[“「『（(《〈‘"'、，,]/.test(before) || /[”」』）)》〉’"'、]/.test(after) || MARKS.includes(before))
    return;
  if (
    /部首?$|笔画?$|筆畫?$|[画畫竖豎点點]$|字$/.test(text.slice(Math.max(0, at - 2), at)) ||
    /[部字]/.test(after)
  )
    return;
  const marks = [...MARK_LOOK_ALIKES.get(char)!].map(mark => `“${mark}”`).join(' ');
  report({
    start: at,
    end: at + 1,
    messageId: 'mark',
    args: { text: char, code: codeOf(char), with: marks },
  });
}

const codeOf = (char: string): string =>
  `U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
