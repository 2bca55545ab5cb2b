// A formatter is fed one file at a time and writes as it goes, so that a report never has to fit in memory.
import type { FileReport } from '../report.ts';

export interface FormatterContext {
  readonly write: (text: string) => void;
  readonly cwd: string;
}

export interface Formatter {
  file(report: FileReport): void;
  end(): void;
}

export type CreateFormatter = (context: FormatterContext) => Formatter;
