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
  readonly owner: { readonly user: number; readonly group: number };
}

export interface DirectoryEntry {
  readonly name: string;
  readonly kind: 'file' | 'directory' | 'link' | 'other';
}

export interface OpenFile {
  write(bytes: Uint8Array): void;
  close(): void;
}

export interface ReadableFile {
  /** Bytes, when it was opened. */
  readonly size: number;
  /** Fewer bytes than asked for at the end of the file. */
  read(at: number, length: number): Uint8Array;
  close(): void;
}

/** A file without a name that is gone when it is closed, or when the process ends. */
export interface TemporaryFile {
  write(bytes: Uint8Array): void;
  read(at: number, length: number): Uint8Array;
  close(): void;
}

/** Synchronous: a process that has nothing else to do reads small files fastest this way. All methods may throw. */
export interface FileSystem {
  /** Follows links. */
  stat(path: string): FileStat;
  readFile(path: string): Uint8Array;
  /**
   * Looks at a file and reads it, where it is a file of at most `limit` bytes, with one opening. The bytes are valid
   * until the next call. Absent where there is nothing to gain.
   */
  readOnce?(path: string, limit: number): Pick<FileStat, 'kind' | 'size'> & { readonly bytes: Uint8Array };
  readDirectory(path: string): readonly DirectoryEntry[];
  /** The path without links in it. */
  realPath(path: string): string;
  /** Creates a file that must not exist, with the mode and owner of `like` and all bytes on disk when it returns. */
  createFile(path: string, bytes: Uint8Array, like: Pick<FileStat, 'mode' | 'owner'>): void;
  /** Opens a file to read parts of it; it stays what it is when another takes its name. */
  openForReading(path: string): ReadableFile;
  openTemporary(): TemporaryFile;
  /** Opens a file for writing, made first where there is none, and emptied unless `appends`. */
  openForWriting(path: string, appends?: boolean): OpenFile;
  rename(from: string, to: string): void;
  remove(path: string): void;
  makeDirectory(path: string): void;
  /** Whether the process of this id runs on this machine. */
  isRunning(process: number): boolean;
}

export interface Output {
  /** Text, or bytes of UTF-8 that are not changed afterwards. Throws an OutputError. */
  write(text: string | Uint8Array): void;
  /** Resolves once the reader has taken what was written; rejects with an OutputError. */
  drained(): Promise<void>;
  readonly isTerminal: boolean;
  /** Columns of the terminal; undefined where there is none. */
  readonly columns: number | undefined;
}

/** Standard output cannot be written to: the disk behind it is full. */
export class OutputError extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

/** A thread that runs worker.ts. Messages are structured clones. */
export interface Thread {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  onError(listener: (error: Error) => void): void;
  stop(): void;
}

export interface Host {
  readonly fs: FileSystem;
  readonly cwd: string;
  /** The folder of corpus-lint's own package.json: rule pages are below it. */
  readonly packageRoot: string;
  /** Another with each build of the program; '' where it runs from source, when its version alone tells. */
  readonly build: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Milliseconds, for rates and estimates only. */
  now(): number;
  /** How many threads the machine runs at once. */
  readonly parallelism: number;
  /** Absent where there are no threads. */
  startThread?(data: unknown): Promise<Thread>;
  /**
   * The exit code of the signal that has asked to stop, 0 until one has. From the first call on such a signal no longer
   * ends the process: what may stop at any moment does not call it.
   */
  interrupted(): number;
  /** Lets signals and other events in. */
  breathe(): Promise<void>;
  sleep(milliseconds: number): Promise<void>;
  /** Runs git and gives its standard output; throws or rejects with git's words where it fails. */
  git(args: readonly string[], cwd: string): string | Promise<string>;
}
