// Counts over a run.
import type { RuleCount, Summary } from './formatters/formatter.ts';
import type { Outcome } from './report.ts';

export interface Tally {
  add(outcome: Outcome): void;
  summary(): Summary;
}

export function createTally(): Tally {
  const total = {
    total: 0,
    filesWithFindings: 0,
    errors: 0,
    warnings: 0,
    infos: 0,
    fatals: 0,
    known: 0,
    fixableSafe: 0,
    fixableUnsafe: 0,
    repaired: 0,
    repairedFiles: 0,
  };
  const byRule = new Map<string, RuleCount>();
  return {
    add({ report, applied, known = 0 }) {
      total.total++;
      total.known += known;
      if (report.messages.length > 0) total.filesWithFindings++;
      for (const { level, ruleId, fatal, fix, suggestions } of report.messages) {
        if (fatal) {
          total.fatals++;
          continue;
        }
        if (level === 'error') total.errors++;
        else if (level === 'warning') total.warnings++;
        else total.infos++;
        if (fix) total.fixableSafe++;
        else if (suggestions?.length === 1) total.fixableUnsafe++;
        if (ruleId === null) continue;
        const count = byRule.get(ruleId) ?? { count: 0, fixable: 0 };
        byRule.set(ruleId, count);
        count.count++;
        if (fix) count.fixable++;
      }
      if (applied) {
        total.repairedFiles++;
        for (const count of Object.values(applied)) total.repaired += count;
      }
    },
    summary: () => ({ ...total, byRule }),
  };
}
