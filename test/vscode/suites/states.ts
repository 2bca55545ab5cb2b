// Documents that are no plain file of the workspace, and what is typed by other means than one cursor.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, eventually, expectFindings, findings, openText } from '../support.ts';

const TEXT = '种树，，浇水。\n';
const REPEATED = ['punctuation/repeated'];

suite('documents in other states', () => {
  teardown(closeAll);
  const run = <T>(command: string, ...rest: unknown[]): Thenable<T> =>
    vscode.commands.executeCommand<T>(command, ...rest);

  test('a document that was never saved is checked and repaired, and forgotten when it closes', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: TEXT });
    await vscode.window.showTextDocument(document);
    await expectFindings(document.uri, REPEATED);
    await run('corpusLint.fixAll');
    assert.equal(document.getText(), '种树，浇水。\n');
    await run('workbench.action.revertAndCloseActiveEditor');
    await expectFindings(document.uri, []);
  });

  test('another language mode ends the check, and the old one begins it again', async () => {
    const { document } = await openText('mode.md', TEXT);
    await expectFindings(document.uri, REPEATED);
    await vscode.languages.setTextDocumentLanguage(document, 'python');
    await expectFindings(document.uri, []);
    await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    await expectFindings(document.uri, REPEATED);
  });

  test('a document that nobody may change stays as it is', async () => {
    const provider = vscode.workspace.registerTextDocumentContentProvider('printed', {
      provideTextDocumentContent: () => TEXT,
    });
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse('printed:/report.md'));
    await vscode.window.showTextDocument(document);
    for (const command of ['fixAll', 'convert', 'insertFrontMatter'])
      await run(`corpusLint.${command}`, 's2t');
    assert.equal(document.getText(), TEXT);
    assert.deepEqual(findings(document.uri), [], 'a copy is not checked');
    provider.dispose();
  });

  test('one undo takes back what “fix all” did', async () => {
    const text = '种树，，浇水。。\n\n修路；；铺桥。\n';
    const { document } = await openText('undo.md', text);
    await run('corpusLint.fixAll');
    assert.equal(document.getText(), '种树，浇水。\n\n修路；铺桥。\n');
    await run('undo');
    await eventually('undo', () => document.getText() === text);
  });

  test('several cursors and an input method type, and the text is judged as it is then', async () => {
    const editor = await openText('cursors.md', '种树，浇水。\n\n种树，浇水。\n\n种树，浇水。\n');
    editor.selections = [0, 2, 4].map(line => new vscode.Selection(line, 3, line, 3));
    await run('type', { text: '，' });
    const compose = (text: string, replacePrevCharCnt: number): Thenable<unknown> =>
      run('compositionType', { text, replacePrevCharCnt, replaceNextCharCnt: 0, positionDelta: 0 });
    await run('compositionStart');
    await compose('jin', 0);
    await compose('jin nian', 3);
    await compose('今年', 8);
    await run('compositionEnd');
    const { document } = editor;
    assert.equal(document.getText(), '种树，，今年浇水。\n\n种树，，今年浇水。\n\n种树，，今年浇水。\n');
    await expectFindings(document.uri, Array(3).fill(REPEATED[0]));
    await run('corpusLint.fixAll');
    assert.equal(document.getText(), '种树，今年浇水。\n\n种树，今年浇水。\n\n种树，今年浇水。\n');
  });
});
