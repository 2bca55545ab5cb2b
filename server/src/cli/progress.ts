// A progress line on a terminal: files, rate, time left. It appears only when a run takes long enough to wonder.
import type { Host } from './host.ts';
import type { Say } from './messages.ts';

export interface Progress {
  /** A file is done. */
  add(file: Sized): void;
  /** Takes the line off the terminal, before anything else is written and at the end. */
  clear(): void;
}

interface Sized {
  /** Bytes. */
  readonly size: number;
}

/** Milliseconds before the line first appears, and between two drawings. */
const PATIENCE = 700;
const INTERVAL = 120;
const BAR = 24;
/** An estimate needs this part of the bytes, or this many milliseconds. */
const ENOUGH = 0.005;
const LONG = 5000;

export function createProgress(host: Host, say: Say, files: readonly Sized[]): Progress {
  const { stderr } = host;
  if (!stderr.isTerminal) return { add() {}, clear() {} };
  const bytes = files.reduce((sum, file) => sum + file.size, 0);
  const start = host.now();
  let last = start + PATIENCE - INTERVAL;
  let done = 0;
  let doneBytes = 0;
  let drawn = false;
  return {
    add(file) {
      done++;
      doneBytes += file.size;
      const now = host.now();
      if (now - last < INTERVAL || (doneBytes < bytes * ENOUGH && now - start < LONG)) return;
      last = now;
      const rate = doneBytes / Math.max(1, now - start) / 1000;
      const left = Math.ceil(Math.max(0, bytes - doneBytes) / 1e6 / Math.max(rate, 1e-6));
      const filled = Math.round(BAR * Math.min(1, bytes > 0 ? doneBytes / bytes : done / files.length));
      const line = say('progress', { done, total: files.length, rate: rate.toFixed(1), left });
      stderr.write(`\r\u001b[2K[${'█'.repeat(filled)}${'·'.repeat(BAR - filled)}] ${line}`);
      drawn = true;
    },
    clear() {
      if (drawn) stderr.write('\r\u001b[2K');
      drawn = false;
    },
  };
}
