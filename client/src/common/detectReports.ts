// Plain-text files that read as Chinese reports get the language mode made for them, once; a mode that the user
// chose stays.
import * as vscode from 'vscode';
import type { Status } from './status.ts';

export function detectReports(status: Status): vscode.Disposable {
  const seen = new Set<string>();
  return vscode.Disposable.from(
    // A change of mode closes a document for an instant, too. One that was really closed opens as plain text again.
    vscode.workspace.onDidCloseTextDocument(document => {
      if (document.isClosed) seen.delete(document.uri.toString());
    }),
    status.onDidChange(({ uri, isReport }) => {
      const key = vscode.Uri.parse(uri).toString();
      const document = vscode.workspace.textDocuments.find(d => d.uri.toString() === key);
      if (!isReport || !document || document.languageId !== 'plaintext' || document.isUntitled) return;
      if (
        seen.has(key) ||
        !vscode.workspace.getConfiguration('corpusLint', document).get('detectReports', true)
      )
        return;
      seen.add(key);
      // The document may be closed by now.
      vscode.languages.setTextDocumentLanguage(document, 'corpus-report').then(undefined, () => {});
    }),
  );
}
