// The command line without a process: arguments and a host in, an exit code out.
import { Command, CommanderError } from 'commander';
import { LOCALES, localized } from '../core/basics.ts';
import type { Locale, Localized } from '../core/index.ts';
import { COMMANDS } from './commands/index.ts';
import { type Host, OutputError } from './host.ts';
import { localeFromEnvironment, localeOf } from './locale.ts';
import { sayIn } from './messages.ts';
import { UsageError } from './usageError.ts';
import { packageVersion } from './version.ts';

export async function main(argv: readonly string[], host: Host): Promise<number> {
  const { args, locale } = takeLocale(argv, host);
  // A subcommand wins over a folder of its name; anything else is a path for lint.
  const named = COMMANDS.find(command => command.name === args[0]);
  const entry = named ?? COMMANDS[0]!;
  let code = 0;
  const command = new Command(named ? `corpus-lint ${named.name}` : 'corpus-lint')
    .description(entry.summary[locale])
    .exitOverride()
    .configureOutput({
      writeOut: text => host.stdout.write(text),
      writeErr: text => host.stderr.write(text),
      // Said below, in the user's language.
      outputError: () => {},
    })
    .option('--locale <locale>', TEXT.locale[locale])
    .helpOption('-h, --help', TEXT.help[locale]);
  if (args.includes('--version') || args.includes('-V'))
    command.version(packageVersion(host), '-V, --version', TEXT.version[locale]);
  else command.option('-V, --version', TEXT.version[locale]);
  if (args.includes('--help') || args.includes('-h'))
    command.configureHelp((await import('./help.ts')).helpIn(locale));
  if (entry === COMMANDS[0]) command.addHelpText('after', commandList(locale));
  try {
    (await entry.load()).define(command, {
      host,
      locale,
      exit: value => {
        code = value;
      },
    });
    await command.parseAsync(named ? args.slice(1) : args, { from: 'user' });
    await host.stdout.drained();
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0;
      const { usageWords } = await import('./usageWords.ts');
      host.stderr.write(`${usageWords(error, sayIn(locale))}\n`);
      return 2;
    }
    const detail = error instanceof Error ? error.message : String(error);
    if (error instanceof UsageError) host.stderr.write(`${detail}\n`);
    else if (error instanceof OutputError)
      host.stderr.write(`${sayIn(locale)('outputFailed', { code: error.code })}\n`);
    else host.stderr.write(`${sayIn(locale)('internal', { detail: describe(error) })}\n`);
    return 2;
  }
  return code;
}

const describe = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);

// The language is known before the options are declared, because help is in it as well.
function takeLocale(argv: readonly string[], host: Host): { args: string[]; locale: Locale } {
  const args = [...argv];
  const at = args.findIndex(arg => arg === '--locale' || arg.startsWith('--locale='));
  if (at < 0) return { args, locale: localeFromEnvironment(host.env) };
  const value = args[at]!.includes('=') ? args[at]!.slice('--locale='.length) : args[at + 1];
  args.splice(at, args[at]!.includes('=') ? 1 : 2);
  const exact = LOCALES.find(locale => locale === value);
  return { args, locale: exact ?? localeOf(value) };
}

function commandList(locale: Locale): string {
  const width = Math.max(...COMMANDS.map(command => command.name.length));
  const lines = COMMANDS.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary[locale]}`);
  return `\n${TEXT.commands[locale]}\n${lines.join('\n')}\n\n${TEXT.exits[locale]}\n`;
}

const TEXT = {
  locale: localized(
    'language of messages: en, zh-CN, zh-TW',
    '消息语言：en、zh-CN、zh-TW',
    '訊息語言：en、zh-CN、zh-TW',
  ),
  help: localized('show this help', '显示帮助', '顯示說明'),
  version: localized('show the version', '显示版本', '顯示版本'),
  commands: localized('Commands:', '命令：', '命令：'),
  exits: localized(
    'Exit codes: 0 no errors; 1 findings; 2 failure, wrong use or configuration.',
    '退出码：0 无错误级问题；1 有问题；2 故障、用法错误或配置错误。',
    '結束碼：0 無錯誤級問題；1 有問題；2 故障、用法錯誤或設定錯誤。',
  ),
} satisfies Readonly<Record<string, Localized>>;
