import { addLintOptions, type LintOptions } from '../lintOptions.ts';
import { lintPaths, lintStdin } from '../lintRun.ts';
import { sayIn } from '../messages.ts';
import { UsageError } from '../usageError.ts';
import type { DefineCommand } from './command.ts';

export const define: DefineCommand = (command, { host, locale, exit }) => {
  addLintOptions(command.argument('[paths...]'), locale).action(
    async (targets: string[], options: LintOptions) => {
      const run = { host, locale, options };
      const say = sayIn(locale);
      const isStdin = targets.includes('-');
      if (isStdin && targets.length > 1) throw new UsageError(say('stdinAlone'));
      if (!isStdin && options.stdinFilename !== undefined)
        throw new UsageError(say('needsOption', { option: '--stdin-filename', other: '-' }));
      if (isStdin) exit(await lintStdin(run));
      else if (options.watch) exit(await (await import('../watch.ts')).watchPaths(run, targets));
      else exit(await lintPaths(run, targets));
    },
  );
};
