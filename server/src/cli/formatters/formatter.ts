// A formatter is fed one file at a time and writes as it goes, so that a report never has to fit in memory.
// How a format is added: a file here that exports `createFormatter` and `detail`, and a line in index.ts.
import type { Locale, RuleHead } from '../../core/index.ts';
import type { Detail } from '../detail.ts';
import type { Say } from '../messages.ts';
import type { Outcome } from '../report.ts';

export interface FormatterContext {
  readonly write: (text: string) => void;
  readonly cwd: string;
  readonly locale: Locale;
  readonly say: Say;
  /** Whether colours may be used, and how many columns there are. */
  readonly colour: boolean;
  readonly columns: number;
  readonly version: string;
  readonly rules: readonly RuleHead[];
  /** The page of a rule as Markdown, where it is installed. */
  readonly pageOf: (ruleId: string) => string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Appends to a file beside the report: a job's summary. */
  readonly appendFile: (path: string, text: string) => void;
}

export interface Summary {
  /** Files that were looked at. */
  readonly total: number;
  readonly filesWithFindings: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly fatals: number;
  /** Findings that are left out because the baseline holds them. */
  readonly known: number;
  /** Findings that --fix, or only --fix-unsafe, would mend. */
  readonly fixableSafe: number;
  readonly fixableUnsafe: number;
  /** Repairs written, and into how many files. */
  readonly repaired: number;
  readonly repairedFiles: number;
  readonly byRule: ReadonlyMap<string, RuleCount>;
}

export interface RuleCount {
  count: number;
  fixable: number;
}

export interface Formatter {
  file(outcome: Outcome): void;
  end(summary: Summary): void;
}

export type CreateFormatter = (context: FormatterContext) => Formatter;

export interface FormatterModule {
  readonly createFormatter: CreateFormatter;
  /** What the format needs of each finding. */
  readonly detail: Detail;
}

export const PLACES: Detail = { repairs: false, excerpts: false, fingerprints: false };
export const WITH_REPAIRS: Detail = { ...PLACES, repairs: true };
