// Many files → outcomes in their order, on one thread or several. Work is handed out by bytes, not by files: one
// large file weighs as much as a thousand small ones.
import type { FoundFile } from './discover.ts';
import type { Host, Thread } from './host.ts';
import type { Outcome } from './report.ts';
import type { Session } from './session.ts';
import type { SessionOptions } from './sessionOptions.ts';

export interface ProcessOptions {
  readonly host: Host;
  readonly session: Session;
  readonly sessionOptions: SessionOptions;
  readonly files: readonly FoundFile[];
  /** 1 keeps everything on this thread; undefined means as many as pay for their start. */
  readonly threads: number | undefined;
  /** Called once for each file, in the order of `files`. */
  readonly onOutcome: (outcome: Outcome, file: FoundFile) => void | Promise<void>;
}

/** Bytes of a batch: large enough to make messages rare, small enough to share the end of a run evenly. */
const BATCH = 256 * 1024;
/** Files and findings that may be done and wait for an earlier file: one giant file must not pile up all others. */
const AHEAD = 20_000;
/** Bytes that pay for the start of a thread. */
const SHARE = 2 << 20;
/** Milliseconds between two chances for a signal to arrive. */
const BREATH = 50;

/** Resolves to the number of files done: all of them, unless the user interrupted. */
export function processFiles(options: ProcessOptions): Promise<number> {
  const { host, files, threads = usefulThreads(files, host) } = options;
  return threads > 1 && host.startThread ? onThreads(options, threads) : onThisThread(options);
}

/** About one for every 2 MB. */
function usefulThreads(files: readonly FoundFile[], host: Host): number {
  const most = Math.min(host.parallelism, 16);
  let bytes = 0;
  for (let i = 0; i < files.length && bytes < most * SHARE; i++) bytes += files[i]!.size;
  return Math.max(1, Math.min(most, Math.floor(bytes / SHARE)));
}

async function onThisThread({ host, session, files, onOutcome }: ProcessOptions): Promise<number> {
  const wasInterrupted = interruptions(host);
  let done = 0;
  for (const file of files) {
    await onOutcome(await session.processFile(file.path), file);
    done++;
    if (await wasInterrupted()) break;
  }
  return done;
}

/** Whether the user has asked to stop; lets signals in now and then, so it may be asked after every file. */
export function interruptions(host: Host): () => Promise<boolean> {
  host.interrupted();
  let last = host.now();
  return async () => {
    if (host.now() - last > BREATH) {
      await host.breathe();
      last = host.now();
    }
    return host.interrupted() > 0;
  };
}

function onThreads(
  { host, sessionOptions, files, onOutcome }: ProcessOptions,
  threads: number,
): Promise<number> {
  const batches = batchesOf(files);
  const results = createResults(batches, onOutcome);
  const pool: Thread[] = [];
  /** Threads that have nothing to do until results that wait are passed on. */
  const resting: (() => void)[] = [];
  let next = 0;
  let running = 0;
  return new Promise((resolve, reject) => {
    const stop = (end: () => void): void => {
      for (const thread of pool) thread.stop();
      end();
    };
    const fail = (error: unknown): void => stop(() => reject(error));
    const give = (thread: Thread, busy: { batch: number }): void => {
      if (next >= batches.length || host.interrupted() > 0) {
        if (running === 0) results.settled().then(done => stop(() => resolve(done)), fail);
        return;
      }
      if (results.waiting() > AHEAD) {
        resting.push(() => give(thread, busy));
        return;
      }
      busy.batch = next++;
      running++;
      thread.post(batches[busy.batch]!.map(file => file.path));
    };
    const add = (thread: Thread): void => {
      pool.push(thread);
      const busy = { batch: -1 };
      thread.onError(fail);
      thread.onMessage(message => {
        running--;
        results.put(busy.batch, message as readonly Outcome[]).then(() => {
          for (const wake of resting.splice(0)) wake();
        }, fail);
        give(thread, busy);
      });
      give(thread, busy);
    };
    for (let i = 0; i < Math.min(threads, batches.length); i++)
      host.startThread!(sessionOptions).then(add).catch(fail);
    if (batches.length === 0) resolve(0);
  });
}

interface Results {
  /** Takes the outcomes of a batch; resolves once all that could be passed on is. */
  put(batch: number, outcomes: readonly Outcome[]): Promise<void>;
  /** How much waits for an earlier batch, in files and findings. */
  waiting(): number;
  /** The number of files passed on, when nothing more can be. */
  settled(): Promise<number>;
}

/** Passes outcomes on in the order of their batches, one at a time; those of batches that finish early wait. */
function createResults(
  batches: readonly (readonly FoundFile[])[],
  onOutcome: ProcessOptions['onOutcome'],
): Results {
  const results: (readonly Outcome[] | undefined)[] = [];
  let next = 0;
  let done = 0;
  let weight = 0;
  let passing = Promise.resolve();
  const pass = async (): Promise<void> => {
    for (; results[next]; next++) {
      const outcomes = results[next]!;
      results[next] = undefined;
      for (const [i, outcome] of outcomes.entries()) {
        await onOutcome(outcome, batches[next]![i]!);
        done++;
        weight -= weightOf(outcome);
      }
    }
  };
  return {
    put(batch, outcomes) {
      results[batch] = outcomes;
      for (const outcome of outcomes) weight += weightOf(outcome);
      passing = passing.then(pass);
      return passing;
    },
    waiting: () => weight,
    settled: () => passing.then(() => done),
  };
}

const weightOf = ({ report }: Outcome): number => 1 + report.messages.length;

function batchesOf(files: readonly FoundFile[]): FoundFile[][] {
  const batches: FoundFile[][] = [];
  let batch: FoundFile[] = [];
  let bytes = 0;
  for (const file of files) {
    batch.push(file);
    bytes += file.size + 500;
    if (bytes < BATCH) continue;
    batches.push(batch);
    batch = [];
    bytes = 0;
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}
