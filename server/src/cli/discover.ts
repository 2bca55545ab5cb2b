// Paths, folders and globs → files to lint, in a fixed order. Links are followed when named, not when discovered;
// so no walk can run in a circle.
import path from 'node:path';
import { errorCode } from '../adapters/systemErrors.ts';
import { isReportName } from '../core/basics.ts';
import { isStray } from './atomicWrite.ts';
import type { FileSystem } from './host.ts';

export interface FoundFile {
  readonly path: string;
  /** Bytes; 0 where the file cannot be looked at, which happens when they are first asked for. */
  readonly size: number;
}

export interface Discovery {
  readonly files: readonly FoundFile[];
  /** Arguments that name nothing. */
  readonly unmatched: readonly string[];
  /** Folders that could not be read, with the system's code. */
  readonly failures: readonly { readonly path: string; readonly code: string }[];
}

export interface DiscoverOptions {
  readonly fs: FileSystem;
  readonly cwd: string;
  /** False for --no-ignore: .gitignore, dot folders and node_modules are then walked as well. */
  readonly honourIgnores: boolean;
  /** Whether folders are looked through for temporary files of an interrupted run, which are removed. */
  readonly sweep: boolean;
}

const GLOB = /[*?{[]|!\(/;
const ALWAYS_LEFT_OUT = new Set(['.git', 'node_modules']);

export async function discover(targets: readonly string[], options: DiscoverOptions): Promise<Discovery> {
  const { fs, cwd } = options;
  const files = new Map<string, FoundFile>();
  let hits = 0;
  const found = (full: string, size?: number): void => {
    hits++;
    files.set(full, new LazyFile(fs, full, size));
  };
  const unmatched: string[] = [];
  const failures: { path: string; code: string }[] = [];
  for (const target of targets) {
    // An empty name is a variable that was never set, not the working directory.
    if (target === '') {
      unmatched.push(target);
      continue;
    }
    const full = path.resolve(cwd, target);
    let kind: 'file' | 'directory' | 'other' | undefined;
    let size = 0;
    let code = '';
    try {
      ({ kind, size } = fs.stat(full));
    } catch (error) {
      code = errorCode(error);
    }
    if (kind === 'directory') await walk(full, isReportName);
    else if (kind !== undefined) found(full, size);
    else if (GLOB.test(target)) {
      const pattern = path.posix.normalize(target);
      const before = hits;
      await glob(pattern);
      // Names hold brackets: where a pattern matches nothing, they may be meant as they stand.
      if (hits === before) await glob(pattern.replace(/[()[\]{}!+@]/g, '\\$&'));
      if (hits === before) unmatched.push(target);
    } else if (code === 'ENOENT' || code === 'ENOTDIR') unmatched.push(target);
    else found(full, 0);
  }
  return { files: [...files.values()], unmatched, failures };

  async function glob(pattern: string): Promise<void> {
    const { default: picomatch } = await import('picomatch');
    const { base, glob: rest } = picomatch.scan(pattern);
    const folder = path.resolve(cwd, base.replace(/\\(.)/g, '$1'));
    // A pattern below a folder that is not there matches nothing, which is no failure to read.
    if (!isFolder(fs, folder)) return;
    const matches = picomatch(rest);
    await walk(folder, name => matches(path.relative(folder, name).split(path.sep).join('/')));
  }

  async function walk(folder: string, accepts: (file: string) => boolean): Promise<void> {
    const { honourIgnores, sweep } = options;
    const rules = honourIgnores
      ? (await import('../adapters/gitIgnore.ts')).gitIgnoreAt(fs, folder)
      : undefined;
    const visit = (at: string, git: typeof rules): void => {
      let entries: readonly { readonly name: string; readonly kind: string }[];
      try {
        entries = fs.readDirectory(at);
      } catch (error) {
        failures.push({ path: at, code: errorCode(error) });
        return;
      }
      for (const { name, kind } of [...entries].sort(byName)) {
        const full = path.join(at, name);
        if (kind === 'directory') {
          if (name === '.git' || (honourIgnores && (name.startsWith('.') || ALWAYS_LEFT_OUT.has(name))))
            continue;
          if (!git?.ignores(full, true)) visit(full, git?.enter(full));
        } else if (kind === 'file') {
          if (sweep && isStray(fs, name)) tryTo(() => fs.remove(full));
          else if (accepts(full) && !git?.ignores(full, false)) found(full);
        }
      }
    };
    visit(folder, rules);
  }
}

/** A run that needs no sizes asks the disk for none. */
class LazyFile implements FoundFile {
  readonly #fs: FileSystem;
  readonly path: string;
  #size: number | undefined;

  constructor(fs: FileSystem, path: string, size: number | undefined) {
    this.#fs = fs;
    this.path = path;
    this.#size = size;
  }

  get size(): number {
    this.#size ??= sizeOf(this.#fs, this.path);
    return this.#size;
  }
}

const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  a.name < b.name ? -1 : a.name > b.name ? 1 : 0;

function isFolder(fs: FileSystem, folder: string): boolean {
  try {
    return fs.stat(folder).kind === 'directory';
  } catch {
    return false;
  }
}

function sizeOf(fs: FileSystem, file: string): number {
  try {
    return fs.stat(file).size;
  } catch {
    return 0;
  }
}

function tryTo(action: () => void): void {
  try {
    action();
  } catch {
    // What cannot be removed now is removed by a later run.
  }
}
