import { Mark, marksOf } from '../../punctuation/marks.ts';
import { defineRule } from '../../rule/defineRule.ts';
import { Regions } from '../../scan/regionKind.ts';
import { CharClass, isAsciiLetter, isDigit } from '../../text/charClass.ts';

const FULL = '，；：！？。';
const HALF = ',;:!?.';
/** Latin words round the mark, on both sides together, that make a phrase and not two names in a list. */
const WORDS = 5;
const REACH = 80;
const GOING_ON = '，；：';
/** Fewest Latin words before a full stop that it can end. */
const SENTENCE = 4;

export const rule = defineRule({
  meta: {
    id: 'punctuation/fullwidth-in-latin',
    level: 'info',
    fix: 'unsafe',
    regions: Regions.prose,
    summary: {
      en: 'Full-width punctuation inside a Latin phrase',
      'zh-CN': '西文语句里的全角标点',
      'zh-TW': '西文語句裡的全形標點',
    },
    messages: {
      found: {
        en: 'Full-width “{mark}” inside a Latin phrase leaves a gap. Write “{narrow}”.',
        'zh-CN': '西文语句里用了全角“{mark}”，字间会留空。应写作“{narrow}”。',
        'zh-TW': '西文語句裡用了全形「{mark}」，字間會留空。應寫作「{narrow}」。',
      },
      narrow: {
        en: 'Replace with half-width “{narrow}”',
        'zh-CN': '改为半角“{narrow}”',
        'zh-TW': '改為半形「{narrow}」',
      },
    },
  },
  trigger: {
    on: 'document',
    check({ doc, text, report }) {
      if (doc.counts.classes[CharClass.Latin]! < WORDS) return;
      const { count, at, kind } = doc.share(marksOf);
      for (let m = 0; m < count; m++) {
        const k = kind[m]!;
        if (k !== Mark.Stop && (k < Mark.WideComma || k > Mark.WideQuestion)) continue;
        const start = at[m]!;
        const before = text.charCodeAt(start - 1);
        if (!isAsciiLetter(before) && !isDigit(before) && before !== 0x20) continue;
        const words = wordsBeside(text, start - 1, -1);
        if (words === 0) continue;
        const after = wordsBeside(text, start + 1, 1);
        if (after === 0 || words + after < WORDS) continue;
        // After a comma a phrase goes on in lower case; what has a capital there is the next name of a list. A sentence
        // has more than the name that ends a Chinese one.
        const goesOn = GOING_ON.includes(text[start]!);
        if (goesOn ? !/^ ?[a-z]/.test(text.slice(start + 1, start + 3)) : words < SENTENCE) continue;
        const mark = text[start]!;
        report({
          start,
          end: start + 1,
          messageId: 'found',
          args: { mark, narrow: HALF[FULL.indexOf(mark)]! },
        });
      }
    },
  },
  fix({ text }, { start, end }) {
    const narrow = HALF[FULL.indexOf(text[start]!)]!;
    const spaced = text[end] === ' ' ? narrow : `${narrow} `;
    return [{ titleId: 'narrow', args: { narrow }, edits: [{ start, end, text: spaced }], safety: 'unsafe' }];
  },
});

// Words of lower-case letters from `at` on, up to anything but letters, spaces and Latin marks; one capitalised word
// counts as well, a string of names (Word，Excel) does not.
function wordsBeside(text: string, at: number, step: 1 | -1): number {
  let words = 0;
  let lower = 0;
  let inWord = false;
  for (let i = at; i >= 0 && i < text.length && Math.abs(i - at) < REACH; i += step) {
    const unit = text.charCodeAt(i);
    if (isAsciiLetter(unit)) {
      if (!inWord) words++;
      if (unit >= 0x61) lower++;
      inWord = true;
    } else if (unit === 0x20 || unit === 0x27 || unit === 0x2d) inWord = unit !== 0x20 && inWord;
    else break;
  }
  return lower >= 3 ? words : 0;
}
