// What there is to say about one Han character: for hovers, so only asked for one character at a time.
import { readingsOf } from '../encoding/readings.ts';
import { lazyTable } from '../text/unpack.ts';
import { levelOf } from './hanLevels.ts';
import { partnersIn, regionalForms } from './hanPairs.ts';
import { TRADITIONAL_OF } from './japanese.ts';

export interface HanInfo {
  readonly char: string;
  /** "U+9F8D". */
  readonly code: string;
  /** The Unicode block's name; undefined outside the blocks of Han. */
  readonly block: string | undefined;
  /** Partners in the other script, likeliest first; empty where the character is the same or has none. */
  readonly simplified: readonly string[];
  readonly traditional: readonly string[];
  /** Standard forms of Taiwan and Hong Kong where they differ. */
  readonly taiwan: readonly string[];
  readonly hongKong: readonly string[];
  /** Japanese shinjitai, where no Chinese script writes it. */
  readonly japanese: readonly string[];
  /** Mandarin readings in pinyin, the commonest first. */
  readonly readings: readonly string[];
  /** True where one character of the other script does not suffice. */
  readonly isOneToMany: boolean;
  /** 1–3 in 通用规范汉字表; undefined outside it. */
  readonly level: 1 | 2 | 3 | undefined;
}

/** Undefined for what is no Han character. `char` is one code point. */
export function hanInfo(char: string): HanInfo | undefined {
  const point = char.codePointAt(0);
  if (point === undefined || !/^\p{Script=Han}$/u.test(char)) return undefined;
  const simplified = partnersIn('simplified', char);
  const traditional = partnersIn('traditional', char);
  return {
    char,
    code: `U+${point.toString(16).toUpperCase().padStart(4, '0')}`,
    block: BLOCKS.find(([first, last]) => first <= point && point <= last)?.[2],
    simplified: without(simplified, char),
    traditional: without(traditional, char),
    taiwan: without(regionalForms('TW', char), char),
    hongKong: without(regionalForms('HK', char), char),
    japanese: japanese().get(char) ?? [],
    readings: readingsOf(point),
    isOneToMany: simplified.length > 1 || traditional.length > 1,
    level: levelOf(point),
  };
}

const without = (forms: readonly string[], char: string): readonly string[] =>
  forms.length === 1 && forms[0] === char ? [] : forms;

/** Blocks.txt of Unicode 17.0.0: first and last code point. */
const BLOCKS: readonly (readonly [first: number, last: number, name: string])[] = [
  [0x2e80, 0x2eff, 'CJK Radicals Supplement'],
  [0x2f00, 0x2fdf, 'Kangxi Radicals'],
  [0x3000, 0x303f, 'CJK Symbols and Punctuation'],
  [0x3400, 0x4dbf, 'CJK Unified Ideographs Extension A'],
  [0x4e00, 0x9fff, 'CJK Unified Ideographs'],
  [0xf900, 0xfaff, 'CJK Compatibility Ideographs'],
  [0x20000, 0x2a6df, 'CJK Unified Ideographs Extension B'],
  [0x2a700, 0x2b73f, 'CJK Unified Ideographs Extension C'],
  [0x2b740, 0x2b81f, 'CJK Unified Ideographs Extension D'],
  [0x2b820, 0x2ceaf, 'CJK Unified Ideographs Extension E'],
  [0x2ceb0, 0x2ebef, 'CJK Unified Ideographs Extension F'],
  [0x2ebf0, 0x2ee5f, 'CJK Unified Ideographs Extension I'],
  [0x2f800, 0x2fa1f, 'CJK Compatibility Ideographs Supplement'],
  [0x30000, 0x3134f, 'CJK Unified Ideographs Extension G'],
  [0x31350, 0x323af, 'CJK Unified Ideographs Extension H'],
];

const japanese = lazyTable('Japanese forms', () => {
  const forms = new Map<string, string[]>();
  for (const [form, traditional] of TRADITIONAL_OF)
    forms.set(traditional, [...(forms.get(traditional) ?? []), form]);
  return forms;
});
