import type { FormatterContext, Summary } from './formatter.ts';

/** How much was found, in a sentence; failures only where there are any. */
export function totals(
  { errors, warnings, infos, fatals, filesWithFindings, total }: Summary,
  { say }: Pick<FormatterContext, 'say'>,
): string {
  const found = say('summary', { errors, warnings, infos, files: filesWithFindings, total });
  return fatals > 0 ? `${found}${say('failures', { count: fatals })}` : found;
}
