import { frontMatterReader } from '../../server/src/adapters/frontMatter.ts';
import { schemaChecker } from '../../server/src/adapters/schema.ts';
import {
  applyEdits,
  createLinter,
  createSourceText,
  type Expectations,
  type Finding,
  type Format,
  type Linter,
  type LintResult,
  mergeEdits,
  type Options,
  type Repair,
} from '../../server/src/core/index.ts';

/** A linter that runs just the named rules (ids or `group/*`), whatever their default level. */
export function linterOf(
  rules: readonly string[],
  options: Options = {},
  expectations: Expectations = {},
): Linter {
  return createLinter({
    settings: {
      preset: 'recommended',
      rules: Object.fromEntries(rules.map(id => [id, { options }])),
      only: rules,
      expectations,
      terms: [],
    },
    ports: { frontMatter: frontMatterReader, schema: schemaChecker },
  });
}

/** A linter with the recommended configuration. */
export const recommended = (expectations: Expectations = {}): Linter =>
  createLinter({
    settings: { preset: 'recommended', rules: {}, expectations, terms: [] },
    ports: { frontMatter: frontMatterReader, schema: schemaChecker },
  });

export const lintText = (linter: Linter, text: string, format: Format = 'markdown'): LintResult =>
  linter.lint(createSourceText('test', format, text));

/** The text of a finding's span, widened to all edits of the repair, after the repair. */
export function repairedSpan(text: string, finding: Finding, repair: Repair): string {
  const start = Math.min(finding.start, ...repair.edits.map(e => e.start));
  const end = Math.max(finding.end, ...repair.edits.map(e => e.end));
  const edits = repair.edits.map(e => ({ ...e, start: e.start - start, end: e.end - start }));
  return applyEdits(text.slice(start, end), edits);
}

export { mergeEdits };
