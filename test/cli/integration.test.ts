// The files other tools read: what they say runs.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { it } from 'node:test';
import { parse } from 'yaml';

const ROOT = path.resolve(import.meta.dirname, '../..');
const read = (name: string): string => readFileSync(path.join(ROOT, name), 'utf8');

it('the GitHub action lints what it is told to, and takes inputs as data', t => {
  const folder = mkdtempSync(path.join(tmpdir(), 'corpus-lint-action-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(path.join(folder, 'a.md'), '水库，，蓄水。\n');
  const action = parse(read('action.yml')) as { runs: { steps: { name?: string; run?: string }[] } };
  const script = action.runs.steps.find(step => step.name === 'Lint')!.run!;
  const inputs = { CHANGED_SINCE: '', BASELINE: '', FAIL_ON: 'warning', ARGS: '', SARIF_FILE: 'out.sarif' };
  const env = {
    ...process.env,
    ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name}`, value])),
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell must not expand it
    INPUT_PATHS: 'a.md $(touch${IFS}evil)',
    ACTION_PATH: ROOT,
    GITHUB_STEP_SUMMARY: path.join(folder, 'summary.md'),
  };
  const { stdout, stderr, status } = spawnSync('bash', ['-e', '-c', script], {
    cwd: folder,
    encoding: 'utf8',
    env,
  });
  assert.match(stdout, /^::warning file=a\.md,line=1,/m);
  assert.match(stderr, /touch/);
  assert.equal(status, 2);
  assert.match(readFileSync(path.join(folder, 'summary.md'), 'utf8'), /## Corpus Lint/);
  assert.equal(
    (JSON.parse(readFileSync(path.join(folder, 'out.sarif'), 'utf8')) as { version: string }).version,
    '2.1.0',
  );
});

it('the pre-commit hooks name commands that exist', () => {
  const hooks = parse(read('.pre-commit-hooks.yaml')) as { id: string; entry: string }[];
  for (const { entry } of hooks) {
    const [name, ...argv] = entry.split(' ');
    assert.equal(name, 'corpus-lint');
    const bin = path.join(ROOT, 'dist/cli/bin.js');
    const { status } = spawnSync(process.execPath, [bin, ...argv, path.join(ROOT, 'no-such-folder/*.md')]);
    assert.equal(status, 0);
  }
});

it('the built command line runs from a folder of any name, on one thread and on two', t => {
  const folder = mkdtempSync(path.join(tmpdir(), 'corpus-lint-moved-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const name of ['cli', 'tables'])
    cpSync(path.join(ROOT, 'dist', name), path.join(folder, 'out put', name), { recursive: true });
  const lint = (bin: string, threads: string): string => {
    const argv = [bin, 'examples/reports', '--format', 'concise', '--threads', threads];
    const { stdout, stderr } = spawnSync(process.execPath, argv, { cwd: ROOT, encoding: 'utf8' });
    assert.equal(stderr, '');
    return stdout;
  };
  const expected = lint(path.join(ROOT, 'dist/cli/bin.js'), '1');
  assert.ok(expected.length > 1000);
  for (const threads of ['1', '2'])
    assert.equal(lint(path.join(folder, 'out put/cli/bin.js'), threads), expected);
});

it('a run that the cache answers reads no rule', t => {
  const folder = mkdtempSync(path.join(tmpdir(), 'corpus-lint-warm-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(path.join(folder, 'a.md'), '---\ntitle: 水库\n---\n\n水库，，蓄水。\n');
  writeFileSync(path.join(folder, 'b.txt'), '树木。\n');
  writeFileSync(path.join(folder, 'corpus-lint.jsonc'), '{ "rules": { "spacing/trailing": "off" } }');
  // Tells of each script that is compiled: one holds what every run needs, the next what linting needs.
  writeFileSync(
    path.join(folder, 'tell.cjs'),
    `const vm = require('node:vm');
     vm.Script = class extends vm.Script {
       constructor(code, options) {
         super(code, options);
         process.stderr.write('*');
       }
     };`,
  );
  const lint = (...more: string[]) => {
    const argv = ['-r', './tell.cjs', path.join(ROOT, 'dist/cli/bin.js'), '.', '--cache', ...more];
    return spawnSync(process.execPath, argv, { cwd: folder, encoding: 'utf8' });
  };
  for (const format of ['pretty', 'concise', 'sarif']) {
    const cold = lint('--format', format);
    const warm = lint('--format', format);
    assert.match(cold.stdout, /punctuation\/repeated/);
    assert.equal(warm.stdout, cold.stdout);
    assert.deepEqual([cold.stderr, warm.stderr], ['**', '*']);
  }
});
