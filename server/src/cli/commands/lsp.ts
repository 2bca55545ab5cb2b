// The language server for editors that start a command: Neovim, Helix, Emacs, Sublime Text …
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Option } from 'commander';
import type { DefineCommand } from './command.ts';

export const define: DefineCommand = (command, { host }) => {
  command
    .addOption(new Option('--stdio', 'speak over standard input and output (the only way)'))
    .action(async () => {
      const { serveStdio } = await import('../../node/stdio.ts');
      serveStdio(pathToFileURL(host.packageRoot + path.sep));
      // The protocol ends the process: after `exit`, or when the client is gone.
      await new Promise(() => {});
    });
};
