import {
  closeSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
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
  openForWriting(path) {
    const file = openSync(path, 'w');
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

function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}
