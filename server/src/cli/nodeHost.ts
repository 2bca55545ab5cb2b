import {
  closeSync,
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
import type { FileSystem, Host, Output } from './host.ts';

export const nodeFileSystem: FileSystem = {
  stat(path) {
    const s = statSync(path);
    return {
      kind: s.isFile() ? 'file' : s.isDirectory() ? 'directory' : 'other',
      size: s.size,
      mtimeMs: s.mtimeMs,
      ctimeMs: s.ctimeMs,
      inode: s.ino,
      mode: s.mode,
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
  createFile(path, bytes, mode) {
    const file = openSync(path, 'wx', mode);
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  },
  rename: renameSync,
  remove: unlinkSync,
  makeDirectory: path => {
    mkdirSync(path, { recursive: true });
  },
};

export const nodeHost = (): Host => ({
  fs: nodeFileSystem,
  cwd: process.cwd(),
  env: process.env,
  stdin: process.stdin,
  stdout: output(process.stdout),
  stderr: output(process.stderr),
});

const output = (stream: NodeJS.WriteStream): Output => ({
  write: text => {
    stream.write(text);
  },
  isTerminal: stream.isTTY === true,
  get columns() {
    return stream.isTTY ? stream.columns : undefined;
  },
});
