// `corpus-lint --fix` killed at a random moment, and what it leaves: each file old or new, and after the next run no
// stray file and every file new.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';

const BIN = path.resolve(import.meta.dirname, '../../dist/cli/bin.js');
const OLD = '水库，，蓄水正常。\n'.repeat(40);
const NEW = '水库，蓄水正常。\n'.repeat(40);

/** Runs with `files` files, killed after `delay` milliseconds; returns how many were new when it died. */
export async function killRun(folder: string, files: number, delay: number): Promise<number> {
  mkdirSync(folder, { recursive: true });
  for (let i = 0; i < files; i++) writeFileSync(path.join(folder, `${i}.md`), OLD);
  const argv = [BIN, '--fix', '--rule', 'punctuation/repeated', '--format', 'concise', folder];
  const child = spawn(process.execPath, argv, { stdio: 'ignore' });
  const gone = new Promise(resolve => child.on('exit', resolve));
  await setTimeout(delay);
  child.kill('SIGKILL');
  await gone;
  let done = 0;
  for (let i = 0; i < files; i++) {
    const text = readFileSync(path.join(folder, `${i}.md`), 'utf8');
    assert.ok(text === OLD || text === NEW, `${i}.md is neither old nor new after ${delay} ms`);
    if (text === NEW) done++;
  }
  assert.equal(spawnSync(process.execPath, argv).status, 0);
  assert.equal(readdirSync(folder).length, files, 'stray files are left');
  for (let i = 0; i < files; i++) assert.equal(readFileSync(path.join(folder, `${i}.md`), 'utf8'), NEW);
  return done;
}
