// filter: JSON records in, JSON records out, in the same order, for Spark pipe, Ray, Dask or GNU parallel. Memory does
// not grow with the stream: one record is held at a time, and reading waits for writing.
import path from 'node:path';
import { Option } from 'commander';
import type { ConfigLayer } from '../../config/index.ts';
import type { Format } from '../../core/index.ts';
import { WITH_REPAIRS } from '../formatters/formatter.ts';
import type { Output } from '../host.ts';
import { readList } from '../lintOptions.ts';
import { sayIn } from '../messages.ts';
import { openNamed } from '../outputs.ts';
import { type RecordLine, readRecords } from '../recordReader.ts';
import { fieldPath, withExtraField, withField } from '../records.ts';
import type { Outcome } from '../report.ts';
import { createSession } from '../session.ts';
import { sessionBasics } from '../sessionOptions.ts';
import { LONGEST_RECORD, type RecordFields, readRecord, type TextRecord } from '../textRecord.ts';
import type { CommandContext, DefineCommand } from './command.ts';

interface FilterOptions extends RecordFields {
  readonly annotate?: boolean;
  readonly fix?: boolean;
  readonly fixUnsafe?: boolean;
  readonly rejects?: string;
  readonly textFormat?: Format;
  readonly config?: string;
  readonly rule?: readonly string[];
}

/** UTF-16 code units collected before they are written. */
const BUFFER = 1 << 16;
/** A text field is no file: it ends where it ends. */
const RECORDS: ConfigLayer = {
  rules: { 'structure/excess-blank-lines': { requireFinalLineBreak: false } },
};
/** The file in the working directory that each record stands for when configuration is looked for. */
const RECORD = 'record.txt';
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
    .action(async (options: FilterOptions) => exit(await filterRecords({ host, locale }, options)));
};

async function filterRecords(
  { host, locale }: Pick<CommandContext, 'host' | 'locale'>,
  options: FilterOptions,
): Promise<number> {
  const say = sayIn(locale);
  const session = createSession(host.fs, {
    ...sessionBasics({ host, locale, config: options.config, rules: options.rule }),
    overlay: RECORDS,
    detail: WITH_REPAIRS,
    honourIgnores: false,
    fix: options.fixUnsafe ? 'unsafe' : options.fix ? 'safe' : undefined,
    write: false,
  });
  const rejects = options.rejects === undefined ? undefined : openNamed(host, options.rejects, say);
  const output = createRecordOutput(host.stdout);
  let rejected = 0;
  let failed = false;
  for await (const line of readRecords(host.stdin, LONGEST_RECORD)) {
    if (host.interrupted() > 0) break;
    const read = readRecord(line, options);
    if (read === undefined) continue;
    if (typeof read === 'string') {
      rejected++;
      if (rejects) rejects.write(rejection(line, read));
      else host.stderr.write(`${line.number}: ${read}\n`);
      continue;
    }
    const { id, text } = read;
    const outcome = await session.processText(path.join(host.cwd, RECORD), id, text, options.textFormat);
    for (const problem of outcome.configProblems ?? []) host.stderr.write(`${problem}\n`);
    if (outcome.configProblems || outcome.report.messages.some(m => m.fatal)) failed = true;
    await output.write(recordAfter(read, outcome, options));
  }
  // What stands there is whole records; the code says that some are missing.
  await output.flush();
  rejects?.close();
  if (rejected > 0) host.stderr.write(`${say('rejected', { count: rejected })}\n`);
  return host.interrupted() || (failed || (rejected > 0 && !rejects) ? 2 : 0);
}

/** What is written for a record, without a line break: the record, repaired and annotated as asked, or its report. */
function recordAfter(
  { json, record }: TextRecord,
  { change, report }: Outcome,
  { textField, annotate, fix, fixUnsafe }: FilterOptions,
): string {
  const repaired = change ? withField(json, fieldPath(record, textField), change.after) : json;
  if (annotate) return withExtraField(repaired, FINDINGS, report.messages);
  return fix || fixUnsafe ? repaired : JSON.stringify(report);
}

/** A line of --rejects. */
const rejection = ({ number, bytes }: RecordLine, reason: string): Uint8Array =>
  new TextEncoder().encode(
    `${JSON.stringify({ line: number, reason, record: Buffer.from(bytes).toString('utf8') })}\n`,
  );

interface RecordOutput {
  /** Resolves once the reader keeps up. */
  write(record: string): Promise<void>;
  flush(): Promise<void>;
}

function createRecordOutput(stdout: Output): RecordOutput {
  let held = '';
  const flush = async (): Promise<void> => {
    if (held !== '') stdout.write(held);
    held = '';
    await stdout.drained();
  };
  return {
    async write(record) {
      held += `${record}\n`;
      if (held.length > BUFFER) await flush();
    },
    flush,
  };
}
