import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { answer, closeAll, eventually, folder, openText } from '../support.ts';

suite('conversion', () => {
  teardown(closeAll);

  const run = <T>(command: string, ...rest: unknown[]): Thenable<T> =>
    vscode.commands.executeCommand<T>(command, ...rest);
  /** Long enough for a conversion that does not wait for anybody. */
  const pause = (): Promise<void> => new Promise(resolve => setTimeout(resolve, 1500));

  test('the selection is converted, and one undo takes it back', async () => {
    const text = '云南的图书馆藏书丰富。\n云南的图书馆藏书丰富。\n';
    const editor = await openText('convert.md', text);
    editor.selection = new vscode.Selection(0, 0, 1, 0);
    await run('corpusLint.convert', 's2tw');
    await eventually('the conversion', () => editor.document.lineAt(0).text === '雲南的圖書館藏書豐富。');
    assert.equal(editor.document.lineAt(1).text, '云南的图书馆藏书丰富。');
    await run('undo');
    await eventually('undo', () => editor.document.getText() === text);
  });

  test('a text that changes meanwhile is converted as it is then', async () => {
    const { document } = await openText('typing.md', '图书馆。\n');
    const done = run('corpusLint.convert', 's2t');
    await eventually('a sentence more', () => {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(0, 0), '云南。');
      return vscode.workspace.applyEdit(edit);
    });
    await done;
    await run('corpusLint.convert', 's2t');
    assert.equal(document.getText(), '雲南。圖書館。\n');
  });

  test('what no word decides waits for confirmation', async () => {
    const editor = await openText('ambiguous.md', '他姓范，住在里。\n图书馆。\n');
    const before = editor.document.getText();
    const done = run('corpusLint.convert', 's2t');
    await pause();
    assert.equal(editor.document.getText(), before);
    await answer(done, 'refactorPreview.apply');
    await eventually('the certain part', () => editor.document.getText().includes('圖書館'));
    assert.equal(editor.document.lineAt(0).text, '他姓范，住在里。', 'what was not confirmed stays');
  });

  test('files are converted from the explorer', async () => {
    const one = await openText('files/one.md', '图书馆。\n');
    const two = await openText('files/two.txt', '办公楼。\n');
    await run('corpusLint.convertFiles', vscode.Uri.joinPath(folder('plain'), 'files'), undefined, 's2t');
    await eventually(
      'both files',
      () => one.document.getText() === '圖書館。\n' && two.document.getText() === '辦公樓。\n',
    );
    await vscode.workspace.saveAll(false);
  });

  test('every change waits where the user asked for the preview', async () => {
    const { document } = await openText('preview.md', '图书馆。\n办公楼。\n');
    const before = document.getText();
    const done = run('corpusLint.convertWithPreview', 's2t');
    await pause();
    assert.equal(document.getText(), before);
    await answer(done, 'refactorPreview.discard');
    assert.equal(document.getText(), before, 'a preview that is discarded changes nothing');
  });

  test('a list of directions opens where none is named', async () => {
    const { document } = await openText('directions.md', '图书馆。\n');
    const done = run('corpusLint.convert');
    await pause();
    await answer(done, 'workbench.action.closeQuickOpen');
    assert.equal(document.getText(), '图书馆。\n', 'a list that is left changes nothing');
  });
});
