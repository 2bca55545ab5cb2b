// What both entry points share: the client's options, and everything the extension adds to VS Code beside it.
import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { ClientCommand, type InitializationOptions, Method } from '../../../server/src/lsp/protocol.ts';
import { registerCommands } from './commands.ts';
import { detectReports } from './detectReports.ts';
import { LANGUAGES } from './languages.ts';
import { answerReadFile } from './readFile.ts';
import { linkRulePages } from './rulePages.ts';
import { createServer, type Server } from './server.ts';
import { createStatus } from './status.ts';

export const CLIENT_ID = 'corpusLint';
export const CLIENT_NAME = 'Corpus Lint';

/** What a running extension gives to tests and to other extensions. */
export interface Extension {
  readonly server: Server;
  /** Milliseconds that `activate` took. */
  readonly activationTime: number;
}

export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

export async function activateExtension(
  context: vscode.ExtensionContext,
  createClient: CreateClient,
  more: Partial<InitializationOptions> = {},
): Promise<Extension> {
  const start = performance.now();
  const initializationOptions: InitializationOptions = {
    commands: Object.values(ClientCommand),
    hasMarkdownOutline: true,
    readsFiles: true,
    ...more,
  };
  const documentSelector = selector();
  const outputChannel = vscode.window.createOutputChannel(CLIENT_NAME, { log: true });
  const server = createServer(() => {
    const client = createClient({
      documentSelector,
      initializationOptions,
      outputChannel,
      diagnosticPullOptions: { onChange: true, onSave: true, onTabs: false },
      middleware: linkRulePages(),
    });
    client.onRequest(Method.readFile, answerReadFile);
    return client;
  });
  const status = createStatus(server, document => vscode.languages.match(documentSelector, document) > 0);
  context.subscriptions.push(
    outputChannel,
    server,
    status,
    detectReports(status),
    ...registerCommands(context, server, status),
  );
  const started = server.start();
  const activationTime = performance.now() - start;
  // A server that cannot start has told the user already; the commands stay.
  started.catch(() => {});
  return { server, activationTime };
}

// Not `git:` or other copies of a file, whose findings would stand twice in the list of problems.
function selector(): { readonly scheme: string; readonly language: string }[] {
  const schemes = new Set(['file', 'untitled', 'vscode-remote', 'vscode-vfs']);
  for (const { uri } of vscode.workspace.workspaceFolders ?? []) schemes.add(uri.scheme);
  return [...schemes].flatMap(scheme => LANGUAGES.map(language => ({ scheme, language })));
}
