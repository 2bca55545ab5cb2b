// What git says has changed since a revision: files, and lines in them.
import path from 'node:path';
import type { Host } from './host.ts';

type Lines = readonly (readonly [number, number])[];

export interface Changes {
  has(file: string): boolean;
  /** Changed lines (1-based, inclusive) of a changed file; undefined for one that is new as a whole. */
  get(file: string): Lines | undefined;
}

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
      // Whatever the user has configured: a file that was moved is not new.
      '--find-renames',
      '--submodule=diff',
      '--ignore-submodules=none',
      '--diff-filter=d',
      '--src-prefix=a/',
      '--dst-prefix=b/',
      revision,
      '--',
    ],
    root,
  );
  const repositories = [''];
  let hunk: Hunk | undefined;
  let lines: [number, number][] = [];
  for (const line of diff.split('\n')) {
    if (hunk && take(hunk, line)) continue;
    if (line.startsWith('+++ ')) {
      lines = [];
      changes.set(path.join(root, unquote(line.slice(4).replace(/\t$/, '')).replace(/^b\//, '')), lines);
    } else if (line.startsWith('@@ ')) hunk = hunkOf(line, lines);
    else {
      const name = /^Submodule (.+) contains untracked content$/.exec(line)?.[1];
      if (name !== undefined) repositories.push(name);
    }
  }
  for (const repository of repositories) {
    const folder = path.join(root, repository);
    const others = await host.git(
      ['ls-files', '--others', '--exclude-standard', '-z', '--full-name'],
      folder,
    );
    for (const name of others.split('\0')) if (name !== '') changes.set(path.join(folder, name), undefined);
  }
  // git knows a file by its own path, without links in it.
  const keyOf = (file: string): string => {
    if (changes.has(file)) return file;
    try {
      return host.fs.realPath(file);
    } catch {
      return file;
    }
  };
  return { has: file => changes.has(keyOf(file)), get: file => changes.get(keyOf(file)) };
}

interface Hunk {
  readonly lines: [number, number][];
  /** The next line of the new file, 1-based. */
  at: number;
  /** Lines that are still to come of the old and of the new file. */
  old: number;
  new: number;
  /** Lines have gone since the last one of the new file. */
  hasLost: boolean;
}

function hunkOf(header: string, lines: [number, number][]): Hunk | undefined {
  const found = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(header);
  if (!found) return undefined;
  const [, old = '1', start, count = '1'] = found;
  // Where nothing is left git names the line before.
  return {
    lines,
    at: Number(start) + (count === '0' ? 1 : 0),
    old: Number(old),
    new: Number(count),
    hasLost: false,
  };
}

/** Takes a line of the hunk; false where the hunk is over. Submodules come with context, whatever was asked for. */
function take(hunk: Hunk, line: string): boolean {
  // No newline at the end of the file.
  if (line.startsWith('\\')) return true;
  if (hunk.old === 0 && hunk.new === 0) return false;
  if (line.startsWith('-')) {
    hunk.old--;
    hunk.hasLost = true;
  } else if (line.startsWith('+')) {
    hunk.new--;
    hunk.hasLost = false;
    const last = hunk.lines.at(-1);
    if (last?.[1] === hunk.at - 1) last[1]++;
    else hunk.lines.push([hunk.at, hunk.at]);
    hunk.at++;
  } else {
    closeGap(hunk);
    hunk.old--;
    hunk.new--;
    hunk.at++;
  }
  if (hunk.old === 0 && hunk.new === 0) closeGap(hunk);
  return true;
}

// A deletion leaves the lines on either side of it in a new place to each other.
function closeGap(hunk: Hunk): void {
  if (hunk.hasLost) hunk.lines.push([hunk.at - 1, hunk.at]);
  hunk.hasLost = false;
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
