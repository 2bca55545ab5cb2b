// Messages of rules and of the program with their arguments put in.
import type { Locale, MessageArgs, Rule } from './types.ts';

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

/** A message with its arguments put in; a name without an argument stays as it is. */
export function fillIn(template: string, args: MessageArgs | undefined): string {
  let parts = splitTemplates.get(template);
  if (!parts) {
    // Odd parts are names. Split once: a report of a damaged corpus fills the same few messages a million times.
    parts = template.split(/\{(\w+)\}/);
    splitTemplates.set(template, parts);
  }
  let text = parts[0]!;
  for (let i = 1; i < parts.length; i += 2) {
    const name = parts[i]!;
    text += args && name in args ? String(args[name]) : `{${name}}`;
    text += parts[i + 1]!;
  }
  return text;
}

const splitTemplates = new Map<string, readonly string[]>();
