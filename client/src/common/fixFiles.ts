// All safe repairs: of the document in front; of all files of the workspace, or of files and folders in it, announced by
// number. One undo step.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type EditsResult, Method } from '../../../server/src/lsp/protocol.ts';
import { collectEdits, editDocument, editorInFront, paramsOf, toTextEdits, unchanged } from './edits.ts';
import { EXCLUDED, FILES, filesUnder } from './reportFiles.ts';

export interface FixOptions {
  /** False for a keybinding or a task that wants no question first. */
  readonly asks?: boolean;
}

/**
 * The document in front. The server is asked directly, as VS Code's own command for code actions does nothing where
 * new findings arrive, or the cursor moves, while the answer is on its way.
 */
export async function fixDocument(client: BaseLanguageClient): Promise<void> {
  const document = editorInFront()?.document;
  if (document && (await editDocument(document, safeRepairs(client))) === 0) sayNothingToRepair();
}

/** Without targets, the whole workspace. */
export async function fixFiles(
  client: BaseLanguageClient,
  targets: readonly vscode.Uri[] | undefined,
  { asks = true }: FixOptions = {},
): Promise<void> {
  const { l10n } = vscode;
  const files = targets ? await filesUnder(targets) : await vscode.workspace.findFiles(FILES, EXCLUDED);
  const collected = await collectEdits(l10n.t('Looking for safe repairs'), files, safeRepairs(client));
  if (!collected) return;
  const repairs = collected.reduce((sum, { result }) => sum + result.edits.length, 0);
  if (repairs === 0) {
    sayNothingToRepair();
    return;
  }
  if (asks && !(await confirms(repairs, collected.length))) return;
  const edit = new vscode.WorkspaceEdit();
  for (const { document, result } of await unchanged(collected))
    edit.set(document.uri, toTextEdits(result.edits));
  await vscode.workspace.applyEdit(edit);
}

const safeRepairs =
  (client: BaseLanguageClient) =>
  (document: vscode.TextDocument): Promise<EditsResult> =>
    client.sendRequest<EditsResult>(Method.fix, paramsOf(client, document));

function sayNothingToRepair(): void {
  void vscode.window.showInformationMessage(vscode.l10n.t('There is nothing to repair.'));
}

async function confirms(repairs: number, files: number): Promise<boolean> {
  const { l10n } = vscode;
  const apply = l10n.t('Apply');
  const question = l10n.t('{0} edits in {1} files', repairs, files);
  const detail = l10n.t('The files stay unsaved, and one undo takes everything back.');
  return (await vscode.window.showInformationMessage(question, { modal: true, detail }, apply)) === apply;
}
