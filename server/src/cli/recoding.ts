// The repair of encoding/undecodable: a file that is not UTF-8 becomes UTF-8 when unsafe repairs are asked for. No edit
// of the text can say that, so it is not one of the rule's own; nothing is written unless the decoded text, encoded
// again, gives the very bytes of the file.
import type { ByteFacts, Linter, Safety } from '../core/index.ts';

export const RECODING_RULE = 'encoding/undecodable';

/** What is known of the bytes once the file is UTF-8. */
export const UTF8: ByteFacts = { hasBom: false, encoding: 'utf-8' };

/** `none`: the file is UTF-8. `refused`: nobody asked to recode it, or the rule is off. */
export type Recoding = 'none' | 'refused' | 'lossy' | 'proven';

interface Circumstances {
  readonly linter: Linter;
  readonly safety: Safety;
  readonly encoding?: string | undefined;
}

export async function judgeRecoding(
  bytes: Uint8Array,
  facts: ByteFacts,
  { linter, safety, encoding }: Circumstances,
): Promise<Recoding> {
  if (/^utf-?8$/i.test(facts.encoding) && !facts.undecodable) return 'none';
  const isActive = linter.activeRules.some(({ rule }) => rule.meta.id === RECODING_RULE);
  if (safety !== 'unsafe' || !isActive) return 'refused';
  const { recode } = await import('../adapters/legacyEncodings.ts');
  return recode(bytes, encoding).isLossless ? 'proven' : 'lossy';
}
