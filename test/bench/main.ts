// npm run bench [-- rounds]: whole processes, interleaved, medians, in one run on one machine. Prints tables in
// Markdown: the floor (node reads, decodes and scans every character once), this linter, and its peers, which are
// installed from this folder's own lock file.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import path from 'node:path';
import { reportText, writeCorpus } from './corpus.ts';
import { writeAdversarial, writeCleanCorpus, writeCleanProse } from './texts.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const WORK = path.join(ROOT, 'out/bench');
const BIN = path.join(ROOT, 'dist/cli/bin.js');
const FLOOR = path.join(import.meta.dirname, 'floor.mjs');
const PEERS = path.join(import.meta.dirname, 'node_modules/.bin');
const ROUNDS = Number(process.argv[2] ?? 7);
/** Milliseconds after which a program gets no further round, three rounds given: the whole has to end some day. */
const PATIENCE = 40_000;

interface Contender {
  readonly name: string;
  readonly argv: readonly string[];
  readonly before?: () => void;
}

interface Measure {
  /** Milliseconds of wall time of each round. */
  readonly times: number[];
  /** Bytes of the largest resident set. */
  peak: number;
}

type Results = ReadonlyMap<string, Measure>;

function measure(contenders: readonly Contender[]): Results {
  const results = new Map<string, Measure>(contenders.map(c => [c.name, { times: [], peak: 0 }]));
  for (let round = 0; round < ROUNDS; round++)
    for (const { name, argv, before } of contenders) {
      const result = results.get(name)!;
      const spent = result.times.reduce((sum, time) => sum + time, 0);
      if (round >= 3 && spent > PATIENCE) continue;
      before?.();
      const start = performance.now();
      const run = spawnSync('/usr/bin/time', ['-f', '%M', ...argv], {
        cwd: WORK,
        stdio: ['ignore', 'ignore', 'pipe'],
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      });
      // 1 is findings; a run that linted nothing must not look fast.
      if (run.status === null || run.status > 1) throw new Error(`${name}: ${run.stderr.slice(-2000)}`);
      result.times.push(performance.now() - start);
      result.peak = Math.max(result.peak, Number(run.stderr.trimEnd().split('\n').at(-1)) * 1024);
    }
  return results;
}

const median = (results: Results, name: string): number => {
  const { times } = results.get(name)!;
  return [...times].sort((a, b) => a - b)[times.length >> 1]!;
};
const shown = (milliseconds: number): string =>
  milliseconds < 1000 ? `${milliseconds.toFixed(0)} ms` : `${(milliseconds / 1000).toFixed(2)} s`;

/** One row for each program: its time, and that as a multiple of each of `bases`. */
function table(title: string, results: Results, bases: readonly string[]): void {
  const ours = bases.filter(base => results.has(base));
  console.log(
    `\n### ${title}\n\n| | time |${ours.map(base => ` × ${base} |`).join('')} peak MB |\n|---|---:|${'---:|'.repeat(ours.length + 1)}`,
  );
  for (const [name, { peak }] of results) {
    const time = median(results, name);
    const ratios = ours.map(base => ` ${(time / median(results, base)).toFixed(2)} |`).join('');
    console.log(`| ${name} | ${shown(time)} |${ratios} ${Math.round(peak / 1e6)} |`);
  }
}

function prepare(name: string, write: (folder: string) => void): void {
  const folder = path.join(WORK, name);
  if (existsSync(folder)) return;
  // A corpus that was written half is not taken for a whole one.
  rmSync(`${folder}.part`, { recursive: true, force: true });
  write(`${folder}.part`);
  spawnSync('mv', [`${folder}.part`, folder]);
}

if (!existsSync(BIN)) throw new Error('run "npm run build" first');
if (!existsSync(PEERS))
  spawnSync('npm', ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: import.meta.dirname,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
mkdirSync(WORK, { recursive: true });
for (const megabytes of [2, 20, 200])
  prepare(`c${megabytes}`, folder => writeCorpus(folder, megabytes * 1e6));
prepare('clean', folder => writeCleanCorpus(folder, 20e6));
prepare('adversarial', folder => writeAdversarial(folder, 50e6));
prepare('prose', folder => writeCleanProse(folder, 50e6));
const line = Array.from({ length: 1000 }, (_, i) => reportText(i * 5 + 3).text.replace(/\s+/g, '')).join('');
writeFileSync(path.join(WORK, 'line.txt'), Buffer.from(line).subarray(0, 10_000_000));
for (const [name, index] of [
  ['small-cn.md', 0],
  ['small-tw.md', 1],
] as const)
  writeFileSync(path.join(WORK, name), reportText(index, 4000).text);

const lint = (target: string, ...more: string[]): string[] => [
  'node',
  BIN,
  target,
  '--format',
  'concise',
  // The corpora lie in a folder that git ignores.
  '--no-ignore',
  ...(more.includes('--threads') ? more : [...more, '--threads', '1']),
];
const missing: string[] = [];
const peer = (name: string, bin: string, ...argv: string[]): Contender[] => {
  const file = path.join(PEERS, bin);
  // Some have no platform's program, some no --version: it has to lint something, 1 being findings.
  const trial =
    existsSync(file) &&
    spawnSync(file, [...argv.slice(0, -1), 'small-cn.md'], { stdio: 'ignore', cwd: WORK });
  const works = trial && (trial.status === 0 || trial.status === 1);
  if (!works) missing.push(name);
  return works ? [{ name, argv: [file, ...argv] }] : [];
};
const versions = JSON.parse(readFileSync(path.join(import.meta.dirname, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
};

const cpu = cpus()[0]?.model.trim() || 'unknown processor';
console.log(
  `${cpu}, ${availableParallelism()} threads, node ${process.version}, ${new Date().toISOString().slice(0, 10)}. ` +
    `Whole processes, interleaved, medians of ${ROUNDS} rounds (of 3 where a program takes longer than ${Math.round(PATIENCE / 3000)} s). ` +
    `Peers: ${Object.entries(versions.dependencies)
      .map(entry => entry.join(' '))
      .join(', ')}.`,
);

console.log(
  '\nFloor: node reads, decodes and scans every character once. rumdl, markdownlint-cli2 and zhlint lint Markdown files only, three fifths of the corpus.',
);
const files = ['cn', 'tw'].reduce((sum, name) => sum + readdirSync(path.join(WORK, 'c20', name)).length, 0);
table(
  `${files} reports, 20 MB, about one finding for each kilobyte`,
  measure([
    { name: 'floor', argv: ['node', FLOOR, 'c20'] },
    { name: 'corpus-lint, 1 thread', argv: lint('c20') },
    { name: 'corpus-lint, 2 threads', argv: lint('c20', '--threads', '2') },
    ...peer('autocorrect --lint', 'autocorrect', '--lint', 'c20'),
    ...peer('rumdl check', 'rumdl', 'check', '--no-cache', 'c20').flatMap(({ name, argv }) => [
      { name, argv },
      // It takes every thread there is unless told; the other programs run on one.
      { name: `${name}, 1 thread`, argv: ['env', 'RAYON_NUM_THREADS=1', ...argv] },
      { name: 'corpus-lint, 1 thread, Markdown only', argv: lint('c20/**/*.md') },
    ]),
    ...peer('markdownlint-cli2', 'markdownlint-cli2', 'c20/**/*.md'),
    ...peer('zhlint', 'zhlint', 'c20/**/*.md'),
  ]),
  ['floor', 'autocorrect --lint', 'rumdl check, 1 thread'],
);
for (const name of missing) console.log(`\n${name}: no program for this machine in the npm registry.`);

table(
  'One report of 4 kB with front matter',
  measure([
    { name: 'node -e 0', argv: ['node', '-e', '0'] },
    { name: 'corpus-lint, Simplified', argv: lint('small-cn.md') },
    { name: 'corpus-lint, Traditional', argv: lint('small-tw.md') },
    { name: 'corpus-lint --version', argv: ['node', BIN, '--version'] },
  ]),
  ['node -e 0'],
);

const cached = (strategy: string): string[] =>
  lint('clean', '--cache', '--cache-strategy', strategy, '--cache-location', `cache-${strategy}`);
for (const strategy of ['content', 'metadata']) {
  rmSync(path.join(WORK, `cache-${strategy}`), { recursive: true, force: true });
  measureOnce(cached(strategy));
}
function measureOnce(argv: readonly string[]): void {
  spawnSync(argv[0]!, argv.slice(1), { cwd: WORK, stdio: 'ignore' });
}
table(
  `Warm cache: ${readdirSync(path.join(WORK, 'clean')).length} reports without findings, 20 MB`,
  measure([
    { name: 'node reads all files', argv: ['node', FLOOR, 'clean', 'read'] },
    { name: 'corpus-lint --cache', argv: cached('content') },
    { name: 'corpus-lint --cache --cache-strategy metadata', argv: cached('metadata') },
    { name: 'corpus-lint without cache', argv: lint('clean') },
  ]),
  ['node reads all files'],
);

const scale = measure([
  { name: '2 MB', argv: lint('c2') },
  { name: '20 MB', argv: lint('c20') },
  { name: '200 MB', argv: lint('c200') },
  { name: '200 MB, 2 threads', argv: lint('c200', '--threads', '2') },
  { name: 'one line of 10 MB', argv: lint('line.txt') },
]);
table('Scale, 1 thread', scale, []);
const marginal = (small: string, large: string, megabytes: number): number =>
  (median(scale, large) - median(scale, small)) / megabytes;
const [low, high] = [marginal('2 MB', '20 MB', 18), marginal('20 MB', '200 MB', 180)];
console.log(
  `\nEach further megabyte: ${low.toFixed(1)} ms between 2 and 20 MB, ${high.toFixed(1)} ms between 20 and 200 MB (${high < low ? '−' : '+'}${Math.abs((high / low - 1) * 100).toFixed(0)} %).`,
);

table(
  'Text made to be slow: one line, digits, brackets, mojibake, repetitions; 10 MB of each',
  measure([
    { name: 'clean prose, 50 MB', argv: lint('prose') },
    { name: 'made to be slow, 50 MB', argv: lint('adversarial') },
  ]),
  ['clean prose, 50 MB'],
);

console.log('\n### Cost of each rule\n');
const rules = spawnSync('node', ['--import', 'tsx', path.join(import.meta.dirname, 'rules.ts')], {
  cwd: ROOT,
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'inherit'],
}).stdout;
const rows = [...rules.matchAll(/^\s*(\S+) ns\/unit\s+(.+)$/gm)];
console.log('| | ns for each UTF-16 code unit |\n|---|---:|');
for (const [, cost, name] of rows.slice(0, 14)) console.log(`| ${name} | ${cost} |`);
console.log(`\nThe other ${Math.max(0, rows.length - 14)} rules cost less.`);
