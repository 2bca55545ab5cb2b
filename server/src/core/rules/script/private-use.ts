import { defineRule } from '../../rule/defineRule.ts';
import { Regions } from '../../scan/regionKind.ts';
import { codePointsOf } from '../../script/codePoints.ts';
import { CharClass, classAt } from '../../text/charClass.ts';

/** Every lead surrogate: private use and unassigned code points outside the Basic Plane start with one. */
const LEADS = String.fromCharCode(...Array.from({ length: 0x400 }, (_, i) => 0xd800 + i));

export const rule = defineRule({
  meta: {
    id: 'script/private-use',
    level: 'warning',
    fix: 'none',
    regions: Regions.all,
    anyLanguage: true,
    summary: {
      en: 'Private-use, unassigned and non-characters',
      'zh-CN': '私用区字符、未分配码位与非字符',
      'zh-TW': '私用區字元、未分配碼位與非字元',
    },
    messages: {
      found: {
        en: '{codes}: a code point that means nothing outside the font or program it came from, often a rare character. Find the character it stands for.',
        'zh-CN': '{codes}：离开原来的字体或程序便无意义的码位，常代替生僻字。应查明原字。',
        'zh-TW': '{codes}：離開原來的字型或程式便無意義的碼位，常代替罕用字。應查明原字。',
      },
    },
  },
  trigger: {
    on: 'char',
    classes: [CharClass.PrivateUse],
    chars: LEADS,
    check({ text, report }, at) {
      if (classAt(text, at) !== CharClass.PrivateUse) return;
      if (at > 0 && classAt(text, pointBefore(text, at)) === CharClass.PrivateUse) return;
      let end = at;
      while (end < text.length && classAt(text, end) === CharClass.PrivateUse)
        end += text.codePointAt(end)! > 0xffff ? 2 : 1;
      if (isIcon(text, at, end)) return;
      report({ start: at, end, messageId: 'found', args: { codes: codePointsOf(text.slice(at, end)) } });
    },
  },
});

// <i class="icon">…</i>: an element whose whole content is one code point shows an icon of a font the page brings
// along.
const isIcon = (text: string, start: number, end: number): boolean =>
  text[start - 1] === '>' &&
  text.startsWith('</', end) &&
  text.codePointAt(start)! > 0xffff === (end - start === 2) &&
  end - start <= 2;

const pointBefore = (text: string, at: number): number => {
  const unit = text.charCodeAt(at - 1);
  return unit >= 0xdc00 && unit <= 0xdfff && at > 1 ? at - 2 : at - 1;
};
