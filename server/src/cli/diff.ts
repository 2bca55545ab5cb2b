import { createTwoFilesPatch } from 'diff';
import { shownPath } from './formatters/paths.ts';
import type { Outcome } from './report.ts';

/** What repair would change in one file, as a unified diff that `git apply` and `patch -p1` take. */
export function unifiedDiff({ report, change }: Outcome, cwd: string): string {
  if (!change) return '';
  const name = shownPath(cwd, report.filePath).replace(/^\//, '');
  const patch = createTwoFilesPatch(`a/${name}`, `b/${name}`, change.before, change.after, '', '', {
    context: 3,
  });
  return patch.replace(/^=+\n/, '').replace(/^(---|\+\+\+) (.*)\t$/gm, '$1 $2');
}
