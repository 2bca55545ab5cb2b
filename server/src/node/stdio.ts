import { createConnection } from 'vscode-languageserver/node';
import { startServer } from '../lsp/server.ts';
import { nodePorts } from './ports.ts';

/** Serves over this process's standard input and output; the protocol ends the process. */
export const serveStdio = (root: URL): void =>
  startServer(createConnection(process.stdin, process.stdout), nodePorts(root));
