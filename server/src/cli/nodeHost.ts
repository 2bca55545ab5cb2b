// The real world: a Node process. What a run may not need is loaded when it does: starting programs and threads, and
// streams on the terminal's side, cost as much as node's own start.
import { existsSync, fstatSync, statSync, writeSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { errorCode } from '../adapters/systemErrors.ts';
import { type Host, type Output, OutputError, type Thread } from './host.ts';
import { nodeFiles } from './nodeFiles.ts';

const here = fileURLToPath(import.meta.url);

export function nodeHost(): Host {
  const packageRoot = findPackageRoot(path.dirname(here));
  const stop = signals();
  return {
    fs: nodeFiles,
    cwd: process.cwd(),
    packageRoot,
    get build() {
      return here.endsWith('.ts') ? '' : `${path.basename(here)} ${statSync(here).mtimeMs}`;
    },
    env: process.env,
    get stdin() {
      return stop.input();
    },
    stdout: output(1),
    stderr: output(2),
    now: () => Number(process.hrtime.bigint()) / 1e6,
    get parallelism() {
      return availableParallelism();
    },
    startThread,
    interrupted: stop.code,
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

/** Exit codes as shells give them. */
const SIGNALS = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const;

/** Ctrl-C and what ends a job, from when somebody first asks for them. */
function signals(): { readonly code: () => number; readonly input: () => AsyncIterable<Uint8Array> } {
  let code: number | undefined;
  let isReading = false;
  const listen = (): void => {
    code = 0;
    for (const [signal, exitCode] of SIGNALS)
      process.on(signal, () => {
        // The second time the user means it.
        if (code) process.exit(exitCode);
        code = exitCode;
        // Who waits for input would wait on.
        if (isReading) process.stdin.destroy();
      });
  };
  return {
    code() {
      if (code === undefined) listen();
      return code ?? 0;
    },
    async *input() {
      isReading = true;
      try {
        yield* process.stdin;
      } catch (error) {
        if (!code) throw error;
      }
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
  let failure: OutputError | undefined;
  const fail = (error: unknown): void => {
    stopWithoutReader(error);
    // Of the other stream's failures there is nobody to tell.
    if (descriptor === 1) failure ??= new OutputError(errorCode(error));
  };
  const stream = (): NodeJS.WriteStream => {
    if (!opened) {
      opened = descriptor === 1 ? process.stdout : process.stderr;
      opened.on('error', fail);
    }
    return opened;
  };
  const mayBeTerminal = !isPlain(descriptor);
  return {
    write(text) {
      if (mayBeTerminal || opened) stream().write(text);
      else {
        let bytes = Buffer.from(text);
        try {
          while (bytes.length > 0) bytes = bytes.subarray(writeSync(descriptor, bytes));
        } catch (error) {
          if (errorCode(error) === 'EAGAIN') stream().write(bytes);
          else fail(error);
        }
      }
      if (failure) throw failure;
    },
    async drained() {
      if (opened?.writableNeedDrain)
        await new Promise(resolve => opened!.once('drain', resolve).once('error', resolve));
      // A stream tells of its failure after the writing.
      else if (opened) await new Promise(resolve => setImmediate(resolve));
      if (failure) throw failure;
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
