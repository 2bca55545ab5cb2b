import assert from 'node:assert/strict';
import iconv from 'iconv-lite';
import * as vscode from 'vscode';
import { closeAll, codeActions, eventually, findings, folder, openFile, openText } from '../support.ts';

// Two sentences in UTF-8 that were read as GBK, with a whole one between them.
const DAMAGED = `甯傚浘涔\ufe42\ue6eb浠婂\u3049寮\u20ac鏀撅紝璇昏\u20ac呭緢澶氥\u20ac\ufffd

水库扩容工程今年开工，市民都很高兴。

鍏\ue100洯閲岀殑鏍戞湪闀垮緱寰堝\u30bd锛屽競姘戦兘鏉\u30e6暎姝\u30e3\u20ac\ufffd
`;
const REPAIRED =
  '市图书馆今天开放，读者很多。\n\n水库扩容工程今年开工，市民都很高兴。\n\n公园里的树木长得很好，市民都来散步。\n';
const BROKEN = `# 水库扩容

工程完成以后，水库的容量将会扩大一倍，可以满足全市居

民的用水需要，也可以灌溉农田。

道路修好以后，行车的时间将会缩短一半，可以方便全市居

民的日常出行，也可以节省油料。
`;

suite('repairs of whole files', () => {
  teardown(closeAll);

  const action = async (document: vscode.TextDocument, title: RegExp): Promise<vscode.CodeAction> => {
    const found = await eventually(
      'findings',
      () => findings(document.uri).length > 0 && findings(document.uri),
    );
    for (const { range } of found) {
      const actions = await codeActions(document.uri, range, vscode.CodeActionKind.QuickFix.value);
      const wanted = actions.find(a => title.test(a.title));
      if (wanted) return wanted;
    }
    throw new Error(`no action ${title}`);
  };

  test('all encoding damage is repaired at once, as one undo step', async () => {
    const { document } = await openText('damaged.md', DAMAGED);
    const repair = await action(document, /^Repair all encoding damage in this file \(2\)$/);
    assert.ok(await vscode.workspace.applyEdit(repair.edit!));
    assert.equal(document.getText(), REPAIRED);
    await vscode.commands.executeCommand('undo');
    await eventually('undo', () => document.getText() === DAMAGED);
  });

  test('all broken paragraphs are joined at once', async () => {
    const { document } = await openText('broken.md', BROKEN);
    const join = await action(document, /^Join all broken paragraphs in this file \(2\)$/);
    assert.ok(await vscode.workspace.applyEdit(join.edit!));
    assert.equal(document.getText(), BROKEN.replaceAll('居\n\n民', '居民'));
  });

  test('a file in another encoding is reopened as what it is', async () => {
    const uri = vscode.Uri.joinPath(folder('plain'), 'gb.txt');
    await vscode.workspace.fs.writeFile(uri, iconv.encode(REPAIRED, 'gb18030'));
    const { document } = await openFile(uri);
    assert.ok(document.getText().includes('\ufffd'));
    const reopen = await action(document, /^Reopen with encoding GB/i);
    await vscode.commands.executeCommand(reopen.command!.command, ...reopen.command!.arguments!);
    await eventually('the text', () => vscode.window.activeTextEditor?.document.getText() === REPAIRED);
  });

  test('a figure is written in another style', async () => {
    const { document } = await openText('figure.md', '今年植树37306株，市民都很高兴。\n');
    const at = new vscode.Range(0, 5, 0, 5);
    const actions = await eventually('the actions', async () => {
      const found = await codeActions(document.uri, at, vscode.CodeActionKind.RefactorRewrite.value);
      return found.length > 0 && found;
    });
    const write = actions.find(a => a.title === 'Write the figure as 37,306')!;
    assert.ok(await vscode.workspace.applyEdit(write.edit!));
    assert.equal(document.getText(), '今年植树37,306株，市民都很高兴。\n');
  });

  test('a finding is silenced in the whole file', async () => {
    const { document } = await openText('silence.md', '修路；；铺桥。\n\n种树，，浇水。\n');
    const ignore = await action(document, /^Ignore punctuation\/repeated in this file$/);
    assert.ok(await vscode.workspace.applyEdit(ignore.edit!));
    await eventually('silence', () => findings(document.uri).length === 0);
  });

  test('the folder that was clicked in the explorer is repaired, and nothing beside it', async () => {
    const one = await openText('clicked/one.md', '种树，，浇水。\n');
    const two = await openText('clicked/two.txt', '修路；；铺桥。\n');
    const outside = await openText('beside.md', '种花，，浇水。\n');
    const clicked = vscode.Uri.joinPath(folder('plain'), 'clicked');
    await vscode.commands.executeCommand('corpusLint.fixFiles', clicked, undefined, { asks: false });
    assert.equal(one.document.getText(), '种树，浇水。\n');
    assert.equal(two.document.getText(), '修路；铺桥。\n');
    assert.equal(outside.document.getText(), '种花，，浇水。\n');
  });

  test('a folder of more files than VS Code keeps open is repaired', async () => {
    const many = vscode.Uri.joinPath(folder('plain'), 'many');
    const uris = Array.from({ length: 60 }, (_, i) => vscode.Uri.joinPath(many, `${i}.md`));
    for (const uri of uris)
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('种树，，浇水。\n'));
    await vscode.commands.executeCommand('corpusLint.fixFiles', many, undefined, { asks: false });
    for (const uri of uris) {
      const document = await vscode.workspace.openTextDocument(uri);
      assert.equal(document.getText(), '种树，浇水。\n', uri.path);
    }
    await vscode.workspace.saveAll(false);
    await vscode.workspace.fs.delete(many, { recursive: true });
  });

  test('the whole workspace is repaired, each folder by its own configuration', async () => {
    const plain = await openText('everywhere.md', '种树，，浇水。\n');
    const configured = await openFile(vscode.Uri.joinPath(folder('configured'), 'park.md'));
    await vscode.commands.executeCommand('corpusLint.fixWorkspace', { asks: false });
    assert.equal(plain.document.getText(), '种树，浇水。\n');
    assert.match(configured.document.getText(), /种树，市民/);
    assert.ok(configured.document.isDirty, 'files stay unsaved');
  });
});
