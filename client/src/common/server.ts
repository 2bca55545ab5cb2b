// The server as the extension sees it: a language client, and after a restart another one. To stop and start the same
// client was rejected: one whose start has failed never starts again.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

export interface Server extends vscode.Disposable {
  /** The client of now; it need not be running. */
  readonly client: BaseLanguageClient;
  /** Fires with each new client, before it starts. */
  readonly onDidReplace: vscode.Event<BaseLanguageClient>;
  start(): Promise<void>;
  /** One restart at a time. */
  restart(): Promise<void>;
  /** A client that takes requests; undefined, after offering a restart, where there is none. */
  ready(): Promise<BaseLanguageClient | undefined>;
}

export function createServer(createClient: () => BaseLanguageClient): Server {
  const replaced = new vscode.EventEmitter<BaseLanguageClient>();
  let client = createClient();
  let starting: Promise<void> | undefined;
  let restarting: Promise<void> | undefined;

  function start(): Promise<void> {
    starting = client.start();
    return starting;
  }

  /**
   * A server that is just starting is waited for, and one that does not stop in time is left behind: whoever restarts a
   * server has reasons to expect that.
   */
  async function replace(): Promise<void> {
    await starting?.catch(() => {});
    await client.dispose().catch(() => {});
    client = createClient();
    replaced.fire(client);
    await start();
  }

  return {
    get client() {
      return client;
    },
    onDidReplace: replaced.event,
    start,
    restart() {
      restarting ??= replace().finally(() => {
        restarting = undefined;
      });
      return restarting;
    },
    async ready() {
      await (restarting ?? starting)?.catch(() => {});
      if (client.needsStop()) return client;
      void offerRestart();
      return undefined;
    },
    dispose() {
      replaced.dispose();
      // A client that is not running refuses to stop.
      client.dispose().catch(() => {});
    },
  };
}

async function offerRestart(): Promise<void> {
  const restart = vscode.l10n.t('Restart');
  const message = vscode.l10n.t('Corpus Lint: {0}', vscode.l10n.t('the server is not running'));
  if ((await vscode.window.showWarningMessage(message, restart)) === restart)
    await vscode.commands.executeCommand('corpusLint.restartServer');
}
