// Corpus rules in a run: outcomes are passed on as they come until the first document that such a rule has kept
// something of; from there on they wait for its conclusion at the end, on disk when they are many. One shard of a run
// concludes nothing: its report carries what was kept, and merge concludes.
import type { ConclusionOptions } from './corpusConclusion.ts';
import type { FileSystem } from './host.ts';
import type { CollectedOutcome, Outcome } from './report.ts';
import { createSpool } from './spool.ts';

export interface CorpusRun {
  add(outcome: Outcome): void;
  end(): Promise<void>;
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
    async end() {
      if (held.isEmpty) return;
      const complete = await conclusion.end();
      for (const outcome of held.take()) emit(complete(outcome));
    },
  };
}

export interface Conclusion {
  /** To be told every outcome before the end. */
  note(outcome: Outcome): void;
  /** What adds the findings of corpus rules to an outcome; faults go to the first. */
  end(): Promise<(outcome: Outcome) => Outcome>;
}

export function createConclusion(options: ConclusionOptions): Conclusion {
  const documents = new Map<string, CollectedOutcome>();
  return {
    note({ report, collected }) {
      if (collected) documents.set(report.filePath, collected);
    },
    async end() {
      if (documents.size === 0) return outcome => outcome;
      const { conclude } = await import('./corpusConclusion.ts');
      return conclude(documents, options);
    },
  };
}
