// Rules that look at many documents: each document leaves something small behind, and the rule concludes from all of
// it at the end. Documents may be visited in any order and on several threads.
import type { Document } from '../document/document.ts';
import type { Finding, FindingData } from '../rule/types.ts';
import type { Fault, Linter } from './linter.ts';
import type { ActiveRule } from './settings.ts';

/** What corpus rules kept of one document, by rule id. */
export type Collected = Readonly<Record<string, FindingData>>;

export const corpusRules = (linter: Linter): readonly ActiveRule[] =>
  linter.activeRules.filter(active => active.rule.trigger.on === 'corpus');

/** What the linter's corpus rules keep of a document; undefined when there is nothing. Never throws. */
export function collectCorpus(linter: Linter, doc: Document, faults: Fault[]): Collected | undefined {
  let collected: Record<string, FindingData> | undefined;
  for (const { rule, options } of corpusRules(linter)) {
    if (rule.trigger.on !== 'corpus') continue;
    try {
      const kept = rule.trigger.collect(doc, options);
      if (kept !== undefined) collected = { ...collected, [rule.meta.id]: kept };
    } catch (error) {
      faults.push({ ruleId: rule.meta.id, message: String(error) });
    }
  }
  return collected;
}

/** Findings by document id, from everything collected; `active` tells level and options of each rule. */
export function concludeCorpus(
  active: readonly ActiveRule[],
  documents: ReadonlyMap<string, Collected>,
): { readonly findings: ReadonlyMap<string, readonly Finding[]>; readonly faults: readonly Fault[] } {
  const findings = new Map<string, Finding[]>();
  const faults: Fault[] = [];
  for (const { rule, options, level } of active) {
    const { trigger, meta } = rule;
    if (trigger.on !== 'corpus') continue;
    const own = new Map<string, FindingData>();
    for (const [id, collected] of documents) if (meta.id in collected) own.set(id, collected[meta.id]!);
    try {
      for (const [id, reports] of trigger.conclude(own, options)) {
        const list = findings.get(id) ?? [];
        for (const report of reports) list.push({ ...report, ruleId: meta.id, level });
        findings.set(id, list);
      }
    } catch (error) {
      faults.push({ ruleId: meta.id, message: String(error) });
    }
  }
  return { findings, faults };
}
