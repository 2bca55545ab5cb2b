// What the suites share. They run inside VS Code's extension host, on a desktop or in a browser.
import * as vscode from 'vscode';

export const EXTENSION = 'corpus-lint.corpus-lint';

/** Milliseconds of waiting after which something never happens; a busy machine may take its time. */
const PATIENCE = 40_000;

/** The value of `probe` as soon as it is neither undefined nor false; fails after many seconds. */
export async function eventually<T>(
  what: string,
  probe: () => T | undefined | false | Thenable<T | undefined | false>,
): Promise<T> {
  for (let waited = 0; waited < PATIENCE; waited += 50) {
    const value = await probe();
    if (value !== undefined && value !== false) return value;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  throw new Error(`never happened: ${what}`);
}

/** A workspace folder by name. */
export function folder(name: string): vscode.Uri {
  const found = vscode.workspace.workspaceFolders?.find(f => f.name === name);
  if (!found) throw new Error(`no folder ${name}`);
  return found.uri;
}

export async function openFile(uri: vscode.Uri): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(uri);
  return vscode.window.showTextDocument(document);
}

/** Writes a file and opens it. */
export async function openText(name: string, text: string, inFolder = 'plain'): Promise<vscode.TextEditor> {
  const uri = vscode.Uri.joinPath(folder(inFolder), name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return openFile(uri);
}

export const codeOf = ({ code }: vscode.Diagnostic): string =>
  String(typeof code === 'object' ? code.value : code);

export const findings = (uri: vscode.Uri): vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(uri).filter(d => d.source === 'corpus-lint');

/** Waits for exactly these rules, in the order of the text. */
export function expectFindings(uri: vscode.Uri, codes: readonly string[]): Promise<vscode.Diagnostic[]> {
  let last: string[] = [];
  return eventually(`${codes.join(', ') || 'no findings'} in ${uri.path}`, () => {
    const found = findings(uri).sort((a, b) => a.range.start.compareTo(b.range.start));
    last = found.map(codeOf);
    return last.join() === codes.join() && found;
  }).catch(error => {
    throw new Error(`${error.message}; last seen: ${last.join(', ') || 'nothing'}`);
  });
}

export const codeActions = (
  uri: vscode.Uri,
  range: vscode.Range,
  kind?: string,
): Thenable<vscode.CodeAction[]> =>
  vscode.commands.executeCommand('vscode.executeCodeActionProvider', uri, range, kind, 100);

export const closeAll = async (): Promise<void> => {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
};

/** Runs a command again and again until what waits for it is over: a list or a preview may take its time to appear. */
export async function answer(waiting: PromiseLike<unknown>, command: string): Promise<void> {
  let over = false;
  const finished = Promise.resolve(waiting).finally(() => {
    over = true;
  });
  await eventually(`an end by ${command}`, async () => {
    await vscode.commands.executeCommand(command);
    return over;
  });
  await finished;
}
