import {
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileSystem } from './host.ts';

/** The file system as Node sees it. */
export const nodeFiles: FileSystem = {
  stat(path) {
    const s = statSync(path);
    return {
      kind: s.isFile() ? 'file' : s.isDirectory() ? 'directory' : 'other',
      size: s.size,
      mtimeMs: s.mtimeMs,
      ctimeMs: s.ctimeMs,
      inode: s.ino,
      mode: s.mode,
      owner: { user: s.uid, group: s.gid },
    };
  },
  readFile: path => readFileSync(path),
  readOnce(path, limit) {
    // A pipe would wait for its writer otherwise.
    const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const stat = fstatSync(file);
      const size = stat.size;
      const kind = stat.isFile() ? 'file' : stat.isDirectory() ? 'directory' : 'other';
      const bytes = kind === 'file' && size <= limit ? readAll(file, size) : pool.subarray(0, 0);
      return { kind, size: bytes.length || size, bytes };
    } finally {
      closeSync(file);
    }
  },
  readDirectory: path =>
    readdirSync(path, { withFileTypes: true }).map(entry => ({
      name: entry.name,
      kind: entry.isFile()
        ? 'file'
        : entry.isDirectory()
          ? 'directory'
          : entry.isSymbolicLink()
            ? 'link'
            : 'other',
    })),
  realPath: path => realpathSync(path),
  createFile(path, bytes, { mode, owner }) {
    const file = openSync(path, 'wx', mode & 0o777);
    try {
      writeAll(file, bytes);
      // The process's umask has taken its part of the mode; an owner is only root's to give.
      if (process.platform !== 'win32') {
        fchmodSync(file, mode & 0o7777);
        if (process.getuid?.() === 0) fchownSync(file, owner.user, owner.group);
      }
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  },
  openForReading(path) {
    const file = openSync(path, 'r');
    return {
      size: fstatSync(file).size,
      read: (at, length) => readAt(file, at, length),
      close: () => closeSync(file),
    };
  },
  openTemporary() {
    const path = join(tmpdir(), `corpus-lint-${process.pid}-${process.hrtime.bigint().toString(36)}.tmp`);
    const file = openSync(path, 'wx+', 0o600);
    const remove = (): void => rmSync(path, { force: true });
    let isNamed = false;
    try {
      remove();
    } catch {
      // Not every system takes the name from an open file.
      isNamed = true;
    }
    return {
      write: bytes => writeAll(file, bytes),
      read: (at, length) => readAt(file, at, length),
      close() {
        closeSync(file);
        if (isNamed) remove();
      },
    };
  },
  openForWriting(path, appends = false) {
    const file = openSync(path, appends ? 'a' : 'w');
    return { write: bytes => writeAll(file, bytes), close: () => closeSync(file) };
  },
  rename: renameSync,
  remove: unlinkSync,
  makeDirectory: path => {
    mkdirSync(path, { recursive: true });
  },
  isRunning(id) {
    try {
      process.kill(id, 0);
      return true;
    } catch (error) {
      return error instanceof Error && 'code' in error && error.code === 'EPERM';
    }
  },
};

/** Bytes that are read into the same place again and again: most files fit. */
const pool = Buffer.allocUnsafeSlow(1 << 18);

function readAll(file: number, size: number): Uint8Array {
  let bytes = size < pool.length ? pool : Buffer.allocUnsafeSlow(size + 1);
  let at = 0;
  for (;;) {
    const read = readSync(file, bytes, at, bytes.length - at, null);
    at += read;
    if (read === 0 || (at === size && at < bytes.length && size > 0)) return bytes.subarray(0, at);
    if (at === bytes.length) bytes = Buffer.concat([bytes], at * 2);
  }
}

function readAt(file: number, at: number, length: number): Uint8Array {
  const bytes = Buffer.allocUnsafe(length);
  let done = 0;
  for (let read = -1; read !== 0 && done < length; done += read)
    read = readSync(file, bytes, done, length - done, at + done);
  return bytes.subarray(0, done);
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}
