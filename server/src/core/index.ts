// The public entry of the core; basics.ts is another, for what needs no rules.
import { createLinterOf, type Linter } from './engine/linter.ts';
import { DEFAULT_SETTINGS, type Settings } from './engine/settings.ts';
import type { Ports } from './ports.ts';
import { RULES } from './rule/registry.gen.ts';
import type { Rule } from './rule/types.ts';

export interface LinterOptions {
  readonly settings?: Settings;
  readonly ports?: Ports;
  /** The rules to choose from; all built-in ones by default. */
  readonly rules?: readonly Rule[];
}

/** Makes a linter. It holds no state between documents and may be used for any number of them. */
export const createLinter = ({
  settings = DEFAULT_SETTINGS,
  ports = {},
  rules = RULES,
}: LinterOptions = {}): Linter => createLinterOf(rules, settings, ports);

export {
  CONVERSIONS,
  type ConversionConfig,
  type ConversionId,
  findConversion,
  VARIETIES,
  type Variety,
} from './convert/configs.ts';
export {
  type Ambiguity,
  type Conversion,
  type ConvertOptions,
  convertDocument,
} from './convert/convertDocument.ts';
export { type ConversionData, type Converter, createConverter } from './convert/converter.ts';
export { createEditSink, type EditList, type EditSink } from './convert/editList.ts';
export { type RoundTripLoss, roundTripLosses } from './convert/roundTrip.ts';
export { parseUserWord } from './convert/userWords.ts';
export type { ByteFacts } from './document/byteFacts.ts';
export { createDocument, type Document, type Expectations } from './document/document.ts';
export {
  type Collected,
  type Conclusion,
  collectCorpus,
  concludeCorpus,
  type Kept,
} from './engine/corpus.ts';
export { automaticRepair, type FixOptions, type FixResult, fixAll } from './engine/fixes.ts';
export type { CorpusSilence, Fault, Linter, LintResult } from './engine/linter.ts';
export {
  type ActiveRule,
  activeRules,
  DEFAULT_SETTINGS,
  groupOf,
  names,
  PRESETS,
  type Preset,
  type RuleSetting,
  type Settings,
  type Term,
} from './engine/settings.ts';
export { termPattern } from './engine/terms.ts';
export {
  type CompletionSources,
  completeFrontMatter,
  type FrontMatterCompletion,
  valuesOf,
} from './frontMatter/completion.ts';
export { type DateReading, formatDate, readDate } from './frontMatter/dates.ts';
export { type Draft, draftOf, insertFrontMatter } from './frontMatter/draft.ts';
export { type FrontMatterHover, hoverFrontMatter } from './frontMatter/hover.ts';
export type { SchemaChecker, SchemaProblem } from './frontMatter/schemaTypes.ts';
export {
  type FrontMatterData,
  type FrontMatterEntry,
  type FrontMatterError,
  type FrontMatterNode,
  type FrontMatterReader,
  type FrontMatterStyle,
  type GeneratorReading,
  isEntry,
  isMapping,
} from './frontMatter/types.ts';
export { unwrapUrl } from './frontMatter/urls.ts';
export { showValue } from './frontMatter/yamlProfiles.ts';
export { textCost } from './language/bigrams.ts';
export {
  type CalendarDate,
  daysInMonth,
  describeQuantity,
  display,
  type Exact,
  lexQuantities,
  literalAt,
  multiply,
  NUMBER_STYLES,
  type NumberLiteral,
  type NumberStyle,
  normaliseNumbers,
  normaliseQuantity,
  type Quantity,
  type QuantityDescription,
  type QuantityFact,
  QuantityKind,
  type QuantityList,
  toFiniteDecimal,
  type Unit,
  weekdayOf,
} from './numbers/index.ts';
export { headingsOf } from './outline/headings.ts';
export { outlineOf } from './outline/outline.ts';
export type { HeadingKind, OutlineNode } from './outline/types.ts';
export type { Gap } from './paragraphs/cues.ts';
export { gapsOf } from './paragraphs/gaps.ts';
export { joinAllEdits } from './paragraphs/joinAll.ts';
export { creditsOf } from './paragraphs/shapes.ts';
export type { Ports } from './ports.ts';
export { type QuoteStyle, quoteStyleOf } from './punctuation/quoteStyle.ts';
export { type Width, type WidthEvidence, type WidthVerdict, widthOf } from './punctuation/width.ts';
export type { RuleHead } from './rule/catalogue.ts';
export { defineRule } from './rule/defineRule.ts';
export { localized } from './rule/localized.ts';
export { fillIn, renderMessage } from './rule/messageText.ts';
export { RULES } from './rule/registry.gen.ts';
export {
  type ConfiguredLevel,
  type Finding,
  type FindingData,
  GROUPS,
  type Group,
  type Level,
  LOCALES,
  type Locale,
  type Localized,
  type MessageArgs,
  type OptionSchema,
  type Options,
  type Repair,
  type Report,
  type Rule,
  type RuleContext,
  type RuleId,
  type RuleMeta,
  type Safety,
  type Trigger,
} from './rule/types.ts';
export type { Block, BlockKind } from './scan/blocks.ts';
export { detectFormat } from './scan/format.ts';
export { type FrontMatterBlock, type FrontMatterLanguage, findFrontMatter } from './scan/frontMatter.ts';
export { RegionKind, Regions } from './scan/regionKind.ts';
export type { RegionList } from './scan/regions.ts';
export { judgedScript, likelyScript, type Script, type ScriptEvidence, scriptOf } from './script/evidence.ts';
export { type HanInfo, hanInfo } from './script/hanInfo.ts';
export { type Spacing, type SpacingEvidence, spacingOf } from './spacing/spacing.ts';
export { type Statistics, type Style, statisticsOf, styleOf } from './statistics/statistics.ts';
export { CharClass, CLASS_OF, classAt } from './text/charClass.ts';
export { codesOf } from './text/codes.ts';
export { applyEdits, composeEdits, mergeEdits, type TextEdit } from './text/edits.ts';
export type { LineColumn, LineIndex } from './text/lineIndex.ts';
export { createSourceText, type Format, type SourceText } from './text/sourceText.ts';
export { overlaps, type Span, span } from './text/span.ts';
