// Formats by name; each is loaded when it is asked for.
import type { FormatterModule } from './formatter.ts';

export const FORMATS: Readonly<Record<string, () => Promise<FormatterModule>>> = {
  pretty: () => import('./pretty.ts'),
  concise: () => import('./concise.ts'),
  statistics: () => import('./statistics.ts'),
  json: () => import('./json.ts'),
  jsonl: () => import('./jsonl.ts'),
  sarif: () => import('./sarif.ts'),
  github: () => import('./github.ts'),
  gitlab: () => import('./gitlab.ts'),
  junit: () => import('./junit.ts'),
  checkstyle: () => import('./checkstyle.ts'),
  rdjson: () => import('./rdjson.ts'),
  markdown: () => import('./markdown.ts'),
};
