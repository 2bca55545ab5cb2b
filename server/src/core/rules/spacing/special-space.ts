import { defineRule } from '../../rule/defineRule.ts';
import { Regions } from '../../scan/regionKind.ts';
import { CharClass, CLASS_OF, isDigit, isHanAt } from '../../text/charClass.ts';

const IDEOGRAPHIC = 0x3000;
/** So many special spaces in a row set columns, blanks to fill in, or captions apart. */
const GAP = 3;

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
    // A long run is a gap of the layout, which keeps its width.
    const isRedundant =
      end - start < GAP &&
      (isTight(text[start - 1]) ||
        isTight(text[end]) ||
        ' \t'.includes(text[start - 1]!) ||
        ' \t'.includes(text[end]!));
    return [
      {
        titleId: isRedundant ? 'remove' : 'replace',
        edits: [{ start, end, text: isRedundant ? '' : ' '.repeat(end - start < GAP ? 1 : end - start) }],
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
  if (isDrawn(text[start - 1])) return true;
  if (end - start > 1) return allIdeographic(text, start, end);
  if (text.charCodeAt(start) === IDEOGRAPHIC) return !isInSentence(text, start);
  if (text.charCodeAt(start) === NO_BREAK && holdsNumber(text, start)) return true;
  return isDigit(text.charCodeAt(start - 1)) && /^\d{3}(?!\d)/.test(text.slice(end, end + 4));
}

const NO_BREAK = 0xa0;

// "图 3", "第 2 章", "附录 A. …", "4. …": typesetters keep a label with its number, and a number with what it counts.
function holdsNumber(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 24), at);
  const after = text.slice(at + 1, at + 6);
  return (
    (LABEL.test(before) && /^(?:\d|[A-Z](?![A-Za-z])|[IVXL]{2,4}\b)/.test(after)) ||
    (/(?:\d|\b[A-Z])\.$/.test(before) && !/^\d/.test(after)) ||
    (/第\s+[\d.]+$/.test(before) && UNIT.test(after)) ||
    /第\s+[\d.]+\s[章节節页頁条條]$/.test(before)
  );
}

const LABEL =
  /(?:\b(?:[Ss]ection|[Cc]hapter|[Aa]ppendix|[Tt]able|[Ff]igure|[Ee]xample|[Pp]art|[Pp]age)|图|格|形|过程|過程|部分|圖|表|例|第|章|节|節|页|頁|式|附录|附錄|卷|部)$/;
const UNIT = /^[章节節页頁条條卷册冊部]/;

// A tree of folders is drawn with no-break spaces: │   └── docs.
const isDrawn = (c: string | undefined): boolean => c !== undefined && c >= '\u2500' && c <= '\u257f';

const isEdge = (c: string | undefined): boolean => c === undefined || '\n\r>'.includes(c);

function allIdeographic(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (text.charCodeAt(i) !== IDEOGRAPHIC) return false;
  return true;
}

/** How far a line is read to either side, in UTF-16 code units. */
const LINE = 400;
const CLAUSE_END = /[，。；！？]/;
const MARKS = '，。、；：？！';

/**
 * Whether one ideographic space stands inside a sentence. By itself it parts what a line lists: names, fields, verses,
 * a heading from its number. It breaks a sentence behind a comma (behind 。 it parts two) or before a mark, or where it
 * is alone between Han characters of a line with a clause ended on both sides of it.
 */
function isInSentence(text: string, at: number): boolean {
  if (text[at - 1] === '請' || RESPECTED.test(text.slice(at + 1, at + 8))) return false;
  if (text[at - 1] === '，' || MARKS.includes(text[at + 1]!)) return true;
  if (!isHanAt(text, at - 1) || !isHanAt(text, at + 1) || isPaddedName(text, at)) return false;
  const before = text.slice(Math.max(0, at - LINE), at);
  const after = text.slice(at + 1, at + LINE);
  const line = before.slice(before.lastIndexOf('\n') + 1).trimStart();
  const stop = after.indexOf('\n');
  const rest = (stop < 0 ? after : after.slice(0, stop)).trimEnd();
  return (
    CLAUSE_END.test(line) && CLAUSE_END.test(rest) && !line.includes('\u3000') && !rest.includes('\u3000')
  );
}

// 神 in the Union Version, and what Taiwan's manual of official papers (文書處理手冊) sets apart out of respect: 請　核示, 提請　討論,
// 復　貴部, 先總統　蔣公.
const RESPECTED =
  /^(?:神|上帝|天主|聖[母上]|國父|蔣公|先?總統|鈞[長座部院府局]|貴[^\s賤重]|大[院部府署]|[台臺]端|[台臺][照鑒]|查照|詧照|察[照核]|核[示備定奪轉閱判]|鑒[核察照]|備查|惠[予允賜復示請]|卓[參裁]|\p{Script=Han}{0,3}(?:[部署局處縣市鄉鎮區校院]長|法官|閣下|大人|上人))/u;

// 王　芳: one Han before, set to the width of three.
const isPaddedName = (text: string, at: number): boolean =>
  isHanAt(text, at - 1) && !isHanAt(text, at - 2) && isHanAt(text, at + 1);
