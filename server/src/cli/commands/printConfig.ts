import path from 'node:path';
import { activeRules, RULES } from '../../core/index.ts';
import { PLACES } from '../formatters/formatter.ts';
import { sayIn } from '../messages.ts';
import { createSession } from '../session.ts';
import { sessionBasics } from '../sessionOptions.ts';
import type { DefineCommand } from './command.ts';

export const define: DefineCommand = (command, { host, locale, exit }) => {
  command
    .argument('[file]')
    .option('--config <file>', sayIn(locale)('optionConfig'))
    .action(async (file: string | undefined, options: { config?: string }) => {
      const session = createSession(host.fs, {
        ...sessionBasics({ host, locale, config: options.config }),
        detail: PLACES,
        honourIgnores: true,
        write: false,
      });
      const { settings, sources, ignored, problems } = await session.configOf(
        path.resolve(host.cwd, file ?? 'report.md'),
      );
      const rules = Object.fromEntries(
        activeRules(RULES, settings).map(({ rule, level, options: own }) => [
          rule.meta.id,
          Object.keys(own).length > 0 ? { level, ...own } : level,
        ]),
      );
      const { expectations, terms, preset } = settings;
      const shown = { sources, ignored, preset, rules, ...expectations, terms };
      host.stdout.write(`${JSON.stringify(shown, undefined, 2)}\n`);
      for (const problem of problems) host.stderr.write(`${problem}\n`);
      if (problems.length > 0) exit(2);
    });
};
