import type { Locale, MessageArgs, Rule } from './types.ts';

/** Declares a rule; the types do the checking, and a misspelt message id fails in test/project. */
export const defineRule = (rule: Rule): Rule => rule;

/** A rule's message in one language, its arguments put in. */
export function renderMessage(
  rule: Rule,
  messageId: string,
  args: MessageArgs | undefined,
  locale: Locale,
): string {
  const message = rule.meta.messages[messageId];
  if (!message) throw new Error(`${rule.meta.id} has no message "${messageId}"`);
  return fillIn(message[locale], args);
}

export const fillIn = (template: string, args: MessageArgs | undefined): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) =>
    args && name in args ? String(args[name]) : whole,
  );
