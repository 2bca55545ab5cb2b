import type { Localized } from './types.ts';

/** One text in the three languages of messages, as a row of a table. */
export const localized = (en: string, zhCN: string, zhTW: string): Localized => ({
  en,
  'zh-CN': zhCN,
  'zh-TW': zhTW,
});
