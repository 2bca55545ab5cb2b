import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeAll,
  codeOf,
  EXTENSION,
  eventually,
  expectFindings,
  findings,
  folder,
  openFile,
  openText,
} from '../support.ts';

suite('configuration', () => {
  teardown(closeAll);

  const configFile = (): vscode.Uri => vscode.Uri.joinPath(folder('configured'), 'corpus-lint.jsonc');
  const writeConfig = (text: string): Thenable<void> =>
    vscode.workspace.fs.writeFile(configFile(), new TextEncoder().encode(text));

  test('each folder has its own configuration', async () => {
    const { document } = await openFile(vscode.Uri.joinPath(folder('configured'), 'park.md'));
    const [found] = await expectFindings(document.uri, ['punctuation/repeated']);
    assert.equal(found!.severity, vscode.DiagnosticSeverity.Error);
  });

  test('a change of settings is in force at once, but not where a file decides', async () => {
    const settings = vscode.workspace.getConfiguration('corpusLint');
    const plain = await openText('settings.md', '修路；；铺桥。\n');
    await expectFindings(plain.document.uri, ['punctuation/repeated']);
    await settings.update('rules', { 'punctuation/*': 'off' }, vscode.ConfigurationTarget.Workspace);
    await expectFindings(plain.document.uri, []);
    const configured = await openFile(vscode.Uri.joinPath(folder('configured'), 'park.md'));
    await expectFindings(configured.document.uri, ['punctuation/repeated']);
    await settings.update('rules', undefined, vscode.ConfigurationTarget.Workspace);
    await openFile(plain.document.uri);
    await expectFindings(plain.document.uri, ['punctuation/repeated']);
  });

  test('a broken configuration is reported in itself and the last good one stays in force', async () => {
    const good = new TextDecoder().decode(await vscode.workspace.fs.readFile(configFile()));
    const { document } = await openFile(vscode.Uri.joinPath(folder('configured'), 'park.md'));
    await expectFindings(document.uri, ['punctuation/repeated']);
    await writeConfig('{ "rules": { "punctuation/repeatd": "error" } }\n');
    const [problem] = await eventually('the problem', () => {
      const found = findings(configFile());
      return found.length > 0 && found;
    });
    assert.equal(codeOf(problem!), 'configuration');
    assert.match(problem!.message, /punctuation\/repeated/);
    const [found] = await expectFindings(document.uri, ['punctuation/repeated']);
    assert.equal(found!.severity, vscode.DiagnosticSeverity.Error);
    await writeConfig(good);
    await eventually('the problem to go', () => findings(configFile()).length === 0);
  });

  test('a new configuration file is in force at once', async () => {
    const { document } = await openText('fresh.md', '修路；；铺桥。\n');
    await expectFindings(document.uri, ['punctuation/repeated']);
    const file = vscode.Uri.joinPath(folder('plain'), 'corpus-lint.jsonc');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('{ "extends": "none" }\n'));
    await expectFindings(document.uri, []);
    await vscode.workspace.fs.delete(file);
    await expectFindings(document.uri, ['punctuation/repeated']);
  });

  test('the server can be restarted, by an impatient user too', async () => {
    const { document } = await openText('restart.md', '修路；；铺桥。\n');
    await expectFindings(document.uri, ['punctuation/repeated']);
    const restart = (): Thenable<unknown> => vscode.commands.executeCommand('corpusLint.restartServer');
    await Promise.all([restart(), restart()]);
    await expectFindings(document.uri, ['punctuation/repeated']);
    assert.ok(vscode.extensions.getExtension(EXTENSION)!.isActive);
  });

  test('a server whose start failed can be started again', async () => {
    const { document } = await openText('failed.md', '修路；；铺桥。\n');
    await expectFindings(document.uri, ['punctuation/repeated']);
    const { server } = vscode.extensions.getExtension(EXTENSION)!.exports as {
      server: { readonly client: { stop(): Promise<void>; start(): Promise<void> } };
    };
    const { client } = server;
    await client.stop();
    const refused = new Error('no process to be had');
    Object.assign(client, { createMessageTransports: () => Promise.reject(refused) });
    await assert.rejects(client.start(), refused);
    await vscode.commands.executeCommand('corpusLint.fixAll');
    assert.equal(document.getText(), '修路；；铺桥。\n', 'the command says that there is no server');
    await vscode.commands.executeCommand('corpusLint.restartServer');
    await expectFindings(document.uri, ['punctuation/repeated']);
  });
});
