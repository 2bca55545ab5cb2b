// --fix and --fix-unsafe on one text: repaired, proven to lose no bytes where its encoding changes, and written where it
// is a file.
import { type ByteFacts, fixAll, type Linter, type SourceText } from '../core/index.ts';
import { replaceFile } from './atomicWrite.ts';
import { encodeUtf8 } from './encodeUtf8.ts';
import { writeFailure } from './failures.ts';
import type { FileSystem } from './host.ts';
import type { Say } from './messages.ts';
import { outcomeOf, withMessage } from './outcome.ts';
import { judgeRecoding, RECODING_RULE, UTF8 } from './recoding.ts';
import { fatalMessage, type Outcome } from './report.ts';
import type { SessionOptions } from './sessionOptions.ts';

export interface Repairable {
  readonly source: SourceText;
  readonly linter: Linter;
  /** Of the file, none for a text that never was bytes. */
  readonly bytes: Uint8Array;
  readonly facts: ByteFacts | undefined;
  /** False for what came through a pipe, which is written by whoever asked. */
  readonly isOnDisk: boolean;
}

interface Context {
  readonly fs: FileSystem;
  readonly options: SessionOptions;
  readonly say: Say;
}

const BOM_RULE = 'encoding/bom';

/** Never rejects: a file that cannot be written is told as it was, with the failure. */
export async function repair(
  { source, linter, bytes, facts, isOnDisk }: Repairable,
  context: Context,
  extra: Partial<Outcome>,
): Promise<Outcome> {
  const { fs, options, say } = context;
  const { id: path, text } = source;
  const safety = options.fix ?? 'safe';
  const asItWas = (more: Partial<Outcome>): Outcome => {
    const result = linter.lint(source, facts);
    return outcomeOf({ path, linter, result, faults: result.faults, bytes: bytes.length }, context, more);
  };
  // A pipe is no file: what comes out of it is UTF-8 anyway.
  const asked = isOnDisk ? safety : 'unsafe';
  const recoding = facts ? await judgeRecoding(bytes, facts, { ...options, linter, safety: asked }) : 'none';
  if (recoding === 'refused' || recoding === 'lossy') {
    const reason = recoding === 'lossy' ? 'notLossless' : 'notUtf8';
    const notes =
      options.write || !isOnDisk ? [`${path}: ${say(reason, { encoding: facts?.encoding ?? '' })}`] : [];
    return asItWas({ ...extra, notes });
  }
  const recodes = recoding === 'proven';
  const read = recodes ? UTF8 : facts;
  const fixed = fixAll(linter, source, { safety, bytes: read });
  const hasBom = read?.hasBom === true;
  const dropsBom = hasBom && fixed.result.findings.some(f => f.ruleId === BOM_RULE);
  const result = dropsBom
    ? { ...fixed.result, findings: fixed.result.findings.filter(f => f.ruleId !== BOM_RULE) }
    : fixed.result;
  const applied = {
    ...Object.fromEntries(fixed.applied),
    ...(recodes ? { [RECODING_RULE]: 1 } : {}),
    ...(dropsBom ? { [BOM_RULE]: 1 } : {}),
  };
  const isChanged = fixed.text !== text || dropsBom || recodes;
  const writes = options.write && isOnDisk;
  if (isChanged && writes) {
    const written = encodeUtf8(fixed.text, hasBom && !dropsBom);
    try {
      replaceFile(fs, path, bytes, written);
    } catch (error) {
      return withMessage(asItWas(extra), fatalMessage(writeFailure(error, say)));
    }
  }
  return outcomeOf({ path, linter, result, faults: fixed.faults, bytes: bytes.length }, context, {
    ...extra,
    ...(isChanged ? { applied } : {}),
    ...(isChanged && !writes ? { change: { before: text, after: fixed.text } } : {}),
  });
}
