// The real world: a Node process.
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Host, Output, Thread } from './host.ts';
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
  // A reader that goes away (| head) ends the run without a stack trace.
  process.stdout.on('error', error => {
    if ('code' in error && error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  return {
    fs: nodeFiles,
    cwd: process.cwd(),
    packageRoot,
    env: process.env,
    get stdin() {
      return process.stdin;
    },
    stdout: output(process.stdout),
    get stderr() {
      return output(process.stderr);
    },
    now: () => performance.now(),
    get parallelism() {
      return availableParallelism();
    },
    startThread: data => startThread(packageRoot, data),
    interrupted: () => interrupted,
    breathe: () => setImmediate(),
    sleep: milliseconds => setTimeout(milliseconds),
    git(args, cwd) {
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

function startThread(packageRoot: string, data: unknown): Thread {
  const entry = here.endsWith('.ts')
    ? path.join(path.dirname(here), 'worker.ts')
    : path.join(packageRoot, 'dist/cli/worker.js');
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

function findPackageRoot(from: string): string {
  for (let folder = from; ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, 'package.json'))) return folder;
    if (folder === path.dirname(folder)) return from;
  }
}

const output = (stream: NodeJS.WriteStream): Output => ({
  write: text => {
    stream.write(text);
  },
  async drained() {
    if (stream.writableNeedDrain) await once(stream, 'drain');
  },
  isTerminal: stream.isTTY === true,
  get columns() {
    return stream.isTTY ? stream.columns : undefined;
  },
});
