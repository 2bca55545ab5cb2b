// Which files a command is for.
import * as vscode from 'vscode';
import { REPORT_EXTENSIONS } from '../../../server/src/lsp/protocol.ts';

/** What a command is for: the entries selected in the explorer, else the file in front. */
export function targetsOf(
  clicked: vscode.Uri | undefined,
  selected: readonly vscode.Uri[] | undefined,
): readonly vscode.Uri[] {
  if (selected && selected.length > 0) return selected;
  const target = clicked ?? vscode.window.activeTextEditor?.document.uri;
  return target ? [target] : [];
}

/** Files below a folder, or the file itself, that the extension understands. */
export async function filesUnder(targets: readonly vscode.Uri[]): Promise<vscode.Uri[]> {
  const found = new Map<string, vscode.Uri>();
  for (const target of targets) {
    const { type } = await vscode.workspace.fs.stat(target);
    const files =
      (type & vscode.FileType.Directory) === 0
        ? [target]
        : await vscode.workspace.findFiles(new vscode.RelativePattern(target, FILES), EXCLUDED);
    for (const file of files) found.set(file.toString(), file);
  }
  return [...found.values()].sort((a, b) => a.path.localeCompare(b.path));
}

export const FILES = `**/*.{${REPORT_EXTENSIONS.join(',')}}`;
export const EXCLUDED = '**/{node_modules,.*}/**';
