import type { FormatterContext, Summary } from './formatter.ts';

/** How much was found, in a sentence; failures and what the baseline holds only where there are any. */
export function totals(
  { errors, warnings, infos, fatals, known, filesWithFindings, total }: Summary,
  { say }: Pick<FormatterContext, 'say'>,
): string {
  const found = say('summary', { errors, warnings, infos, files: filesWithFindings, total });
  return (
    found +
    (fatals > 0 ? say('failures', { count: fatals }) : '') +
    (known > 0 ? say('known', { known }) : '')
  );
}
