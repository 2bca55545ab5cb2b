// Formats by name; each is loaded when it is asked for.
import type { CreateFormatter } from './formatter.ts';

export const FORMATS: Readonly<Record<string, () => Promise<{ createFormatter: CreateFormatter }>>> = {
  pretty: () => import('./concise.ts'),
  concise: () => import('./concise.ts'),
  json: () => import('./json.ts'),
};
