// The file of a cache: entries one after the other, then an index of their places, so that a run holds the index in
// memory and never the results. The index is checked as a whole and each entry when it is read.
import type { FileSystem, OpenFile, ReadableFile } from './host.ts';

export interface CacheFile {
  /** What the index says of each entry; to be read by `noteOf` and `read`, as most are never asked for. */
  readonly entries: ReadonlyMap<string, string>;
  /** The text of an entry, '' for an empty one; undefined where it is not what was written. */
  read(entry: string): string | undefined;
  close(): void;
}

/** What the writer wanted to know of the entry without reading it. */
export const noteOf = (entry: string): string => entry.split('\t', 1)[0]!;

export interface CacheWriter {
  add(key: string, note: string, text: string): void;
  finish(): void;
}

export type Hash = (text: string) => string;

/** Bytes at the end of a file: where the index begins, and its hash. */
const FOOTER = 64;
/** UTF-16 code units collected before they are written. */
const BUFFER = 1 << 16;

/** Undefined where the file is none, is damaged, or was written for another `header`. */
export function openCacheFile(
  fs: FileSystem,
  file: string,
  header: string,
  hash: Hash,
): CacheFile | undefined {
  let open: ReadableFile | undefined;
  try {
    open = fs.openForReading(file);
    const entries = readIndex(open, header, hash);
    if (!entries) {
      open.close();
      return undefined;
    }
    const { read, close } = open;
    return {
      entries,
      read(entry) {
        const [, at, length, check] = entry.split('\t');
        if (at === undefined) return '';
        const text = utf8.decode(read(Number(at), Number(length)));
        return hash(text) === check ? text : undefined;
      },
      close,
    };
  } catch {
    open?.close();
    return undefined;
  }
}

const utf8 = new TextDecoder();

function readIndex(open: ReadableFile, header: string, hash: Hash): Map<string, string> | undefined {
  const footer = utf8
    .decode(open.read(open.size - FOOTER, FOOTER))
    .trim()
    .split(' ');
  const start = Number(footer[0]);
  if (!Number.isSafeInteger(start) || start < 0 || start > open.size - FOOTER) return undefined;
  const index = utf8.decode(open.read(start, open.size - FOOTER - start));
  if (hash(index) !== footer[1] || !index.startsWith(`${header}\n`)) return undefined;
  const entries = new Map<string, string>();
  for (let at = header.length + 1; at < index.length; ) {
    const end = index.indexOf('\n', at);
    const tab = index.indexOf('\t', at);
    entries.set(index.slice(at, tab), index.slice(tab + 1, end));
    at = end + 1;
  }
  return entries;
}

/** Entries are written as they come. Keys and notes hold no tabs and no line breaks. */
export function writeCacheFile(open: OpenFile, header: string, hash: Hash): CacheWriter {
  const encoder = new TextEncoder();
  const index: string[] = [header];
  let at = 0;
  let held = '';
  const flush = (): void => {
    if (held !== '') open.write(encoder.encode(held));
    held = '';
  };
  return {
    add(key, note, text) {
      if (text === '') {
        index.push(`${key}\t${note}`);
        return;
      }
      const length = Buffer.byteLength(text);
      index.push(`${key}\t${note}\t${at}\t${length}\t${hash(text)}`);
      at += length;
      held += text;
      if (held.length > BUFFER) flush();
    },
    finish() {
      const text = `${index.join('\n')}\n`;
      flush();
      open.write(encoder.encode(text));
      open.write(encoder.encode(`${at} ${hash(text)}`.padEnd(FOOTER)));
      open.close();
    },
  };
}
