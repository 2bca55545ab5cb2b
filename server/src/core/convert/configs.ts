// The conversions that opencc-js has, by the names people know them under.
import type { Localized } from '../rule/types.ts';

/** Where a text comes from or goes to: Mainland, OpenCC's Traditional standard, Taiwan, Hong Kong, Japan. */
export const VARIETIES = ['zh-CN', 'zh-Hant', 'zh-TW', 'zh-HK', 'ja'] as const;
export type Variety = (typeof VARIETIES)[number];

export interface ConversionConfig {
  /** OpenCC's name. */
  readonly id: ConversionId;
  readonly from: Variety;
  readonly to: Variety;
  /** Whether words are replaced as well: 软件 → 軟體. */
  readonly phrases: boolean;
  /** The conversion that leads back. */
  readonly reverse: ConversionId;
  readonly name: Localized;
}

const NAMES: Readonly<Record<Variety, Localized>> = {
  'zh-CN': { en: 'Simplified', 'zh-CN': '简体', 'zh-TW': '簡體' },
  'zh-Hant': { en: 'Traditional', 'zh-CN': '繁体', 'zh-TW': '繁體' },
  'zh-TW': { en: 'Traditional (Taiwan)', 'zh-CN': '繁体（台湾）', 'zh-TW': '繁體（臺灣）' },
  'zh-HK': { en: 'Traditional (Hong Kong)', 'zh-CN': '繁体（香港）', 'zh-TW': '繁體（香港）' },
  ja: { en: 'Japanese kanji', 'zh-CN': '日本汉字', 'zh-TW': '日本漢字' },
};

const TABLE = [
  ['s2t', 'zh-CN', 'zh-Hant', 't2s'],
  ['s2tw', 'zh-CN', 'zh-TW', 'tw2s'],
  ['s2twp', 'zh-CN', 'zh-TW', 'tw2sp'],
  ['s2hk', 'zh-CN', 'zh-HK', 'hk2s'],
  ['s2hkp', 'zh-CN', 'zh-HK', 'hk2sp'],
  ['t2s', 'zh-Hant', 'zh-CN', 's2t'],
  ['tw2s', 'zh-TW', 'zh-CN', 's2tw'],
  ['tw2sp', 'zh-TW', 'zh-CN', 's2twp'],
  ['hk2s', 'zh-HK', 'zh-CN', 's2hk'],
  ['hk2sp', 'zh-HK', 'zh-CN', 's2hkp'],
  ['t2tw', 'zh-Hant', 'zh-TW', 'tw2t'],
  ['t2hk', 'zh-Hant', 'zh-HK', 'hk2t'],
  ['tw2t', 'zh-TW', 'zh-Hant', 't2tw'],
  ['hk2t', 'zh-HK', 'zh-Hant', 't2hk'],
  ['jp2t', 'ja', 'zh-Hant', 't2jp'],
  ['t2jp', 'zh-Hant', 'ja', 'jp2t'],
] as const;

export type ConversionId = (typeof TABLE)[number][0];

export const CONVERSIONS: readonly ConversionConfig[] = TABLE.map(([id, from, to, reverse]) => {
  const phrases = id.endsWith('p') && id !== 't2jp';
  const more: Localized = phrases
    ? { en: ', with phrases', 'zh-CN': '，含用词', 'zh-TW': '，含用詞' }
    : { en: '', 'zh-CN': '', 'zh-TW': '' };
  const name = (locale: keyof Localized): string =>
    `${NAMES[from][locale]} → ${NAMES[to][locale]}${more[locale]}`;
  return {
    id,
    from,
    to,
    phrases,
    reverse,
    name: { en: name('en'), 'zh-CN': name('zh-CN'), 'zh-TW': name('zh-TW') },
  };
});

/** The conversion between two varieties; without phrases where none with phrases exists. Undefined for no such pair. */
export function findConversion(from: Variety, to: Variety, phrases = false): ConversionConfig | undefined {
  const matches = CONVERSIONS.filter(config => config.from === from && config.to === to);
  return matches.find(config => config.phrases === phrases) ?? matches[0];
}
