// Rules that look at many documents: each document leaves something small behind, and the rule concludes from all of
// it at the end. Documents may be visited in any order, on several threads and on several machines: what is left behind
// is JSON and holds all that the conclusion needs, so that the parts of a run say together what one run says.
import { silences } from '../rule/suppressions.ts';
import type { DocumentReport, Finding, FindingData, Level, Options, Rule } from '../rule/types.ts';
import type { Fault, Linter, LintResult } from './linter.ts';

/** What one rule keeps of a document, with its settings there. */
export interface Kept {
  readonly level: Level;
  readonly options: Options;
  readonly data: FindingData;
}

/** What a document leaves behind. */
export interface Collected {
  /** By rule id. */
  readonly rules: Readonly<Record<string, Kept>>;
  /** The suppression comments that speak of the whole document and of a corpus rule: rule ids or patterns. */
  readonly silenced?: readonly string[];
}

export interface Conclusion {
  /** Findings by document id; each speaks of its document as a whole and stands at its beginning. */
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  /** By document id: the entries of `silenced` that did silence something. */
  readonly used: ReadonlyMap<string, ReadonlySet<string>>;
  readonly faults: readonly Fault[];
}

/** What the linter's corpus rules keep of a document; undefined when there is nothing. Never throws. */
export function collectCorpus(linter: Linter, result: LintResult, faults: Fault[]): Collected | undefined {
  let rules: Record<string, Kept> | undefined;
  for (const { rule, options, level } of linter.corpusRules) {
    if (rule.trigger.on !== 'corpus') continue;
    try {
      const data = rule.trigger.collect(result.doc, options);
      if (data !== undefined) rules = { ...rules, [rule.meta.id]: { level, options, data } };
    } catch (error) {
      faults.push({ ruleId: rule.meta.id, message: String(error) });
    }
  }
  const silenced = result.corpusSilences?.map(({ pattern }) => pattern);
  return rules && { rules, ...(silenced ? { silenced } : {}) };
}

/** What the corpus rules among `rules` find in everything collected. The order of the documents does not matter. */
export function concludeCorpus(
  rules: readonly Rule[],
  documents: ReadonlyMap<string, Collected>,
): Conclusion {
  const findings = new Map<string, Finding[]>();
  const used = new Map<string, Set<string>>();
  const faults: Fault[] = [];
  for (const rule of rules) {
    try {
      for (const [id, reports] of conclusionOf(rule, documents)) {
        const { rules: settings, silenced } = documents.get(id)!;
        const { id: ruleId } = rule.meta;
        const pattern = silenced?.find(name => silences(name, ruleId));
        if (pattern !== undefined) used.set(id, (used.get(id) ?? new Set()).add(pattern));
        else {
          const { level } = settings[ruleId]!;
          const found = reports.map((report): Finding => ({ ...report, start: 0, end: 0, ruleId, level }));
          findings.set(id, [...(findings.get(id) ?? []), ...found]);
        }
      }
    } catch (error) {
      faults.push({ ruleId: rule.meta.id, message: String(error) });
    }
  }
  return { findings, used, faults };
}

/** What one rule reports of the documents that it kept something of; nothing for a rule of another kind. */
function conclusionOf(
  { trigger, meta }: Rule,
  documents: ReadonlyMap<string, Collected>,
): readonly (readonly [id: string, reports: readonly DocumentReport[]])[] {
  if (trigger.on !== 'corpus') return [];
  const own = new Map<string, FindingData>();
  let options: Options | undefined;
  for (const id of [...documents.keys()].sort()) {
    const kept = documents.get(id)!.rules[meta.id];
    if (!kept) continue;
    own.set(id, kept.data);
    options ??= kept.options;
  }
  return options ? [...trigger.conclude(own, options)].filter(([, reports]) => reports.length > 0) : [];
}
