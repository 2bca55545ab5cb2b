// Which settings are in force, over stdio: configuration files and schemas as they change, several folders, folders on
// no disk, and settings from editors that can and cannot be asked.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { DiagnosticSeverity } from 'vscode-languageserver-protocol';
import { type LspClient, startClient } from '../support/lspClient.ts';

const TEXT = '今年水库开工，，市民都很高兴。\n';
const REPEATED = 'punctuation/repeated';

describe('configuration files', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'corpus-lint-configuration-'));
  const uriOf = (name: string): string => pathToFileURL(path.join(folder, name)).href;
  const write = (name: string, text: string): void => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };
  let client: LspClient;
  const changed = (...names: string[]): void =>
    client.notify('workspace/didChangeWatchedFiles', {
      changes: names.map(name => ({ uri: uriOf(name), type: 2 })),
    });
  before(async () => {
    mkdirSync(path.join(folder, '.git'));
    write('one/corpus-lint.jsonc', `{ "rules": { "${REPEATED}": "error" } }\n`);
    write(
      'two/corpus-lint.jsonc',
      '{ "extends": "./base.jsonc", "frontMatter": { "schemas": { "*.md": "post.schema.json" } } }\n',
    );
    write('two/base.jsonc', `{ "rules": { "${REPEATED}": "off" } }\n`);
    write('two/post.schema.json', '{ "required": ["title"] }\n');
    client = await startClient({
      folders: [uriOf('one'), uriOf('two')],
      capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } },
    });
  });
  after(async () => {
    await client.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('each folder has its own', async () => {
    client.open(uriOf('one/report.md'), TEXT);
    client.open(uriOf('two/report.md'), `---\ndate: 2024-01-01\n---\n\n${TEXT}`);
    assert.deepEqual(
      (await client.pushed(uriOf('one/report.md'))).map(d => [d.code, d.severity]),
      [[REPEATED, DiagnosticSeverity.Error]],
    );
    assert.deepEqual(
      (await client.pushed(uriOf('two/report.md'))).map(d => d.code),
      ['front-matter/schema'],
    );
  });

  it('the server asks to be told of configurations, schemas and reports', () => {
    assert.deepEqual(client.watched, ['**/*.{json,jsonc}', '**/*.{md,markdown,txt,html,htm}']);
  });

  it('a schema that changes is in force at once', async () => {
    write('two/post.schema.json', '{ "required": ["date"] }\n');
    changed('two/post.schema.json');
    await client.eventually(uriOf('two/report.md'), found => found.length === 0);
  });

  it('so is a file that the configuration extends', async () => {
    write('two/base.jsonc', `{ "rules": { "${REPEATED}": "info" } }\n`);
    changed('two/base.jsonc');
    const [found] = await client.eventually(uriOf('two/report.md'), list => list.length === 1);
    assert.equal(found!.severity, DiagnosticSeverity.Information);
  });

  it('a broken one is reported in itself, and what it said last stays in force', async () => {
    write('one/corpus-lint.jsonc', `{ "rules": { "${REPEATED}": "eror" } }\n`);
    changed('one/corpus-lint.jsonc');
    const [problem] = await client.eventually(uriOf('one/corpus-lint.jsonc'), list => list.length > 0);
    assert.equal(problem!.code, 'configuration');
    assert.equal(problem!.range.start.line, 0);
    const version = client.change(uriOf('one/report.md'), [{ text: `${TEXT}修路；；铺桥。\n` }]);
    const found = await client.pushed(uriOf('one/report.md'), version);
    assert.deepEqual(
      found.map(d => d.severity),
      [DiagnosticSeverity.Error, DiagnosticSeverity.Error],
    );
    write('one/corpus-lint.jsonc', `{ "rules": { "${REPEATED}": "warning" } }\n`);
    changed('one/corpus-lint.jsonc');
    await client.eventually(uriOf('one/corpus-lint.jsonc'), list => list.length === 0);
    await client.eventually(
      uriOf('one/report.md'),
      list => list.length === 2 && list.every(d => d.severity === DiagnosticSeverity.Warning),
    );
  });
});

describe('a folder on no disk', () => {
  it('has its configuration read by the client', async () => {
    const files: Record<string, string> = {
      'memfs:/corpus/corpus-lint.jsonc': `{ "rules": { "${REPEATED}": "error" } }`,
    };
    const client = await startClient({
      folders: ['memfs:/corpus'],
      readFile: uri => files[uri.replace('memfs:///', 'memfs:/')],
    });
    client.open('memfs:/corpus/posts/report.md', TEXT);
    const [found] = await client.pushed('memfs:/corpus/posts/report.md');
    assert.equal(found!.severity, DiagnosticSeverity.Error);
    assert.deepEqual(await client.request('workspace/symbol', { query: '水库' }), []);
    await client.stop();
  });
});

describe('a document that was never saved', () => {
  const uri = 'untitled:Untitled-1';
  it('takes the configuration of the folder that is open', async () => {
    const files: Record<string, string> = {
      'memfs:/corpus/corpus-lint.jsonc': `{ "rules": { "${REPEATED}": "error" } }`,
    };
    const client = await startClient({
      folders: ['memfs:/corpus'],
      readFile: asked => files[asked.replace('memfs:///', 'memfs:/')],
    });
    client.open(uri, TEXT);
    const [found] = await client.pushed(uri);
    assert.equal(found!.severity, DiagnosticSeverity.Error);
    await client.stop();
  });

  it('has no configuration where no folder is open, and no file is asked for', async () => {
    const asked: string[] = [];
    const client = await startClient({
      readFile: file => {
        asked.push(file);
        return undefined;
      },
    });
    client.open(uri, TEXT);
    assert.equal((await client.pushed(uri)).length, 1);
    assert.deepEqual(asked, []);
    await client.stop();
  });
});

describe('settings of the editor', () => {
  it('are asked for by document', async () => {
    const client = await startClient({
      configuration: uri => (uri?.endsWith('quiet.md') ? { rules: { 'punctuation/*': 'off' } } : {}),
    });
    client.open('file:///corpus/quiet.md', TEXT);
    client.open('file:///corpus/loud.md', TEXT);
    assert.equal((await client.pushed('file:///corpus/quiet.md')).length, 0);
    assert.equal((await client.pushed('file:///corpus/loud.md')).length, 1);
    await client.stop();
  });

  it('are taken from what a client sends that cannot be asked, values of a wrong type left out', async () => {
    const client = await startClient({ options: { settings: { rules: { 'punctuation/*': 'off' } } } });
    const uri = 'file:///corpus/report.md';
    client.open(uri, TEXT);
    assert.equal((await client.pushed(uri)).length, 0);
    client.notify('workspace/didChangeConfiguration', { settings: { corpusLint: { rules: 7 } } });
    await client.eventually(uri, found => found.length === 1);
    await client.stop();
  });

  it('cap the findings of a rule, and one more line says how many there are besides', async () => {
    const client = await startClient({ configuration: () => ({ maxFindingsPerRule: 3 }) });
    const uri = 'file:///corpus/many.md';
    client.open(uri, TEXT.repeat(10));
    const found = await client.pushed(uri);
    assert.equal(found.length, 4);
    // Of a long list VS Code shows what is severe, and of that what comes first.
    assert.equal(found[0]!.severity, DiagnosticSeverity.Warning);
    assert.match(String(found[0]!.message), /^7 more findings of punctuation\/repeated are not shown/);
    assert.equal((await client.status(uri)).warnings, 10);
    await client.stop();
  });

  it('can put off checking until a file is saved', async () => {
    const client = await startClient({ configuration: () => ({ run: 'onSave' }) });
    const uri = 'file:///corpus/saved.md';
    client.open(uri, TEXT);
    assert.equal((await client.pushed(uri)).length, 1);
    const version = client.change(uri, [{ text: TEXT + TEXT }]);
    await client.request('textDocument/hover', {
      textDocument: { uri },
      position: { line: 0, character: 0 },
    });
    assert.equal((await client.eventually(uri, () => true)).length, 1);
    client.notify('textDocument/didSave', { textDocument: { uri } });
    assert.equal((await client.pushed(uri, version)).length, 2);
    await client.stop();
  });

  it('choose the language of messages, and another one at any time', async () => {
    let locale = 'zh-TW';
    const client = await startClient({ configuration: () => ({ locale }), locale: 'en' });
    const uri = 'file:///corpus/language.md';
    client.open(uri, TEXT);
    const messageOf = async (): Promise<string> => String((await client.pushed(uri))[0]!.message);
    assert.match(await messageOf(), /標點重複/);
    locale = 'auto';
    client.notify('workspace/didChangeConfiguration', { settings: null });
    await client.eventually(uri, found => /two marks/.test(String(found[0]?.message)));
    await client.stop();
  });

  it('leave out large files and say so', async () => {
    const client = await startClient({ configuration: () => ({ maxFileSize: 1 }) });
    const uri = 'file:///corpus/large.md';
    client.open(uri, TEXT.repeat(70_000));
    assert.deepEqual(await client.pushed(uri), []);
    assert.equal((await client.status(uri)).state, 'tooLarge');
    await client.stop();
  });

  it('can switch checking off', async () => {
    const client = await startClient({ configuration: () => ({ enable: 'off' }) });
    const uri = 'file:///corpus/off.md';
    client.open(uri, TEXT);
    assert.deepEqual(await client.pushed(uri), []);
    assert.equal((await client.status(uri)).state, 'off');
    await client.stop();
  });

  it('are found anew when a folder is added or removed', async () => {
    const readFile = (uri: string): string | undefined =>
      uri === 'memfs:/all/corpus-lint.jsonc' ? `{ "rules": { "${REPEATED}": "error" } }` : undefined;
    const client = await startClient({
      folders: ['memfs:/first'],
      readFile,
      capabilities: { workspace: { workspaceFolders: true } },
    });
    const uri = 'memfs:/all/second/report.md';
    const shown = (severity: DiagnosticSeverity): Promise<unknown> =>
      client.eventually(uri, ([found]) => found?.severity === severity);
    const second = [{ uri: 'memfs:/all/second', name: 'second' }];
    client.open(uri, TEXT);
    await shown(DiagnosticSeverity.Error);
    // Nothing above a folder that is open has a say.
    client.notify('workspace/didChangeWorkspaceFolders', { event: { added: second, removed: [] } });
    await shown(DiagnosticSeverity.Warning);
    client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: second } });
    await shown(DiagnosticSeverity.Error);
    await client.stop();
  });

  it('say why a file is not checked', async () => {
    const readFile = (uri: string): string | undefined =>
      uri === 'memfs:/corpus/corpus-lint.jsonc' ? '{ "ignore": ["drafts/"] }' : undefined;
    const client = await startClient({ folders: ['memfs:/corpus'], readFile });
    const state = async (name: string, text: string): Promise<string> => {
      client.open(`memfs:/corpus/${name}`, text);
      return (await client.status(`memfs:/corpus/${name}`)).state;
    };
    assert.equal(await state('drafts/report.md', TEXT), 'ignored');
    assert.equal(await state('english.md', 'Open all week,, says the sign.\n'), 'notChinese');
    assert.equal(await state('report.md', TEXT), 'checked');
    await client.stop();
  });
});
