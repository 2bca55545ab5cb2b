import { defineRule } from '../../rule/defineRule.ts';
import { Regions } from '../../scan/regionKind.ts';
import { CharClass, CLASS_OF } from '../../text/charClass.ts';

/** Characters that composition replaces although no mark follows: Ohm, Kelvin and Ångström signs, Greek duplicates. */
const SINGLETONS = '\u2126\u212a\u212b\u037e\u0387\u1fbe\u1fef\u2329\u232a';
/** Conjoining vowels and finals, which compose with what stands before them. */
const JAMO = String.fromCharCode(...Array.from({ length: 0x11c3 - 0x1161 }, (_, i) => 0x1161 + i));

export const rule = defineRule({
  meta: {
    id: 'script/decomposed',
    level: 'info',
    fix: 'safe',
    regions: Regions.prose,
    summary: {
      en: 'Letters taken apart into base and mark',
      'zh-CN': '拆开的字母与附加符号',
      'zh-TW': '拆開的字母與附加符號',
    },
    messages: {
      found: {
        en: '“{text}” is stored as {codes}; the composed form is {composed}, and comparisons fail between the two. Compose it (NFC).',
        'zh-CN': '“{text}”存为 {codes}，合成形式为 {composed}，二者比较不相等。应合成（NFC）。',
        'zh-TW': '「{text}」存為 {codes}，合成形式為 {composed}，二者比較不相等。應合成（NFC）。',
      },
      compose: { en: 'Compose into {composed}', 'zh-CN': '合成为 {composed}', 'zh-TW': '合成為 {composed}' },
    },
  },
  trigger: {
    on: 'char',
    classes: [CharClass.Mark],
    chars: SINGLETONS + JAMO,
    check({ text, report }, at) {
      const isAlone = SINGLETONS.includes(text[at]!);
      // A run of marks is judged once, at its first.
      if (!isAlone && isJoining(text.charCodeAt(at - 1))) return;
      let end = at + 1;
      while (end < text.length && isJoining(text.charCodeAt(end))) end++;
      let start = isAlone || at === 0 ? at : at - 1;
      if (start > 0 && isTrail(text.charCodeAt(start))) start--;
      const cluster = text.slice(start, end);
      const composed = cluster.normalize('NFC');
      if (composed === cluster) return;
      report({
        start,
        end,
        messageId: 'found',
        args: { text: cluster, codes: codes(cluster), composed: codes(composed) },
        data: composed,
      });
    },
  },
  fix(_, { start, end, data }) {
    const composed = String(data);
    return [
      {
        titleId: 'compose',
        args: { composed: codes(composed) },
        edits: [{ start, end, text: composed }],
        safety: 'safe',
      },
    ];
  },
});

const isJoining = (unit: number): boolean =>
  CLASS_OF[unit] === CharClass.Mark || (unit >= 0x1161 && unit <= 0x11c2);
const isTrail = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

const codes = (text: string): string =>
  [...text].map(char => `U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`).join(' ');
