// Layers of configuration → the settings of a document. Later layers win, key by key.
import type { Expectations, Options, Preset, RuleSetting, Settings, Term } from '../core/index.ts';
import type { ConfigLayer, ConfigRule } from './types.ts';

/** A layer as it applies to one file: a preset or what a file says, its schemas already read. */
export interface AppliedLayer {
  readonly preset?: Preset;
  readonly layer?: ConfigLayer;
  readonly frontMatterSchema?: unknown;
}

export function mergeLayers(layers: readonly AppliedLayer[], only?: readonly string[]): Settings {
  let preset: Preset = 'recommended';
  let rules: Record<string, RuleSetting> = {};
  let expectations: Expectations = {};
  const terms = new Map<string, Term>();
  for (const { preset: base, layer, frontMatterSchema } of layers) {
    // A preset starts afresh: "none" after some rules turns those off as well.
    if (base) {
      preset = base;
      rules = {};
    }
    for (const [id, rule] of Object.entries(layer?.rules ?? {})) {
      const setting = { ...rules[id], ...ruleSetting(rule, rules[id]?.options) };
      // Deleted first, so that the key moves to the end: the order of keys is their precedence.
      delete rules[id];
      rules[id] = setting;
    }
    for (const term of layer?.terms ?? []) terms.set(term.name, term);
    expectations = { ...expectations, ...expected(layer, expectations) };
    if (frontMatterSchema !== undefined) expectations = { ...expectations, frontMatterSchema };
  }
  return { preset, rules, expectations, terms: [...terms.values()], ...(only ? { only } : {}) };
}

function ruleSetting(rule: ConfigRule, before: Options | undefined): RuleSetting {
  if (typeof rule === 'string') return { level: rule };
  const { level, ...options } = rule;
  return {
    ...(level ? { level } : {}),
    ...(Object.keys(options).length > 0 ? { options: { ...before, ...(options as Options) } } : {}),
  };
}

function expected(layer: ConfigLayer | undefined, before: Expectations): Expectations {
  if (!layer) return {};
  const script = typeof layer.script === 'string' ? { expected: layer.script } : layer.script;
  return {
    ...(script?.expected ? { script: script.expected } : {}),
    ...(script?.region ? { region: script.region } : {}),
    ...(script?.dictionary ? { dictionary: script.dictionary } : {}),
    ...(layer.frontMatter?.keys ? { keys: { ...before.keys, ...layer.frontMatter.keys } } : {}),
  };
}
