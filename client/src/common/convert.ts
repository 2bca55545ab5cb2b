// Script conversion: of the selections, of a file, of files and folders; one undo step. Where no word decided a
// character, VS Code's preview of refactorings opens with that character waiting to be confirmed and all else accepted.
// A conversion without such characters is done at once, as a rename is, unless the user asks for the preview: then
// every change waits, because VS Code opens its preview only for changes that do.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type ConversionChoice,
  type ConvertParams,
  type ConvertResult,
  Method,
} from '../../../server/src/lsp/protocol.ts';
import {
  askAtRest,
  type Collected,
  collectEdits,
  editorInFront,
  paramsOf,
  toRange,
  unchanged,
} from './edits.ts';
import { filesUnder } from './reportFiles.ts';

export interface ConvertOptions {
  /** OpenCC's name of the conversion; without it the user is asked. */
  readonly conversion?: string | undefined;
  /** Whether changes that a word decides are previewed too. */
  readonly previews?: boolean | undefined;
}

interface Choice {
  readonly conversion: string;
  readonly previews: boolean;
}

export async function convertSelection(client: BaseLanguageClient, options: ConvertOptions): Promise<void> {
  const editor = editorInFront();
  if (!editor) return;
  const chosen = await choose(client, options);
  if (!chosen) return;
  const { document } = editor;
  const result = await askAtRest(document, () => {
    // Where the text changes meanwhile, the selections move with it.
    const selected = editor.selections.filter(selection => !selection.isEmpty);
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    return request(client, document, chosen.conversion, selected.length > 0 ? selected : [whole]);
  });
  if (result) await apply([{ document, version: document.version, result }], chosen);
}

/** From the explorer: the files and folders selected there. */
export async function convertFiles(
  client: BaseLanguageClient,
  targets: readonly vscode.Uri[],
  options: ConvertOptions,
): Promise<void> {
  const chosen = await choose(client, options);
  if (!chosen) return;
  const files = await filesUnder(targets);
  const title = vscode.l10n.t('Converting script');
  const collected = await collectEdits(title, files, document =>
    request(client, document, chosen.conversion),
  );
  if (collected) await apply(collected, chosen);
}

/** The direction, from a list whose entries carry a button for the preview. */
async function choose(
  client: BaseLanguageClient,
  { conversion, previews = false }: ConvertOptions,
): Promise<Choice | undefined> {
  if (conversion !== undefined) return { conversion, previews };
  const choices = await client.sendRequest<ConversionChoice[]>(Method.conversions);
  const button = {
    iconPath: new vscode.ThemeIcon('open-preview'),
    tooltip: vscode.l10n.t('Preview every change'),
  };
  const picker = vscode.window.createQuickPick<vscode.QuickPickItem & { readonly id: string }>();
  picker.items = choices.map(({ id, label }) => ({
    label,
    description: id,
    id,
    buttons: previews ? [] : [button],
  }));
  picker.placeholder = vscode.l10n.t('Convert Chinese script: from → to');
  picker.matchOnDescription = true;
  const chosen = new Promise<Choice | undefined>(resolve => {
    picker.onDidAccept(() => {
      const [item] = picker.selectedItems;
      resolve(item && { conversion: item.id, previews });
    });
    picker.onDidTriggerItemButton(({ item }) => resolve({ conversion: item.id, previews: true }));
    picker.onDidHide(() => resolve(undefined));
  });
  picker.show();
  try {
    return await chosen;
  } finally {
    picker.dispose();
  }
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

async function apply(converted: readonly Collected<ConvertResult>[], { previews }: Choice): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const certain = { label: vscode.l10n.t('Converted'), needsConfirmation: previews };
  const current = await unchanged(converted);
  let count = 0;
  for (const { document, result } of current) {
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
    if (current.length < converted.length) return;
    void vscode.window.showInformationMessage(vscode.l10n.t('There is nothing to convert.'));
    return;
  }
  await vscode.workspace.applyEdit(edit, { isRefactoring: true });
}
