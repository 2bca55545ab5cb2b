// A user's own words as rules: one rule `terms/<name>` for each entry of the configuration's `terms`.
import { defineRule } from '../rule/defineRule.ts';
import type { Localized, Rule } from '../rule/types.ts';
import { Regions } from '../scan/regionKind.ts';
import { boundedPattern } from '../text/boundedPattern.ts';
import type { Term } from './settings.ts';

const same = (text: string): Localized => ({ en: text, 'zh-CN': text, 'zh-TW': text });

export const termRules = (terms: readonly Term[]): Rule[] => terms.map(termRule);

/** Thrown for a pattern whose search may not end in reasonable time. */
export class SlowPatternError extends Error {}

/**
 * The pattern of a term. Throws a SyntaxError for a malformed one and a SlowPatternError, both of which the validation of
 * the configuration reports first.
 */
export function termPattern(match: string): RegExp {
  const [, source, flags] = /^\/(.+)\/([iu]*)$/.exec(match) ?? [];
  if (source === undefined) return new RegExp(match.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'g');
  const written = new RegExp(source, `g${flags}`);
  const bounded = boundedPattern(source);
  if (bounded === undefined) throw new SlowPatternError(source);
  return bounded === source ? written : new RegExp(bounded, written.flags);
}

function termRule(term: Term): Rule {
  const pattern = termPattern(term.match);
  return defineRule({
    meta: {
      id: `terms/${term.name}`,
      level: term.level ?? 'warning',
      fix: term.replacement === undefined ? 'none' : 'unsafe',
      regions: Regions.prose,
      summary: same(term.message ?? term.name),
      messages: {
        found: term.message
          ? same(term.message)
          : {
              en: 'The configuration lists “{word}”.',
              'zh-CN': '配置中列出了“{word}”。',
              'zh-TW': '設定中列出了「{word}」。',
            },
        replace: {
          en: 'Replace with “{replacement}”',
          'zh-CN': '改为“{replacement}”',
          'zh-TW': '改為「{replacement}」',
        },
      },
    },
    trigger: {
      on: 'document',
      check({ text, report }) {
        for (const match of text.matchAll(pattern)) {
          if (match[0] === '') continue;
          report({
            start: match.index,
            end: match.index + match[0].length,
            messageId: 'found',
            args: { word: match[0] },
          });
        }
      },
    },
    fix({ text }, { start, end }) {
      if (term.replacement === undefined || text.slice(start, end) === term.replacement) return [];
      return [
        {
          titleId: 'replace',
          args: { replacement: term.replacement },
          edits: [{ start, end, text: term.replacement }],
          safety: 'unsafe',
        },
      ];
    },
  });
}
