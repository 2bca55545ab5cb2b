// The report of one file, in the shape that docs/ci.md promises to every consumer.
import type { Collected, Level } from '../core/index.ts';

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

/** Messages with what some formats and options need beside them: lists parallel to the messages, where asked for. */
export interface Rendered {
  readonly messages: readonly Message[];
  readonly excerpts?: readonly (Excerpt | undefined)[];
  /** The same for a finding that merely moved. */
  readonly fingerprints?: readonly string[];
  /** The first column and the one behind the last, in bytes of UTF-8, 1-based. */
  readonly byteColumns?: readonly (readonly [number, number])[];
}

/** What a document leaves behind for the corpus rules, and what their conclusion is rendered with. */
export interface CollectedOutcome extends Collected {
  /** The beginning of the text, for an excerpt. */
  readonly opening: string;
  /** Parallel to `silenced`: what to report of a comment that silences nothing. */
  readonly ifUnused?: readonly Rendered[];
}

/** Where a file stands in a run of which this process does one shard. */
export interface Part {
  readonly index: number;
  readonly count: number;
  /** The file's place among the files of all shards, from 0. */
  readonly position: number;
}

/** What one file came to: its report and what some formats and options need beside it. */
export interface Outcome extends Omit<Rendered, 'messages'> {
  readonly report: FileReport;
  /** Repairs written to the file, by rule. */
  readonly applied?: Readonly<Record<string, number>>;
  /** The text before and after repair, for --diff and standard input. */
  readonly change?: { readonly before: string; readonly after: string };
  /** True where configuration leaves the file out: the report is empty and not shown. */
  readonly ignored?: true;
  readonly collected?: CollectedOutcome;
  readonly part?: Part;
  /** Problems of configuration files, in words, one a line. */
  readonly configProblems?: readonly string[];
  /** How many findings the report leaves out because the baseline holds them. */
  readonly known?: number;
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

/** The outcome with more messages, in text order, and what runs parallel to them. */
export function withMessages(outcome: Outcome, more: Rendered): Outcome {
  const all = [...outcome.report.messages, ...more.messages].map((message, index) => ({ message, index }));
  all.sort((a, b) => a.message.offset - b.message.offset || a.index - b.index);
  // Failures, which come last, have nothing beside them.
  const own = outcome.report.messages.length;
  const pick = <T>(a: readonly T[] | undefined, b: readonly T[] | undefined): T[] | undefined =>
    a && b && all.map(({ index }) => (index < own ? a[index]! : b[index - own]!));
  const excerpts = pick(outcome.excerpts, more.excerpts);
  const fingerprints = pick(outcome.fingerprints, more.fingerprints);
  const byteColumns = pick(outcome.byteColumns, more.byteColumns);
  return {
    ...outcome,
    report: fileReport(
      outcome.report.filePath,
      all.map(({ message }) => message),
    ),
    ...(excerpts ? { excerpts } : {}),
    ...(fingerprints ? { fingerprints } : {}),
    ...(byteColumns ? { byteColumns } : {}),
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
