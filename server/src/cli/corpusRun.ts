// Corpus rules in a run: outcomes are passed on as they come until the first document that such a rule has kept
// something of; from there on they wait for its conclusion at the end.
import { type Collected, concludeCorpus } from '../core/index.ts';
import type { Say } from './messages.ts';
import { fatalMessage, fileReport, type Outcome } from './report.ts';
import type { Session } from './session.ts';

export interface CorpusRun {
  add(outcome: Outcome): void;
  end(): Promise<void>;
}

export function concludeRun(session: Session, say: Say, emit: (outcome: Outcome) => void): CorpusRun {
  const held: Outcome[] = [];
  return {
    add(outcome) {
      if (held.length > 0 || outcome.collected) held.push(outcome);
      else emit(outcome);
    },
    async end() {
      if (held.length === 0) return;
      const documents = new Map<string, Collected>();
      for (const { report, collected } of held)
        if (collected) documents.set(report.filePath, collected as Collected);
      const active = await session.corpusRules(held[0]!.report.filePath);
      const { findings, faults } = concludeCorpus(active, documents);
      let crashed = faults.map(f =>
        fatalMessage(say('ruleCrashed', { rule: f.ruleId ?? '', detail: f.message })),
      );
      for (const outcome of held) {
        const own = findings.get(outcome.report.filePath);
        const complete = own ? await session.withFindings(outcome, own) : outcome;
        const { report } = complete;
        emit(
          crashed.length > 0
            ? { ...complete, report: fileReport(report.filePath, [...report.messages, ...crashed]) }
            : complete,
        );
        crashed = [];
      }
    },
  };
}
