// On a real disk: permissions as another user, and a process killed while it writes.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { it } from 'node:test';
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

it('leaves every file old or new when killed', async t => {
  const folder = temporary('kill');
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const [i, delay] of [350, 600].entries()) await killRun(path.join(folder, String(i)), 150, delay);
});
