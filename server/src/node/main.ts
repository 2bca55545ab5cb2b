// The language server as a process: stdio (--stdio) or node's IPC (--node-ipc).
import { createConnection } from 'vscode-languageserver/node';
import { startServer } from '../lsp/server.ts';
import { nodePorts } from './ports.ts';

startServer(createConnection(), nodePorts(new URL('../../', import.meta.url)));
