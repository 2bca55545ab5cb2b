import { addLintOptions, type LintOptions } from '../lintOptions.ts';
import { lintPaths, lintStdin } from '../lintRun.ts';
import type { DefineCommand } from './command.ts';

export const define: DefineCommand = (command, { host, locale, exit }) => {
  addLintOptions(command.argument('[paths...]'), locale).action(
    async (targets: string[], options: LintOptions) => {
      const run = { host, locale, options };
      if (targets.length === 1 && targets[0] === '-') exit(await lintStdin(run));
      else if (options.watch) exit(await (await import('../watch.ts')).watchPaths(run, targets));
      else exit(await lintPaths(run, targets));
    },
  );
};
