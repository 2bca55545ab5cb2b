// npm run bench [-- rounds]: whole processes, interleaved, medians, in one run on one machine. Prints a table in
// Markdown: the floor (node reads, decodes and scans every character once), this linter, and its peers.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import path from 'node:path';
import { reportText, writeCorpus } from './corpus.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const WORK = path.join(ROOT, 'out/bench');
const BIN = path.join(ROOT, 'dist/cli/bin.js');
const FLOOR = path.join(import.meta.dirname, 'floor.mjs');
const PEERS = path.join(import.meta.dirname, 'node_modules/.bin');
const rounds = Number(process.argv[2] ?? 7);

interface Measure {
  /** Milliseconds of wall time, and bytes of the largest resident set. */
  readonly times: number[];
  peak: number;
}

interface Contender {
  readonly name: string;
  readonly argv: readonly string[];
  readonly before?: () => void;
}

function measure(contenders: readonly Contender[]): Map<string, Measure> {
  const results = new Map<string, Measure>(contenders.map(c => [c.name, { times: [], peak: 0 }]));
  for (let round = 0; round < rounds; round++)
    for (const { name, argv, before } of contenders) {
      before?.();
      const start = performance.now();
      const run = spawnSync('/usr/bin/time', ['-f', '%M', ...argv], {
        cwd: WORK,
        stdio: ['ignore', 'ignore', 'pipe'],
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      });
      // 1 is findings; a run that linted nothing must not look fast.
      if (run.status === 2) throw new Error(`${name}: ${run.stderr}`);
      const result = results.get(name)!;
      result.times.push(performance.now() - start);
      result.peak = Math.max(result.peak, Number(run.stderr.trimEnd().split('\n').at(-1)) * 1024);
    }
  return results;
}

const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[times.length >> 1]!;
const seconds = (m: Measure): string => (median(m.times) / 1000).toFixed(2);

function print(title: string, base: string, results: ReadonlyMap<string, Measure>): void {
  const floor = median(results.get(base)!.times);
  console.log(`\n${title}\n\n| | seconds | × ${base} | peak MB |\n|---|---:|---:|---:|`);
  for (const [name, result] of results)
    console.log(
      `| ${name} | ${seconds(result)} | ${(median(result.times) / floor).toFixed(1)} | ${Math.round(result.peak / 1e6)} |`,
    );
}

if (!existsSync(BIN)) throw new Error('run "npm run build" first');
mkdirSync(WORK, { recursive: true });
for (const [name, megabytes] of [
  ['c2', 2],
  ['c20', 20],
  ['c200', 200],
] as const)
  if (!existsSync(path.join(WORK, name))) writeCorpus(path.join(WORK, name), megabytes * 1e6);
const line = Array.from({ length: 950 }, (_, i) => reportText(i * 5 + 3).text.replace(/\s+/g, '')).join('');
writeFileSync(path.join(WORK, 'line.txt'), Buffer.from(line).subarray(0, 10_000_000));
writeFileSync(path.join(WORK, 'small.md'), reportText(0, 4000).text);
const lint = (target: string, ...more: string[]): string[] => [
  'node',
  BIN,
  target,
  '--format',
  'concise',
  '--threads',
  '1',
  // The corpus lies in a folder that git ignores.
  '--no-ignore',
  ...more,
];
const clearCache = (): void => rmSync(path.join(WORK, '.cache'), { recursive: true, force: true });
clearCache();
const peer = (name: string, bin: string, ...argv: string[]): Contender[] =>
  existsSync(path.join(PEERS, bin)) ? [{ name, argv: [path.join(PEERS, bin), ...argv] }] : [];

console.log(
  `${cpus()[0]?.model.trim()}, ${availableParallelism()} threads, node ${process.version}, ${new Date().toISOString().slice(0, 10)}; medians of ${rounds}.`,
);
const files = readdirSync(path.join(WORK, 'c20/cn')).length + readdirSync(path.join(WORK, 'c20/tw')).length;
print(
  `${files} reports, 20 MB`,
  'floor',
  measure([
    { name: 'floor', argv: ['node', FLOOR, 'c20'] },
    { name: 'corpus-lint, 1 thread', argv: lint('c20') },
    { name: 'corpus-lint, 2 threads', argv: lint('c20', '--threads', '2') },
    { name: 'corpus-lint, warm cache', argv: lint('c20', '--cache', '--cache-location', '.cache') },
    ...peer('autocorrect --lint', 'autocorrect', '--lint', 'c20'),
    ...peer('rumdl check', 'rumdl', 'check', '--no-cache', 'c20'),
    ...peer('markdownlint-cli2', 'markdownlint-cli2', 'c20/**/*.md'),
    ...peer('zhlint (Markdown only)', 'zhlint', 'c20/**/*.md'),
  ]),
);
print(
  'Start: one report of 4 kB',
  'node -e 0',
  measure([
    { name: 'node -e 0', argv: ['node', '-e', '0'] },
    { name: 'corpus-lint', argv: lint('small.md') },
  ]),
);
print(
  'Scale: one thread',
  '2 MB',
  measure([
    { name: '2 MB', argv: lint('c2') },
    { name: '20 MB', argv: lint('c20') },
    { name: '200 MB', argv: lint('c200') },
    { name: 'one line of 10 MB', argv: lint('line.txt') },
  ]),
);
