// The extension on a desktop or in a remote host: the server is a process of its own.
import path from 'node:path';
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateExtension, CLIENT_ID, CLIENT_NAME, type Extension } from '../common/extension.ts';

export function activate(context: ExtensionContext): Promise<Extension> {
  const server = {
    module: path.join(context.extensionPath, 'dist/server/node.js'),
    transport: TransportKind.ipc,
  };
  return activateExtension(
    context,
    options => new LanguageClient(CLIENT_ID, CLIENT_NAME, { run: server, debug: server }, options),
  );
}
