// What rules see of a document and report to. Contexts are made once for each rule of a linter and serve one text after
// the other: making them for every text would cost more than most rules do.
import type { Document } from '../document/document.ts';
import type { Finding, Level, Options, Report, RuleContext, RuleId } from '../rule/types.ts';
import { type ActiveRule, groupOf } from './settings.ts';

/** What a lint run is about. */
interface Run {
  doc: Document;
  found: Finding[];
}

/** Groups that also speak of blocks in other languages. */
const ANY_LANGUAGE = new Set(['encoding', 'front-matter', 'terms', 'suppression']);

/** The contexts of one linter's rules, made when a rule first needs one and kept from run to run. */
export class Contexts {
  readonly #run: Run = { doc: NO_DOCUMENT, found: [] };
  readonly #byRule = new Map<ActiveRule, RuleContext>();
  readonly #made: EngineContext[] = [];
  #all: readonly RuleContext[] | undefined;
  readonly #byIndex: (RuleContext | undefined)[] = [];

  begin(doc: Document, found: Finding[]): void {
    this.#run.doc = doc;
    this.#run.found = found;
    const made = this.#made;
    const text = doc === NO_DOCUMENT ? '' : doc.text;
    for (let i = 0; i < made.length; i++) {
      made[i]!.doc = doc;
      made[i]!.text = text;
    }
  }

  /** Lets go of the document. */
  end(): void {
    this.begin(NO_DOCUMENT, []);
  }

  of(active: ActiveRule): RuleContext {
    let context = this.#byRule.get(active);
    if (context === undefined) {
      const made = new EngineContext(active, this.#run);
      this.#made.push(made);
      this.#byRule.set(active, made);
      context = made;
    }
    return context;
  }

  /** The contexts of the rules of a list that is always the same. */
  ofAll(list: readonly { readonly active: ActiveRule }[]): readonly RuleContext[] {
    this.#all ??= list.map(({ active }) => this.of(active));
    return this.#all;
  }

  /** As `of`, by the rule's number in the dispatch. */
  at(index: number, active: ActiveRule): RuleContext {
    const context = this.#byIndex[index] ?? this.of(active);
    this.#byIndex[index] = context;
    return context;
  }
}

const NO_DOCUMENT = undefined as unknown as Document;

class EngineContext implements RuleContext {
  readonly options: Options;
  /** A property of its own, as rules take it out of the context. */
  readonly report: (report: Report) => void;
  // Properties, for the same reason, and because every check begins by reading them: set for all contexts at once.
  doc: Document;
  text: string;

  constructor({ rule: { meta }, options, level: configured, isDefaultLevel }: ActiveRule, run: Run) {
    this.options = options;
    this.doc = run.doc;
    this.text = run.doc.text;
    const anyLanguage = meta.anyLanguage === true || ANY_LANGUAGE.has(groupOf(meta.id));
    this.report = report => {
      const { doc, found } = run;
      if (!doc.regions.within(report.start, report.end, meta.regions)) return;
      if (!anyLanguage && doc.isForeign(doc.blockIndexAt(report.start))) return;
      const level = isDefaultLevel && report.level ? report.level : configured;
      found.push(asFinding(report, meta.id, level));
    };
  }
}

// Spelt out: spreads of reports of many shapes cost more than the checks that made them.
function asFinding(report: Report, ruleId: RuleId, level: Level): Finding {
  const { start, end, messageId, args, related, data } = report;
  const finding: { -readonly [K in keyof Finding]: Finding[K] } = { ruleId, level, start, end, messageId };
  if (args !== undefined) finding.args = args;
  if (related !== undefined) finding.related = related;
  if (data !== undefined) finding.data = data;
  return finding;
}
