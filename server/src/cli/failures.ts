// What the user is told of a file that could not be read or written.
import { errorCode } from '../adapters/systemErrors.ts';
import { ChangedFileError, replaceFile } from './atomicWrite.ts';
import type { FileSystem } from './host.ts';
import type { Say } from './messages.ts';
import { UsageError } from './usageError.ts';

/** Says in the user's language what is wrong with one of the files; where there is one only, it ends the run. */
export class FileError extends UsageError {}

/** The bytes of a file, or a FileError; a pipe would be waited for, perhaps for ever. */
export function readRegular(fs: FileSystem, file: string, say: Say): Uint8Array {
  try {
    if (fs.stat(file).kind === 'file') return fs.readFile(file);
  } catch (error) {
    throw new FileError(say('cannotRead', { code: errorCode(error) }));
  }
  throw new FileError(say('notRegular'));
}

/** As `replaceFile`, or a FileError. */
export function rewrite(fs: FileSystem, file: string, before: Uint8Array, bytes: Uint8Array, say: Say): void {
  try {
    replaceFile(fs, file, before, bytes);
  } catch (error) {
    throw new FileError(writeFailure(error, say));
  }
}

/** What to say where `replaceFile` has thrown. */
export const writeFailure = (error: unknown, say: Say): string =>
  error instanceof ChangedFileError
    ? say('changedMeanwhile')
    : say('cannotWrite', { code: errorCode(error) });
