// Streams and signals as a shell has them: full disks, readers that go, jobs that are ended.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';

const BIN = path.resolve(import.meta.dirname, '../../dist/cli/bin.js');
const isWindows = process.platform === 'win32';
const temporary = (name: string): string => mkdtempSync(path.join(tmpdir(), `corpus-lint-${name}-`));

describe('a disk that is full', { skip: existsSync('/dev/full') ? false : 'needs /dev/full' }, () => {
  it('is a failure in words, not a finding', t => {
    const folder = temporary('full');
    t.after(() => rmSync(folder, { recursive: true, force: true }));
    writeFileSync(path.join(folder, 'a.md'), '水库，，蓄水。\n');
    writeFileSync(path.join(folder, 'a.jsonl'), '{"text":"水库，，蓄水。"}\n');
    const shell = (command: string) =>
      spawnSync('bash', ['-c', command], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, LANG: 'C' },
      });
    for (const command of [
      'a.md',
      'filter < a.jsonl',
      'explain',
      'outline a.md',
      'front-matter a.md',
      'convert --to zh-TW a.md',
    ]) {
      const { status, stderr } = shell(`"${process.execPath}" "${BIN}" ${command} > /dev/full`);
      assert.equal(status, 2, command);
      assert.equal(stderr, 'Standard output cannot be written: the disk is full (ENOSPC).\n', command);
    }
    const { status, stdout } = shell(
      `"${process.execPath}" "${BIN}" none.md a.md --format concise 2> /dev/full`,
    );
    assert.equal(status, 2);
    assert.match(stdout, /^a\.md:1:3/);
  });
});

describe('signals', { skip: isWindows ? 'needs signals' : false }, () => {
  it('that end a job leave every file whole and give its code', async t => {
    const folder = temporary('term');
    t.after(() => rmSync(folder, { recursive: true, force: true }));
    const text = '水库，，蓄水正常。\n'.repeat(40);
    for (let i = 0; i < 600; i++) writeFileSync(path.join(folder, `${i}.md`), text);
    const child = spawn(process.execPath, [BIN, '--fix', '--format', 'json', '--locale', 'en', '.'], {
      cwd: folder,
    });
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      stdout += part;
    });
    const closed = once(child, 'close');
    while (child.exitCode === null && readFileSync(path.join(folder, '0.md'), 'utf8') === text)
      await setTimeout(5);
    child.kill('SIGTERM');
    const [code] = (await closed) as [number];
    const done = readdirSync(folder).filter(
      name => readFileSync(path.join(folder, name), 'utf8') !== text,
    ).length;
    assert.equal(readdirSync(folder).length, 600);
    // A fast machine may have been done before the signal came.
    assert.equal(code, done < 600 ? 143 : 0);
    assert.equal((JSON.parse(stdout) as unknown[]).length, done);
  });

  for (const [signal, expected] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)
    it(`end a filter that waits for records, what it has read being written: ${signal}`, async () => {
      const child = spawn(process.execPath, [BIN, 'filter', '--fix'], { stdio: 'pipe' });
      let stdout = '';
      child.stdout.setEncoding('utf8').on('data', (part: string) => {
        stdout += part;
      });
      let stderr = '';
      child.stderr.setEncoding('utf8').on('data', (part: string) => {
        stderr += part;
      });
      const closed = once(child, 'close');
      child.stdin.on('error', () => {});
      // What is no record is said at once, so it tells when all records before it are read; then the filter waits.
      child.stdin.write(`${'{"text":"水库，，蓄水。"}\n'.repeat(5000)}no record\n`);
      while (!stderr.includes('5001: ')) await setTimeout(5);
      child.kill(signal);
      const [code] = (await closed) as [number];
      assert.equal(code, expected);
      assert.equal(stdout.split('\n').length - 1, 5000);
    });

  it('end at once what has nothing to lose', async () => {
    const child = spawn(process.execPath, [BIN, '-'], { stdio: ['pipe', 'ignore', 'inherit'] });
    const gone = once(child, 'exit');
    await setTimeout(400);
    child.kill('SIGINT');
    assert.deepEqual(await gone, [null, 'SIGINT']);
  });
});

it('a pipe that nobody writes to is not waited for', { skip: isWindows ? 'needs mkfifo' : false }, t => {
  const folder = temporary('fifo');
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  spawnSync('mkfifo', [path.join(folder, 'f.md')]);
  for (const command of [
    'lint',
    'outline',
    'stats',
    'front-matter',
    'recode',
    'convert --to zh-TW',
    'merge',
  ]) {
    const argv = [BIN, ...command.split(' '), 'f.md'];
    const { status, signal } = spawnSync(process.execPath, argv, {
      cwd: folder,
      timeout: 60_000,
      killSignal: 'SIGKILL',
    });
    assert.deepEqual([status, signal], [2, null], command);
  }
});
