// Plain-text files that read as Chinese reports get the language mode made for them, once; a mode that the user
// chose stays.
import * as vscode from 'vscode';
import type { Status } from './status.ts';

export function detectReports(status: Status): vscode.Disposable {
  const seen = new Set<string>();
  return vscode.Disposable.from(
    status.onDidChange(({ uri, isReport }) => {
      const document = vscode.workspace.textDocuments.find(
        d => d.uri.toString() === vscode.Uri.parse(uri).toString(),
      );
      if (!isReport || !document || document.languageId !== 'plaintext' || document.isUntitled) return;
      if (
        seen.has(uri) ||
        !vscode.workspace.getConfiguration('corpusLint', document).get('detectReports', true)
      )
        return;
      seen.add(uri);
      void vscode.languages.setTextDocumentLanguage(document, 'corpus-report');
    }),
  );
}
