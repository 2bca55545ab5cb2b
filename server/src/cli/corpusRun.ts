// Corpus rules in a run: outcomes are passed on as they come until the first document that such a rule has kept
// something of; from there on they wait for its conclusion at the end. One shard of a run concludes nothing: its report
// carries what was kept, and merge concludes.
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
import { type Detail, renderFindings } from './findings.ts';
import type { Say } from './messages.ts';
import { type CollectedOutcome, fatalMessage, fileReport, type Outcome, withMessages } from './report.ts';

export interface CorpusRun {
  add(outcome: Outcome): void;
  end(): void;
}

export interface CorpusRunOptions {
  readonly say: Say;
  readonly locale: Locale;
  readonly detail: Detail;
  readonly emit: (outcome: Outcome) => void;
}

export function concludeRun(options: CorpusRunOptions): CorpusRun {
  const { say, emit } = options;
  const held: Outcome[] = [];
  return {
    add(outcome) {
      if (held.length > 0 || outcome.collected) held.push(outcome);
      else emit(outcome);
    },
    end() {
      if (held.length === 0) return;
      const documents = new Map<string, CollectedOutcome>();
      for (const { report, collected } of held) if (collected) documents.set(report.filePath, collected);
      const { findings, used, faults } = concludeCorpus(RULES, documents);
      const render = findings.size > 0 ? rendererOf(options) : undefined;
      let crashed = faults.map(f =>
        fatalMessage(say('ruleCrashed', { rule: f.ruleId ?? '', detail: f.message })),
      );
      for (const outcome of held) {
        const { collected, report } = outcome;
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
        emit(complete);
        crashed = [];
      }
    },
  };
}

// The findings of corpus rules stand at the beginning of a text, so the beginning is all the text they need.
function rendererOf({ locale, detail }: CorpusRunOptions) {
  const linter = createLinter({ settings: { ...DEFAULT_SETTINGS, preset: 'all' } });
  return (opening: string, findings: readonly Finding[]) => {
    const { doc } = createDocument(createSourceText('opening', 'text', opening));
    return renderFindings(linter, { doc, findings }, locale, detail);
  };
}
