// What happens to the text of one file once its settings are known: linting, repair, the outcome. This module loads the
// rules, so a run that the cache answers never imports it.
import { type Decoded, decode } from '../adapters/decode.ts';
import { createLinter, type Format, type Linter, type Settings } from '../core/index.ts';
import type { FileSystem } from './host.ts';
import { sayIn } from './messages.ts';
import { outcomeOf } from './outcome.ts';
import { repair } from './repair.ts';
import type { Outcome } from './report.ts';
import type { SessionOptions } from './sessionOptions.ts';
import { createSourceReader } from './sourceReader.ts';

/** Never rejects. `extra` goes into the outcome as it is. */
export interface DocumentLinter {
  /** With `isOnDisk` a repair is written to the file of that path. */
  lintBytes(
    path: string,
    bytes: Uint8Array,
    settings: Settings,
    isOnDisk: boolean,
    extra: Partial<Outcome>,
  ): Promise<Outcome>;
  /** A text that never was bytes. */
  lintText(
    id: string,
    text: string,
    format: Format | undefined,
    settings: Settings,
    extra: Partial<Outcome>,
  ): Promise<Outcome>;
}

export function createDocumentLinter(fs: FileSystem, options: SessionOptions): DocumentLinter {
  const context = { fs, options, say: sayIn(options.locale) };
  const linters = new Map<Settings, Linter>();
  const sources = createSourceReader(fs, options.fix !== undefined);
  const linterOf = (settings: Settings): Linter => {
    let linter = linters.get(settings);
    if (!linter) {
      linter = createLinter({ settings, ports: sources.ports });
      linters.set(settings, linter);
    }
    return linter;
  };

  async function lintBytes(
    path: string,
    bytes: Uint8Array,
    settings: Settings,
    isOnDisk: boolean,
    extra: Partial<Outcome>,
  ): Promise<Outcome> {
    const decoded = await decode(bytes, { encoding: options.encoding });
    if (options.fix === undefined) return lintDecoded(path, decoded, bytes.length, settings, extra);
    const { text, codes, facts } = decoded;
    const source = await sources.read(path, text, settings, { codes });
    return repair({ source, linter: linterOf(settings), bytes, facts, isOnDisk }, context, extra);
  }

  // Holds no bytes: while it waits those of a giant file are let go.
  async function lintDecoded(
    path: string,
    { text, codes, facts }: Decoded,
    size: number,
    settings: Settings,
    extra: Partial<Outcome>,
  ): Promise<Outcome> {
    const source = await sources.read(path, text, settings, { codes });
    const linter = linterOf(settings);
    const result = linter.lint(source, facts);
    return outcomeOf({ path, linter, result, faults: result.faults, bytes: size }, context, extra);
  }

  async function lintText(
    id: string,
    text: string,
    format: Format | undefined,
    settings: Settings,
    extra: Partial<Outcome>,
  ): Promise<Outcome> {
    const source = await sources.read(id, text, settings, { format });
    const linter = linterOf(settings);
    if (options.fix !== undefined)
      return repair({ source, linter, bytes: NO_BYTES, facts: undefined, isOnDisk: false }, context, extra);
    const result = linter.lint(source);
    return outcomeOf({ path: id, linter, result, faults: result.faults, bytes: 0 }, context, extra);
  }

  return { lintBytes, lintText };
}

const NO_BYTES = new Uint8Array(0);
