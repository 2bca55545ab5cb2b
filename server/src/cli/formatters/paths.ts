import path from 'node:path';

/** A path for a report: relative to the working directory where the file is below it, with forward slashes. */
export function shownPath(cwd: string, file: string): string {
  const relative = path.relative(cwd, file);
  return (relative === '' || relative.startsWith('..') ? file : relative).split(path.sep).join('/');
}
