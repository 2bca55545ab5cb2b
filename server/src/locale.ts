import type { Locale } from './core/index.ts';

/** The message language for a POSIX locale or BCP 47 tag: Chinese by script or region, else English. */
export function localeOf(tag: string | undefined): Locale {
  const name = (tag ?? '').toLowerCase().replace(/_/g, '-');
  if (!name.startsWith('zh')) return 'en';
  return /-(?:hant|tw|hk|mo)\b/.test(name) ? 'zh-TW' : 'zh-CN';
}
