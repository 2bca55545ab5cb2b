// The editor and the command line give the same findings and the same fixed text, for the sample corpus and for
// damaged variants of it. Exempt are the rules of the byte stage, as an editor hides bytes, and those that compare
// files.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { TextEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { RULES } from '../../server/src/core/index.ts';
import { type LspClient, ROOT, startClient } from '../support/lspClient.ts';
import { mutate } from '../support/mutate.ts';
import { cases, createRandom, SEED } from '../support/random.ts';

/** Rules of the byte stage, and those that compare files. */
const EXEMPT = new Set<string>(
  RULES.filter(({ trigger }) => trigger.on === 'bytes' || trigger.on === 'corpus').map(({ meta }) => meta.id),
);
const VARIANTS = cases(12);

interface Message {
  ruleId: string;
  level: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  message: string;
}

describe('editor = command line', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'corpus-lint-equality-'));
  let client: LspClient;
  let texts: Map<string, string>;
  let reports: Map<string, Message[]>;

  const cli = (...args: string[]): string => {
    const command = [path.join(ROOT, 'dist/cli/bin.js'), ...args];
    const options = {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: { ...process.env, LANG: 'C' },
    } as const;
    try {
      return execFileSync(process.execPath, command, options);
    } catch (error) {
      return (error as { stdout: string }).stdout;
    }
  };

  before(async () => {
    cpSync(path.join(ROOT, 'examples'), folder, { recursive: true });
    const reportsFolder = path.join(folder, 'reports');
    const originals = readdirSync(reportsFolder).map(name =>
      readFileSync(path.join(reportsFolder, name), 'utf8'),
    );
    const random = createRandom(SEED);
    const pick = (): string => originals[Math.floor(random() * originals.length)]!;
    for (let i = 0; i < VARIANTS; i++)
      writeFileSync(path.join(reportsFolder, `variant-${i}.md`), mutate(pick(), pick(), random));
    texts = new Map();
    for (const name of readdirSync(reportsFolder)) {
      const text = readFileSync(path.join(reportsFolder, name), 'utf8').replace(/^\ufeff/, '');
      if (!text.includes('\ufffd')) texts.set(path.join(reportsFolder, name), text);
    }
    const json: { filePath: string; messages: Message[] }[] = JSON.parse(cli('--format', 'json', 'reports'));
    reports = new Map(json.map(({ filePath, messages }) => [filePath, messages]));
    client = await startClient({ rootUri: pathToFileURL(folder).href });
  });
  after(async () => {
    await client.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('gives the same findings', async () => {
    assert.ok(texts.size >= VARIANTS);
    for (const [file, text] of texts) {
      const uri = pathToFileURL(file).href;
      client.open(uri, text);
      const found = (await client.pushed(uri))
        .filter(d => !EXEMPT.has(String(d.code)))
        .map(d => {
          const { start, end } = d.range;
          const level = ['', 'error', 'warning', 'info'][d.severity!];
          return `${d.code} ${level} ${start.line + 1}:${start.character + 1}–${end.line + 1}:${end.character + 1} ${d.message}`;
        });
      const expected = reports
        .get(file)!
        .filter(m => !EXEMPT.has(m.ruleId))
        .map(m => `${m.ruleId} ${m.level} ${m.line}:${m.column}–${m.endLine}:${m.endColumn} ${m.message}`);
      assert.deepEqual(found.sort(), expected.sort(), path.basename(file));
    }
  });

  it('gives the same fixed text', async () => {
    const edited = new Map<string, string>();
    for (const [file, text] of texts) {
      const uri = pathToFileURL(file).href;
      const params = { textDocument: { uri }, options: { tabSize: 2, insertSpaces: true } };
      const edits = await client.request<TextEdit[]>('textDocument/formatting', params);
      edited.set(file, TextDocument.applyEdits(TextDocument.create(uri, 'markdown', 1, text), edits));
    }
    cli('--fix', 'reports');
    for (const [file, text] of edited)
      assert.equal(text, readFileSync(file, 'utf8').replace(/^\ufeff/, ''), path.basename(file));
  });
});
