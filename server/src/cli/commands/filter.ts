// filter: JSON records in, JSON records out, in the same order, for Spark pipe, Ray, Dask or GNU parallel. Memory does
// not grow with the stream: one record is held at a time, and reading waits for writing.
import path from 'node:path';
import { Option } from 'commander';
import type { ConfigLayer } from '../../config/index.ts';
import type { Format } from '../../core/index.ts';
import { WITH_REPAIRS } from '../formatters/formatter.ts';
import { readList } from '../lintOptions.ts';
import { sayIn } from '../messages.ts';
import { openNamed } from '../outputs.ts';
import { type RecordLine, readRecords } from '../recordReader.ts';
import {
  fieldOf,
  fieldPath,
  type JsonObject,
  numberAsWritten,
  withExtraField,
  withField,
} from '../records.ts';
import { createSession } from '../session.ts';
import { sessionBasics } from '../sessionOptions.ts';
import type { DefineCommand } from './command.ts';

interface FilterOptions {
  readonly textField: string;
  readonly idField: string;
  readonly annotate?: boolean;
  readonly fix?: boolean;
  readonly fixUnsafe?: boolean;
  readonly rejects?: string;
  readonly textFormat?: Format;
  readonly config?: string;
  readonly rule?: readonly string[];
}

/** Bytes of one record; longer ones are rejected. */
const LONGEST_RECORD = 64 * 1024 * 1024;
/** UTF-16 code units collected before they are written. */
const BUFFER = 1 << 16;
/** A text field is no file: it ends where it ends. */
const RECORDS: ConfigLayer = {
  rules: { 'structure/excess-blank-lines': { requireFinalLineBreak: false } },
};
/** The field that --annotate adds. */
const FINDINGS = 'corpusLint';

export const define: DefineCommand = (command, { host, locale, exit }) => {
  const say = sayIn(locale);
  command
    .option('--text-field <name>', say('optionTextField'), 'text')
    .option('--id-field <name>', say('optionIdField'), 'id')
    .option('--annotate', say('optionAnnotate'))
    .option('--fix', say('optionRecordFix'))
    .option('--fix-unsafe', say('optionRecordFixUnsafe'))
    .option('--rejects <file>', say('optionRejects'))
    .addOption(
      new Option('--text-format <name>', say('optionTextFormat')).choices(['markdown', 'html', 'text']),
    )
    .option('--config <file>', say('optionConfig'))
    .addOption(new Option('--rule <rules>', say('optionRule')).argParser(readList))
    .action(async (options: FilterOptions) => {
      const session = createSession(host.fs, {
        ...sessionBasics({ host, locale, config: options.config, rules: options.rule }),
        overlay: RECORDS,
        detail: WITH_REPAIRS,
        honourIgnores: false,
        fix: options.fixUnsafe ? 'unsafe' : options.fix ? 'safe' : undefined,
        write: false,
      });
      const rejects = options.rejects === undefined ? undefined : openNamed(host, options.rejects, say);
      let held = '';
      let rejected = 0;
      let failed = false;
      const flush = async (): Promise<void> => {
        if (held !== '') host.stdout.write(held);
        held = '';
        await host.stdout.drained();
      };
      for await (const line of readRecords(host.stdin, LONGEST_RECORD)) {
        if (host.interrupted() > 0) break;
        const read = readRecord(line, options);
        if (read === undefined) continue;
        if (typeof read === 'string') {
          rejected++;
          const note = JSON.stringify({
            line: line.number,
            reason: read,
            record: Buffer.from(line.bytes).toString('utf8'),
          });
          if (rejects) rejects.write(new TextEncoder().encode(`${note}\n`));
          else host.stderr.write(`${line.number}: ${read}\n`);
          continue;
        }
        const { json, record, text, id } = read;
        const outcome = await session.processText(
          path.join(host.cwd, 'record.txt'),
          id,
          text,
          options.textFormat,
        );
        for (const problem of outcome.configProblems ?? []) {
          failed = true;
          host.stderr.write(`${problem}\n`);
        }
        if (outcome.report.messages.some(m => m.fatal)) failed = true;
        let out = json;
        if (outcome.change) out = withField(out, fieldPath(record, options.textField), outcome.change.after);
        if (options.annotate) out = withExtraField(out, FINDINGS, outcome.report.messages);
        else if (!options.fix && !options.fixUnsafe) out = JSON.stringify(outcome.report);
        held += `${out}\n`;
        if (held.length > BUFFER) await flush();
      }
      // What stands there is whole records; the code says that some are missing.
      await flush();
      rejects?.close();
      if (rejected > 0) host.stderr.write(`${say('rejected', { count: rejected })}\n`);
      exit(host.interrupted() || (failed || (rejected > 0 && !rejects) ? 2 : 0));
    });
};

interface ReadRecord {
  readonly json: string;
  readonly record: JsonObject;
  readonly text: string;
  readonly id: string;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The record, a reason why it is none, or undefined for a blank line. Reasons are data: they have no language. */
function readRecord(
  { bytes, number, isCut }: RecordLine,
  options: FilterOptions,
): ReadRecord | string | undefined {
  if (isCut) return `longer than ${LONGEST_RECORD} bytes`;
  let json: string;
  try {
    json = utf8.decode(bytes);
  } catch {
    return 'not valid UTF-8';
  }
  if (json.trim() === '') return undefined;
  let record: unknown;
  try {
    record = JSON.parse(json);
  } catch {
    return 'not valid JSON';
  }
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return 'not an object';
  const text = fieldOf(record as JsonObject, options.textField);
  if (typeof text !== 'string')
    return text === undefined
      ? `no field "${options.textField}"`
      : `field "${options.textField}" is no string`;
  let id = fieldOf(record as JsonObject, options.idField);
  if (typeof id === 'number' && !Number.isSafeInteger(id))
    id = numberAsWritten(json, fieldPath(record as JsonObject, options.idField));
  return {
    json,
    record: record as JsonObject,
    text,
    id: typeof id === 'string' || typeof id === 'number' ? String(id) : `line ${number}`,
  };
}
