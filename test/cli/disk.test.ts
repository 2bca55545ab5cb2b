// On a real disk: permissions as another user, and a process killed while it writes.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { killRun } from '../support/killRun.ts';

const BIN = path.resolve(import.meta.dirname, '../../dist/cli/bin.js');
const isRoot = process.getuid?.() === 0;
const hasSetpriv = spawnSync('setpriv', ['--version']).status === 0;
const temporary = (name: string): string => mkdtempSync(path.join(tmpdir(), `corpus-lint-${name}-`));

it('reports what another user may not read or write, and does the rest', {
  skip: isRoot && hasSetpriv ? false : 'needs root and setpriv',
}, t => {
  const folder = temporary('rights');
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const text = '水库，，蓄水。\n';
  const make = (name: string, mode: number, owner = 65534): string => {
    const file = path.join(folder, name);
    writeFileSync(file, text);
    chmodSync(file, mode);
    spawnSync('chown', [String(owner), file]);
    return file;
  };
  chmodSync(folder, 0o777);
  const open = make('open.md', 0o644);
  const readOnly = make('readonly.md', 0o444);
  const secret = make('secret.md', 0o600, 0);
  mkdirSync(path.join(folder, 'shut'));
  writeFileSync(path.join(folder, 'shut/a.md'), text);
  chmodSync(path.join(folder, 'shut'), 0o700);
  symlinkSync('nowhere.md', path.join(folder, 'broken.md'));
  symlinkSync('loop', path.join(folder, 'loop'));
  const argv = ['--reuid=65534', '--regid=65534', '--clear-groups', process.execPath, BIN];
  const { status, stdout, stderr } = spawnSync(
    'setpriv',
    [...argv, '--fix', '--rule', 'punctuation/repeated', '--format', 'json', folder],
    { encoding: 'utf8', cwd: folder, env: { PATH: process.env.PATH ?? '', HOME: folder } },
  );
  assert.equal(status, 2, stderr);
  const files = JSON.parse(stdout) as { filePath: string; messages: { fatal?: true; message: string }[] }[];
  const fatal = files.filter(f => f.messages.some(m => m.fatal)).map(f => path.basename(f.filePath));
  assert.deepEqual(fatal, ['readonly.md', 'secret.md']);
  assert.match(stderr, /shut.*EACCES/);
  assert.equal(readFileSync(open, 'utf8'), '水库，蓄水。\n');
  for (const file of [readOnly, secret]) assert.equal(readFileSync(file, 'utf8'), text);
});

it('says what is wrong with links that lead nowhere or in a circle, when they are named', t => {
  const folder = temporary('links');
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  symlinkSync('nowhere.md', path.join(folder, 'broken.md'));
  symlinkSync('loop.md', path.join(folder, 'loop.md'));
  symlinkSync('.', path.join(folder, 'self'));
  writeFileSync(path.join(folder, 'a.md'), '水库。\n');
  const lint = (...targets: string[]) =>
    spawnSync(process.execPath, [BIN, '--format', 'concise', '--locale', 'en', ...targets], {
      cwd: folder,
      encoding: 'utf8',
    });
  const broken = lint('broken.md');
  assert.equal(broken.status, 2);
  assert.match(broken.stderr, /Nothing matches “broken\.md”/);
  const loop = lint('loop.md');
  assert.equal(loop.status, 2);
  assert.match(loop.stdout, /loop\.md:1:1: error fatal Cannot be read: its links lead in a circle \(ELOOP\)/);
  assert.equal(lint('.').status, 0);
});

it('leaves every file whole when interrupted, and says how far it came', async t => {
  const folder = temporary('interrupt');
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const text = '水库，，蓄水正常。\n'.repeat(40);
  const fixed = text.replaceAll('，，', '，');
  for (let i = 0; i < 600; i++) writeFileSync(path.join(folder, `${i}.md`), text);
  const child = spawn(process.execPath, [BIN, '--fix', '--format', 'json', '--locale', 'en', '.'], {
    cwd: folder,
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    stdout += part;
  });
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    stderr += part;
  });
  const closed = once(child, 'close');
  // Interrupted as soon as the first file has changed.
  while (child.exitCode === null && readFileSync(path.join(folder, '0.md'), 'utf8') === text)
    await setTimeout(5);
  child.kill('SIGINT');
  const [code] = (await closed) as [number];
  const done = readdirSync(folder).filter(
    name => readFileSync(path.join(folder, name), 'utf8') === fixed,
  ).length;
  assert.equal(readdirSync(folder).length, 600);
  for (const name of readdirSync(folder))
    assert.ok([text, fixed].includes(readFileSync(path.join(folder, name), 'utf8')), name);
  // A fast machine may have been done before the signal came.
  assert.equal(code, done < 600 ? 130 : 0, stderr);
  assert.equal((JSON.parse(stdout) as unknown[]).length, done);
  if (done < 600) assert.match(stderr, new RegExp(`Stopped after ${done} of 600 files`));
});

it('ends as SIGPIPE would end it when nobody reads any more', t => {
  const folder = temporary('pipe');
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(path.join(folder, 'a.md'), '水库，，蓄水。\n'.repeat(20_000));
  writeFileSync(path.join(folder, 'a.jsonl'), '{"text":"水库，，蓄水。"}\n'.repeat(20_000));
  for (const command of ['a.md --format concise', 'filter < a.jsonl']) {
    const shell = `set -o pipefail; "${process.execPath}" "${BIN}" ${command} | head -1; exit \${PIPESTATUS[0]}`;
    const { status, stdout, stderr } = spawnSync('bash', ['-c', shell], { cwd: folder, encoding: 'utf8' });
    assert.equal(status, 141, command);
    assert.equal(stdout.trimEnd().split('\n').length, 1);
    assert.equal(stderr, '');
  }
});

it('names the file that a report cannot be written to', t => {
  const folder = temporary('report');
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(path.join(folder, 'a.md'), '水库。\n');
  const argv = ['a.md', '--locale', 'en', '--format', 'sarif=a.md/x.sarif'];
  const { status, stderr } = spawnSync(process.execPath, [BIN, ...argv], { cwd: folder, encoding: 'utf8' });
  assert.equal(status, 2);
  assert.match(stderr, /^a\.md\/x\.sarif: Cannot be written: [\w ]+ \(\w+\)\.\n$/);
});

it('leaves every file old or new when killed', async t => {
  const folder = temporary('kill');
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const [i, delay] of [350, 600].entries()) await killRun(path.join(folder, String(i)), 150, delay);
});
