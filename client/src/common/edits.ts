// Edits from the server, applied to documents: open ones at the version the server saw, others as files.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Edit, EditsResult, Range, TextParams } from '../../../server/src/lsp/protocol.ts';

export const toRange = ({ start, end }: Range): vscode.Range =>
  new vscode.Range(start.line, start.character, end.line, end.character);

/** The document's text as it is now, which the server need not have open. */
export const paramsOf = (client: BaseLanguageClient, document: vscode.TextDocument): TextParams => ({
  uri: client.code2ProtocolConverter.asUri(document.uri),
  languageId: document.languageId,
  text: document.getText(),
});

/** The text editor in front. Without one, as where a command was clicked in the walkthrough, the user is told. */
export function editorInFront(): vscode.TextEditor | undefined {
  const editor = vscode.window.activeTextEditor;
  if (!editor) void vscode.window.showInformationMessage(vscode.l10n.t('Open a file first.'));
  return editor;
}

/** VS Code applies an extension's edits to documents that nobody may change, too; what becomes of them then is lost. */
function isWritable({ uri }: vscode.TextDocument): boolean {
  return uri.scheme === 'untitled' || vscode.workspace.fs.isWritableFileSystem(uri.scheme) === true;
}

function warnReadOnly(names: readonly string[]): void {
  void vscode.window.showWarningMessage(vscode.l10n.t('Left out, as it is read-only: {0}', names.join(', ')));
}

/** Rounds after which a text that changes all the time is given up. */
const MAX_ROUNDS = 5;

/**
 * What the server says should be edited in a document that did not change while it was asked: VS Code does not compare
 * versions, so what was said of another text is dropped, and asked for again. Undefined where the text never came to
 * rest or nobody may change it.
 */
export async function askAtRest<R>(
  document: vscode.TextDocument,
  ask: (document: vscode.TextDocument) => Promise<R>,
): Promise<R | undefined> {
  if (!isWritable(document)) {
    warnReadOnly([vscode.workspace.asRelativePath(document.uri)]);
    return undefined;
  }
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const { version } = document;
    const result = await ask(document);
    if (document.version === version) return result;
  }
  warnChanged([document]);
  return undefined;
}

/**
 * Asks for edits of a document and applies them as one undo step. Number of the edits applied; undefined where the text
 * never came to rest or the editor refused them.
 */
export async function editDocument(
  document: vscode.TextDocument,
  ask: (document: vscode.TextDocument) => Promise<EditsResult>,
): Promise<number | undefined> {
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const result = await askAtRest(document, ask);
    if (!result) return undefined;
    const { edits } = result;
    if (edits.length === 0) return 0;
    const { version } = document;
    const edit = new vscode.WorkspaceEdit();
    edit.set(document.uri, toTextEdits(edits));
    if (await vscode.workspace.applyEdit(edit)) return edits.length;
    // VS Code refuses an edit of a text that changed on its way there, and of one that nobody may change.
    if (document.version === version) {
      const name = vscode.workspace.asRelativePath(document.uri);
      void vscode.window.showWarningMessage(vscode.l10n.t('VS Code refused to change {0}', name));
      return undefined;
    }
  }
  warnChanged([document]);
  return undefined;
}

export const toTextEdits = (edits: readonly Edit[]): vscode.TextEdit[] =>
  edits.map(({ range, newText }) => vscode.TextEdit.replace(toRange(range), newText));

/** What the server answered about a document, and the version it was asked about. */
export interface Collected<R extends EditsResult> {
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly result: R;
}

/** Leaves out, by name, the documents that changed since they were asked about. */
export async function unchanged<R extends EditsResult>(
  collected: readonly Collected<R>[],
): Promise<Collected<R>[]> {
  const kept: Collected<R>[] = [];
  const changed: vscode.TextDocument[] = [];
  for (const entry of collected) {
    if (await isUnchanged(entry)) kept.push(entry);
    else changed.push(entry.document);
  }
  if (changed.length > 0) warnChanged(changed);
  return kept;
}

/** Of many files VS Code keeps some fifty open; another program may write the others meanwhile. */
async function isUnchanged({ document, version }: Collected<EditsResult>): Promise<boolean> {
  if (document.version !== version) return false;
  if (!document.isClosed) return true;
  const now = await vscode.workspace.openTextDocument(document.uri).then(
    opened => opened.getText(),
    () => undefined,
  );
  return now === document.getText();
}

function warnChanged(documents: readonly vscode.TextDocument[]): void {
  const names = documents.map(({ uri }) => vscode.workspace.asRelativePath(uri)).join(', ');
  void vscode.window.showWarningMessage(vscode.l10n.t('Left out, as the text changed meanwhile: {0}', names));
}

/**
 * Asks the server for edits of each file, with a progress bar that can be cancelled; undefined when it was. A file that
 * cannot be opened as text, such as one that is too large, is left out and named.
 */
export async function collectEdits<R extends EditsResult>(
  title: string,
  files: readonly vscode.Uri[],
  ask: (document: vscode.TextDocument) => Promise<R>,
): Promise<Collected<R>[] | undefined> {
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  const skipped: string[] = [];
  const readOnly: string[] = [];
  const collected = await vscode.window.withProgress(options, async (progress, token) => {
    const found = [];
    for (const file of files) {
      if (token.isCancellationRequested) return undefined;
      const name = vscode.workspace.asRelativePath(file);
      progress.report({ message: name, increment: 100 / files.length });
      const document = await vscode.workspace.openTextDocument(file).then(
        opened => opened,
        () => undefined,
      );
      if (!document) {
        skipped.push(name);
        continue;
      }
      if (!isWritable(document)) {
        readOnly.push(name);
        continue;
      }
      const { version } = document;
      const result = await ask(document);
      if (result.edits.length > 0) found.push({ document, version, result });
    }
    return found;
  });
  if (readOnly.length > 0) warnReadOnly(readOnly);
  if (skipped.length > 0)
    void vscode.window.showWarningMessage(
      vscode.l10n.t('Left out, as VS Code cannot open them as text: {0}', skipped.join(', ')),
    );
  return collected;
}
