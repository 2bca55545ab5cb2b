// --changed-since in real repositories: moved files, submodules, links, lines that have gone.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it, type TestContext } from 'node:test';

const BIN = path.resolve(import.meta.dirname, '../../dist/cli/bin.js');
const hasGit = spawnSync('git', ['--version']).status === 0;
const LINE = '水库，，蓄水。\n';

const git = (folder: string, ...argv: string[]): void => {
  const names = ['-c', 'user.name=a', '-c', 'user.email=a@example.org', '-c', 'protocol.file.allow=always'];
  const { status, stderr } = spawnSync('git', [...names, ...argv], { cwd: folder, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
};

function makeRepository(t: TestContext, files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'corpus-lint-git-')));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  git(folder, 'init', '-q');
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  git(folder, 'add', '.');
  git(folder, 'commit', '-qm', 'first');
  return folder;
}

/** Places of findings since the revision. */
function lint(cwd: string, argv: readonly string[] = ['.'], revision = 'HEAD', input?: string): string[] {
  const options = ['--rule', 'punctuation/repeated', '--format', 'concise', '--locale', 'en'];
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [BIN, ...argv, '--changed-since', revision, ...options],
    { cwd, encoding: 'utf8', input },
  );
  assert.ok((status ?? 2) < 2, stderr);
  return stdout
    .split('\n')
    .filter(Boolean)
    .map(line => line.split(': ')[0]!);
}

describe('--changed-since', { skip: hasGit ? false : 'git is not installed' }, () => {
  it('knows a file that was moved, whatever git is told to do about that', t => {
    const folder = makeRepository(t, { 'old.md': LINE.repeat(9) });
    git(folder, 'config', 'diff.renames', 'false');
    git(folder, 'mv', 'old.md', 'new.md');
    assert.deepEqual(lint(folder), []);
    writeFileSync(path.join(folder, 'new.md'), LINE.repeat(10));
    assert.deepEqual(lint(folder), ['new.md:10:3']);
  });

  it('counts lines as git does', t => {
    const lines = Array.from({ length: 9 }, (_, index) => `第${index + 1}库，，蓄水。`);
    const folder = makeRepository(t, {
      'a.md': `${lines.join('\n')}\n`,
      'b.md': `好。\n${LINE}`,
      'c.md': LINE,
    });
    lines[2] = '改，，了。';
    lines.splice(6, 2);
    writeFileSync(path.join(folder, 'a.md'), `${lines.join('\n')}\n`);
    writeFileSync(path.join(folder, 'b.md'), LINE);
    writeFileSync(path.join(folder, 'c.md'), LINE.trimEnd());
    // Two lines have gone after the sixth, and the last line of the last file has lost its end.
    assert.deepEqual(lint(folder), ['a.md:3:2', 'a.md:6:4', 'a.md:7:4', 'b.md:1:3', 'c.md:1:3']);
  });

  it('looks into submodules', t => {
    const inner = makeRepository(t, { 's.md': LINE });
    const folder = makeRepository(t, { 'a.md': LINE });
    git(folder, 'submodule', '--quiet', 'add', inner, 'inner');
    git(folder, 'commit', '-qam', 'inner');
    assert.deepEqual(lint(folder), []);
    writeFileSync(path.join(folder, 'inner/s.md'), `${LINE}好。\n${LINE}`);
    writeFileSync(path.join(folder, 'inner/untracked.md'), LINE);
    const expected = ['inner/s.md:3:3', 'inner/untracked.md:1:3'];
    assert.deepEqual(lint(folder), expected);
    git(path.join(folder, 'inner'), 'add', '.');
    git(path.join(folder, 'inner'), 'commit', '-qm', 'more');
    assert.deepEqual(lint(folder), expected);
  });

  it('knows files by other names: through links, and on standard input', t => {
    const folder = makeRepository(t, { 'a.md': LINE, 'b.md': LINE });
    writeFileSync(path.join(folder, 'a.md'), LINE + LINE);
    mkdirSync(path.join(folder, 'sub'));
    symlinkSync(folder, path.join(folder, 'sub/link'));
    assert.deepEqual(lint(folder, [path.join(folder, 'sub/link/a.md')]), ['sub/link/a.md:2:3']);
    assert.deepEqual(lint(folder, ['-', '--stdin-filename', 'a.md'], 'HEAD', LINE + LINE), ['a.md:2:3']);
    assert.deepEqual(lint(folder, ['-', '--stdin-filename', 'b.md'], 'HEAD', LINE), []);
  });

  it('works on a commit of its own and says what a shallow copy lacks', t => {
    const folder = makeRepository(t, { 'a.md': LINE });
    writeFileSync(path.join(folder, 'a.md'), LINE + LINE);
    git(folder, 'commit', '-qam', 'second');
    git(folder, 'checkout', '-q', '--detach');
    assert.deepEqual(lint(folder, ['.'], 'HEAD~1'), ['a.md:2:3']);
    const copy = path.join(folder, 'copy');
    git(folder, 'clone', '-q', '--depth', '1', `file://${folder}`, copy);
    const argv = [BIN, '.', '--changed-since', 'HEAD~1', '--locale', 'en'];
    const { status, stderr } = spawnSync(process.execPath, argv, { cwd: copy, encoding: 'utf8' });
    assert.equal(status, 2);
    assert.match(stderr, /^--changed-since: fatal: .*HEAD~1/);
  });
});
