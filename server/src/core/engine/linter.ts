// Text in, findings out. Linting never throws and never rejects input: a rule that crashes is a fault in the result
// and the others still run. The result is a pure function of text, format, settings and tables.
import { parseUserWord } from '../convert/userWords.ts';
import type { ByteFacts } from '../document/byteFacts.ts';
import { createDocument, type Document } from '../document/document.ts';
import type { Ports } from '../ports.ts';
import { readSuppressions } from '../rule/suppressions.ts';
import type { Finding, Repair, Rule, RuleContext, SuppressionFacts } from '../rule/types.ts';
import type { SourceText } from '../text/sourceText.ts';
import { Contexts } from './contexts.ts';
import { createDispatch } from './dispatch.ts';
import { dropClaimed } from './ownership.ts';
import { type ActiveRule, activeRules, groupOf, names, type Settings } from './settings.ts';
import { termRules } from './terms.ts';

/** A rule that crashed, or fixes that did not converge. */
export interface Fault {
  readonly ruleId: string | null;
  readonly message: string;
}

export interface LintResult {
  readonly doc: Document;
  /** Sorted by start, end and rule. */
  readonly findings: readonly Finding[];
  readonly faults: readonly Fault[];
  /** Suppression comments that corpus rules must heed; absent where there are none. */
  readonly corpusSilences?: readonly CorpusSilence[];
}

export interface CorpusSilence {
  /** A rule id, `group/*` or `*`. */
  readonly pattern: string;
  /** What to report of the comment should the corpus rules find nothing that it silences. */
  readonly ifUnused: readonly Finding[];
}

export interface Linter {
  readonly settings: Settings;
  readonly activeRules: readonly ActiveRule[];
  /** Those of them that judge many documents together. */
  readonly corpusRules: readonly ActiveRule[];
  lint(source: SourceText, bytes?: ByteFacts): LintResult;
  /**
   * The repairs of a finding of this linter, best first; edits outside the rule's regions are refused. A rule that
   * crashes has none, which `fail` is told.
   */
  repairs(doc: Document, finding: Finding, fail?: (fault: Fault) => void): readonly Repair[];
  ruleOf(finding: Finding): Rule | undefined;
}

/** A rule that is asked once for each text, with its check taken out: triggers are of many shapes. */
interface WholeTextRule {
  readonly active: ActiveRule;
  readonly document: ((context: RuleContext) => void) | undefined;
  readonly bytes: ((context: RuleContext, facts: ByteFacts) => void) | undefined;
}

function wholeTextRules(active: readonly ActiveRule[]): readonly WholeTextRule[] {
  return active.flatMap((a): WholeTextRule[] => {
    const { trigger } = a.rule;
    if (trigger.on === 'document')
      return [{ active: a, document: trigger.check.bind(trigger), bytes: undefined }];
    return trigger.on === 'bytes'
      ? [{ active: a, document: undefined, bytes: trigger.check.bind(trigger) }]
      : [];
  });
}

export function createLinterOf(rules: readonly Rule[], settings: Settings, ports: Ports): Linter {
  const all = [...rules, ...termRules(settings.terms)];
  const active = activeRules(all, settings);
  const byId = new Map(active.map(a => [a.rule.meta.id as string, a]));
  const dispatch = createDispatch(active);
  const wholeText = wholeTextRules(active);
  // Contexts serve one run after the other; a run inside a run, through a port, gets contexts of its own.
  let idle: Contexts | undefined;
  const isRule = (pattern: string): boolean => all.some(rule => names(pattern, rule));
  const canonical = (pattern: string): string =>
    all.find(rule => rule.meta.aliases?.includes(pattern as never))?.meta.id ?? pattern;

  function lint(source: SourceText, bytes?: ByteFacts): LintResult {
    const contexts = idle ?? new Contexts();
    idle = undefined;
    try {
      return lintWith(contexts, source, bytes);
    } finally {
      contexts.end();
      idle = contexts;
    }
  }

  function lintWith(contexts: Contexts, source: SourceText, bytes?: ByteFacts): LintResult {
    const faults: Fault[] = [];
    const { doc, hits } = createDocument(source, ports, settings.expectations, dispatch.wake);
    const found: Finding[] = [];
    contexts.begin(doc, found);
    const broken = new Set<ActiveRule>();
    const fail = (a: ActiveRule, error: unknown): void => {
      broken.add(a);
      faults.push({ ruleId: a.rule.meta.id, message: describe(error) });
    };
    const guard = (a: ActiveRule, run: (context: RuleContext) => void): void => {
      if (broken.has(a)) return;
      try {
        run(contexts.of(a));
      } catch (error) {
        fail(a, error);
      }
    };
    // As guard does, without a closure and a look-up for each of some hundred thousand hits.
    dispatch.run(doc.text, hits, ({ active: a, trigger, index }, at) => {
      if (broken.size > 0 && broken.has(a)) return;
      try {
        trigger.check(contexts.at(index, a), at);
      } catch (error) {
        fail(a, error);
      }
    });
    checkWholeText(wholeText, contexts.ofAll(wholeText), bytes, broken, fail);
    let findings = dropClaimed(
      broken.size === 0 ? found : found.filter(finding => !broken.has(byId.get(finding.ruleId)!)),
    );
    const { dictionary } = settings.expectations;
    if (dictionary && dictionary.length > 0)
      findings = findings.filter(f => groupOf(f.ruleId) !== 'script' || !isListed(doc.text, f, dictionary));
    const suppressions = readSuppressions(
      doc,
      isRule,
      canonical,
      pattern => active.some(({ rule }) => runsHere(rule, bytes) && names(pattern, rule)),
      pattern => active.some(({ rule }) => rule.trigger.on === 'corpus' && names(pattern, rule)),
    );
    if (!suppressions) return { doc, findings: findings.sort(byPosition), faults };
    const judge = (facts: SuppressionFacts): readonly Finding[] => {
      found.length = 0;
      for (const a of active) {
        const { trigger } = a.rule;
        if (trigger.on === 'suppressions') guard(a, context => trigger.check(context, facts));
      }
      return [...found];
    };
    findings = suppressions.apply(findings);
    findings.push(...judge(suppressions.facts()));
    const corpusSilences = suppressions.forCorpus().map(({ pattern, start, end, isIdle }) => ({
      pattern,
      ifUnused: isIdle ? judge({ unused: [{ start, end, ruleId: pattern }], unknown: [] }) : [],
    }));
    return {
      doc,
      findings: findings.sort(byPosition),
      faults,
      ...(corpusSilences.length > 0 ? { corpusSilences } : {}),
    };
  }

  function repairs(doc: Document, finding: Finding, fail?: (fault: Fault) => void): readonly Repair[] {
    const a = byId.get(finding.ruleId);
    if (!a?.rule.fix) return [];
    try {
      const offered = a.rule.fix({ doc, text: doc.text, options: a.options }, finding);
      return offered.filter(repair => repair.edits.every(edit => mayEdit(doc, a.rule, edit.start, edit.end)));
    } catch (error) {
      fail?.({ ruleId: finding.ruleId, message: describe(error) });
      return [];
    }
  }

  const corpusRules = active.filter(({ rule }) => rule.trigger.on === 'corpus');
  return {
    settings,
    activeRules: active,
    corpusRules,
    lint,
    repairs,
    ruleOf: finding => byId.get(finding.ruleId)?.rule,
  };
}

// By itself, as V8 optimises a small function after a few documents and a large one after some hundred.
function checkWholeText(
  rules: readonly WholeTextRule[],
  contexts: readonly RuleContext[],
  facts: ByteFacts | undefined,
  broken: ReadonlySet<ActiveRule>,
  fail: (active: ActiveRule, error: unknown) => void,
): void {
  for (let r = 0; r < rules.length; r++) {
    const { active, document, bytes } = rules[r]!;
    if (broken.size > 0 && broken.has(active)) continue;
    try {
      if (document) document(contexts[r]!);
      else if (facts) bytes?.(contexts[r]!, facts);
    } catch (error) {
      fail(active, error);
    }
  }
}

const runsHere = ({ trigger }: Rule, bytes: ByteFacts | undefined): boolean =>
  trigger.on === 'bytes' ? bytes !== undefined : trigger.on === 'char' || trigger.on === 'document';

// An insertion belongs to the region on either side of it.
function mayEdit(doc: Document, rule: Rule, start: number, end: number): boolean {
  const { regions } = doc;
  const mask = rule.meta.regions;
  if (start < end) return regions.within(start, end, mask);
  return regions.within(start, start, mask) || (start > 0 && regions.within(start - 1, start, mask));
}

// True when the finding lies inside an occurrence of a word that the configuration lists.
function isListed(text: string, { start, end }: Finding, dictionary: readonly string[]): boolean {
  return dictionary.some(entry => {
    const word = parseUserWord(entry)?.word ?? '';
    const at = text.slice(Math.max(0, end - word.length), start + word.length).indexOf(word);
    return at >= 0 && word.length > 0;
  });
}

const describe = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);

const byPosition = (a: Finding, b: Finding): number =>
  a.start - b.start || a.end - b.end || (a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : 0);
