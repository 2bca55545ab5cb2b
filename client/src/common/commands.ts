import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ClientCommand } from '../../../server/src/lsp/protocol.ts';
import { showMenu } from './menu.ts';
import { chooseRulePage, openRulePage } from './rulePages.ts';
import type { Status } from './status.ts';

export function registerCommands(
  context: vscode.ExtensionContext,
  client: BaseLanguageClient,
  status: Status,
): vscode.Disposable[] {
  const register = vscode.commands.registerCommand;
  return [
    register(ClientCommand.openRulePage, (ruleId?: string) =>
      ruleId ? openRulePage(context, ruleId) : chooseRulePage(context),
    ),
    register(ClientCommand.reopenWithEncoding, reopenWithEncoding),
    register('corpusLint.fixAll', fixAll),
    register('corpusLint.restartServer', () => restart(client)),
    register('corpusLint.openSettings', openSettings),
    register('corpusLint.enableInWorkspace', () => setEnabled('on')),
    register('corpusLint.disableInWorkspace', () => setEnabled('off')),
    register('corpusLint.showOutput', () => client.outputChannel.show()),
    register('corpusLint.showMenu', () => showMenu(status)),
  ];
}

/** Applies all safe repairs to the active editor: the same action that runs on save. */
const fixAll = (): Thenable<unknown> =>
  vscode.commands.executeCommand('editor.action.codeAction', {
    kind: 'source.fixAll.corpus-lint',
    apply: 'first',
  });

async function reopenWithEncoding(uri: string, encoding: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri), { encoding });
  await vscode.window.showTextDocument(document);
}

async function restart(client: BaseLanguageClient): Promise<void> {
  await client.stop();
  await client.start();
}

const openSettings = (): Thenable<unknown> =>
  vscode.commands.executeCommand('workbench.action.openSettings', '@ext:corpus-lint.corpus-lint');

const setEnabled = (value: 'on' | 'off'): Thenable<void> =>
  vscode.workspace
    .getConfiguration('corpusLint')
    .update('enable', value, vscode.ConfigurationTarget.Workspace);
