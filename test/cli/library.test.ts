// The package as others import it: its declarations type-check in a strict project, and the example runs.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { it } from 'node:test';

const ROOT = path.resolve(import.meta.dirname, '../..');

it('is imported with types, and runs', t => {
  const folder = mkdtempSync(path.join(tmpdir(), 'corpus-lint-lib-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const node = (...argv: string[]) =>
    spawnSync(process.execPath, argv, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 26 });
  assert.equal(node(path.join(ROOT, 'scripts/build-types.mjs')).status, 0);
  mkdirSync(path.join(folder, 'node_modules'));
  symlinkSync(ROOT, path.join(folder, 'node_modules/corpus-lint'));
  writeFileSync(
    path.join(folder, 'use.ts'),
    [
      "import { createConfigResolver, createLinter, createSourceText, type Finding } from 'corpus-lint';",
      "const { findings } = createLinter().lint(createSourceText('a.md', 'markdown', ''));",
      'export const starts: number[] = findings.map((f: Finding) => f.start);',
      'export const resolver = createConfigResolver({ files: { read: () => undefined, isRoot: () => true } });',
      '// @ts-expect-error a format that does not exist',
      "createSourceText('a', 'docx', '');",
    ].join('\n'),
  );
  writeFileSync(
    path.join(folder, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        strict: true,
        noEmit: true,
        target: 'ES2022',
        module: 'NodeNext',
        moduleResolution: 'NodeNext',
        types: [],
      },
      files: ['use.ts'],
    }),
  );
  const types = spawnSync(path.join(ROOT, 'node_modules/.bin/tsc'), ['-p', folder], { encoding: 'utf8' });
  assert.equal(types.stdout, '');
  copyFileSync(path.join(ROOT, 'examples/library/count.mjs'), path.join(folder, 'count.mjs'));
  const { stdout, stderr } = node('count.mjs');
  assert.equal(stderr, '');
  assert.match(stdout, /^1:7 punctuation\/repeated /);
  assert.match(stdout, /蓄水，灌区/);
});
