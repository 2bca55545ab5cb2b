import type { Rule } from './types.ts';

/** Declares a rule; the types do the checking, and a misspelt message id fails in test/project. */
export const defineRule = (rule: Rule): Rule => rule;
