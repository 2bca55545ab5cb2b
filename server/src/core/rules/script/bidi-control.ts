import { defineRule } from '../../rule/defineRule.ts';
import { Regions } from '../../scan/regionKind.ts';
import { codePointsOf } from '../../script/codePoints.ts';
import { CharClass, CLASS_OF } from '../../text/charClass.ts';

export const rule = defineRule({
  meta: {
    id: 'script/bidi-control',
    level: 'error',
    fix: 'safe',
    regions: Regions.all,
    anyLanguage: true,
    summary: {
      en: 'Characters that reverse the reading direction',
      'zh-CN': '双向控制字符',
      'zh-TW': '雙向控制字元',
    },
    messages: {
      found: {
        en: '{codes}: invisible; it changes the direction of what follows, so that text reads differently from what is stored. Delete it.',
        'zh-CN': '{codes}：不可见，会改变其后文字的方向，使所见与所存不同。应删除。',
        'zh-TW': '{codes}：不可見，會改變其後文字的方向，使所見與所存不同。應刪除。',
      },
      remove: { en: 'Delete {codes}', 'zh-CN': '删除 {codes}', 'zh-TW': '刪除 {codes}' },
    },
  },
  trigger: {
    on: 'char',
    classes: [CharClass.BidiControl],
    check({ text, report }, at) {
      if (isControl(text, at - 1)) return;
      let end = at + 1;
      while (isControl(text, end)) end++;
      const found = text.slice(at, end);
      if (/^[\u061c\u200e\u200f]+$/.test(found) && isBesideRightToLeft(text, at, end)) return;
      report({ start: at, end, messageId: 'found', args: { codes: codePointsOf(found) } });
    },
  },
  fix({ text }, { start, end }) {
    const args = { codes: codePointsOf(text.slice(start, end)) };
    return [{ titleId: 'remove', args, edits: [{ start, end, text: '' }], safety: 'safe' }];
  },
});

const isControl = (text: string, at: number): boolean =>
  CLASS_OF[text.charCodeAt(at)] === CharClass.BidiControl;

/** Hebrew to Arabic Extended-A, and the presentation forms: the right-to-left blocks of the Basic Plane. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const NEAR = 3;

// A mark may be set off from its letters by a bracket, a digit or a space.
const isBesideRightToLeft = (text: string, start: number, end: number): boolean =>
  RIGHT_TO_LEFT.test(text.slice(Math.max(0, start - NEAR), start)) ||
  RIGHT_TO_LEFT.test(text.slice(end, end + NEAR));
