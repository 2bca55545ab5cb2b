// The reports that merge is given, however many: a first reading notes where each file's report stands and checks it,
// later ones fetch them one at a time. Memory holds a few numbers for each report.
import path from 'node:path';
import { errorCode } from '../adapters/systemErrors.ts';
import type { Host, ReadableFile } from './host.ts';
import { JsonObjectsError, objectsOf } from './jsonObjects.ts';
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
  /** Bytes of one file's report; V8 holds no longer string. */
  readonly limit?: number;
}

const LONGEST_STRING = 0x1fff_ffe8;

/** Throws a UsageError for what is no report, or not of one run. */
export function readReports(
  host: Host,
  names: readonly string[],
  { say, each, limit = LONGEST_STRING }: ReadOptions,
): ReportIndex {
  const files: ReadableFile[] = [];
  const entries = createEntries();
  const present = new Set<number>();
  let shards = 0;
  let withoutDetails: string | undefined;
  let empty = 0;
  for (const [file, name] of names.entries()) {
    files.push(open(host, name, say));
    const before = entries.count;
    for (const [value, at, length] of reportsOf(files[file]!, name, say, limit)) {
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
      });
    }
    if (entries.count === before) empty++;
  }
  let missing: number | undefined;
  // A shard without files has an empty report, which does not tell its number.
  if (present.size + empty < shards) for (missing = 1; present.has(missing); ) missing++;
  return {
    shards,
    missing,
    withoutDetails,
    *outcomes() {
      for (const { file, at, length } of entries.inOrder()) yield readOutcome(files[file]!, at, length);
    },
    close() {
      for (const file of files) file.close();
    },
  };
}

const utf8 = new TextDecoder();

function open(host: Host, name: string, say: Say): ReadableFile {
  const full = path.resolve(host.cwd, name);
  try {
    // Reports are read twice, which a pipe cannot give.
    if (host.fs.stat(full).kind !== 'file') throw new UsageError(`${name}: ${say('notRegular')}`);
    return host.fs.openForReading(full);
  } catch (error) {
    if (error instanceof UsageError) throw error;
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
  return {
    get count() {
      return columns.file.length;
    },
    add({ file, at, length, position, name }: Entry): void {
      const index = columns.file.push(file) - 1;
      columns.at.push(at);
      columns.length.push(length);
      columns.position.push(position ?? -1);
      // Files of one run are known by their places, those of separate runs by their names.
      if (position === undefined) names.set(index, name);
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
        yield { file: file[index]!, at: at[index]!, length: length[index]! };
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

/** Outcomes with their places. */
function* reportsOf(
  file: ReadableFile,
  name: string,
  say: Say,
  limit: number,
): Generator<readonly [outcome: Outcome, at: number, length: number]> {
  let place = 1;
  try {
    for (const { at, length, line } of objectsOf(file)) {
      place = line;
      if (length > limit) {
        const megabytes = (bytes: number): number => Math.ceil(bytes / 1048576);
        const sizes = { size: megabytes(length), limit: megabytes(limit) };
        throw new UsageError(say('reportTooLong', { file: name, line, ...sizes }));
      }
      yield [readOutcome(file, at, length), at, length];
    }
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const line = error instanceof JsonObjectsError ? error.line : place;
    throw new UsageError(say('notAReport', { file: name, line, detail: errorCode(error) }));
  }
}

const readOutcome = (file: ReadableFile, at: number, length: number): Outcome =>
  outcomeOf(JSON.parse(utf8.decode(file.read(at, length))));

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
