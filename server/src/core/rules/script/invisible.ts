import { defineRule } from '../../rule/defineRule.ts';
import { Regions } from '../../scan/regionKind.ts';
import { CharClass, CLASS_OF, classAt } from '../../text/charClass.ts';

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
    check({ text, report }, at) {
      if (CLASS_OF[text.charCodeAt(at - 1)] === CharClass.Invisible && at > 0) return;
      let end = at + 1;
      while (CLASS_OF[text.charCodeAt(end)] === CharClass.Invisible) end++;
      if (isNeeded(text, at, end)) return;
      report({ start: at, end, messageId: 'found', args: { codes: codes(text, at, end) } });
    },
  },
  fix({ text }, { start, end }) {
    return [
      {
        titleId: 'remove',
        args: { codes: codes(text, start, end) },
        edits: [{ start, end, text: '' }],
        safety: 'safe',
      },
    ];
  },
});

// Emoji sequences (UTS #51) and joiners in scripts that need them keep theirs.
function isNeeded(text: string, start: number, end: number): boolean {
  const before =
    start > 0 ? classAt(text, start - (isLowSurrogate(text.charCodeAt(start - 1)) ? 2 : 1)) : CharClass.Other;
  const after = classAt(text, end);
  return (
    needsJoiner(before) ||
    (before === CharClass.Symbol && text.charCodeAt(start) === 0xfe0f) ||
    (needsJoiner(after) && after !== CharClass.Emoji)
  );
}

const needsJoiner = (cls: CharClass): boolean =>
  cls === CharClass.Emoji || cls === CharClass.OtherLetter || cls === CharClass.Mark;
const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

const codes = (text: string, start: number, end: number): string =>
  [...new Set([...text.slice(start, end)])]
    .map(c => `U+${c.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`)
    .join(' ');
