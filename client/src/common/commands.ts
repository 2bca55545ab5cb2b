import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  ClientCommand,
  type EditsResult,
  Method,
  type StatisticsLine,
} from '../../../server/src/lsp/protocol.ts';
import { convertFiles, convertSelection } from './convert.ts';
import { editDocument, editorInFront, paramsOf } from './edits.ts';
import { type FixOptions, fixDocument, fixFiles } from './fixFiles.ts';
import { showMenu } from './menu.ts';
import { targetsOf } from './reportFiles.ts';
import { chooseRulePage, openRulePage } from './rulePages.ts';
import type { Server } from './server.ts';
import type { Status } from './status.ts';

export function registerCommands(
  context: vscode.ExtensionContext,
  server: Server,
  status: Status,
): vscode.Disposable[] {
  const register = vscode.commands.registerCommand;
  /** A command that asks the server. */
  const asking = <A extends unknown[]>(
    command: string,
    run: (client: BaseLanguageClient, ...args: A) => Promise<void>,
  ): vscode.Disposable =>
    register(command, async (...args: A) => {
      const client = await server.ready();
      if (client) await run(client, ...args);
    });
  return [
    register(ClientCommand.openRulePage, (ruleId?: string) =>
      ruleId ? openRulePage(context, ruleId) : chooseRulePage(context),
    ),
    register(ClientCommand.reopenWithEncoding, reopenWithEncoding),
    asking('corpusLint.fixAll', fixDocument),
    asking('corpusLint.fixWorkspace', (client, options?: FixOptions) => fixFiles(client, undefined, options)),
    asking(
      'corpusLint.fixFiles',
      (client, clicked?: vscode.Uri, selected?: vscode.Uri[], options?: FixOptions) =>
        fixFiles(client, targetsOf(clicked, selected), options),
    ),
    asking('corpusLint.convert', (client, conversion?: unknown) =>
      convertSelection(client, { conversion: nameOf(conversion) }),
    ),
    asking('corpusLint.convertWithPreview', (client, conversion?: unknown) =>
      convertSelection(client, { conversion: nameOf(conversion), previews: true }),
    ),
    asking(
      'corpusLint.convertFiles',
      (client, clicked?: vscode.Uri, selected?: vscode.Uri[], conversion?: unknown) =>
        convertFiles(client, targetsOf(clicked, selected), { conversion: nameOf(conversion) }),
    ),
    asking('corpusLint.insertFrontMatter', insertFrontMatter),
    asking('corpusLint.showStatistics', showStatistics),
    register('corpusLint.restartServer', () => server.restart()),
    register('corpusLint.openSettings', openSettings),
    register('corpusLint.enableInWorkspace', () => setEnabled('on')),
    register('corpusLint.disableInWorkspace', () => setEnabled('off')),
    register('corpusLint.showOutput', () => server.client.outputChannel.show()),
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

const openSettings = (): Thenable<unknown> =>
  vscode.commands.executeCommand('workbench.action.openSettings', '@ext:corpus-lint.corpus-lint');

const setEnabled = (value: 'on' | 'off'): Thenable<void> =>
  vscode.workspace
    .getConfiguration('corpusLint')
    .update('enable', value, vscode.ConfigurationTarget.Workspace);

async function insertFrontMatter(client: BaseLanguageClient): Promise<void> {
  const document = editorInFront()?.document;
  if (!document) return;
  const inserted = await editDocument(document, () =>
    client.sendRequest<EditsResult>(Method.insertFrontMatter, paramsOf(client, document)),
  );
  if (inserted === 0)
    void vscode.window.showInformationMessage(vscode.l10n.t('This file has front matter already.'));
}

async function showStatistics(client: BaseLanguageClient): Promise<void> {
  const document = editorInFront()?.document;
  if (!document) return;
  const lines = await client.sendRequest<StatisticsLine[]>(Method.statistics, paramsOf(client, document));
  const entries = lines.map(({ label, value }) => ({ label, description: value }));
  const picked = await vscode.window.showQuickPick(entries, {
    title: vscode.l10n.t('Statistics of {0}', vscode.workspace.asRelativePath(document.uri)),
    placeHolder: vscode.l10n.t('Pick a line to copy its value'),
  });
  if (picked) await vscode.env.clipboard.writeText(picked.description);
}
