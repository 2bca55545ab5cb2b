#!/usr/bin/env node
import { nodeHost } from './nodeHost.ts';

const argv = process.argv.slice(2);
const host = nodeHost();
// A program that is asked for its version loads nothing else.
if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V'))
  import('./version.ts').then(({ packageVersion }) => host.stdout.write(`${packageVersion(host)}\n`));
else
  import('./main.ts')
    .then(({ main }) => main(argv, host))
    .then(code => {
      process.exitCode = code;
    });
