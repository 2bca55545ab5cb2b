import type { Document } from '../../document/document.ts';
import { defineRule } from '../../rule/defineRule.ts';
import type { Repair } from '../../rule/types.ts';
import { Regions } from '../../scan/regionKind.ts';
import { MARK_FORMS, ordinaryMark, partnerForm } from '../../script/markForms.ts';
import { ordinaryForm } from '../../script/radicals.ts';
import { isSpokenOf } from '../../script/spokenOf.ts';
import { CharClass, CLASS_OF, isHanAt } from '../../text/charClass.ts';

export const rule = defineRule({
  meta: {
    id: 'script/compatibility-form',
    level: 'warning',
    fix: 'safe',
    regions: Regions.prose,
    summary: {
      en: 'A radical or compatibility form that stands for a character or mark',
      'zh-CN': '部首或兼容字符代替汉字或标点',
      'zh-TW': '部首或相容字元代替漢字或標點',
    },
    messages: {
      found: {
        en: '“{char}” ({code}) looks like “{real}” but is another character, usual in text from PDF; searches miss it. Write “{real}”.',
        'zh-CN': '“{char}”（{code}）形似“{real}”而非同一字符，多见于 PDF 文本，检索会漏掉。应作“{real}”。',
        'zh-TW':
          '「{char}」（{code}）形似「{real}」而非同一字元，多見於 PDF 文本，檢索會漏掉。應作「{real}」。',
      },
      mark: {
        en: '“{char}” ({code}) is a half-width, small or vertical form of “{real}”; searches and line breaking miss it. Write “{real}”.',
        'zh-CN': '“{char}”（{code}）是“{real}”的半角、小型或竖排形式，检索和断行都会漏掉。应作“{real}”。',
        'zh-TW':
          '「{char}」（{code}）是「{real}」的半形、小型或直排形式，檢索和斷行都會漏掉。應作「{real}」。',
      },
      doubled: {
        en: '“{char}” ({code}) doubles the “{real}” beside it, usual in text from PDF. Delete it.',
        'zh-CN': '“{char}”（{code}）与旁边的“{real}”重复，多见于 PDF 文本。应删除。',
        'zh-TW': '「{char}」（{code}）與旁邊的「{real}」重複，多見於 PDF 文本。應刪除。',
      },
      replace: {
        en: 'Replace {code} with “{real}”',
        'zh-CN': '将 {code} 改为“{real}”',
        'zh-TW': '將 {code} 改為「{real}」',
      },
      remove: { en: 'Delete {code}', 'zh-CN': '删除 {code}', 'zh-TW': '刪除 {code}' },
    },
  },
  trigger: {
    on: 'char',
    // U+2F800–2FA1D, the compatibility supplement, is reached through its lead surrogate.
    classes: [CharClass.Radical, CharClass.CompatibilityHan],
    chars: `\ud87e${MARK_FORMS}`,
    check({ doc, text, report }, at) {
      const mark = ordinaryMark(text[at]!);
      if (mark !== undefined) {
        if (isStyled(text[at]!) && !doc.share(isSlip)) return;
        if (isInSentence(text, at) && !isNamed(text, at, at + 1) && !isSpokenOf(text, at))
          report({
            start: at,
            end: at + 1,
            messageId: 'mark',
            args: { char: text[at]!, real: mark, code: codeOf(text[at]!) },
          });
        return;
      }
      const char = String.fromCodePoint(text.codePointAt(at)!);
      const real = ordinaryForm(char);
      if (real === undefined || isNamed(text, at, at + char.length) || isSpokenOf(text, at)) return;
      const messageId = isDoubled(text, at, at + char.length, real) ? 'doubled' : 'found';
      report({ start: at, end: at + char.length, messageId, args: { char, real, code: codeOf(char) } });
    },
  },
  fix({ text }, { start, end, messageId }): readonly Repair[] {
    const char = text.slice(start, end);
    const real = ordinaryMark(char) ?? ordinaryForm(char) ?? char;
    const args = { real, code: codeOf(char) };
    const replace = { titleId: 'replace', args, edits: [{ start, end, text: real }] };
    const remove = { titleId: 'remove', args, edits: [{ start, end, text: '' }] };
    if (messageId !== 'doubled') return [{ ...replace, safety: 'safe' }];
    if (!REDUPLICATED.includes(real)) return [{ ...remove, safety: 'safe' }];
    return [
      { ...remove, safety: 'unsafe' },
      { ...replace, safety: 'unsafe' },
    ];
  },
});

/** Marks that a text must hold before its habit can be told. */
const ENOUGH = 20;
/** Share of all marks up to which small and vertical forms are slips. */
const MINORITY = 0.2;

/** Vertical and small forms (U+FE10–FE6B); half-width ones (U+FF61–FF64) are never the style of a Chinese text. */
const isStyled = (char: string): boolean => char >= '\ufe10' && char <= '\ufe6b';

// Pages kept in Big5 since long ago, above all in Hong Kong, write ﹐ and ﹖ throughout: that is their style.
function isSlip({ text }: Document): boolean {
  let forms = 0;
  let ordinary = 0;
  for (const char of text) {
    if (ORDINARY.includes(char)) ordinary++;
    else if (isStyled(char) && MARK_FORMS.includes(char)) forms++;
  }
  return forms + ordinary >= ENOUGH && forms <= MINORITY * (forms + ordinary);
}

const ORDINARY = '，、。：；？！「」『』';

/** Such marks in a row: 真的﹖﹗ */
const LONGEST_ROW = 4;
/** How far the partner of a bracket is looked for. */
const REACH = 60;

// Faces and drawings use these forms as well: a mark of a sentence has Han before it, or is one of a pair round Han.
function isInSentence(text: string, at: number): boolean {
  const pair = partnerForm(text[at]!);
  if (!pair) {
    let from = at;
    while (at - from < LONGEST_ROW && MARK_FORMS.includes(text[from - 1] ?? ' ')) from--;
    return /[\p{Script=Han}\d”」』》）%]/u.test(text[from - 1] ?? '');
  }
  const { partner, opens } = pair;
  const beside = opens ? text.slice(at + 1, at + 1 + REACH) : text.slice(Math.max(0, at - REACH), at);
  const found = opens ? beside.indexOf(partner) : beside.lastIndexOf(partner);
  const inside = found < 0 ? '' : opens ? beside.slice(0, found) : beside.slice(found + 1);
  return /^[^\r\n]*\p{Script=Han}[^\r\n]*$/u.test(inside) && isHanAt(text, opens ? at + 1 : at - 1);
}

/** Radicals that are words when written twice (人人, 日日): only a reader can tell those from a doubled glyph. */
const REDUPLICATED = '人日小大口白高';

const isDoubled = (text: string, start: number, end: number, real: string): boolean =>
  text.startsWith(real, end) || (start > 0 && text.startsWith(real, start - real.length));

const LOOK_BACK = 12;
const OPENERS = '“「『（(《〈‘"\'';
const CLOSERS = '”」』）)》〉’"\'';

// A radical that is spoken of: after 部首 or 偏旁, in a list of radicals, or alone between marks.
function isNamed(text: string, start: number, end: number): boolean {
  const before = text[start - 1] ?? '';
  const after = text[end] ?? '';
  if (before !== '' && OPENERS.includes(before) && after !== '' && CLOSERS.includes(after)) return true;
  if (/部首|偏旁|部件|字根/.test(text.slice(Math.max(0, start - LOOK_BACK), start))) return true;
  return before === '、' && CLASS_OF[text.charCodeAt(start - 2)] === CharClass.Radical;
}

const codeOf = (char: string): string =>
  `U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
