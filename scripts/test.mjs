// npm test: everything that continuous integration runs, in the order that fails soonest; ends with a line
// "N passed, N failed".
//   npm test -- unit cli     only the named parts
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { installPackages, ROOT, run, tool } from './bootstrap.mjs';

installPackages();

/** In a real VS Code, see scripts/vscode. */
const VSCODE = [
  ['VS Code, extension from this folder', 'test/vscode/run.mjs', 'dev'],
  ['VS Code, extension from the VSIX', 'test/vscode/run.mjs', 'vsix'],
  ['VS Code for the Web', 'test/web/run.mjs'],
  ['VS Code, as a person uses it', 'test/vscode/person.mjs'],
];
const totals = { passed: 0, failed: 0, skipped: 0 };
const parts = [
  [
    'generate',
    () => check('derived files are current', tool('tsx'), ['scripts/generate/main.ts', '--check']),
  ],
  ['types', () => check('types', tool('tsc'), ['-b'])],
  ['lint', () => check('style', tool('biome'), ['check', '--error-on-warnings', '.'])],
  ['build', () => check('bundles', 'node', ['esbuild.mjs'])],
  ['unit', () => suite('unit', [['core'], ['docs', 'project', 'config', 'adapters']])],
  ['random', () => suite('random', [['random']])],
  ['slow', () => suite('slow', [['slow']])],
  ['cli', () => suite('cli', [['cli']])],
  ['lsp', () => suite('lsp', [['lsp']])],
  ['grammar', () => grammars()],
  ['neovim', () => programs([['Neovim', 'test/neovim/run.mjs']])],
  ['vscode', () => programs(VSCODE)],
];
const wanted = process.argv.slice(2);
const unknown = wanted.filter(name => !parts.some(([known]) => known === name));
if (unknown.length > 0) {
  console.error(`no part ${unknown.join(', ')}; the parts are ${parts.map(([name]) => name).join(', ')}`);
  process.exit(2);
}
for (const [name, runPart] of parts) if (wanted.length === 0 || wanted.includes(name)) runPart();
console.log(
  `${totals.passed} passed, ${totals.failed} failed${totals.skipped ? `, ${totals.skipped} skipped` : ''}`,
);
process.exitCode = totals.failed === 0 ? 0 : 1;

/** A command that passes or fails as one. */
function check(title, command, args) {
  console.log(`\n— ${title}`);
  if (run(command, args) === 0) totals.passed++;
  else {
    totals.failed++;
    console.log(`✖ ${title}`);
  }
}

/**
 * The node test runner over the test files of some folders of test/. The files of one group of folders share a process:
 * loading the rules and their tables costs more than most files do. Two groups run at a time.
 */
function suite(title, groups) {
  const out = path.join(ROOT, 'out');
  mkdirSync(out, { recursive: true });
  let fileCount = 0;
  const entries = groups.map((folders, index) => {
    const files = folders.flatMap(folder => testFiles(path.join(ROOT, 'test', folder)));
    fileCount += files.length;
    const entry = path.join(out, `test-${title}-${index + 1}.mjs`);
    writeFileSync(entry, files.map(file => `import ${JSON.stringify(pathToFileURL(file).href)};\n`).join(''));
    return entry;
  });
  console.log(`\n— ${title}: ${fileCount} files`);
  const report = path.join(out, `test-${title}.tap`);
  rmSync(report, { force: true });
  const status = run('node', [
    '--import',
    'tsx',
    '--test',
    '--test-concurrency=2',
    '--test-reporter=dot',
    '--test-reporter-destination=stdout',
    '--test-reporter=tap',
    `--test-reporter-destination=${report}`,
    ...entries,
  ]);
  const tap = readFileSync(report, 'utf8');
  const count = name => Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(tap)?.[1] ?? 0);
  totals.passed += count('pass');
  totals.skipped += count('skipped');
  totals.failed += count('fail') + count('cancelled');
  if (status !== 0) {
    if (count('fail') + count('cancelled') === 0) totals.failed++;
    for (const block of tap.matchAll(/^ *not ok [\s\S]*?^ *\.\.\.$/gm)) console.log(block[0]);
  }
  console.log(`${title}: ${count('pass')} passed, ${count('fail')} failed, ${count('skipped')} skipped`);
}

function testFiles(folder) {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(file => file.endsWith('.test.ts'))
      .map(file => path.join(folder, file))
      .sort();
  } catch {
    return [];
  }
}

/** The scopes of sample texts, as the snapshots beside them hold them. */
function grammars() {
  const samples = [
    ['text.corpus-report', 'yaml-stub.tmLanguage.json', 'report.txt'],
    ['text.html.markdown', 'markdown-stub.tmLanguage.json', 'injected.md'],
  ];
  for (const [scope, stub, sample] of samples)
    check(`grammar: ${sample}`, tool('vscode-tmgrammar-snap'), [
      ...['-s', scope, '-g', `test/grammar/${stub}`],
      `test/grammar/${sample}`,
    ]);
}

/** Tests that are programs of their own and end with `vscode: N passed, N failed, N skipped` or the like. */
function programs(suites) {
  for (const [title, ...args] of suites) {
    console.log(`\n— ${title}`);
    const result = spawnSync('node', args, {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    console.log(result.stdout);
    const counts = /^\w+: (\d+) passed, (\d+) failed, (\d+) skipped$/m
      .exec(result.stdout)
      ?.slice(1)
      .map(Number);
    const [passed, failed, skipped] = counts ?? [0, 0, 0];
    totals.passed += passed;
    totals.failed += result.status === 0 ? failed : Math.max(1, failed);
    totals.skipped += skipped;
  }
}
