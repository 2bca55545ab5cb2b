import { defineRule } from '../../rule/defineRule.ts';
import { Regions } from '../../scan/regionKind.ts';
import { CharClass, CLASS_OF, isDigit, isHanAt } from '../../text/charClass.ts';

const IDEOGRAPHIC = 0x3000;

export const rule = defineRule({
  meta: {
    id: 'spacing/special-space',
    level: 'info',
    fix: 'safe',
    regions: Regions.prose,
    summary: {
      en: 'A space that is not the ordinary one',
      'zh-CN': '特殊空格',
      'zh-TW': '特殊空格',
    },
    messages: {
      found: {
        en: '{code} inside the text: looks like a space, but searches and splits do not treat it as one. Use an ordinary space, or none.',
        'zh-CN': '文中有 {code}：看似空格，检索和切分却不当空格处理。应改用普通空格或删除。',
        'zh-TW': '文中有 {code}：看似空格，檢索和切分卻不當空格處理。應改用普通空格或刪除。',
      },
      replace: { en: 'Replace with an ordinary space', 'zh-CN': '改为普通空格', 'zh-TW': '改為普通空格' },
      remove: { en: 'Delete it', 'zh-CN': '删除', 'zh-TW': '刪除' },
    },
  },
  trigger: {
    on: 'char',
    classes: [CharClass.SpecialSpace],
    check({ text, report }, at) {
      if (at > 0 && isSpecial(text.charCodeAt(at - 1))) return;
      let end = at + 1;
      while (end < text.length && isSpecial(text.charCodeAt(end))) end++;
      if (isLayout(text, at, end)) return;
      const point = text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0');
      report({ start: at, end, messageId: 'found', args: { code: `U+${point}` } });
    },
  },
  fix({ text }, { start, end }) {
    const isRedundant =
      isTight(text[start - 1]) ||
      isTight(text[end]) ||
      ' \t'.includes(text[start - 1]!) ||
      ' \t'.includes(text[end]!);
    return [
      {
        titleId: isRedundant ? 'remove' : 'replace',
        edits: [{ start, end, text: isRedundant ? '' : ' ' }],
        safety: 'safe',
      },
    ];
  },
});

const isSpecial = (unit: number): boolean => CLASS_OF[unit] === CharClass.SpecialSpace;
// Marks that bring their own space.
const isTight = (c: string | undefined): boolean =>
  c !== undefined && '，。、；：？！（）《》「」『』“”'.includes(c);

/** The paragraph indent, columns of blanks, padded names and the groups of long figures. */
function isLayout(text: string, start: number, end: number): boolean {
  if (end === text.length || isEdge(text[start - 1]) || isEdge(text[end])) return true;
  if (end - start > 1) return allIdeographic(text, start, end);
  if (text.charCodeAt(start) === IDEOGRAPHIC)
    return isPaddedName(text, start) || followsOrdinal(text, start) || FIELD.test(text.slice(end, end + 8));
  if (text.charCodeAt(start) === NO_BREAK && holdsNumber(text, start)) return true;
  return isDigit(text.charCodeAt(start - 1)) && /^\d{3}(?!\d)/.test(text.slice(end, end + 4));
}

/** 文献标志码：A　文章编号：…: what stands between two fields of a head. */
const FIELD = /^[\p{Script=Han}]{2,6}[：:]/u;
const NO_BREAK = 0xa0;

// "图 3", "第 2 章", "附录 A. …", "4. …": typesetters keep a label with its number, and a number with what it counts.
function holdsNumber(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 24), at);
  const after = text.slice(at + 1, at + 4);
  return (
    (LABEL.test(before) && /^(?:\d|[A-Z](?![A-Za-z]))/.test(after)) ||
    (/(?:\d|\b[A-Z])\.$/.test(before) && !/^\d/.test(after)) ||
    (/第\s+[\d.]+$/.test(before) && UNIT.test(after)) ||
    /第\s+[\d.]+\s[章节節页頁条條]$/.test(before)
  );
}

const LABEL = /(?:图|格|形|过程|過程|部分|圖|表|例|第|章|节|節|页|頁|式|附录|附錄|卷|部)$/;
const UNIT = /^[章节節页頁条條卷册冊部]/;

const isEdge = (c: string | undefined): boolean => c === undefined || '\n\r>'.includes(c);

function allIdeographic(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (text.charCodeAt(i) !== IDEOGRAPHIC) return false;
  return true;
}

// 第三条　本办法…, 第一章　总则, 1.2　方法: laws, books and journals set off what they count by the width of one Han.
const followsOrdinal = (text: string, at: number): boolean =>
  /(?:^|[\n\r>])\d{1,2}(?:\.\d{1,2}){0,3}$/.test(text.slice(Math.max(0, at - 12), at)) ||
  /第[〇零一二三四五六七八九十百千廿卅\d０-９]{1,8}[编編章节節条條款部篇回卷幕场場课課讲講]$/.test(
    text.slice(Math.max(0, at - 10), at),
  );

// 王　芳: one Han before, set to the width of three.
const isPaddedName = (text: string, at: number): boolean =>
  isHanAt(text, at - 1) && !isHanAt(text, at - 2) && isHanAt(text, at + 1);
