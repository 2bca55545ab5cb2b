import { defineRule } from '../../rule/defineRule.ts';
import { Regions } from '../../scan/regionKind.ts';
import { CharClass, CLASS_OF } from '../../text/charClass.ts';

export const rule = defineRule({
  meta: {
    id: 'script/fullwidth-letter',
    level: 'warning',
    fix: 'safe',
    regions: Regions.prose,
    summary: { en: 'Full-width Latin letters', 'zh-CN': '全角字母', 'zh-TW': '全形字母' },
    messages: {
      found: {
        en: 'Full-width “{wide}”; searches for “{narrow}” miss it. Use half-width letters.',
        'zh-CN': '“{wide}”为全角字母，检索“{narrow}”时会漏掉。应改为半角。',
        'zh-TW': '「{wide}」為全形字母，檢索「{narrow}」時會漏掉。應改為半形。',
      },
      replace: {
        en: 'Replace with “{narrow}”',
        'zh-CN': '改为“{narrow}”',
        'zh-TW': '改為「{narrow}」',
      },
    },
  },
  trigger: {
    on: 'char',
    classes: [CharClass.FullwidthLetter],
    check({ text, report }, at) {
      if (CLASS_OF[text.charCodeAt(at - 1)] === CharClass.FullwidthLetter) return;
      let end = at + 1;
      while (CLASS_OF[text.charCodeAt(end)] === CharClass.FullwidthLetter) end++;
      if (end === at + 1 && (isFace(text, at) || isLabel(text, at))) return;
      const wide = text.slice(at, end);
      if (end === at + 1 && isInDebris(text, at)) return;
      report({ start: at, end, messageId: 'found', args: { wide, narrow: narrowed(wide) } });
    },
  },
  fix({ text }, { start, end }) {
    const narrow = narrowed(text.slice(start, end));
    return [{ titleId: 'replace', args: { narrow }, edits: [{ start, end, text: narrow }], safety: 'safe' }];
  },
});

// 桓觯?敲此?腔岜唤换弧Ｕ飧: of a text read one byte late the letter is half of another character.
const isInDebris = (text: string, at: number): boolean =>
  (text.slice(Math.max(0, at - NEAR), at + NEAR).match(/\p{Script=Han}\?(?=\p{Script=Han})/gu)?.length ?? 0) >
  1;
const NEAR = 16;

/** Eyes and cheeks on either side of one letter, as in (＾Ｕ＾): a face, no word. */
const isFace = (text: string, at: number): boolean =>
  text[at - 1] === text[at + 1] && /[＾￣≧≦・｀´^ｰ︶╯╰●◕]/.test(text[at - 1] ?? ' ');

// Ｑ：…, Ａ．…, Ｑ１：…, （Ｂ）…: one letter that names a speaker or an item is set to the width of the text.
function isLabel(text: string, at: number): boolean {
  let next = at + 1;
  while (next - at < DIGITS && text[next]! >= '０' && text[next]! <= '９') next++;
  const after = text[next] ?? '';
  if (text[at - 1] === '（' && after === '）') return true;
  let low = at;
  while (low > 0 && at - low < INDENT && ' \u3000\t'.includes(text[low - 1]!)) low--;
  return (low === 0 || '\n\r>'.includes(text[low - 1]!)) && after !== '' && '：．、'.includes(after);
}
const INDENT = 8;
/** At most two of them count what a letter names. */
const DIGITS = 3;

const WIDE_OFFSET = 0xff21 - 0x41;
const narrowed = (wide: string): string =>
  [...wide].map(letter => String.fromCharCode(letter.charCodeAt(0) - WIDE_OFFSET)).join('');
