// Reports on their way out: one formatter for each format asked for, each with its destination.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { errorCode } from '../adapters/systemErrors.ts';
import { ruleHeads } from '../core/basics.ts';
import type { Locale } from '../core/index.ts';
import { ALL_DETAIL, combine, type Detail } from './detail.ts';
import type { Formatter, FormatterContext, Summary } from './formatters/formatter.ts';
import { FORMATS } from './formatters/index.ts';
import type { Host, OpenFile } from './host.ts';
import type { FormatRequest } from './lintOptions.ts';
import type { Say } from './messages.ts';
import type { Outcome } from './report.ts';
import { UsageError } from './usageError.ts';
import { packageVersion } from './version.ts';

export interface Outputs {
  /** What all the formats together need of each finding. */
  readonly detail: Detail;
  /** True when standard output gets a report for people, which a progress bar would not spoil. */
  readonly forPeople: boolean;
  file(outcome: Outcome): void;
  end(summary: Summary): void;
}

export interface OutputOptions {
  readonly host: Host;
  readonly locale: Locale;
  readonly say: Say;
  readonly colour: boolean;
  readonly formats: readonly FormatRequest[];
  /** Where reports without a file of their own go: standard error while standard output carries a text. */
  readonly toStderr?: boolean;
  /** True for one shard of a run: jsonl then carries all that merge may need. */
  readonly isShard?: boolean;
}

/** UTF-16 code units collected before they are written. */
const BUFFER = 1 << 16;

export async function openOutputs(options: OutputOptions): Promise<Outputs> {
  const { host, formats } = options;
  const opened: { readonly formatter: Formatter; readonly close: () => void }[] = [];
  const details: Detail[] = [];
  for (const { name, file } of formats) {
    const module = await FORMATS[name]!();
    details.push(options.isShard && name === 'jsonl' ? ALL_DETAIL : module.detail);
    const sink = file === undefined ? toStream(host, options.toStderr === true) : toFile(options, file);
    const context = formatterContext(options, sink.write, file !== undefined);
    opened.push({ formatter: module.createFormatter(context), close: sink.close });
  }
  return {
    detail: combine(details),
    forPeople: formats.every(f => f.file !== undefined || f.name === 'pretty' || f.name === 'statistics'),
    file(outcome) {
      for (const { formatter } of opened) formatter.file(outcome);
    },
    end(summary) {
      for (const { formatter, close } of opened) {
        formatter.end(summary);
        close();
      }
    },
  };
}

function formatterContext(
  { host, locale, say, colour, toStderr }: OutputOptions,
  write: (text: string) => void,
  isFile: boolean,
): FormatterContext {
  const output = toStderr ? host.stderr : host.stdout;
  return {
    write,
    cwd: host.cwd,
    locale,
    say,
    colour: colour && !isFile,
    columns: isFile ? 100 : Math.min(160, output.columns ?? 100),
    get version() {
      return packageVersion(host);
    },
    get rules() {
      return ruleHeads();
    },
    pageOf: id => readPage(host, id),
    env: host.env,
    appendFile: (file, text) => appendText(host, file, text, say),
  };
}

interface Sink {
  readonly write: (text: string) => void;
  readonly close: () => void;
}

function toStream(host: Host, toStderr: boolean): Sink {
  const stream = toStderr ? host.stderr : host.stdout;
  let held = '';
  const flush = (): void => {
    if (held !== '') stream.write(held);
    held = '';
  };
  return {
    write(text) {
      held += text;
      if (held.length > BUFFER || stream.isTerminal) flush();
    },
    close: flush,
  };
}

/** A file that the user has named, made with the folders it lies in. What goes wrong with it is told by that name. */
export function openNamed(host: Host, name: string, say: Say, appends = false): OpenFile {
  const target = path.resolve(host.cwd, name);
  const guard = <T>(action: () => T): T => {
    try {
      return action();
    } catch (error) {
      throw new UsageError(`${name}: ${say('notWritten', { code: errorCode(error) })}`);
    }
  };
  const open = guard(() => {
    host.fs.makeDirectory(path.dirname(target));
    return host.fs.openForWriting(target, appends);
  });
  return { write: bytes => guard(() => open.write(bytes)), close: () => guard(() => open.close()) };
}

function toFile({ host, say }: OutputOptions, file: string): Sink {
  const open = openNamed(host, file, say);
  const encoder = new TextEncoder();
  let held = '';
  const flush = (): void => {
    if (held !== '') open.write(encoder.encode(held));
    held = '';
  };
  return {
    write(text) {
      held += text;
      if (held.length > BUFFER) flush();
    },
    close() {
      flush();
      open.close();
    },
  };
}

function appendText(host: Host, file: string, text: string, say: Say): void {
  const open = openNamed(host, file, say, true);
  open.write(new TextEncoder().encode(text));
  open.close();
}

/** A rule's page as Markdown; pages ship with the package. */
export function readPage(host: Host, ruleId: string): string | undefined {
  try {
    const page = readFileSync(path.join(host.packageRoot, 'docs/rules', `${ruleId}.md`), 'utf8');
    return page.replace(/^<!-- \/?generated.*-->\n/gm, '');
  } catch {
    return undefined;
  }
}
