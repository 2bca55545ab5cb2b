// The example for Dask: two workers, one of them killed half-way, and every record comes out once, repaired.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { it } from 'node:test';

const SCRIPT = path.resolve(import.meta.dirname, '../../examples/dask/lint_records.py');
const python = ['/usr/bin/python3', 'python3'].find(
  name => spawnSync(name, ['-c', 'import distributed'], { stdio: 'ignore' }).status === 0,
);

it('loses and doubles nothing when a worker dies', {
  skip: python ? false : 'Dask (python3-distributed) is not installed',
  timeout: 600_000,
}, t => {
  const folder = mkdtempSync(path.join(tmpdir(), 'corpus-lint-dask-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const count = 1500;
  const records = Array.from({ length: count }, (_, id) =>
    JSON.stringify({ id, text: `第${id}号水库，，蓄水正常。`.repeat(1 + (id % 20)) }),
  );
  writeFileSync(path.join(folder, 'in.jsonl'), `${records.join('\n')}\nno record\n`);
  const argv = [SCRIPT, 'in.jsonl', 'out', '--fix', '--block-mb', '0.1', '--kill-one'];
  const { status, stdout, stderr } = spawnSync(python!, argv, { cwd: folder, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  assert.equal(stdout.trim(), String(count));
  assert.match(stderr, /killing worker/);
  const names = readdirSync(path.join(folder, 'out')).sort();
  const rejects = names.filter(name => name.endsWith('.rejects'));
  assert.equal(rejects.length, 1);
  assert.match(readFileSync(path.join(folder, 'out', rejects[0]!), 'utf8'), /"record":"no record"\}\n$/);
  const lines = names
    .filter(name => !rejects.includes(name))
    .flatMap(name =>
      readFileSync(path.join(folder, 'out', name), 'utf8')
        .trimEnd()
        .split('\n'),
    );
  const found = lines.map(line => JSON.parse(line) as { id: number; text: string });
  assert.deepEqual(
    found.map(record => record.id),
    Array.from({ length: count }, (_, id) => id),
  );
  assert.ok(found.every(({ text }) => !text.includes('，，')));
});
