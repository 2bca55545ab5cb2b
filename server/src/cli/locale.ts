import type { Locale } from '../core/index.ts';
import { localeOf } from '../locale.ts';

export { localeOf };

export const localeFromEnvironment = (env: Readonly<Record<string, string | undefined>>): Locale =>
  localeOf(env.LC_ALL || env.LC_MESSAGES || env.LANG);
