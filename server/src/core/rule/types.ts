// The contract between a rule and the engine. `check` finds, `fix` repairs, the engine decides severity, suppression,
// order and output; no rule knows of another. A rule never rewrites text and lets someone rediscover what changed.

import type { ByteFacts } from '../document/byteFacts.ts';
import type { Document } from '../document/document.ts';
import type { CharClass } from '../text/charClass.ts';
import type { TextEdit } from '../text/edits.ts';
import type { Span } from '../text/span.ts';

export const LOCALES = ['en', 'zh-CN', 'zh-TW'] as const;
export type Locale = (typeof LOCALES)[number];
/** One text in every supported language; `{name}` stands for an argument. */
export type Localized = Readonly<Record<Locale, string>>;

export type Level = 'error' | 'warning' | 'info';
export type ConfiguredLevel = Level | 'off';
export type Safety = 'safe' | 'unsafe';

/** Rule groups in the order of their precedence (ARCHITECTURE.md, Ownership). */
export const GROUPS = [
  'encoding',
  'front-matter',
  'script',
  'number',
  'punctuation',
  'spacing',
  'structure',
  'terms',
  'suppression',
] as const;
export type Group = (typeof GROUPS)[number];
export type RuleId = `${Group}/${string}`;

export type MessageArgs = Readonly<Record<string, string | number>>;
/** JSON data that `check` hands to `fix`. */
export type FindingData =
  | string
  | number
  | boolean
  | null
  | readonly FindingData[]
  | { readonly [key: string]: FindingData };

export interface RelatedSpan extends Span {
  /** A key of the rule's `messages`. */
  readonly messageId: string;
  readonly args?: MessageArgs;
}

/** What a rule reports: a span (UTF-16 code units), which of its messages, and what its fix needs to know. */
export interface Report extends Span {
  readonly messageId: string;
  readonly args?: MessageArgs;
  /** Overrides the rule's level downwards or upwards, where one finding of a rule is graver than another. */
  readonly level?: Level;
  readonly related?: readonly RelatedSpan[];
  readonly data?: FindingData;
}

/** What a corpus rule reports: of a document as a whole. */
export type DocumentReport = Omit<Report, 'start' | 'end' | 'related'>;

/** A report with the rule that made it and the level in force. */
export interface Finding extends Report {
  readonly ruleId: RuleId;
  readonly level: Level;
}

/** One way to mend a finding. */
export interface Repair {
  /** A key of the rule's `messages`: an imperative, the title of the quick fix. */
  readonly titleId: string;
  readonly args?: MessageArgs;
  readonly edits: readonly TextEdit[];
  readonly safety: Safety;
}

/** Options are described by JSON Schema, each property with a `default` and a localised `description`. */
export interface OptionSchema {
  readonly type: 'boolean' | 'integer' | 'number' | 'string' | 'array';
  readonly enum?: readonly string[];
  readonly items?: { readonly type: 'string'; readonly enum?: readonly string[] };
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default: boolean | number | string | readonly string[];
  readonly description: Localized;
}

export interface RuleMeta {
  readonly id: RuleId;
  /** Level in the recommended configuration; `off` rules run only when configured. */
  readonly level: ConfiguredLevel;
  /** The safest repair the rule ever offers. */
  readonly fix: Safety | 'none';
  /** Bit mask of the regions the rule may flag and edit; the engine holds it to them. See scan/regionKind.ts. */
  readonly regions: number;
  /** True when the rule also looks at blocks in other languages (ARCHITECTURE.md, Other languages). */
  readonly anyLanguage?: boolean;
  readonly summary: Localized;
  readonly messages: Readonly<Record<string, Localized>>;
  readonly options?: Readonly<Record<string, OptionSchema>>;
  /** Former ids that still name this rule in configurations and suppressions. */
  readonly aliases?: readonly RuleId[];
}

export type Options = Readonly<Record<string, boolean | number | string | readonly string[]>>;

export interface RuleContext {
  readonly doc: Document;
  readonly text: string;
  /** The configured options over the declared defaults. */
  readonly options: Options;
  report(report: Report): void;
}

/** Woken once for a document. */
export interface DocumentTrigger {
  readonly on: 'document';
  check(context: RuleContext): void;
}

/** Woken at each occurrence of one of some characters in the rule's regions, in text order. */
export interface CharTrigger {
  readonly on: 'char';
  /** The characters themselves (BMP code units), or classes of them, or both. */
  readonly chars?: string;
  readonly classes?: readonly CharClass[];
  check(context: RuleContext, at: number): void;
}

/** Woken by the byte stage, where the host has read bytes: not in an editor. */
export interface BytesTrigger {
  readonly on: 'bytes';
  check(context: RuleContext, bytes: ByteFacts): void;
}

/** Woken after all other rules, with what the suppression comments did. */
export interface SuppressionsTrigger {
  readonly on: 'suppressions';
  check(context: RuleContext, suppressions: SuppressionFacts): void;
}

/** Woken once for a corpus, after every document; runs on the command line and in the workspace command. */
export interface CorpusTrigger {
  readonly on: 'corpus';
  /** What the rule keeps of a document: small, JSON, independent of other documents. */
  collect(doc: Document, options: Options): FindingData | undefined;
  /** Findings by document id, from everything collected; each speaks of its document as a whole. */
  conclude(
    collected: ReadonlyMap<string, FindingData>,
    options: Options,
  ): ReadonlyMap<string, readonly DocumentReport[]>;
}

export type Trigger = DocumentTrigger | CharTrigger | BytesTrigger | SuppressionsTrigger | CorpusTrigger;

export interface SuppressionFacts {
  /** Directives that named a rule and silenced nothing. */
  readonly unused: readonly { readonly start: number; readonly end: number; readonly ruleId: string }[];
  readonly unknown: readonly { readonly start: number; readonly end: number; readonly ruleId: string }[];
}

export interface Rule {
  readonly meta: RuleMeta;
  readonly trigger: Trigger;
  /**
   * The repairs of a finding, best first, computed on demand: a pure function of the document and the finding.
   * Several repairs of one finding are alternatives; none of them is applied on its own unless it is the only one.
   */
  fix?(context: Pick<RuleContext, 'doc' | 'text' | 'options'>, finding: Report): readonly Repair[];
}
