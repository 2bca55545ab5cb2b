// Results kept between runs. A key holds everything a result depends on: bytes (or size and times), name's extension,
// settings, version, language and what the formats want. One file, replaced in one rename: of two runs at once the
// later one's cache stays, and a damaged file is an empty cache. Results are read when they are asked for and written
// as they come, so memory does not grow with them.
import * as crypto from 'node:crypto';
import path from 'node:path';
import { exists } from '../adapters/exists.ts';
import { type CacheFile, type CacheWriter, noteOf, openCacheFile, writeCacheFile } from './cacheFile.ts';
import type { FoundFile } from './discover.ts';
import type { FileSystem } from './host.ts';
import type { Outcome } from './report.ts';

export interface CacheOptions {
  readonly fs: FileSystem;
  readonly folder: string;
  /** All that the results of a whole run depend on. */
  readonly fingerprint: string;
  readonly strategy: 'content' | 'metadata';
  /** Bytes; larger files have no key. */
  readonly limit: number;
}

export interface Cache {
  /** A key for the file as it is now; undefined where it cannot be read. */
  keyOf(file: FoundFile, settings: string): string | undefined;
  has(key: string): boolean;
  /** Undefined for what is not there or is damaged. */
  get(key: string, file: string): Outcome | undefined;
  set(key: string, outcome: Outcome): void;
  /** Writes what is new; never throws, as a run does not fail for its cache. */
  save(): void;
}

const NAME = 'results.v2';
const TEMPORARY = /^results\.v\d+\.(\d+)\.tmp$/;
/** Findings of a file; the result of one with more is not worth its place. */
const MOST = 100_000;

export function openCache(options: CacheOptions): Cache {
  const { fs, folder } = options;
  const file = path.join(folder, NAME);
  const temporary = `${file}.${process.pid}.tmp`;
  const header = hash(`${options.fingerprint}\n${options.strategy}`);
  const stored = openCacheFile(fs, file, header, hash);
  /** Keys of the stored results that this run used. */
  const used = new Set<string>();
  /** Keys of the results that this run has written. */
  const written = new Set<string>();
  /** The files that this run was about. */
  const names: string[] = [];
  let writer: CacheWriter | undefined;
  let failed = false;
  const startWriting = (): CacheWriter => {
    fs.makeDirectory(folder);
    sweep(fs, folder);
    return writeCacheFile(fs.openForWriting(temporary), header, hash);
  };
  return {
    keyOf(found, settings) {
      try {
        return keyOf(found.path, settings, options);
      } catch {
        return undefined;
      }
    },
    has: key => stored?.entries.has(key) ?? false,
    get(key, name) {
      const entry = stored?.entries.get(key);
      const text = entry && stored!.read(entry);
      if (text === undefined) return undefined;
      used.add(key);
      names.push(name);
      if (text === '') return clean(name);
      const outcome = JSON.parse(text) as Outcome;
      return { ...outcome, report: { ...outcome.report, filePath: name } };
    },
    set(key, outcome) {
      const { messages, filePath } = outcome.report;
      if (failed || written.has(key) || !isWorthKeeping(outcome)) return;
      const isClean = messages.length === 0 && !outcome.collected;
      try {
        writer ??= startWriting();
        writer.add(key, placeOf(folder, filePath), isClean ? '' : JSON.stringify(outcome));
        written.add(key);
        names.push(filePath);
      } catch {
        failed = true;
      }
    },
    save() {
      const isNew = writer !== undefined && !failed;
      try {
        if (isNew && stored) carryOver(stored, writer!);
        if (isNew) writer!.finish();
        stored?.close();
        if (isNew) fs.rename(temporary, file);
      } catch {
        failed = true;
      }
      if (failed) tryTo(() => fs.remove(temporary));
    },
  };

  /** What this run had no business with is kept, as long as its file is there. */
  function carryOver(from: CacheFile, to: CacheWriter): void {
    const seen = new Set(names.map(name => placeOf(folder, name)));
    for (const [key, entry] of from.entries) {
      if (written.has(key)) continue;
      const place = noteOf(entry);
      if (!used.has(key) && (seen.has(place) || !exists(fs, path.resolve(folder, unescaped(place)))))
        continue;
      const text = from.read(entry);
      if (text !== undefined) to.add(key, place, text);
    }
  }
}

/** Undefined for a file that is none or too large; throws what the file system throws. */
function keyOf(file: string, settings: string, { fs, strategy, limit }: CacheOptions): string | undefined {
  const extension = path.extname(file).toLowerCase();
  if (strategy === 'metadata') {
    const { size, mtimeMs, ctimeMs, inode } = fs.stat(file);
    return hash(`${file}\n${size}.${mtimeMs}.${ctimeMs}.${inode}${extension}.${settings}`);
  }
  const read = fs.readOnce?.(file, limit);
  if (read && (read.kind !== 'file' || read.size > limit)) return undefined;
  return `${hash(read?.bytes ?? fs.readFile(file))}${extension}.${settings}`;
}

/** Failures may be gone next time, and words about configuration are said by each run. */
const isWorthKeeping = ({ report: { messages }, configProblems, ignored }: Outcome): boolean =>
  !configProblems && !ignored && messages.length <= MOST && !messages.some(message => message.fatal);

const placeOf = (folder: string, file: string): string => escaped(path.relative(folder, file));

const escaped = (name: string): string => (/[\t\n%]/.test(name) ? encodeURIComponent(name) : name);
const unescaped = (note: string): string => (note.includes('%') ? decodeURIComponent(note) : note);

const clean = (filePath: string): Outcome => ({
  report: {
    filePath,
    messages: [],
    errorCount: 0,
    warningCount: 0,
    infoCount: 0,
    fixableErrorCount: 0,
    fixableWarningCount: 0,
  },
  bytes: 0,
});

/** SHA-1, in one call where node has one. */
function hash(data: string | Uint8Array): string {
  return 'hash' in crypto ? crypto.hash('sha1', data, 'base64') : createHash(data);
}

function createHash(data: string | Uint8Array): string {
  return (crypto as { createHash: typeof import('node:crypto').createHash })
    .createHash('sha1')
    .update(data)
    .digest('base64');
}

/** Removes what killed runs have left behind, and caches of older versions. */
function sweep(fs: FileSystem, folder: string): void {
  for (const { name } of fs.readDirectory(folder)) {
    const maker = TEMPORARY.exec(name)?.[1];
    if (maker === undefined ? name === 'results.v1' : !fs.isRunning(Number(maker)))
      tryTo(() => fs.remove(path.join(folder, name)));
  }
}

function tryTo(action: () => void): void {
  try {
    action();
  } catch {
    // A later run does it.
  }
}
