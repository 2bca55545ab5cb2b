// What the command line asks of the world, so that tests can give it another one: a full disk, a file that changes
// between reading and writing, a terminal of forty columns. All paths are absolute.

export interface FileStat {
  readonly kind: 'file' | 'directory' | 'other';
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since the epoch, with fractions. */
  readonly mtimeMs: number;
  readonly ctimeMs: number;
  readonly inode: number;
  readonly mode: number;
}

export interface DirectoryEntry {
  readonly name: string;
  readonly kind: 'file' | 'directory' | 'link' | 'other';
}

/** Synchronous: a process that has nothing else to do reads small files fastest this way. All methods may throw. */
export interface FileSystem {
  /** Follows links. */
  stat(path: string): FileStat;
  readFile(path: string): Uint8Array;
  readDirectory(path: string): readonly DirectoryEntry[];
  /** The path without links in it. */
  realPath(path: string): string;
  /** Creates a file that must not exist, with all bytes on disk when it returns. */
  createFile(path: string, bytes: Uint8Array, mode: number): void;
  rename(from: string, to: string): void;
  remove(path: string): void;
  makeDirectory(path: string): void;
}

export interface Output {
  write(text: string): void;
  readonly isTerminal: boolean;
  /** Columns of the terminal; undefined where there is none. */
  readonly columns: number | undefined;
}

export interface Host {
  readonly fs: FileSystem;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: Output;
  readonly stderr: Output;
}

/** The code of a system error such as ENOENT, or its words. */
export function errorCode(error: unknown): string {
  if (error instanceof Error) return 'code' in error ? String(error.code) : error.message;
  return String(error);
}
