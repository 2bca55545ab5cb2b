// Programs that tests need and that Debian has: installed where that is possible, else the tests that need them are
// skipped with the reason.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Installs Debian packages; returns the reason where it cannot be done. */
export function aptInstall(...packages) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    return 'only root on Debian can install it from here';
  console.log(`Installing ${packages.join(' and ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  if (quiet('apt-get', ['update', '-qq'], { env }) !== 0) return 'apt-get update failed';
  const install = ['install', '-y', '-qq', '--no-install-recommends', ...packages];
  return quiet('apt-get', install, { env }) === 0 ? undefined : 'apt-get could not install it';
}

/** Runs a command and shows what it said only when it fails. */
export function quiet(command, args, options) {
  const result = spawnSync(command, args, { ...options, encoding: 'utf8' });
  if (result.status !== 0)
    console.log(`${result.stdout ?? ''}${result.stderr ?? result.error ?? ''}`.slice(-2000));
  return result.status;
}
