// What the corpus rules conclude from everything collected, as findings of the reports they belong to.
import {
  concludeCorpus,
  createDocument,
  createLinter,
  createSourceText,
  DEFAULT_SETTINGS,
  type Finding,
  type Locale,
  RULES,
} from '../core/index.ts';
import type { Detail } from './detail.ts';
import { renderFindings } from './findings.ts';
import type { Say } from './messages.ts';
import { type CollectedOutcome, fatalMessage, fileReport, type Outcome, withMessages } from './report.ts';

export interface ConclusionOptions {
  readonly say: Say;
  readonly locale: Locale;
  readonly detail: Detail;
}

/** Gives what adds the findings to an outcome; faults go to the first. */
export function conclude(
  documents: ReadonlyMap<string, CollectedOutcome>,
  options: ConclusionOptions,
): (outcome: Outcome) => Outcome {
  const { findings, used, faults } = concludeCorpus(RULES, documents);
  const render = findings.size > 0 ? rendererOf(options) : undefined;
  let crashed = faults.map(f =>
    fatalMessage(options.say('ruleCrashed', { rule: f.ruleId ?? '', detail: f.message })),
  );
  return outcome => {
    const { report } = outcome;
    const collected = documents.get(report.filePath);
    const own = findings.get(report.filePath);
    let complete = own ? withMessages(outcome, render!(collected!.opening, own)) : outcome;
    collected?.ifUnused?.forEach((unused, index) => {
      if (!used.get(report.filePath)?.has(collected.silenced![index]!))
        complete = withMessages(complete, unused);
    });
    if (crashed.length > 0)
      complete = {
        ...complete,
        report: fileReport(report.filePath, [...complete.report.messages, ...crashed]),
      };
    crashed = [];
    return complete;
  };
}

// The findings of corpus rules stand at the beginning of a text, so the beginning is all the text they need.
function rendererOf({ locale, detail }: ConclusionOptions) {
  const linter = createLinter({ settings: { ...DEFAULT_SETTINGS, preset: 'all' } });
  return (opening: string, findings: readonly Finding[]) => {
    const { doc } = createDocument(createSourceText('opening', 'text', opening));
    return renderFindings(linter, { doc, findings }, locale, detail);
  };
}
