// Replacing a file so that a crash at any moment leaves the old text or the new one: a temporary file beside it,
// written through to the disk, takes its place in one rename.
import path from 'node:path';
import type { FileSystem } from './host.ts';

/** Thrown when the file is no longer what was read. */
export class ChangedFileError extends Error {
  readonly code = 'ECHANGED';
}

const STRAY = /^\.corpus-lint-(\d+)-[^/]*\.tmp$/;

/** True for the name of a temporary file whose maker is gone: an interrupted run has left it behind. */
export function isStray(fs: FileSystem, name: string): boolean {
  const maker = name.startsWith('.corpus-lint-') ? STRAY.exec(name) : null;
  return maker !== null && !fs.isRunning(Number(maker[1]));
}

let counter = 0;
/** Tells threads of one process apart, without loading what knows their numbers: nanoseconds when each began. */
const thread = process.hrtime.bigint().toString(36);

/**
 * Writes `bytes` to `file`, which still has to hold `before`. A link is followed: its target is rewritten.
 * Throws what the file system throws; the temporary file is removed first.
 */
export function replaceFile(fs: FileSystem, file: string, before: Uint8Array, bytes: Uint8Array): void {
  const target = fs.realPath(file);
  const { mode, owner } = fs.stat(target);
  // A file that may not be written is not replaced either, though a rename could do it.
  if ((mode & 0o222) === 0) throw Object.assign(new Error(`${target} is read-only`), { code: 'EACCES' });
  counter++;
  const name = `.corpus-lint-${process.pid}-${thread}-${counter}-${path.basename(target).slice(0, 40)}.tmp`;
  const temporary = path.join(path.dirname(target), name);
  try {
    fs.createFile(temporary, bytes, { mode, owner });
    if (!sameBytes(fs.readFile(target), before)) throw new ChangedFileError(`${target} has changed`);
    fs.rename(temporary, target);
  } catch (error) {
    try {
      fs.remove(temporary);
    } catch {
      // Nothing was made, or the disk refuses; the next run sweeps it.
    }
    throw error;
  }
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && Buffer.compare(a, b) === 0;
}
