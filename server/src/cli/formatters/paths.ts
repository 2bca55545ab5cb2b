import path from 'node:path';

/** A path for a report: relative to the working directory where the file is below it, with forward slashes. */
export function shownPath(cwd: string, file: string): string {
  // Nearly every file lies below the working directory, by a path that is resolved already.
  if (path.sep === '/' && file.startsWith(`${cwd}/`) && !/\/(?:\/|\.{1,2}(?:\/|$))|\/$/.test(file))
    return file.slice(cwd.length + 1);
  const relative = path.relative(cwd, file);
  return (relative === '' || relative.startsWith('..') ? file : relative).split(path.sep).join('/');
}

/** The folder that a host of repositories sees paths from: the root of its checkout, where the run is below that. */
export function checkoutOf(cwd: string, root: string | undefined): string {
  if (!root) return cwd;
  const below = path.relative(root, cwd);
  return below === '..' || below.startsWith(`..${path.sep}`) || path.isAbsolute(below) ? cwd : root;
}
