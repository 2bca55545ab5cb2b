// What linting found in one text → the outcome that reports are made of.
import { collectCorpus, type Fault, type Finding, type Linter, type LintResult } from '../core/index.ts';
import { openingOf, renderFindings } from './findings.ts';
import type { Say } from './messages.ts';
import {
  fatalMessage,
  fileReport,
  type Message,
  type Outcome,
  type Rendered,
  withMessages,
} from './report.ts';
import type { SessionOptions } from './sessionOptions.ts';

export interface Linted {
  readonly path: string;
  readonly linter: Linter;
  readonly result: LintResult;
  /** Rules that crashed, in repairing too. */
  readonly faults: readonly Fault[];
  /** Of the file. */
  readonly bytes: number;
}

/** In which language, and how much of each finding. */
export interface Telling {
  readonly options: Pick<SessionOptions, 'locale' | 'detail'>;
  readonly say: Say;
}

/** `extra` goes into the outcome as it is. */
export function outcomeOf(
  { path, linter, result, faults: found, bytes }: Linted,
  { options: { locale, detail }, say }: Telling,
  extra: Partial<Outcome>,
): Outcome {
  const faults: Fault[] = [...found];
  const fail = (fault: Fault): void => {
    if (!faults.some(({ ruleId }) => ruleId === fault.ruleId)) faults.push(fault);
  };
  const render = (findings: readonly Finding[]): Rendered =>
    renderFindings(linter, { doc: result.doc, findings }, locale, detail, fail);
  const collected = collectCorpus(linter, result, faults);
  const ifUnused = result.corpusSilences?.map(silence => render(silence.ifUnused)) ?? [];
  const { messages, excerpts, fingerprints, byteColumns } = render(result.findings);
  const crashes = faults.map(fault =>
    fatalMessage(say('ruleCrashed', { rule: fault.ruleId ?? '–', detail: fault.message })),
  );
  const report = fileReport(path, crashes.length > 0 ? [...messages, ...crashes] : messages);
  // Nothing is defined after a spread: V8 does that property by property, at a microsecond each.
  const complete: Outcome = {
    report,
    bytes,
    ...extra,
    ...(excerpts ? { excerpts } : {}),
    ...(fingerprints ? { fingerprints } : {}),
    ...(byteColumns ? { byteColumns } : {}),
  };
  // A document that no corpus rule keeps anything of is judged to the end.
  if (!collected) return ifUnused.reduce(withMessages, complete);
  const opening = openingOf(result.doc.text);
  return {
    ...complete,
    collected: { ...collected, opening, ...(ifUnused.length > 0 ? { ifUnused } : {}) },
  };
}

export function withMessage(outcome: Outcome, message: Message): Outcome {
  return { ...outcome, report: fileReport(outcome.report.filePath, [...outcome.report.messages, message]) };
}
