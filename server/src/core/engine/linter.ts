// Text in, findings out. Linting never throws and never rejects input: a rule that crashes is a fault in the result
// and the others still run. The result is a pure function of text, format, settings and tables.
import { parseUserWord } from '../convert/userWords.ts';
import type { ByteFacts } from '../document/byteFacts.ts';
import { createDocument, type Document } from '../document/document.ts';
import type { Ports } from '../ports.ts';
import { type NamedRules, readSuppressions, type Suppressions } from '../rule/suppressions.ts';
import type { Finding, Repair, Rule, RuleContext, RuleId, SuppressionFacts } from '../rule/types.ts';
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
  const listed = (settings.expectations.dictionary ?? []).flatMap(entry => parseUserWord(entry)?.word ?? []);
  // Contexts serve one run after the other; a run inside a run, through a port, gets contexts of its own.
  let idle: Contexts | undefined;

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
    const { doc, hits } = createDocument(source, ports, settings.expectations, dispatch.wake);
    const found: Finding[] = [];
    const faults: Fault[] = [];
    const broken = new Set<ActiveRule>();
    const fail = (a: ActiveRule, error: unknown): void => {
      broken.add(a);
      faults.push({ ruleId: a.rule.meta.id, message: describe(error) });
    };
    contexts.begin(doc, found);
    dispatch.run(doc.text, hits, ({ active: a, trigger, index }, at) => {
      if (broken.size > 0 && broken.has(a)) return;
      try {
        trigger.check(contexts.at(index, a), at);
      } catch (error) {
        fail(a, error);
      }
    });
    checkWholeText(wholeText, contexts.ofAll(wholeText), bytes, broken, fail);
    const sound = broken.size === 0 ? found : found.filter(f => !broken.has(byId.get(f.ruleId)!));
    const findings = withoutListed(doc.text, dropClaimed(sound), listed);
    const suppressions = readSuppressions(doc, namedRules(all, active, bytes));
    if (!suppressions) return { doc, findings: findings.sort(byPosition), faults };
    const judge = (facts: SuppressionFacts): readonly Finding[] => {
      found.length = 0;
      for (const a of active) {
        const { trigger } = a.rule;
        if (trigger.on !== 'suppressions' || broken.has(a)) continue;
        try {
          trigger.check(contexts.of(a), facts);
        } catch (error) {
          fail(a, error);
        }
      }
      return [...found];
    };
    return { doc, ...afterSuppressions(suppressions, findings, judge), faults };
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

function namedRules(
  all: readonly Rule[],
  active: readonly ActiveRule[],
  bytes: ByteFacts | undefined,
): NamedRules {
  const isAny = (pattern: string, accepts: (rule: Rule) => boolean): boolean =>
    active.some(({ rule }) => accepts(rule) && names(pattern, rule));
  return {
    isRule: pattern => all.some(rule => names(pattern, rule)),
    canonical: pattern =>
      all.find(rule => rule.meta.aliases?.includes(pattern as RuleId))?.meta.id ?? pattern,
    hasRun: pattern => isAny(pattern, rule => runsHere(rule, bytes)),
    concludesLater: pattern => isAny(pattern, rule => rule.trigger.on === 'corpus'),
  };
}

/** What the comments leave of the findings, and what `judge` says of the comments. */
function afterSuppressions(
  suppressions: Suppressions,
  findings: readonly Finding[],
  judge: (facts: SuppressionFacts) => readonly Finding[],
): Pick<LintResult, 'findings' | 'corpusSilences'> {
  const left = suppressions.apply(findings);
  left.push(...judge(suppressions.facts()));
  const corpusSilences = suppressions.forCorpus().map(({ pattern, start, end, isIdle }) => ({
    pattern,
    ifUnused: isIdle ? judge({ unused: [{ start, end, ruleId: pattern }], unknown: [] }) : [],
  }));
  return { findings: left.sort(byPosition), ...(corpusSilences.length > 0 ? { corpusSilences } : {}) };
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

/** Without what `script/*` says inside occurrences of words that the configuration lists. */
function withoutListed(text: string, findings: Finding[], words: readonly string[]): Finding[] {
  if (words.length === 0) return findings;
  const isListed = ({ start, end }: Finding): boolean =>
    words.some(word => text.slice(Math.max(0, end - word.length), start + word.length).includes(word));
  return findings.filter(finding => groupOf(finding.ruleId) !== 'script' || !isListed(finding));
}

const describe = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);

const byPosition = (a: Finding, b: Finding): number =>
  a.start - b.start || a.end - b.end || (a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : 0);
