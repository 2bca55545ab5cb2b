import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  ClientCommand,
  type EditsResult,
  Method,
  type StatisticsLine,
} from '../../../server/src/lsp/protocol.ts';
import { convertFiles, convertSelection } from './convert.ts';
import { editDocument, paramsOf, targetsOf } from './edits.ts';
import { type FixOptions, fixDocument, fixFiles } from './fixFiles.ts';
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
    register('corpusLint.fixAll', () => fixDocument(client)),
    register('corpusLint.fixWorkspace', (options?: FixOptions) => fixFiles(client, undefined, options)),
    register('corpusLint.fixFiles', (clicked?: vscode.Uri, selected?: vscode.Uri[], options?: FixOptions) =>
      fixFiles(client, targetsOf(clicked, selected), options),
    ),
    register('corpusLint.convert', (conversion?: unknown) =>
      convertSelection(client, { conversion: nameOf(conversion) }),
    ),
    register('corpusLint.convertWithPreview', (conversion?: unknown) =>
      convertSelection(client, { conversion: nameOf(conversion), previews: true }),
    ),
    register(
      'corpusLint.convertFiles',
      (clicked?: vscode.Uri, selected?: vscode.Uri[], conversion?: unknown) =>
        convertFiles(client, targetsOf(clicked, selected), { conversion: nameOf(conversion) }),
    ),
    register('corpusLint.insertFrontMatter', () => insertFrontMatter(client)),
    register('corpusLint.showStatistics', () => showStatistics(client)),
    register('corpusLint.restartServer', () => restart(client)),
    register('corpusLint.openSettings', openSettings),
    register('corpusLint.enableInWorkspace', () => setEnabled('on')),
    register('corpusLint.disableInWorkspace', () => setEnabled('off')),
    register('corpusLint.showOutput', () => client.outputChannel.show()),
    register('corpusLint.showMenu', () => showMenu(status)),
  ];
}

/** A conversion that a keybinding or a task names; a menu passes what was clicked instead. */
const nameOf = (argument: unknown): string | undefined =>
  typeof argument === 'string' ? argument : undefined;

/** VS Code's names for the encodings that the server tells apart. */
const ENCODINGS: Readonly<Record<string, string>> = {
  gb18030: 'gb18030',
  gbk: 'gbk',
  big5: 'cp950',
  'big5-hkscs': 'big5hkscs',
  'utf-16le': 'utf16le',
  'utf-16be': 'utf16be',
  shift_jis: 'shiftjis',
};

async function reopenWithEncoding(name: string, encoding: string): Promise<void> {
  const uri = vscode.Uri.parse(name);
  const open = vscode.workspace.textDocuments.find(document => document.uri.toString() === uri.toString());
  if (open?.isDirty) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('Save or revert the file first: reopening it reads it from the disk again.'),
    );
    return;
  }
  const options = { encoding: ENCODINGS[encoding.toLowerCase()] ?? encoding };
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri, options));
}

let restarting: Promise<void> | undefined;

/**
 * One restart at a time. A server that is just starting is waited for, and one that does not stop in time is left behind:
 * whoever restarts a server has reasons to expect that.
 */
function restart(client: BaseLanguageClient): Promise<void> {
  const stopAndStart = async (): Promise<void> => {
    if (client.isRunning()) await client.stop().catch(() => {});
    await client.start();
  };
  restarting ??= stopAndStart().finally(() => {
    restarting = undefined;
  });
  return restarting;
}

const openSettings = (): Thenable<unknown> =>
  vscode.commands.executeCommand('workbench.action.openSettings', '@ext:corpus-lint.corpus-lint');

const setEnabled = (value: 'on' | 'off'): Thenable<void> =>
  vscode.workspace
    .getConfiguration('corpusLint')
    .update('enable', value, vscode.ConfigurationTarget.Workspace);

async function insertFrontMatter(client: BaseLanguageClient): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document) return;
  const inserted = await editDocument(document, () =>
    client.sendRequest<EditsResult>(Method.insertFrontMatter, paramsOf(client, document)),
  );
  if (inserted === 0)
    void vscode.window.showInformationMessage(vscode.l10n.t('This file has front matter already.'));
}

async function showStatistics(client: BaseLanguageClient): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document) return;
  const lines = await client.sendRequest<StatisticsLine[]>(Method.statistics, paramsOf(client, document));
  const entries = lines.map(({ label, value }) => ({ label, description: value }));
  const picked = await vscode.window.showQuickPick(entries, {
    title: vscode.l10n.t('Statistics of {0}', vscode.workspace.asRelativePath(document.uri)),
    placeHolder: vscode.l10n.t('Pick a line to copy its value'),
  });
  if (picked) await vscode.env.clipboard.writeText(picked.description);
}
