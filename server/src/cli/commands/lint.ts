import path from 'node:path';
import { Option } from 'commander';
import { frontMatterReader } from '../../adapters/frontMatter.ts';
import { createLinter, DEFAULT_SETTINGS, type Settings } from '../../core/index.ts';
import { filesUnder } from '../discover.ts';
import { FORMATS } from '../formatters/index.ts';
import { errorCode } from '../host.ts';
import { lintBytes } from '../lintFile.ts';
import { fatalMessage, fileReport } from '../report.ts';
import type { DefineCommand } from './command.ts';

export const define: DefineCommand = (command, { host, locale, exit }) => {
  command
    .argument('[paths...]')
    .addOption(new Option('--format <name>').choices(Object.keys(FORMATS)).default('pretty'))
    .option('--rule <id...>')
    .action(async (paths: string[], options: { format: string; rule?: string[] }) => {
      const { createFormatter } = await FORMATS[options.format]!();
      const formatter = createFormatter({ write: host.stdout.write, cwd: host.cwd });
      const linter = createLinter({
        settings: only(options.rule),
        ports: { frontMatter: frontMatterReader },
      });
      let code = 0;
      for (const name of paths.length > 0 ? paths : ['.']) {
        for (const file of expand(path.resolve(host.cwd, name))) {
          let report: ReturnType<typeof fileReport>;
          try {
            report = lintBytes(file, host.fs.readFile(file), { linter, locale });
          } catch (error) {
            report = fileReport(file, [fatalMessage(errorCode(error))]);
          }
          formatter.file(report);
          if (report.messages.some(m => m.fatal)) code = 2;
          else if (report.errorCount > 0) code = Math.max(code, 1);
        }
      }
      formatter.end();
      exit(code);
    });

  function* expand(target: string): Generator<string> {
    try {
      if (host.fs.stat(target).kind === 'directory') yield* filesUnder(host.fs, target);
      else yield target;
    } catch {
      yield target;
    }
  }
};

const only = (rules: readonly string[] | undefined): Settings =>
  rules
    ? {
        ...DEFAULT_SETTINGS,
        preset: 'none',
        rules: Object.fromEntries(rules.map(id => [id, { level: 'warning' }])),
      }
    : DEFAULT_SETTINGS;
