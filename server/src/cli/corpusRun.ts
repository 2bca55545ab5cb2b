// Corpus rules in a run: outcomes are passed on as they come until the first document that such a rule has kept
// something of; from there on they wait for its conclusion at the end, on disk when they are many. One shard of a run
// concludes nothing: its report carries what was kept, and merge concludes.
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
import type { FileSystem } from './host.ts';
import type { Say } from './messages.ts';
import { type CollectedOutcome, fatalMessage, fileReport, type Outcome, withMessages } from './report.ts';
import { createSpool } from './spool.ts';

export interface CorpusRun {
  add(outcome: Outcome): void;
  end(): void;
}

export interface ConclusionOptions {
  readonly say: Say;
  readonly locale: Locale;
  readonly detail: Detail;
}

export interface CorpusRunOptions extends ConclusionOptions {
  readonly fs: FileSystem;
  readonly emit: (outcome: Outcome) => void;
}

export function concludeRun(options: CorpusRunOptions): CorpusRun {
  const { emit, fs } = options;
  const held = createSpool(fs);
  const conclusion = createConclusion(options);
  return {
    add(outcome) {
      if (held.isEmpty && !outcome.collected) {
        emit(outcome);
        return;
      }
      conclusion.note(outcome);
      const { collected, ...rest } = outcome;
      held.add(rest);
    },
    end() {
      if (held.isEmpty) return;
      const complete = conclusion.end();
      for (const outcome of held.take()) emit(complete(outcome));
    },
  };
}

export interface Conclusion {
  /** To be told every outcome before the end. */
  note(outcome: Outcome): void;
  /** What adds the findings of corpus rules to an outcome; faults go to the first. */
  end(): (outcome: Outcome) => Outcome;
}

export function createConclusion(options: ConclusionOptions): Conclusion {
  const { say } = options;
  const documents = new Map<string, CollectedOutcome>();
  return {
    note({ report, collected }) {
      if (collected) documents.set(report.filePath, collected);
    },
    end() {
      if (documents.size === 0) return outcome => outcome;
      const { findings, used, faults } = concludeCorpus(RULES, documents);
      const render = findings.size > 0 ? rendererOf(options) : undefined;
      let crashed = faults.map(f =>
        fatalMessage(say('ruleCrashed', { rule: f.ruleId ?? '', detail: f.message })),
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
    },
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
