import { isForeignCode } from '../../markup/foreignCode.ts';
import { defineRule } from '../../rule/defineRule.ts';
import { Regions } from '../../scan/regionKind.ts';
import { codePointsOf } from '../../script/codePoints.ts';
import { isNeeded } from '../../script/joiners.ts';
import { CharClass, classAt } from '../../text/charClass.ts';

export const rule = defineRule({
  meta: {
    id: 'script/invisible',
    level: 'warning',
    fix: 'safe',
    regions: Regions.all,
    anyLanguage: true,
    summary: {
      en: 'Characters that cannot be seen',
      'zh-CN': '不可见字符',
      'zh-TW': '不可見字元',
    },
    messages: {
      found: {
        en: '{codes}: invisible; it splits words for search and segmentation. Delete it.',
        'zh-CN': '{codes}：不可见，会把词语切断，影响检索与分词。应删除。',
        'zh-TW': '{codes}：不可見，會把詞語切斷，影響檢索與斷詞。應刪除。',
      },
      remove: { en: 'Delete {codes}', 'zh-CN': '删除 {codes}', 'zh-TW': '刪除 {codes}' },
    },
  },
  trigger: {
    on: 'char',
    classes: [CharClass.Invisible],
    // U+E0000–E0FFF, tags and supplementary selectors, are reached through their lead surrogate.
    chars: '\udb40',
    check({ doc, text, report }, at) {
      if (classAt(text, at) !== CharClass.Invisible || isNeeded(text, at)) return;
      if (at > 0 && isStray(text, pointBefore(text, at))) return;
      if (text.charCodeAt(at) === SOFT_HYPHEN && isForeignCode(doc, at)) return;
      let end = at;
      while (end < text.length && isStray(text, end)) end += sizeAt(text, end);
      report({ start: at, end, messageId: 'found', args: { codes: codePointsOf(text.slice(at, end)) } });
    },
  },
  fix({ text }, { start, end }) {
    const args = { codes: codePointsOf(text.slice(start, end)) };
    return [{ titleId: 'remove', args, edits: [{ start, end, text: '' }], safety: 'safe' }];
  },
});

const SOFT_HYPHEN = 0xad;

const isStray = (text: string, at: number): boolean =>
  classAt(text, at) === CharClass.Invisible && !isNeeded(text, at);
const sizeAt = (text: string, at: number): number => (text.codePointAt(at)! > 0xffff ? 2 : 1);
const pointBefore = (text: string, at: number): number => {
  const unit = text.charCodeAt(at - 1);
  return unit >= 0xdc00 && unit <= 0xdfff && at > 1 ? at - 2 : at - 1;
};
