// A rule's page ships with the extension and opens in the Markdown preview, from the code in a list of problems too.
import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { ClientCommand, SOURCE } from '../../../server/src/lsp/protocol.ts';

export async function openRulePage(context: vscode.ExtensionContext, ruleId: string): Promise<void> {
  const page = vscode.Uri.joinPath(context.extensionUri, 'docs', 'rules', `${ruleId}.md`);
  await vscode.commands.executeCommand('markdown.showPreviewToSide', page);
}

/** Makes the code of each diagnostic a link to the rule's page. */
export const linkRulePages = (): Middleware => ({
  handleDiagnostics(uri, diagnostics, next) {
    next(uri, diagnostics.map(linked));
  },
  async provideDiagnostics(document, previousResultId, token, next) {
    const report = await next(document, previousResultId, token);
    if (report && 'items' in report) for (const item of report.items) linked(item);
    return report;
  },
});

function linked(diagnostic: vscode.Diagnostic): vscode.Diagnostic {
  const { code, source } = diagnostic;
  if (source === SOURCE && typeof code === 'object') {
    const query = encodeURIComponent(JSON.stringify([code.value]));
    diagnostic.code = {
      value: code.value,
      target: vscode.Uri.parse(`command:${ClientCommand.openRulePage}?${query}`),
    };
  }
  return diagnostic;
}

/** Asks for a rule among all those whose pages ship with the extension. */
export async function chooseRulePage(context: vscode.ExtensionContext): Promise<void> {
  const rules: { readonly properties: Readonly<Record<string, { readonly markdownDescription?: string }>> } =
    context.extension.packageJSON.contributes.configuration.properties['corpusLint.rules'];
  const entries = Object.entries(rules.properties)
    .filter(([id]) => !id.includes('*'))
    .map(([id, { markdownDescription }]) => ({ label: id, description: markdownDescription ?? '' }));
  const picked = await vscode.window.showQuickPick(entries, {
    title: vscode.l10n.t('Explain a rule'),
    placeHolder: vscode.l10n.t('Name of the rule, or what it finds'),
    matchOnDescription: true,
  });
  if (picked) await openRulePage(context, picked.label);
}
