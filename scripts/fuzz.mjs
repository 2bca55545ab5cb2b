// npm run fuzz: every random test with seed after seed, each time over cases nobody has tried. What it prints of a
// failure repeats it. Ends with 1 when a test failed.
//   npm run fuzz -- --minutes 60 --seed 7 test/random/fixes.test.ts     RUNS=… for more cases under each seed
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT, run } from './bootstrap.mjs';

const { values, positionals } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string', default: String(Date.now() % 1e9) },
  },
  allowPositionals: true,
});
const files = positionals.length > 0 ? positionals : randomTests();
const [minutes, firstSeed] = [Number(values.minutes), Number(values.seed)];
// Not a number would try nothing and call it passed.
if (!(minutes > 0) || !Number.isSafeInteger(firstSeed)) {
  console.error('--minutes takes a number above 0, --seed a whole number');
  process.exit(2);
}
const end = Date.now() + minutes * 60_000;
if (run('node', ['esbuild.mjs']) !== 0) process.exit(1);

const failures = [];
let tried = 0;
for (let seed = firstSeed; Date.now() < end; seed++) {
  console.log(`seed ${seed}`);
  for (const file of files) {
    if (Date.now() >= end) break;
    tried++;
    if (!passes(file, seed)) failures.push(`SEED=${seed} node --import tsx --test ${file}`);
  }
}
console.log([`${tried} runs of ${files.length} files, ${failures.length} failed`, ...failures].join('\n'));
process.exitCode = failures.length === 0 ? 0 : 1;

/** Whatever draws its cases from the one source of them. */
function randomTests() {
  return readdirSync(path.join(ROOT, 'test'), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.test.ts'))
    .map(file => path.join('test', file))
    .filter(file => readFileSync(path.join(ROOT, file), 'utf8').includes('support/random.ts'))
    .sort();
}

function passes(file, seed) {
  const { status, stdout } = spawnSync('node', ['--import', 'tsx', '--test', '--test-reporter=spec', file], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, SEED: String(seed) },
    maxBuffer: 1 << 28,
  });
  if (status !== 0) console.log(stdout);
  return status === 0;
}
