// tsx test/bench/kill.ts [runs] [files]: kills --fix at random moments; prints how far each run had come.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { killRun } from '../support/killRun.ts';
import { createPick } from '../support/random.ts';

const runs = Number(process.argv[2] ?? 50);
const files = Number(process.argv[3] ?? 1000);
const seed = Date.now() % 1_000_000;
const next = createPick(seed);
console.log(`seed ${seed}`);
const folder = mkdtempSync(path.join(tmpdir(), 'corpus-lint-kill-'));
try {
  const reached: number[] = [];
  for (let i = 0; i < runs; i++)
    reached.push(await killRun(path.join(folder, String(i)), files, 150 + next(1500)));
  console.log(`${runs} runs over ${files} files; new when killed: ${reached.join(' ')}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
