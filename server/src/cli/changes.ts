// What git says has changed since a revision: files, and lines in them.
import path from 'node:path';
import type { Host } from './host.ts';

/** Changed lines (1-based, inclusive) of each changed file; undefined for a file that is new as a whole. */
export type Changes = ReadonlyMap<string, readonly (readonly [number, number])[] | undefined>;

/** Throws with git's words where there is no repository or no such revision. */
export async function changesSince(host: Host, revision: string): Promise<Changes> {
  if (revision.startsWith('-')) throw new Error(`"${revision}"`);
  const root = (await host.git(['rev-parse', '--show-toplevel'], host.cwd)).trim();
  const changes = new Map<string, [number, number][] | undefined>();
  const diff = await host.git(
    [
      '-c',
      'core.quotepath=off',
      'diff',
      '--no-color',
      '--no-ext-diff',
      '--unified=0',
      '--diff-filter=d',
      '--src-prefix=a/',
      '--dst-prefix=b/',
      revision,
      '--',
    ],
    root,
  );
  let lines: [number, number][] = [];
  let inHeader = false;
  for (const line of diff.split('\n')) {
    if (line.startsWith('diff --git ')) inHeader = true;
    else if (inHeader && line.startsWith('+++ ')) {
      lines = [];
      changes.set(path.join(root, unquote(line.slice(4).replace(/\t$/, '')).replace(/^b\//, '')), lines);
    } else if (line.startsWith('@@ ')) {
      inHeader = false;
      const hunk = /^@@ -\S+ \+(\d+)(?:,(\d+))? @@/.exec(line);
      const start = Number(hunk?.[1] ?? 0);
      const count = hunk?.[2] === undefined ? 1 : Number(hunk[2]);
      // A deletion leaves the lines on either side of it in a new place to each other.
      lines.push(count === 0 ? [start, start + 1] : [start, start + count - 1]);
    }
  }
  const others = await host.git(['ls-files', '--others', '--exclude-standard', '-z', '--full-name'], root);
  for (const name of others.split('\0')) if (name !== '') changes.set(path.join(root, name), undefined);
  return changes;
}

// git quotes names with special characters as C does, in bytes.
function unquote(name: string): string {
  if (!name.startsWith('"')) return name;
  const bytes: number[] = [];
  const encoder = new TextEncoder();
  for (const part of name.slice(1, -1).matchAll(/\\([0-7]{3})|\\(.)|([^\\]+)/gs)) {
    if (part[1]) bytes.push(Number.parseInt(part[1], 8));
    else bytes.push(...encoder.encode(part[2] ? (ESCAPES[part[2]] ?? part[2]) : part[3]));
  }
  return new TextDecoder().decode(Uint8Array.from(bytes));
}
const ESCAPES: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r' };
