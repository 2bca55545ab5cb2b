// Paths, folders and globs → files to lint, in a fixed order. Links are followed when named, not when discovered.
import path from 'node:path';
import { errorCode } from '../adapters/systemErrors.ts';
import { isReportName } from '../core/basics.ts';
import type { FileStat, FileSystem } from './host.ts';
import { type WalkOptions, walkFolder } from './walkFolder.ts';

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

export interface DiscoverOptions extends WalkOptions {
  readonly cwd: string;
}

const GLOB = /[*?{[]|!\(/;

export async function discover(targets: readonly string[], options: DiscoverOptions): Promise<Discovery> {
  const { fs, cwd } = options;
  const files = new Map<string, FoundFile>();
  const unmatched: string[] = [];
  const failures: { path: string; code: string }[] = [];
  for (const target of targets) if (!(await take(target))) unmatched.push(target);
  return { files: [...files.values()], unmatched, failures };

  /** False where the argument names nothing. */
  async function take(target: string): Promise<boolean> {
    // An empty name is a variable that was never set, not the working directory.
    if (target === '') return false;
    const full = path.resolve(cwd, target);
    const seen = lookAt(fs, full);
    if (seen.kind === 'directory') await takeFolder(full, isReportName);
    else if (seen.kind !== undefined) files.set(full, new LazyFile(fs, full, seen.size));
    else if (GLOB.test(target)) return takeGlob(path.posix.normalize(target));
    else if (seen.code === 'ENOENT' || seen.code === 'ENOTDIR') return false;
    // Whoever reads it says why that cannot be done.
    else files.set(full, new LazyFile(fs, full, 0));
    return true;
  }

  async function takeGlob(pattern: string): Promise<boolean> {
    // Names hold brackets: where a pattern matches nothing, they may be meant as they stand.
    return (await takeMatches(pattern)) || takeMatches(pattern.replace(/[()[\]{}!+@]/g, '\\$&'));
  }

  async function takeMatches(pattern: string): Promise<boolean> {
    const { default: picomatch } = await import('picomatch');
    const { base, glob: rest } = picomatch.scan(pattern);
    const folder = path.resolve(cwd, base.replace(/\\(.)/g, '$1'));
    // A pattern below a folder that is not there matches nothing, which is no failure to read.
    if (lookAt(fs, folder).kind !== 'directory') return false;
    const matches = picomatch(rest);
    return takeFolder(folder, name => matches(path.relative(folder, name).split(path.sep).join('/')));
  }

  /** False where nothing of the folder was accepted. */
  async function takeFolder(folder: string, accepts: (file: string) => boolean): Promise<boolean> {
    let isAny = false;
    await walkFolder(folder, options, {
      accepts,
      found(file) {
        isAny = true;
        files.set(file, new LazyFile(fs, file, undefined));
      },
      failed: (at, code) => failures.push({ path: at, code }),
    });
    return isAny;
  }
}

type Seen = Pick<FileStat, 'kind' | 'size'> | { readonly kind: undefined; readonly code: string };

function lookAt(fs: FileSystem, full: string): Seen {
  try {
    return fs.stat(full);
  } catch (error) {
    return { kind: undefined, code: errorCode(error) };
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

function sizeOf(fs: FileSystem, file: string): number {
  const seen = lookAt(fs, file);
  return seen.kind === undefined ? 0 : seen.size;
}
