// A host in memory for the command line: files in an object, what was written to the terminal as strings, and hooks
// where a test wants the world to misbehave.
import path from 'node:path';
import type { DirectoryEntry, FileStat, FileSystem, Host } from '../../server/src/cli/host.ts';
import { main } from '../../server/src/cli/main.ts';

export const CWD = '/w';
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

export interface MemoryFile {
  bytes: Uint8Array;
  mode: number;
  time: number;
  link?: string;
}

export interface MemoryHost extends Host {
  readonly files: Map<string, MemoryFile>;
  out: string;
  err: string;
  text(name: string): string;
}

export interface Trouble {
  /** Called before each operation with its name and path; throws to make it fail. */
  readonly before?: (operation: string, path: string, files: Map<string, MemoryFile>) => void;
  readonly stdin?: readonly (string | Uint8Array)[];
  readonly env?: Record<string, string>;
  readonly columns?: number;
  readonly git?: (args: readonly string[]) => string;
  readonly interruptAfter?: number;
}

export const systemError = (code: string): Error => Object.assign(new Error(code), { code });

export function memoryHost(
  contents: Readonly<Record<string, string | Uint8Array>>,
  trouble: Trouble = {},
): MemoryHost {
  const files = new Map<string, MemoryFile>();
  let clock = 1;
  let reads = 0;
  for (const [name, content] of Object.entries(contents))
    files.set(path.posix.resolve(CWD, name), {
      bytes: typeof content === 'string' ? encode(content) : content,
      mode: 0o100644,
      time: clock++,
    });
  const before = (operation: string, name: string): void => trouble.before?.(operation, name, files);
  const target = (name: string, depth = 0): string => {
    const link = files.get(name)?.link;
    if (link === undefined) return name;
    if (depth > 8) throw systemError('ELOOP');
    return target(path.posix.resolve(path.posix.dirname(name), link), depth + 1);
  };
  const get = (name: string): MemoryFile => {
    const file = files.get(target(name));
    if (!file) throw systemError('ENOENT');
    return file;
  };
  const isFolder = (name: string): boolean => [...files.keys()].some(file => file.startsWith(`${name}/`));
  const fs: FileSystem = {
    stat(name): FileStat {
      before('stat', name);
      const owner = { user: 0, group: 0 };
      if (!files.has(name) && isFolder(name))
        return { kind: 'directory', size: 0, mtimeMs: 0, ctimeMs: 0, inode: 0, mode: 0o40755, owner };
      const { bytes, mode, time } = get(name);
      return { kind: 'file', size: bytes.length, mtimeMs: time, ctimeMs: time, inode: 1, mode, owner };
    },
    readFile(name) {
      before('read', name);
      reads++;
      return get(name).bytes;
    },
    readDirectory(name): DirectoryEntry[] {
      before('list', name);
      const entries = new Map<string, DirectoryEntry>();
      for (const [file, { link }] of files) {
        if (!file.startsWith(`${name}/`)) continue;
        const [first, ...rest] = file.slice(name.length + 1).split('/');
        const kind = rest.length > 0 ? 'directory' : link !== undefined ? 'link' : 'file';
        entries.set(first!, { name: first!, kind });
      }
      return [...entries.values()];
    },
    realPath: name => target(name),
    createFile(name, bytes, { mode }) {
      before('create', name);
      if (files.has(name)) throw systemError('EEXIST');
      files.set(name, { bytes, mode, time: clock++ });
    },
    openForReading(name) {
      before('open', name);
      const { bytes } = get(name);
      return {
        size: bytes.length,
        read: (at, length) => bytes.subarray(at, at + length),
        close() {},
      };
    },
    openTemporary() {
      before('open', '');
      let all = new Uint8Array();
      return {
        write(bytes) {
          all = Uint8Array.from(Buffer.concat([all, bytes]));
        },
        read: (at, length) => all.subarray(at, at + length),
        close() {},
      };
    },
    openForWriting(name, appends = false) {
      before('open', name);
      const known = files.get(name);
      const parts: Uint8Array[] = appends && known ? [known.bytes] : [];
      // Joined when somebody looks: a report comes in hundreds of parts.
      const file: MemoryFile = {
        get bytes() {
          if (parts.length > 1) parts.splice(0, parts.length, Buffer.concat(parts));
          return parts[0] ?? new Uint8Array();
        },
        mode: 0o100644,
        time: clock++,
      };
      files.set(name, file);
      return {
        write: bytes => {
          parts.push(bytes);
        },
        close() {
          files.set(name, { bytes: file.bytes, mode: file.mode, time: clock++ });
        },
      };
    },
    rename(from, to) {
      before('rename', to);
      files.set(to, { ...get(from), time: clock++ });
      files.delete(from);
    },
    remove(name) {
      before('remove', name);
      if (!files.delete(name)) throw systemError('ENOENT');
    },
    makeDirectory() {},
    isRunning: () => false,
  };
  const host: MemoryHost = {
    files,
    fs,
    cwd: CWD,
    packageRoot: path.resolve(import.meta.dirname, '../..'),
    build: '',
    env: trouble.env ?? {},
    stdin: (async function* () {
      for (const part of trouble.stdin ?? []) yield typeof part === 'string' ? encode(part) : part;
    })(),
    out: '',
    err: '',
    stdout: {
      write: text => {
        host.out += typeof text === 'string' ? text : decode(text);
      },
      drained: async () => {},
      isTerminal: false,
      columns: trouble.columns,
    },
    stderr: {
      write: text => {
        host.err += text;
      },
      drained: async () => {},
      isTerminal: false,
      columns: undefined,
    },
    now: () => 0,
    parallelism: 1,
    interrupted: () => (reads >= (trouble.interruptAfter ?? Number.POSITIVE_INFINITY) ? 130 : 0),
    breathe: async () => {},
    sleep: async () => {},
    git: args => {
      if (!trouble.git) throw new Error('not a git repository');
      return trouble.git(args);
    },
    text: name => decode(get(path.posix.resolve(CWD, name)).bytes),
  };
  return host;
}

/** Runs the command line and gives the exit code with everything it left behind. */
export async function run(
  argv: readonly string[],
  contents: Readonly<Record<string, string | Uint8Array>>,
  trouble: Trouble = {},
): Promise<{ code: number; out: string; err: string; host: MemoryHost }> {
  const host = memoryHost(contents, trouble);
  const code = await main(argv, host);
  return { code, out: host.out, err: host.err, host };
}
