// All safe repairs in all files of the workspace, or of a folder: previewed by number, applied as one undo step.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type EditsResult, Method } from '../../../server/src/lsp/protocol.ts';
import { collectEdits, EXCLUDED, FILES, filesUnder, paramsOf, toRange } from './edits.ts';

export async function fixWorkspace(client: BaseLanguageClient, folder?: vscode.Uri): Promise<void> {
  const { l10n } = vscode;
  const files = folder ? await filesUnder([folder]) : await vscode.workspace.findFiles(FILES, EXCLUDED);
  const collected = await collectEdits(l10n.t('Looking for safe repairs'), files, document =>
    client.sendRequest<EditsResult>(Method.fix, paramsOf(client, document)),
  );
  if (!collected) return;
  const repairs = collected.reduce((sum, { result }) => sum + result.edits.length, 0);
  if (repairs === 0) {
    void vscode.window.showInformationMessage(l10n.t('There is nothing to repair.'));
    return;
  }
  const apply = l10n.t('Apply');
  const question = l10n.t('{0} edits in {1} files', repairs, collected.length);
  const detail = l10n.t('The files stay unsaved, and one undo takes everything back.');
  if ((await vscode.window.showInformationMessage(question, { modal: true, detail }, apply)) !== apply)
    return;
  const edit = new vscode.WorkspaceEdit();
  for (const { document, result } of collected)
    edit.set(
      document.uri,
      result.edits.map(({ range, newText }) => vscode.TextEdit.replace(toRange(range), newText)),
    );
  await vscode.workspace.applyEdit(edit);
}
