// The rules as their readers know them: a configuration, a report or a list of rules asks what a rule is called and
// what it finds, not how. The registry would load them all.
import { CATALOGUE } from './catalogue.gen.ts';
import type { RuleMeta } from './types.ts';

/** A rule without what it does and says of its findings; every `Rule` is one. */
export interface RuleHead {
  readonly meta: Omit<RuleMeta, 'messages'>;
}

let heads: readonly RuleHead[] | undefined;

/** Heads of all built-in rules, in the order of the registry. */
export function ruleHeads(): readonly RuleHead[] {
  heads ??= JSON.parse(CATALOGUE) as readonly RuleHead[];
  return heads;
}
