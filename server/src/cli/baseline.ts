// A baseline: the findings a corpus has today, so that only new ones are reported. Counts for each fingerprint, file
// and rule: a second copy of a known defect is a new finding.
import path from 'node:path';
import { errorCode } from '../adapters/systemErrors.ts';
import type { FileSystem } from './host.ts';
import { filterOutcome, type Outcome } from './report.ts';

/** Counts by file (relative to the baseline, forward slashes), rule and fingerprint. */
type Counts = Record<string, Record<string, Record<string, number>>>;

interface BaselineFile {
  readonly version: 1;
  readonly files: Counts;
}

export interface Baseline {
  /** True where there was no file. */
  readonly isNew: boolean;
  /** The outcome without what the baseline holds. */
  filter(outcome: Outcome): Outcome;
  /** Remembers what was found, for `text`. */
  record(outcome: Outcome): void;
  /** The new baseline: files of this run as found now, others as they were unless they are gone. */
  text(exists: (file: string) => boolean): { readonly json: string; readonly count: number };
}

/** The file is there and no baseline of this version. */
export class NotABaselineError extends Error {}

/** Throws an error whose message says what is wrong with the file. A missing file is an empty baseline. */
export function readBaseline(fs: FileSystem, file: string): Baseline {
  const folder = path.dirname(file);
  const stored = load(fs, file);
  const known = stored ?? {};
  const found: Counts = Object.create(null);
  const nameOf = (full: string): string => path.relative(folder, full).split(path.sep).join('/');
  return {
    isNew: stored === undefined,
    filter(outcome) {
      const rules = own(known, nameOf(outcome.report.filePath));
      if (!rules) return outcome;
      const used = new Map<string, number>();
      return filterOutcome(outcome, ({ ruleId }, index) => {
        const print = base(outcome.fingerprints?.[index] ?? '');
        const key = `${ruleId}\n${print}`;
        const count = (used.get(key) ?? 0) + 1;
        used.set(key, count);
        return !(count <= (own(own(rules, ruleId ?? ''), print) ?? 0));
      });
    },
    record(outcome) {
      const rules: Record<string, Record<string, number>> = {};
      outcome.report.messages.forEach(({ ruleId }, index) => {
        if (ruleId === null) return;
        const print = base(outcome.fingerprints?.[index] ?? '');
        rules[ruleId] ??= {};
        rules[ruleId][print] = (rules[ruleId][print] ?? 0) + 1;
      });
      found[nameOf(outcome.report.filePath)] = rules;
    },
    text(exists) {
      const files: Counts = Object.create(null);
      let count = 0;
      for (const name of [...new Set([...Object.keys(known), ...Object.keys(found)])].sort()) {
        const rules = found[name] ?? (exists(path.join(folder, name)) ? (own(known, name) ?? {}) : {});
        if (Object.keys(rules).length === 0) continue;
        files[name] = sorted(rules, counts => sorted(counts, n => n));
        for (const counts of Object.values(rules)) for (const n of Object.values(counts)) count += n;
      }
      return {
        json: `${JSON.stringify({ version: 1, files } satisfies BaselineFile, undefined, 1)}\n`,
        count,
      };
    },
  };
}

/** What a record read from a file says of a name, and not what every object has by that name. */
const own = <T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined =>
  typeof record === 'object' && record !== null && Object.hasOwn(record, name) ? record[name] : undefined;

// Repetitions are counted, so their numbers are left off.
const base = (fingerprint: string): string => fingerprint.replace(/-\d+$/, '');

function sorted<T, U>(record: Readonly<Record<string, T>>, map: (value: T) => U): Record<string, U> {
  return Object.fromEntries(
    Object.entries(record)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => [key, map(value)]),
  );
}

function load(fs: FileSystem, file: string): Counts | undefined {
  let text: string;
  try {
    text = new TextDecoder().decode(fs.readFile(file));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
  let data: Partial<BaselineFile> | null = null;
  try {
    data = JSON.parse(text) as Partial<BaselineFile> | null;
  } catch {
    // Refused below, as other JSON is.
  }
  if (data?.version !== 1 || typeof data.files !== 'object' || data.files === null)
    throw new NotABaselineError();
  return data.files;
}
