// The extension in a browser: the server is a web worker.
import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activateExtension, CLIENT_ID, CLIENT_NAME, type Extension } from '../common/extension.ts';

export function activate(context: ExtensionContext): Promise<Extension> {
  const chunks = Uri.joinPath(context.extensionUri, 'dist/web').toString(true);
  return activateExtension(
    context,
    options => new LanguageClient(CLIENT_ID, CLIENT_NAME, new Worker(`${chunks}/server.js`), options),
    { chunks: `${chunks}/`, pages: `${Uri.joinPath(context.extensionUri, 'docs/rules').toString(true)}/` },
  );
}
