// The real world: a Node process. What a run may not need is loaded when it does: starting programs and threads, and
// streams on the terminal's side, cost as much as node's own start.
import { existsSync, fstatSync, statSync, writeSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Host, Output, Thread } from './host.ts';
import { errorCode } from './host.ts';
import { nodeFiles } from './nodeFiles.ts';

const here = fileURLToPath(import.meta.url);

export function nodeHost(): Host {
  const packageRoot = findPackageRoot(path.dirname(here));
  let interrupted = false;
  process.on('SIGINT', () => {
    // The second time the user means it.
    if (interrupted) process.exit(130);
    interrupted = true;
  });
  return {
    fs: nodeFiles,
    cwd: process.cwd(),
    packageRoot,
    get build() {
      return here.endsWith('.ts') ? '' : `${path.basename(here)} ${statSync(here).mtimeMs}`;
    },
    env: process.env,
    get stdin() {
      return process.stdin;
    },
    stdout: output(1),
    stderr: output(2),
    now: () => Number(process.hrtime.bigint()) / 1e6,
    get parallelism() {
      return availableParallelism();
    },
    startThread,
    interrupted: () => interrupted,
    breathe: () => new Promise(resolve => setImmediate(resolve)),
    sleep: milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds)),
    async git(args, cwd) {
      const { spawnSync } = await import('node:child_process');
      const { status, stdout, stderr, error } = spawnSync('git', [...args], {
        cwd,
        encoding: 'utf8',
        maxBuffer: 1 << 30,
      });
      if (error) throw error;
      if (status !== 0) throw new Error(stderr.trim().split('\n')[0] ?? `git: ${status}`);
      return stdout;
    },
  };
}

async function startThread(data: unknown): Promise<Thread> {
  const { Worker } = await import('node:worker_threads');
  // Bundled, this is a chunk in a folder below the programs.
  const folder = path.dirname(here);
  const entry = here.endsWith('.ts')
    ? path.join(folder, 'worker.ts')
    : path.join(path.basename(folder) === 'chunks' ? path.dirname(folder) : folder, 'worker.js');
  const worker = new Worker(entry, { workerData: data });
  return {
    post: message => worker.postMessage(message),
    onMessage: listener => {
      worker.on('message', listener);
    },
    onError: listener => {
      worker.on('error', listener);
    },
    stop: () => {
      void worker.terminate();
    },
  };
}

/** The nearest folder with rule pages beside its package.json: the bundles have a package.json of their own. */
function findPackageRoot(from: string): string {
  for (let folder = from; ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, 'package.json')) && existsSync(path.join(folder, 'docs'))) return folder;
    if (folder === path.dirname(folder)) return from;
  }
}

/**
 * Files and pipes are written to at once, without node's streams, which take longer to load than a small report takes
 * to write. A terminal gets the stream, and so does a pipe that another process made non-blocking, when it is full.
 */
function output(descriptor: 1 | 2): Output {
  let opened: NodeJS.WriteStream | undefined;
  const stream = (): NodeJS.WriteStream => {
    if (!opened) {
      opened = descriptor === 1 ? process.stdout : process.stderr;
      opened.on('error', stopWithoutReader);
    }
    return opened;
  };
  const mayBeTerminal = !isPlain(descriptor);
  return {
    write(text) {
      if (mayBeTerminal || opened) {
        stream().write(text);
        return;
      }
      let bytes = Buffer.from(text);
      try {
        while (bytes.length > 0) bytes = bytes.subarray(writeSync(descriptor, bytes));
      } catch (error) {
        if (errorCode(error) === 'EAGAIN') stream().write(bytes);
        else stopWithoutReader(error);
      }
    },
    async drained() {
      if (opened?.writableNeedDrain) await new Promise(resolve => opened!.once('drain', resolve));
    },
    get isTerminal() {
      return mayBeTerminal && stream().isTTY === true;
    },
    get columns() {
      return mayBeTerminal && stream().isTTY ? stream().columns : undefined;
    },
  };
}

// A reader that goes away (| head) ends the run without a stack trace, and with the code that a shell gives a program
// which SIGPIPE ends: the work is not done.
function stopWithoutReader(error: unknown): void {
  if (errorCode(error) === 'EPIPE') process.exit(141);
  throw error;
}

/** Whether a descriptor is a file, a pipe or the null device, told without loading what asks a terminal. */
function isPlain(descriptor: number): boolean {
  if (process.platform === 'win32') return false;
  try {
    const own = fstatSync(descriptor);
    return !own.isCharacterDevice() || own.rdev === statSync('/dev/null').rdev;
  } catch {
    return false;
  }
}
