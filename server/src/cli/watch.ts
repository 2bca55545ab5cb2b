// --watch: lints again whenever a file has changed. It looks at sizes and times a few times a second; that works on
// network drives and in containers, where notifications do not.
import path from 'node:path';
import { discover } from './discover.ts';
import { type LintRun, lintPaths } from './lintRun.ts';
import { sayIn } from './messages.ts';

/** Milliseconds between two looks. */
const INTERVAL = 500;

export async function watchPaths(run: LintRun, targets: readonly string[]): Promise<number> {
  const { host, options, locale } = run;
  const say = sayIn(locale);
  let before = '';
  let code = 0;
  while (host.interrupted() === 0) {
    const now = await snapshot(run, targets);
    if (now.state !== before) {
      before = now.state;
      if (host.stdout.isTerminal) host.stdout.write('\u001b[2J\u001b[H');
      code = await lintPaths({ ...run, options: { ...options, allowEmpty: true } }, targets);
      host.stderr.write(`${say('watching', { total: now.count })}\n`);
      // Repairs of this run are no news to the next look.
      if (options.fix || options.fixUnsafe) before = (await snapshot(run, targets)).state;
    }
    await host.sleep(INTERVAL);
  }
  return code;
}

async function snapshot(
  { host, options }: LintRun,
  targets: readonly string[],
): Promise<{ state: string; count: number }> {
  const { files } = await discover(targets.length > 0 ? targets : ['.'], {
    fs: host.fs,
    cwd: host.cwd,
    honourIgnores: options.ignore,
    sweep: false,
  });
  const state = files.map(file => {
    try {
      const { size, mtimeMs } = host.fs.stat(path.resolve(host.cwd, file.path));
      return `${file.path}:${size}:${mtimeMs}`;
    } catch {
      return file.path;
    }
  });
  return { state: state.join('\n'), count: files.length };
}
