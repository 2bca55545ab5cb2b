// A worker thread: a session of its own, batches of paths in, outcomes out.
import { parentPort, workerData } from 'node:worker_threads';
import { nodeFiles } from './nodeFiles.ts';
import type { Outcome } from './report.ts';
import { createSession } from './session.ts';
import type { SessionOptions } from './sessionOptions.ts';

const port = parentPort!;
const session = createSession(nodeFiles, workerData as SessionOptions);

port.on('message', async (paths: readonly string[]) => {
  const outcomes: Outcome[] = [];
  for (const path of paths) outcomes.push(await session.processFile(path));
  port.postMessage(outcomes);
});
