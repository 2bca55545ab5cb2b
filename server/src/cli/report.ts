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

export function fileReport(filePath: string, messages: readonly Message[]): FileReport {
  const count = (level: Level, fixable = false): number =>
    messages.reduce((n, m) => (m.level === level && (!fixable || m.fix) ? n + 1 : n), 0);
  return {
    filePath,
    messages,
    errorCount: count('error'),
    warningCount: count('warning'),
    infoCount: count('info'),
    fixableErrorCount: count('error', true),
    fixableWarningCount: count('warning', true),
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
