// The command line without a process: arguments and a host in, an exit code out.
import { Command } from 'commander';
import { COMMANDS } from './commands/index.ts';
import type { Host } from './host.ts';
import { localeFromEnvironment } from './locale.ts';

export async function main(argv: readonly string[], host: Host): Promise<number> {
  // A subcommand wins over a folder of its name; anything else is a path for lint.
  const entry = COMMANDS.find(command => command.name === argv[0]) ?? COMMANDS[0]!;
  const rest = entry.name === argv[0] ? argv.slice(1) : argv;
  let code = 0;
  const command = new Command('corpus-lint').exitOverride().configureOutput({
    writeOut: text => host.stdout.write(text),
    writeErr: text => host.stderr.write(text),
  });
  (await entry.load()).define(command, {
    host,
    locale: localeFromEnvironment(host.env),
    exit: value => {
      code = value;
    },
  });
  try {
    await command.parseAsync(rest, { from: 'user' });
  } catch (error) {
    if (error instanceof Error && 'exitCode' in error) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
  return code;
}
