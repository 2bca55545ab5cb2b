// How a subcommand is added:
//   1. commands/<name>.ts exports `define: DefineCommand`, which adds its arguments and options to the commander
//      command it is given and sets the action; the action resolves to an exit code (0, 1 or 2);
//   2. one line in commands/index.ts names the command and loads that file.
// A command reaches the world only through its host (files, terminal, environment): see host.ts.
import type { Command } from 'commander';
import type { Locale, Localized } from '../../core/index.ts';
import type { Host } from '../host.ts';

export interface CommandContext {
  readonly host: Host;
  readonly locale: Locale;
  /** Call with the exit code from the command's action. */
  readonly exit: (code: number) => void;
}

export type DefineCommand = (command: Command, context: CommandContext) => void;

export interface CommandEntry {
  readonly name: string;
  readonly summary: Localized;
  readonly load: () => Promise<{ readonly define: DefineCommand }>;
}
