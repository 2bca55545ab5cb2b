// The files that a command takes one by one without linting them: arguments → files, in order. What goes wrong with one
// is told, and the others follow.
import { errorCode } from '../adapters/systemErrors.ts';
import { discover, type FoundFile } from './discover.ts';
import { FileError } from './failures.ts';
import { shownPath } from './formatters/paths.ts';
import { type Host, OutputError } from './host.ts';
import type { Say } from './messages.ts';

import { interruptions } from './process.ts';
import { createProgress } from './progress.ts';
import { UsageError } from './usageError.ts';

export interface FilesOptions {
  /** False for --no-ignore. */
  readonly honourIgnores: boolean;
  /** Whether files are rewritten: what an interrupted run has left behind is removed first. */
  readonly sweep?: boolean;
  /** Whether Ctrl-C waits for the end of a file, which the command then tells by `host.interrupted`. */
  readonly finishesFiles?: boolean;
}

/** Resolves to false when something has failed. A FileError of `visit` is told as it stands. */
export async function eachFile(
  host: Host,
  say: Say,
  targets: readonly string[],
  { honourIgnores, sweep = false, finishesFiles = false }: FilesOptions,
  visit: (file: FoundFile) => Promise<void>,
): Promise<boolean> {
  const { fs, cwd } = host;
  const found = await discover(targets, { fs, cwd, honourIgnores, sweep });
  const progress = createProgress(host, say, found.files);
  let done = true;
  const complain = (text: string): void => {
    progress.clear();
    host.stderr.write(`${text}\n`);
    done = false;
  };
  for (const target of found.unmatched) complain(say('nothingMatches', { target }));
  for (const { path, code } of found.failures)
    complain(`${shownPath(cwd, path)}: ${say('cannotRead', { code })}`);
  const wasInterrupted = finishesFiles ? interruptions(host) : undefined;
  for (const file of found.files) {
    if (await wasInterrupted?.()) break;
    try {
      await visit(file);
    } catch (error) {
      const isOfFile = error instanceof FileError;
      // What is about no file would fail with the next one as well.
      if (!isOfFile && (error instanceof OutputError || error instanceof UsageError)) throw error;
      const why = isOfFile ? error.message : say('failed', { code: errorCode(error) });
      complain(`${shownPath(cwd, file.path)}: ${why}`);
    }
    progress.add(file);
    await host.stdout.drained();
  }
  progress.clear();
  return done;
}
