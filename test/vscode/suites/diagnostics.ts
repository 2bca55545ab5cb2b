import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeAll,
  codeActions,
  codeOf,
  EXTENSION,
  eventually,
  expectFindings,
  findings,
  folder,
  openFile,
  openText,
} from '../support.ts';

suite('diagnostics and repairs', () => {
  teardown(closeAll);

  test('opening a report activates the extension', async () => {
    await openFile(vscode.Uri.joinPath(folder('plain'), 'library.md'));
    const extension = vscode.extensions.getExtension(EXTENSION)!;
    await eventually('activation', () => extension.isActive);
    const { activationTime } = extension.exports as { activationTime: number };
    console.log(`    activate() took ${activationTime.toFixed(1)} ms`);
  });

  test('a finding links to the page of its rule', async () => {
    const { document } = await openFile(vscode.Uri.joinPath(folder('plain'), 'library.md'));
    const [found] = await expectFindings(document.uri, ['punctuation/repeated']);
    assert.equal(found!.severity, vscode.DiagnosticSeverity.Warning);
    assert.deepEqual(found!.range, new vscode.Range(2, 7, 2, 9));
    assert.ok(typeof found!.code === 'object');
    assert.match(found!.code.target.toString(), /^command:corpusLint\.openRulePage/);
  });

  test('the quick fix mends the text', async () => {
    const { document } = await openText('quick-fix.md', '公园里种树，，市民都来参加。\n');
    const [found] = await expectFindings(document.uri, ['punctuation/repeated']);
    const actions = await codeActions(document.uri, found!.range, vscode.CodeActionKind.QuickFix.value);
    const fix = actions.find(action => action.isPreferred)!;
    assert.ok(await vscode.workspace.applyEdit(fix.edit!));
    assert.equal(document.getText(), '公园里种树，市民都来参加。\n');
    await expectFindings(document.uri, []);
  });

  test('all findings of a rule are mended at once, as one undo step', async () => {
    const { document } = await openText('rule.md', '种树，，浇水。。\n修路；；铺桥。\n');
    const [found] = await expectFindings(document.uri, Array(3).fill('punctuation/repeated'));
    const actions = await codeActions(document.uri, found!.range, vscode.CodeActionKind.QuickFix.value);
    const fix = actions.find(action => action.title.startsWith('Fix all 3 findings'))!;
    assert.ok(await vscode.workspace.applyEdit(fix.edit!));
    assert.equal(document.getText(), '种树，浇水。\n修路；铺桥。\n');
    await vscode.commands.executeCommand('undo');
    await eventually('undo', () => document.getText() === '种树，，浇水。。\n修路；；铺桥。\n');
  });

  test('a comment silences a finding', async () => {
    const { document } = await openText('ignore.md', '# 路\n\n修路；；铺桥。\n');
    const [found] = await expectFindings(document.uri, ['punctuation/repeated']);
    const actions = await codeActions(document.uri, found!.range, vscode.CodeActionKind.QuickFix.value);
    const ignore = actions.find(action => action.title === 'Ignore punctuation/repeated here')!;
    assert.ok(await vscode.workspace.applyEdit(ignore.edit!));
    await expectFindings(document.uri, []);
  });

  test('the command applies all safe repairs', async () => {
    const { document } = await openText('command.md', '种树，，浇水。。\n');
    await expectFindings(document.uri, Array(2).fill('punctuation/repeated'));
    await vscode.commands.executeCommand('corpusLint.fixAll');
    assert.equal(document.getText(), '种树，浇水。\n');
  });

  test('the command repairs the text as it is then, also while it changes and findings arrive', async () => {
    const { document } = await openText('busy.md', '种树，，浇水。。\n');
    // VS Code refuses an edit of a text that changed before the edit arrives; a key press never meets that.
    const type = (text: string): Promise<boolean> =>
      eventually(`${text} typed`, () => {
        const edit = new vscode.WorkspaceEdit();
        edit.insert(document.uri, new vscode.Position(0, 0), text);
        return vscode.workspace.applyEdit(edit);
      });
    for (const added of ['今年', '春天', '公园里']) {
      await type(`${added}；；`);
      const fixed = vscode.commands.executeCommand('corpusLint.fixAll');
      await type('又，，');
      await fixed;
    }
    await vscode.commands.executeCommand('corpusLint.fixAll');
    assert.equal(document.getText(), '又，公园里；又，春天；又，今年；种树，浇水。\n');
  });

  test('saving applies safe repairs where the user asked for it', async () => {
    const settings = vscode.workspace.getConfiguration('editor', folder('plain'));
    await settings.update(
      'codeActionsOnSave',
      { 'source.fixAll.corpus-lint': 'explicit' },
      vscode.ConfigurationTarget.Workspace,
    );
    const { document } = await openText('save.md', '种树，，浇水。\n');
    await expectFindings(document.uri, ['punctuation/repeated']);
    // VS Code gives code actions on saving less than a second; where that was too short, one saves again.
    await eventually('the repair', async () => {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, document.positionAt(0), '今年');
      await vscode.workspace.applyEdit(edit);
      await document.save();
      return /^(今年)+种树，浇水。\n$/.test(document.getText());
    });
    await settings.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Workspace);
  });

  test('a text without Chinese is left alone', async () => {
    const { document } = await openText('english.md', '# A library\n\nOpen all week,, says the sign.\n');
    await new Promise(resolve => setTimeout(resolve, 500));
    assert.deepEqual(findings(document.uri).map(codeOf), []);
  });
});
