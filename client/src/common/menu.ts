// What the status item opens: the state of the document in words, and the commands that go with it.
import * as vscode from 'vscode';
import { fixableIn, type Status } from './status.ts';

interface Entry extends vscode.QuickPickItem {
  readonly command?: string;
}

export async function showMenu(status: Status): Promise<void> {
  const { l10n } = vscode;
  const document = vscode.window.activeTextEditor?.document;
  const found = document && status.of(document.uri);
  const entries: Entry[] = [
    ...(found && found.fixable > 0
      ? [
          {
            label: l10n.t('$(wand) Apply all safe fixes'),
            description: fixableIn(found),
            command: 'corpusLint.fixAll',
          },
        ]
      : []),
    { label: l10n.t('$(warning) Show problems'), command: 'workbench.actions.view.problems' },
    { label: l10n.t('$(arrow-swap) Convert script…'), command: 'corpusLint.convert' },
    { label: l10n.t('$(graph) Statistics'), command: 'corpusLint.showStatistics' },
    { label: l10n.t('$(book) Explain a rule'), command: 'corpusLint.openRulePage' },
    { label: l10n.t('$(settings-gear) Settings'), command: 'corpusLint.openSettings' },
    { label: l10n.t('$(output) Show output'), command: 'corpusLint.showOutput' },
    { label: l10n.t('$(debug-restart) Restart the server'), command: 'corpusLint.restartServer' },
  ];
  const picked = await vscode.window.showQuickPick(entries, {
    title: l10n.t('Corpus Lint'),
    placeHolder: l10n.t('Actions for this file'),
  });
  if (picked?.command) await vscode.commands.executeCommand(picked.command);
}
