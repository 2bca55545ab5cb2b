// What the rules about single wrong characters leave to its author: passages wholly in the other script, and
// quotations where so configured or where the text is too short to say more than its own lines do.
import type { Document } from '../document/document.ts';
import type { OptionSchema } from '../rule/types.ts';
import { judgedScript, type Script } from './evidence.ts';
import { type Passages, passagesInSimplified, passagesInTraditional } from './passages.ts';

export const QUOTATION_OPTIONS = {
  checkQuotes: {
    type: 'boolean',
    default: true,
    description: {
      en: 'Check quotations and titles that are not wholly in the other script.',
      'zh-CN': '检查引文与书名（整段为另一种字形者除外）。',
      'zh-TW': '檢查引文與書名（整段為另一種字形者除外）。',
    },
  },
} as const satisfies Record<string, OptionSchema>;

/** Tells which offsets of a text in `script` keep the script they have; the passages are found at the first question. */
export function quotations(doc: Document, script: Script, checkQuotes: unknown): (offset: number) => boolean {
  const sparesAll = checkQuotes === false || doc.share(judgedScript).isBrief;
  let passages: Passages | undefined;
  return offset => {
    passages ??= doc.share(script === 'traditional' ? passagesInTraditional : passagesInSimplified);
    return passages.keeps(offset) || (sparesAll && passages.isQuoted(offset));
  };
}
