// Declarations for the library: what the type checker emits, with the extensions that a package needs.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT, run, tool } from './bootstrap.mjs';

const target = path.join(ROOT, 'dist/lib/types');
rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
const status = run(tool('tsc'), ['-b', 'server']);
if (status !== 0) process.exit(status);
for (const [from, to] of [
  ['out/core', 'core'],
  ['out/server/adapters', 'adapters'],
  ['out/server/config', 'config'],
  ['out/server/lib', 'lib'],
])
  cpSync(path.join(ROOT, from), path.join(target, to), {
    recursive: true,
    filter: file => !file.includes('.') || file.endsWith('.d.ts') || !path.extname(file),
  });
for (const file of readdirSync(target, { recursive: true, encoding: 'utf8' })) {
  if (!file.endsWith('.d.ts')) continue;
  const full = path.join(target, file);
  const text = readFileSync(full, 'utf8');
  writeFileSync(full, text.replace(/(from '|import\(')(\.[^']*)\.ts'/g, "$1$2.js'"));
}
writeFileSync(path.join(ROOT, 'dist/lib/index.d.ts'), "export * from './types/lib/index.js';\n");
