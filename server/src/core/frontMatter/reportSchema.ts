// The built-in schema for reports. It is open, as other keys may stand beside these, and a value is wrong only where no
// generator could use it. It serves the rules when the configuration names no schema, and completion and hover always.
import type { Localized } from '../rule/types.ts';

export interface KeySchema {
  /** JSON types; `null` is always allowed, as an empty value is another matter. */
  readonly type: readonly JsonType[];
  readonly description: Localized;
  /** Values to offer. */
  readonly examples?: readonly string[];
  /** What text must look like, and what that is called. */
  readonly format?: 'language' | 'url';
}

export type JsonType = 'string' | 'number' | 'boolean' | 'object' | 'array';

const text = ['string', 'number'] as const;
const names = ['string', 'array', 'object'] as const;
const list = ['string', 'number', 'array'] as const;
const picture = ['string', 'array', 'object', 'boolean'] as const;

export const REPORT_SCHEMA: Readonly<Record<string, KeySchema>> = {
  title: {
    type: ['string', 'number', 'object'],
    description: { en: 'Title of the report.', 'zh-CN': '报告的标题。', 'zh-TW': '報告的標題。' },
  },
  date: {
    type: text,
    description: {
      en: 'Date of publication: 2024-03-05 or 2024-03-05 08:30:00 +0800.',
      'zh-CN': '发布日期：2024-03-05 或 2024-03-05 08:30:00 +0800。',
      'zh-TW': '發布日期：2024-03-05 或 2024-03-05 08:30:00 +0800。',
    },
  },
  updated: {
    type: text,
    description: { en: 'Date of the last change.', 'zh-CN': '最后修改的日期。', 'zh-TW': '最後修改的日期。' },
  },
  author: {
    type: names,
    description: { en: 'Who wrote it.', 'zh-CN': '作者。', 'zh-TW': '作者。' },
  },
  authors: {
    type: names,
    description: { en: 'Who wrote it, as a list.', 'zh-CN': '作者列表。', 'zh-TW': '作者列表。' },
  },
  source: {
    type: names,
    description: {
      en: 'Where it was published first.',
      'zh-CN': '来源：首发的媒体或机构。',
      'zh-TW': '來源：首發的媒體或機構。',
    },
  },
  categories: {
    type: list,
    description: {
      en: 'Categories, from general to special.',
      'zh-CN': '分类，由大到小。',
      'zh-TW': '分類，由大到小。',
    },
  },
  tags: {
    type: list,
    description: { en: 'Tags, in any order.', 'zh-CN': '标签，不分先后。', 'zh-TW': '標籤，不分先後。' },
  },
  lang: {
    type: ['string'],
    format: 'language',
    examples: ['zh-CN', 'zh-TW', 'zh-HK', 'zh-Hans', 'zh-Hant'],
    description: {
      en: 'Language tag of the text (BCP 47).',
      'zh-CN': '正文的语言标签（BCP 47）。',
      'zh-TW': '正文的語言標籤（BCP 47）。',
    },
  },
  script: {
    type: names,
    examples: ['simplified', 'traditional'],
    description: {
      en: 'Writing system of the text.',
      'zh-CN': '正文所用字形：简体或繁体。',
      'zh-TW': '正文所用字形：簡體或繁體。',
    },
  },
  headimg: {
    type: picture,
    format: 'url',
    description: { en: 'Picture at the head of the page.', 'zh-CN': '文首图片。', 'zh-TW': '文首圖片。' },
  },
  thumbnail: {
    type: picture,
    format: 'url',
    description: { en: 'Small picture for lists.', 'zh-CN': '列表中的缩略图。', 'zh-TW': '列表中的縮圖。' },
  },
  url: {
    type: ['string'],
    format: 'url',
    description: { en: 'Address of the original.', 'zh-CN': '原文地址。', 'zh-TW': '原文網址。' },
  },
  id: {
    type: text,
    description: {
      en: 'Identifier in the corpus.',
      'zh-CN': '在语料库中的编号。',
      'zh-TW': '在語料庫中的編號。',
    },
  },
  license: {
    type: names,
    examples: ['CC-BY-4.0', 'CC-BY-SA-4.0', 'CC0-1.0'],
    description: {
      en: 'Licence of the text (SPDX identifier).',
      'zh-CN': '正文的许可证（SPDX 标识）。',
      'zh-TW': '正文的授權（SPDX 識別碼）。',
    },
  },
};

/** The JSON type of a value; undefined for none and for null. */
export function jsonType(value: unknown): JsonType | undefined {
  if (value === null || value === undefined) return undefined;
  if (Array.isArray(value)) return 'array';
  const type = typeof value;
  return type === 'string' || type === 'number' || type === 'boolean' || type === 'object' ? type : undefined;
}

/** What is wrong with a value under a built-in key. */
export function reportProblem(
  key: string,
  value: unknown,
): { keyword: 'type' | 'format'; expected: string } | undefined {
  const schema = Object.hasOwn(REPORT_SCHEMA, key) ? REPORT_SCHEMA[key] : undefined;
  const type = jsonType(value);
  if (!schema || !type) return undefined;
  if (!schema.type.includes(type)) return { keyword: 'type', expected: schema.type.join(', ') };
  if (schema.format && typeof value === 'string' && !FORMATS[schema.format].test(value.trim()))
    return { keyword: 'format', expected: schema.format };
  return undefined;
}

// A language tag with "_" for "-" is so common that no generator minds. A URL may be relative and hold Han, but no
// space.
const FORMATS = {
  language: /^(?:[A-Za-z]{2,3}|[ix])(?:[-_][A-Za-z0-9]{1,8})*$|^$|\{\{/,
  url: /^\S*$|\{\{|^data:/,
} as const;
