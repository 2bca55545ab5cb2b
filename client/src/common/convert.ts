// Script conversion: of the selections, of a file, of files and folders. Shown as a refactoring, so that characters
// which no word decided can be looked at one by one before anything changes; applied as one undo step.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type ConversionChoice,
  type ConvertParams,
  type ConvertResult,
  Method,
} from '../../../server/src/lsp/protocol.ts';
import { collectEdits, filesUnder, paramsOf, toRange } from './edits.ts';

/** `conversion` is OpenCC's name; without it the user is asked. */
export async function convertSelection(client: BaseLanguageClient, conversion?: string): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return;
  const chosen = conversion ?? (await choose(client));
  if (!chosen) return;
  const { document, selections } = editor;
  const chosenRanges = selections.filter(selection => !selection.isEmpty);
  const { start, end } = { start: 0, end: document.lineCount };
  const ranges = chosenRanges.length > 0 ? chosenRanges : [new vscode.Range(start, 0, end, 0)];
  const result = await request(client, document, chosen, ranges);
  await preview([{ document, result }]);
}

/** From the explorer: the files and folders selected there. */
export async function convertFiles(
  client: BaseLanguageClient,
  clicked: vscode.Uri,
  selected: readonly vscode.Uri[] | undefined,
  conversion?: string,
): Promise<void> {
  const chosen = conversion ?? (await choose(client));
  if (!chosen) return;
  const files = await filesUnder(selected && selected.length > 0 ? selected : [clicked]);
  const title = vscode.l10n.t('Converting script');
  const collected = await collectEdits(title, files, document => request(client, document, chosen));
  if (collected) await preview(collected);
}

async function choose(client: BaseLanguageClient): Promise<string | undefined> {
  const choices = await client.sendRequest<ConversionChoice[]>(Method.conversions);
  const entries = choices.map(({ id, label }) => ({ label, description: id, id }));
  const placeHolder = vscode.l10n.t('Convert Chinese script: from → to');
  return (await vscode.window.showQuickPick(entries, { placeHolder, matchOnDescription: true }))?.id;
}

function request(
  client: BaseLanguageClient,
  document: vscode.TextDocument,
  conversion: string,
  ranges?: readonly vscode.Range[],
): Promise<ConvertResult> {
  const params: ConvertParams = {
    ...paramsOf(client, document),
    conversion,
    ...(ranges ? { ranges: ranges.map(range => client.code2ProtocolConverter.asRange(range)) } : {}),
  };
  return client.sendRequest<ConvertResult>(Method.convert, params);
}

async function preview(
  converted: readonly { readonly document: vscode.TextDocument; readonly result: ConvertResult }[],
): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const certain = { label: vscode.l10n.t('Converted'), needsConfirmation: false };
  let count = 0;
  for (const { document, result } of converted) {
    for (const { range, newText, alternatives } of result.edits) {
      const where = toRange(range);
      const metadata = alternatives
        ? {
            label: vscode.l10n.t('Please check: no word decides'),
            description: `${document.getText(where)} → ${newText}？ ${alternatives.join('？ ')}？`,
            needsConfirmation: true,
          }
        : certain;
      edit.replace(document.uri, where, newText, metadata);
      count++;
    }
  }
  if (count === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There is nothing to convert.'));
    return;
  }
  await vscode.workspace.applyEdit(edit, { isRefactoring: true });
}
