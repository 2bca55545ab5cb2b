// The extension in a browser: the server is a web worker, a new one at each start.
import { type ExtensionContext, Uri } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { activateExtension, CLIENT_ID, CLIENT_NAME, type Extension } from '../common/extension.ts';

export function activate(context: ExtensionContext): Promise<Extension> {
  const chunks = Uri.joinPath(context.extensionUri, 'dist/web').toString(true);
  let worker: Worker | undefined;
  const startWorker = () => {
    worker?.terminate();
    worker = new Worker(`${chunks}/server.js`);
    return Promise.resolve({ reader: new WorkerReader(worker), writer: new BrowserMessageWriter(worker) });
  };
  return activateExtension(
    context,
    options => new LanguageClient(CLIENT_ID, CLIENT_NAME, startWorker, options),
    { chunks: `${chunks}/`, pages: `${Uri.joinPath(context.extensionUri, 'docs/rules').toString(true)}/` },
  );
}

/** Tells of a worker that could not be loaded as of a closed connection, where a client would wait for ever. */
class WorkerReader extends BrowserMessageReader {
  constructor(worker: Worker) {
    super(worker);
    const fail = () => this.fireClose();
    worker.addEventListener('error', fail);
    worker.addEventListener('message', () => worker.removeEventListener('error', fail), { once: true });
  }
}
