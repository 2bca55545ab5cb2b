// The extension as a web extension: the entry that VS Code for the Web runs in a worker. Mocha's browser build stands
// before this script; see run.mjs.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { runAndReport } from '../vscode/report.ts';
import { codeActions, EXTENSION, eventually, expectFindings, openFile } from '../vscode/support.ts';

export function run(): Promise<void> {
  mocha.setup({ ui: 'tdd', timeout: 90_000, reporter: 'spec' });
  suite('in a browser', () => {
    const file = (name: string): vscode.Uri =>
      vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, name);

    test('findings arrive from the worker, judged by the folder’s configuration', async () => {
      const { document } = await openFile(file('park.md'));
      const [found] = await expectFindings(document.uri, ['punctuation/repeated']);
      assert.equal(found!.severity, vscode.DiagnosticSeverity.Error);
      assert.ok(vscode.extensions.getExtension(EXTENSION)!.isActive);
    });

    test('the quick fix mends the text', async () => {
      const { document } = await openFile(file('park.md'));
      const [found] = await expectFindings(document.uri, ['punctuation/repeated']);
      const actions = await codeActions(document.uri, found!.range, vscode.CodeActionKind.QuickFix.value);
      const fix = actions.find(action => action.isPreferred)!;
      assert.ok(await vscode.workspace.applyEdit(fix.edit!));
      await expectFindings(document.uri, []);
      await vscode.commands.executeCommand('undo');
      await eventually('undo', () => document.getText().includes('，，'));
    });

    test('the server can be restarted', async () => {
      const { document } = await openFile(file('park.md'));
      await expectFindings(document.uri, ['punctuation/repeated']);
      await vscode.commands.executeCommand('corpusLint.restartServer');
      await expectFindings(document.uri, ['punctuation/repeated']);
      const actions = await codeActions(document.uri, new vscode.Range(0, 0, 3, 0));
      assert.ok(actions.some(action => action.isPreferred));
    });

    test('a worker that cannot be loaded is no server, and the next restart starts one', async () => {
      const { document } = await openFile(file('park.md'));
      await expectFindings(document.uri, ['punctuation/repeated']);
      const { Worker } = globalThis;
      globalThis.Worker = class extends Worker {
        constructor(url: string | URL) {
          super(`${url}.missing`);
          // Mocha takes it for a fault of the test.
          this.addEventListener('error', event => event.preventDefault());
        }
      };
      const restart = (): Thenable<unknown> => vscode.commands.executeCommand('corpusLint.restartServer');
      try {
        await assert.rejects(Promise.resolve(restart()));
      } finally {
        globalThis.Worker = Worker;
      }
      await restart();
      await expectFindings(document.uri, ['punctuation/repeated']);
    });

    test('the first conversion loads its dictionaries', async () => {
      const { document } = await openFile(file('park.md'));
      await expectFindings(document.uri, ['punctuation/repeated']);
      await vscode.commands.executeCommand('corpusLint.convert', 's2t');
      await eventually(
        'the conversion',
        () => document.getText().includes('公園裏') || document.getText().includes('公園'),
      );
    });
  });
  return runAndReport(mocha);
}
