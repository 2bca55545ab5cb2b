import type { Say } from './messages.ts';
import { UsageError } from './usageError.ts';

/** Throws a UsageError where the option names no encoding; the tables are loaded only when one is named. */
export async function checkEncoding(option: string, encoding: string | undefined, say: Say): Promise<void> {
  if (encoding === undefined || encoding === 'auto') return;
  const { isKnownEncoding } = await import('../adapters/legacyEncodings.ts');
  if (!isKnownEncoding(encoding)) throw new UsageError(say('unknownEncoding', { option, encoding }));
}
