import { defineRule } from '../../rule/defineRule.ts';
import { Regions } from '../../scan/regionKind.ts';
import { codePointsOf } from '../../script/codePoints.ts';
import { CharClass, CLASS_OF } from '../../text/charClass.ts';

export const rule = defineRule({
  meta: {
    id: 'script/control',
    level: 'warning',
    fix: 'safe',
    regions: Regions.all,
    anyLanguage: true,
    summary: { en: 'Control characters', 'zh-CN': '控制字符', 'zh-TW': '控制字元' },
    messages: {
      found: {
        en: '{codes}: a control character, the rest of a conversion; parsers stop or fail at it. Delete it.',
        'zh-CN': '{codes}：控制字符，多为转换残留，会使解析中断或出错。应删除。',
        'zh-TW': '{codes}：控制字元，多為轉換殘留，會使解析中斷或出錯。應刪除。',
      },
      remove: { en: 'Delete {codes}', 'zh-CN': '删除 {codes}', 'zh-TW': '刪除 {codes}' },
      breakLine: {
        en: 'Replace {codes} with a line break',
        'zh-CN': '将 {codes} 改为换行',
        'zh-TW': '將 {codes} 改為換行',
      },
    },
  },
  trigger: {
    on: 'char',
    classes: [CharClass.Control],
    check({ text, report }, at) {
      if (isControl(text, at - 1)) return;
      let end = at + 1;
      while (isControl(text, end)) end++;
      report({ start: at, end, messageId: 'found', args: { codes: codePointsOf(text.slice(at, end)) } });
    },
  },
  fix({ text }, { start, end }) {
    const found = text.slice(start, end);
    const args = { codes: codePointsOf(found) };
    // Vertical tab, form feed and NEL end a line; where nothing else ends it, two sentences must not run together.
    const breaks = /[\v\f\u0085]/.test(found) && !isLineEdge(text, start, end);
    const remove = { titleId: 'remove', args, edits: [{ start, end, text: '' }] };
    if (!breaks) return [{ ...remove, safety: 'safe' }];
    const breakLine = { titleId: 'breakLine', args, edits: [{ start, end, text: '\n' }] };
    // Inside a sentence they are debris as often: a page that ends, or NEL for the byte of … in Windows' tables.
    if (!/[。！？」』”’.!?]/.test(text[start - 1]!))
      return [
        { ...breakLine, safety: 'unsafe' },
        { ...remove, safety: 'unsafe' },
      ];
    return [{ ...breakLine, safety: 'safe' }];
  },
});

const isControl = (text: string, at: number): boolean => CLASS_OF[text.charCodeAt(at)] === CharClass.Control;

const isLineEdge = (text: string, start: number, end: number): boolean =>
  start === 0 || end === text.length || /[\r\n]/.test(text[start - 1]!) || /[\r\n]/.test(text[end]!);
