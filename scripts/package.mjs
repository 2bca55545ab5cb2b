// npm run package: corpus-lint-<version>.vsix, from fresh bundles.
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { installPackages, ROOT, run } from './bootstrap.mjs';

/** Packs the extension; returns the file's path. The bundles must be current. */
export async function packExtension(folder = ROOT) {
  const { name, version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  const packagePath = path.join(folder, `${name}-${version}.vsix`);
  await createVSIX({
    cwd: ROOT,
    packagePath,
    dependencies: false,
    // The project has no public home yet.
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
  return packagePath;
}

if (process.argv[1] === import.meta.filename) {
  installPackages();
  const status = run('node', ['esbuild.mjs']);
  if (status !== 0) process.exit(status);
  const file = await packExtension();
  console.log(`${path.relative(ROOT, file)}: ${(statSync(file).size / 1e6).toFixed(2)} MB`);
}
