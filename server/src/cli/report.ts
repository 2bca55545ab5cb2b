// The report of one file, in the shape that RULES, Output promises to every consumer.
import type { Level } from '../core/index.ts';

export interface JsonFix {
  /** UTF-16 offsets of what is replaced; the end is exclusive. */
  readonly range: readonly [number, number];
  readonly text: string;
}

export interface Suggestion {
  readonly desc: string;
  readonly fix: JsonFix;
  readonly safety: 'safe' | 'unsafe';
}

export interface Message {
  /** Null for what is no rule's: an unreadable file, a crashed rule. */
  readonly ruleId: string | null;
  readonly severity: 1 | 2;
  readonly level: Level;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly offset: number;
  readonly endOffset: number;
  readonly fatal?: true;
  /** Present only for the one safe repair. */
  readonly fix?: JsonFix;
  readonly suggestions?: readonly Suggestion[];
}

export interface FileReport {
  readonly filePath: string;
  readonly messages: readonly Message[];
  readonly errorCount: number;
  readonly warningCount: number;
  readonly infoCount: number;
  readonly fixableErrorCount: number;
  readonly fixableWarningCount: number;
}

/** The surroundings of a finding, for people. */
export interface Excerpt {
  readonly before: string;
  readonly span: string;
  readonly after: string;
  /** The span as it reads after the only or best repair. */
  readonly repaired?: string;
  readonly safety?: 'safe' | 'unsafe';
}

/** What one file came to: its report and what some formats and options need beside it. */
export interface Outcome {
  readonly report: FileReport;
  /** Parallel to the messages, where asked for. */
  readonly excerpts?: readonly (Excerpt | undefined)[];
  /** Parallel to the messages, where asked for: the same for a finding that merely moved. */
  readonly fingerprints?: readonly string[];
  /** Parallel to the messages, where asked for: first and last column in UTF-8 bytes. */
  readonly byteColumns?: readonly (readonly [number, number])[];
  /** Repairs written to the file, by rule. */
  readonly applied?: Readonly<Record<string, number>>;
  /** The text before and after repair, for --diff and standard input. */
  readonly change?: { readonly before: string; readonly after: string };
  /** True where configuration leaves the file out: the report is empty and not shown. */
  readonly ignored?: true;
  /** What corpus rules keep of the document, by rule. */
  readonly collected?: Readonly<Record<string, unknown>>;
  /** Problems of configuration files, in words, one a line. */
  readonly configProblems?: readonly string[];
  /** What the user should know of the file beside its findings. */
  readonly notes?: readonly string[];
  /** Bytes read. */
  readonly bytes: number;
}

export function fileReport(filePath: string, messages: readonly Message[]): FileReport {
  const report = {
    filePath,
    messages,
    errorCount: 0,
    warningCount: 0,
    infoCount: 0,
    fixableErrorCount: 0,
    fixableWarningCount: 0,
  };
  for (const { level, fix } of messages) {
    if (level === 'info') report.infoCount++;
    else if (level === 'warning') {
      report.warningCount++;
      if (fix) report.fixableWarningCount++;
    } else {
      report.errorCount++;
      if (fix) report.fixableErrorCount++;
    }
  }
  return report;
}

/** The outcome with only the messages that `keep` accepts, and what runs parallel to them. */
export function filterOutcome(outcome: Outcome, keep: (message: Message, index: number) => boolean): Outcome {
  const { messages, filePath } = outcome.report;
  const kept = messages.map((message, index) => message.fatal === true || keep(message, index));
  if (kept.every(Boolean)) return outcome;
  const pick = <T>(list: readonly T[]): T[] => list.filter((_, index) => kept[index]);
  return {
    ...outcome,
    report: fileReport(filePath, pick(messages)),
    ...(outcome.excerpts ? { excerpts: pick(outcome.excerpts) } : {}),
    ...(outcome.byteColumns ? { byteColumns: pick(outcome.byteColumns) } : {}),
    ...(outcome.fingerprints ? { fingerprints: pick(outcome.fingerprints) } : {}),
  };
}

/** Something went wrong that no rule found: the run ends with exit code 2. */
export const fatalMessage = (message: string): Message => ({
  ruleId: null,
  severity: 2,
  level: 'error',
  message,
  line: 1,
  column: 1,
  endLine: 1,
  endColumn: 1,
  offset: 0,
  endOffset: 0,
  fatal: true,
});
