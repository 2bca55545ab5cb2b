import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { answer, closeAll, eventually, expectFindings, openText } from '../support.ts';

const REPORT = `一、工程进度

今年水库投资3.5万元，，占地25公顷。

二、后续安排

明年继续施工，工期一年，由市水务局负责建设。工程完成以后，水库的容量将会扩大一倍，可以满足全市居民的用水需要。
`;

suite('features', () => {
  teardown(closeAll);

  const run = <T>(command: string, ...rest: unknown[]): Thenable<T> =>
    vscode.commands.executeCommand<T>(command, ...rest);

  test('a hover gives the value of a figure', async () => {
    const { document } = await openText('hover.md', REPORT);
    await expectFindings(document.uri, ['punctuation/repeated']);
    const position = document.positionAt(document.getText().indexOf('3.5万'));
    const hovers = await run<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, position);
    const text = hovers.flatMap(h => h.contents.map(c => (c as vscode.MarkdownString).value)).join('\n');
    assert.match(text, /35,000/);
  });

  test('headings that Markdown does not know are symbols, and fold', async () => {
    const { document } = await openText('outline.md', REPORT);
    const symbols = await eventually('symbols', async () => {
      const found = await run<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri);
      return found?.length > 0 && found;
    });
    assert.deepEqual(
      symbols.map(s => s.name),
      ['一、工程进度', '二、后续安排'],
    );
    const folds = await run<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri);
    assert.ok(folds.some(f => f.start === 0 && f.end >= 2));
  });

  test('keys of front matter are completed', async () => {
    const { document } = await openText(
      'complete.md',
      '---\ntitle: 水库\nda\n---\n\n水库扩容工程今年开工。\n',
    );
    const list = await eventually('completions', async () => {
      const found = await run<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        new vscode.Position(2, 2),
      );
      const labels = found.items.map(i => (typeof i.label === 'string' ? i.label : i.label.label));
      return labels.some(label => label.startsWith('date')) && labels;
    });
    assert.ok(list.length > 0);
  });

  test('formatting applies the safe repairs', async () => {
    const { document } = await openText('format.md', REPORT);
    await expectFindings(document.uri, ['punctuation/repeated']);
    const edits = await run<vscode.TextEdit[]>('vscode.executeFormatDocumentProvider', document.uri, {
      tabSize: 2,
      insertSpaces: true,
    });
    const edit = new vscode.WorkspaceEdit();
    edit.set(document.uri, edits);
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.equal(document.getText(), REPORT.replace('，，', '，'));
  });

  test('code lenses count findings once they are switched on', async () => {
    const { document } = await openText('lenses.md', REPORT);
    await expectFindings(document.uri, ['punctuation/repeated']);
    const titles = async (): Promise<string[]> =>
      (await run<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri)).map(
        lens => lens.command?.title ?? '',
      );
    assert.deepEqual(await titles(), []);
    const settings = vscode.workspace.getConfiguration('corpusLint');
    await settings.update('codeLens', true, vscode.ConfigurationTarget.Workspace);
    await eventually('the lens', async () => (await titles()).includes('Findings: 1 · fix 1 safely'));
    const [lens] = await run<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
    await run(lens!.command!.command, ...lens!.command!.arguments!);
    await eventually('the repair', () => !document.getText().includes('，，'));
    await settings.update('codeLens', undefined, vscode.ConfigurationTarget.Workspace);
  });

  test('headings of files that are not open are symbols of the workspace', async () => {
    const { document } = await openText('symbols/hidden.txt', REPORT.replace('工程进度', '栈桥进度'));
    await expectFindings(document.uri, ['punctuation/repeated']);
    await closeAll();
    const found = await eventually('the symbol', async () => {
      const symbols = await run<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', '栈桥');
      return symbols.length > 0 && symbols;
    });
    assert.deepEqual(
      found.map(s => s.name),
      ['一、栈桥进度'],
    );
  });

  test('semantic tokens are coloured', async () => {
    const { document } = await openText('tokens.md', REPORT);
    await expectFindings(document.uri, ['punctuation/repeated']);
    await eventually('the tokens', async () => {
      const tokens = await run<vscode.SemanticTokens | undefined>(
        'vscode.provideDocumentSemanticTokens',
        document.uri,
      );
      return tokens !== undefined && tokens.data.length >= 10;
    });
  });

  test('front matter is inserted where there is none', async () => {
    const { document } = await openText('insert.md', '# 水库扩容\n\n水库扩容工程今年开工。\n');
    await run('corpusLint.insertFrontMatter');
    await eventually('the block', () => document.getText().startsWith('---\ntitle: 水库扩容\n'));
  });

  test('a text file that reads as a report gets its language mode', async () => {
    const editor = await openText('report.txt', REPORT);
    await eventually(
      'the mode',
      () => vscode.window.activeTextEditor?.document.languageId === 'corpus-report',
    );
    assert.equal(editor.document.uri.path.endsWith('report.txt'), true);
    await expectFindings(editor.document.uri, ['punctuation/repeated']);
  });

  // VS Code shows a test no open list, but takes the first row of one.
  const takeFirst = (command: string): Promise<void> =>
    answer(run(command), 'workbench.action.acceptSelectedQuickOpenItem');

  test('statistics count the document, and the line that is picked is copied', async () => {
    const { document } = await openText('statistics.md', REPORT);
    await expectFindings(document.uri, ['punctuation/repeated']);
    await vscode.env.clipboard.writeText('');
    await takeFirst('corpusLint.showStatistics');
    // The first line counts the characters that are no white space.
    assert.equal(await vscode.env.clipboard.readText(), String(REPORT.replace(/\s/g, '').length));
  });

  test('the menu offers first to fix what is safe, and does it', async () => {
    const { document } = await openText('menu.md', REPORT);
    await expectFindings(document.uri, ['punctuation/repeated']);
    // The row is there when the status of the file has arrived too; until then the first one shows the problems.
    await eventually('the repaired text', async () => {
      await takeFirst('corpusLint.showMenu');
      return document.getText() === REPORT.replace('，，', '，');
    });
    await expectFindings(document.uri, []);
  });

  test('the settings and the output open', async () => {
    await openText('settings.md', REPORT);
    await run('corpusLint.openSettings');
    await eventually(
      'the settings',
      () => vscode.window.tabGroups.activeTabGroup.activeTab?.label === 'Settings',
    );
    await run('corpusLint.showOutput');
    await eventually('the output', () =>
      vscode.window.visibleTextEditors.some(
        ({ document }) => document.uri.scheme === 'output' && document.uri.path.includes('orpus'),
      ),
    );
  });

  test('the page of a rule opens in the preview', async () => {
    await openText('page.md', REPORT);
    await run('corpusLint.openRulePage', 'punctuation/repeated');
    await eventually('the preview', () =>
      vscode.window.tabGroups.all.some(g => g.tabs.some(t => t.label.includes('repeated'))),
    );
  });
});
