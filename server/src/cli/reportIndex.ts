// The reports that merge is given, however many: a first reading notes where each file's report stands and checks it,
// later ones fetch them one at a time. Memory holds a few numbers for each report.
import path from 'node:path';
import { errorCode, type Host, type ReadableFile } from './host.ts';
import type { Say } from './messages.ts';
import { type FileReport, fileReport, type Outcome } from './report.ts';
import { UsageError } from './usageError.ts';

export interface ReportIndex {
  /** Shards of the run, 0 for reports of separate runs; and the first that is not there. */
  readonly shards: number;
  readonly missing: number | undefined;
  /** A report with findings that no shard wrote, so that it lacks their details. */
  readonly withoutDetails: string | undefined;
  /** In the order that one run would have had. */
  outcomes(): Generator<Outcome>;
  close(): void;
}

export interface ReadOptions {
  readonly say: Say;
  /** Told every outcome while it is read for the first time, in no order. */
  readonly each: (outcome: Outcome) => void;
}

/** Throws a UsageError for what is no report, or not of one run. */
export function readReports(host: Host, names: readonly string[], { say, each }: ReadOptions): ReportIndex {
  const files: ReadableFile[] = [];
  const entries = createEntries();
  const present = new Set<number>();
  let shards = 0;
  let withoutDetails: string | undefined;
  for (const [file, name] of names.entries()) {
    files.push(open(host, name, say));
    for (const [value, at, length] of reportsOf(files[file]!, name, say)) {
      const { part, report } = value;
      each(value);
      if (!part && report.messages.length > 0) withoutDetails ??= name;
      if (part) {
        if (shards !== 0 && shards !== part.count)
          throw new UsageError(say('mixedShards', { file: name, count: part.count, other: shards }));
        shards = part.count;
        present.add(part.index);
      }
      entries.add({
        file,
        at,
        length,
        position: part?.position,
        name: report.filePath,
        whole: length < 0 ? value : undefined,
      });
    }
  }
  let missing: number | undefined;
  // A shard without files has an empty report, which does not tell its number: reports are counted as well.
  if (names.length < shards) for (missing = 1; present.has(missing); ) missing++;
  return {
    shards,
    missing,
    withoutDetails,
    *outcomes() {
      for (const { file, at, length, whole } of entries.inOrder())
        yield whole ?? outcomeOf(JSON.parse(utf8.decode(files[file]!.read(at, length))));
    },
    close() {
      for (const file of files) file.close();
    },
  };
}

const utf8 = new TextDecoder();

function open(host: Host, name: string, say: Say): ReadableFile {
  try {
    return host.fs.openForReading(path.resolve(host.cwd, name));
  } catch (error) {
    throw new UsageError(`${name}: ${say('cannotRead', { code: errorCode(error) })}`);
  }
}

interface Entry {
  readonly file: number;
  /** Bytes. */
  readonly at: number;
  readonly length: number;
  readonly position: number | undefined;
  readonly name: string;
  /** The outcome itself, where it has no place of its own in the file. */
  readonly whole: Outcome | undefined;
}

// Columns of numbers: an object for each of a million reports would take ten times as much.
function createEntries() {
  const columns = {
    file: [] as number[],
    at: [] as number[],
    length: [] as number[],
    position: [] as number[],
  };
  const names = new Map<number, string>();
  const wholes = new Map<number, Outcome>();
  return {
    add({ file, at, length, position, name, whole }: Entry): void {
      const index = columns.file.push(file) - 1;
      columns.at.push(at);
      columns.length.push(length);
      columns.position.push(position ?? -1);
      // Files of one run are known by their places, those of separate runs by their names.
      if (position === undefined) names.set(index, name);
      if (whole) wholes.set(index, whole);
    },
    *inOrder() {
      const { file, at, length, position } = columns;
      const order = Int32Array.from(file, (_, index) => index).sort(
        (a, b) => position[a]! - position[b]! || byPath(names.get(a) ?? '', names.get(b) ?? '') || a - b,
      );
      for (const [i, index] of order.entries()) {
        const next = order[i + 1];
        // Of two reports of one file the later one counts.
        if (next !== undefined && position[index] === position[next] && names.get(index) === names.get(next))
          continue;
        yield { file: file[index]!, at: at[index]!, length: length[index]!, whole: wholes.get(index) };
      }
    },
  };
}

// The order of a walk: folder by folder, names by code unit.
function byPath(a: string, b: string): number {
  const left = a.split(path.sep);
  const right = b.split(path.sep);
  for (let i = 0; i < Math.min(left.length, right.length); i++)
    if (left[i] !== right[i]) return left[i]! < right[i]! ? -1 : 1;
  return left.length - right.length;
}

/** Outcomes with their places; length is -1 for those of a JSON array that is not one report a line. */
function* reportsOf(
  file: ReadableFile,
  name: string,
  say: Say,
): Generator<readonly [outcome: Outcome, at: number, length: number]> {
  let number = 0;
  let isArray: boolean | undefined;
  let isFirst = true;
  for (const { bytes, at } of linesOf(file)) {
    number++;
    try {
      let text = utf8.decode(bytes);
      let from = 0;
      if (text.trim() === '') continue;
      isArray ??= text.trimStart().startsWith('[');
      if (isArray) {
        // As our own json format has it: a report a line, with what joins them round it.
        const opening = /^\s*\[?\s*/.exec(text)![0].length;
        // A byte order mark is three bytes that decoding takes away; what else opens a line is ASCII.
        from = opening + (bytes[0] === 0xef ? 3 : 0);
        text = text.slice(opening).replace(/[\s,\]]*$/, '');
        if (text === '') continue;
        if (isFirst && !isComplete(text)) {
          for (const value of JSON.parse(utf8.decode(file.read(0, file.size))) as unknown[])
            yield [outcomeOf(value), 0, -1];
          return;
        }
      }
      isFirst = false;
      yield [outcomeOf(JSON.parse(text)), at + from, isArray ? Buffer.byteLength(text) : bytes.length];
    } catch (error) {
      if (error instanceof UsageError) throw error;
      throw new UsageError(say('notAReport', { file: name, line: number, detail: errorCode(error) }));
    }
  }
}

function isComplete(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Bytes read at once. */
const CHUNK = 1 << 20;
const LF = 10;

function* linesOf(file: ReadableFile): Generator<{ readonly bytes: Uint8Array; readonly at: number }> {
  let parts: Uint8Array[] = [];
  let start = 0;
  for (let at = 0; at < file.size; ) {
    const chunk = file.read(at, Math.min(CHUNK, file.size - at));
    if (chunk.length === 0) break;
    let from = 0;
    for (let end = chunk.indexOf(LF); end >= 0; end = chunk.indexOf(LF, from)) {
      parts.push(chunk.subarray(from, end));
      yield { bytes: parts.length === 1 ? parts[0]! : Buffer.concat(parts), at: start };
      parts = [];
      from = end + 1;
      start = at + from;
    }
    parts.push(chunk.subarray(from));
    at += chunk.length;
  }
  const rest = Buffer.concat(parts);
  if (rest.length > 0) yield { bytes: rest, at: start };
}

type ShardReport = FileReport & { readonly shard?: NonNullable<Outcome['part']> & Omit<Outcome, 'report'> };

function outcomeOf(value: unknown): Outcome {
  if (typeof value !== 'object' || value === null || !('filePath' in value) || !('messages' in value))
    throw new Error('filePath, messages');
  const { filePath, messages, shard } = value as ShardReport;
  const report = fileReport(filePath, messages);
  if (!shard) return { report, bytes: 0 };
  const { index, count, position, ...details } = shard;
  return { ...details, report, bytes: 0, part: { index, count, position } };
}
