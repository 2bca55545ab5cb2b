// What a document is linted with, after configuration files, overrides and flags have been merged by the host.
import type { Expectations } from '../document/document.ts';
import type { RuleHead } from '../rule/catalogue.ts';
import { type ConfiguredLevel, GROUPS, type Options, type Rule, type RuleId } from '../rule/types.ts';

export type Preset = 'recommended' | 'all' | 'none';
export const PRESETS: readonly Preset[] = ['recommended', 'all', 'none'];

/** `"warning"`, or a level with options; options alone keep the level. */
export interface RuleSetting {
  readonly level?: ConfiguredLevel;
  readonly options?: Options;
}

/** A word or pattern of the user's own that makes a rule `terms/<name>`. */
export interface Term {
  readonly name: string;
  /** A word, or a pattern between slashes with optional flags `i` and `u`. */
  readonly match: string;
  readonly message?: string;
  readonly level?: ConfiguredLevel;
  readonly replacement?: string;
}

export interface Settings {
  readonly preset: Preset;
  /** By rule id, alias or `group/*`; later keys win over earlier ones. */
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly expectations: Expectations;
  readonly terms: readonly Term[];
  /** Run these rules alone (ids, aliases or `group/*`), those that are off by default too. */
  readonly only?: readonly string[];
}

export const DEFAULT_SETTINGS: Settings = { preset: 'recommended', rules: {}, expectations: {}, terms: [] };

export interface ActiveRule {
  readonly rule: Rule;
  readonly level: Exclude<ConfiguredLevel, 'off'>;
  /** False when the configuration set the level, which then also overrides a report's own level. */
  readonly isDefaultLevel: boolean;
  readonly options: Options;
}

/** The rules that run under `settings`, in the order of their groups and ids. */
export function activeRules(rules: readonly Rule[], settings: Settings): readonly ActiveRule[] {
  const active: ActiveRule[] = [];
  for (const rule of rules) {
    let level: ConfiguredLevel = presetLevel(rule, settings.preset);
    let isDefaultLevel = true;
    let options = defaultOptions(rule);
    for (const [pattern, setting] of Object.entries(settings.rules)) {
      if (!names(pattern, rule)) continue;
      if (setting.level !== undefined) {
        level = setting.level;
        isDefaultLevel = false;
      }
      if (setting.options) options = { ...options, ...setting.options };
    }
    if (settings.only) {
      if (!settings.only.some(pattern => names(pattern, rule))) continue;
      if (level === 'off') level = LEVEL_IN_ALL;
    }
    if (level !== 'off') active.push({ rule, level, isDefaultLevel, options });
  }
  return active.sort((a, b) => groupOrder(a.rule.meta.id) - groupOrder(b.rule.meta.id));
}

export const groupOf = (id: string): string => id.slice(0, id.indexOf('/'));
const groupOrder = (id: RuleId): number => (GROUPS as readonly string[]).indexOf(groupOf(id));

/** True when `pattern` (`*`, `group/*`, an id or an alias) names the rule. */
export function names(pattern: string, rule: RuleHead): boolean {
  const { id, aliases } = rule.meta;
  if (pattern === id || pattern === '*') return true;
  if (pattern.endsWith('/*')) return id.startsWith(pattern.slice(0, -1));
  return aliases?.includes(pattern as RuleId) ?? false;
}

/** Level of a rule that is `off` by default, in the preset `all` and where it is asked for by name. */
const LEVEL_IN_ALL = 'info';

function presetLevel(rule: Rule, preset: Preset): ConfiguredLevel {
  if (preset === 'none') return 'off';
  return preset === 'all' && rule.meta.level === 'off' ? LEVEL_IN_ALL : rule.meta.level;
}

function defaultOptions(rule: Rule): Options {
  const declared = rule.meta.options;
  return declared
    ? Object.fromEntries(Object.entries(declared).map(([name, schema]) => [name, schema.default]))
    : NO_OPTIONS;
}

const NO_OPTIONS: Options = {};
