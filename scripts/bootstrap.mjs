// What npm start and npm test need before anything else: the packages of the lock file. Plain JavaScript, because
// nothing is installed yet when this runs.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.resolve(
  import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname),
  '..',
);

/** Runs a command in the project's root and returns its exit code. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', ...options });
  if (result.error) throw result.error;
  return result.status ?? 1;
}

/** Installs the locked packages unless node_modules was made from this very lock file. */
export function installPackages() {
  const lock = readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8');
  const stamp = path.join(ROOT, 'node_modules', '.corpus-lint-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  const status = run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  if (status !== 0) process.exit(status);
  writeFileSync(stamp, lock);
}

/** Path of a package's command. */
export const tool = name => path.join(ROOT, 'node_modules', '.bin', name);
