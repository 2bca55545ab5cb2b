// All safe repairs in all files of the workspace, or of files and folders in it: announced by number, applied as one
// undo step.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type EditsResult, Method } from '../../../server/src/lsp/protocol.ts';
import { collectEdits, EXCLUDED, FILES, filesUnder, paramsOf, toRange } from './edits.ts';

export interface FixOptions {
  /** False for a keybinding or a task that wants no question first. */
  readonly asks?: boolean;
}

/** Without targets, the whole workspace. */
export async function fixFiles(
  client: BaseLanguageClient,
  targets: readonly vscode.Uri[] | undefined,
  { asks = true }: FixOptions = {},
): Promise<void> {
  const { l10n } = vscode;
  const files = targets ? await filesUnder(targets) : await vscode.workspace.findFiles(FILES, EXCLUDED);
  const collected = await collectEdits(l10n.t('Looking for safe repairs'), files, document =>
    client.sendRequest<EditsResult>(Method.fix, paramsOf(client, document)),
  );
  if (!collected) return;
  const repairs = collected.reduce((sum, { result }) => sum + result.edits.length, 0);
  if (repairs === 0) {
    void vscode.window.showInformationMessage(l10n.t('There is nothing to repair.'));
    return;
  }
  if (asks && !(await confirms(repairs, collected.length))) return;
  const edit = new vscode.WorkspaceEdit();
  for (const { document, result } of collected)
    edit.set(
      document.uri,
      result.edits.map(({ range, newText }) => vscode.TextEdit.replace(toRange(range), newText)),
    );
  await vscode.workspace.applyEdit(edit);
}

async function confirms(repairs: number, files: number): Promise<boolean> {
  const { l10n } = vscode;
  const apply = l10n.t('Apply');
  const question = l10n.t('{0} edits in {1} files', repairs, files);
  const detail = l10n.t('The files stay unsaved, and one undo takes everything back.');
  return (await vscode.window.showInformationMessage(question, { modal: true, detail }, apply)) === apply;
}
