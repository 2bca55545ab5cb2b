// Nested .gitignore files: the deepest one that speaks of a path decides, as git does it.
import path from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { exists } from './exists.ts';

/** What is asked of the disk; both throw where there is no such file. */
export interface IgnoreFiles {
  stat(path: string): unknown;
  readFile(path: string): Uint8Array;
}

export interface GitIgnore {
  /** True when git ignores the entry; `isFolder` because patterns that end in a slash speak of folders alone. */
  ignores(entry: string, isFolder: boolean): boolean;
  /** The rules in force inside a subfolder. */
  enter(folder: string): GitIgnore;
}

interface Level {
  readonly folder: string;
  readonly rules: Ignore;
}

/** The rules in force in `folder`: those of its repository, from the root down to it. */
export function gitIgnoreAt(fs: IgnoreFiles, folder: string): GitIgnore {
  const chain: string[] = [];
  let root: string | undefined;
  for (let at = folder; ; at = path.dirname(at)) {
    chain.unshift(at);
    if (exists(fs, path.join(at, '.git'))) {
      root = at;
      break;
    }
    if (at === path.dirname(at)) break;
  }
  // Outside a repository only the folders below the named one count.
  const levels = (root ? chain : [folder]).flatMap(at => read(fs, at, '.gitignore'));
  if (root) levels.unshift(...read(fs, root, '.git/info/exclude'));
  return make(fs, levels);
}

const make = (fs: IgnoreFiles, levels: readonly Level[]): GitIgnore => ({
  ignores(entry, isFolder) {
    for (let i = levels.length - 1; i >= 0; i--) {
      const { folder, rules } = levels[i]!;
      const name = path.relative(folder, entry).split(path.sep).join('/');
      const { ignored, unignored } = rules.test(isFolder ? `${name}/` : name);
      if (ignored) return true;
      if (unignored) return false;
    }
    return false;
  },
  enter(folder) {
    const own = read(fs, folder, '.gitignore');
    return own.length > 0 ? make(fs, [...levels, ...own]) : this;
  },
});

function read(fs: IgnoreFiles, folder: string, name: string): Level[] {
  try {
    const text = new TextDecoder().decode(fs.readFile(path.join(folder, name)));
    return [{ folder, rules: ignore({ allowRelativePaths: true }).add(text) }];
  } catch {
    return [];
  }
}
