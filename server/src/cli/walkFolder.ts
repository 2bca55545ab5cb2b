// The files of a folder and of those below it, in a fixed order. Links are not followed, so no walk runs in a circle.
import path from 'node:path';
import { errorCode } from '../adapters/systemErrors.ts';
import { isStray } from './atomicWrite.ts';
import type { DirectoryEntry, FileSystem } from './host.ts';

export interface WalkOptions {
  readonly fs: FileSystem;
  /** False for --no-ignore: .gitignore, dot folders and node_modules are then walked as well. */
  readonly honourIgnores: boolean;
  /** Whether folders are looked through for temporary files of an interrupted run, which are removed. */
  readonly sweep: boolean;
}

export interface Visitor {
  accepts(file: string): boolean;
  found(file: string): void;
  /** A folder that could not be read, with the system's code. */
  failed(folder: string, code: string): void;
}

export async function walkFolder(folder: string, options: WalkOptions, visitor: Visitor): Promise<void> {
  const { fs, honourIgnores, sweep } = options;
  const rules = honourIgnores
    ? (await import('../adapters/gitIgnore.ts')).gitIgnoreAt(fs, folder)
    : undefined;
  const visit = (at: string, git: typeof rules): void => {
    let entries: readonly DirectoryEntry[];
    try {
      entries = fs.readDirectory(at);
    } catch (error) {
      visitor.failed(at, errorCode(error));
      return;
    }
    for (const { name, kind } of [...entries].sort(byName)) {
      const full = path.join(at, name);
      if (kind === 'directory') {
        if (!isLeftOut(name, honourIgnores) && !git?.ignores(full, true)) visit(full, git?.enter(full));
      } else if (kind === 'file') {
        if (sweep && isStray(fs, name)) removeStray(fs, full);
        else if (visitor.accepts(full) && !git?.ignores(full, false)) visitor.found(full);
      }
    }
  };
  visit(folder, rules);
}

const isLeftOut = (name: string, honourIgnores: boolean): boolean =>
  name === '.git' || (honourIgnores && (name.startsWith('.') || name === 'node_modules'));

const byName = (a: DirectoryEntry, b: DirectoryEntry): number =>
  a.name < b.name ? -1 : a.name > b.name ? 1 : 0;

function removeStray(fs: FileSystem, file: string): void {
  try {
    fs.remove(file);
  } catch {
    // A later run removes it.
  }
}
