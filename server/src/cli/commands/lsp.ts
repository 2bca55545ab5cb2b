// The language server for editors that start a command: Neovim, Helix, Emacs, Sublime Text …
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Option } from 'commander';
import { sayIn } from '../messages.ts';
import type { DefineCommand } from './command.ts';

export const define: DefineCommand = (command, { host, locale }) => {
  command.addOption(new Option('--stdio', sayIn(locale)('optionStdio'))).action(async () => {
    const { serveStdio } = await import('../../node/stdio.ts');
    serveStdio(pathToFileURL(host.packageRoot + path.sep));
    // The protocol ends the process: after `exit`, or when the client is gone.
    await new Promise(() => {});
  });
};
