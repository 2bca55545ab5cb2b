// node test/neovim/run.mjs: diagnostics and formatting in a headless Neovim, of Debian (0.7) where none is installed.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { aptInstall } from '../../scripts/apt.mjs';
import { ROOT } from '../../scripts/bootstrap.mjs';

const hasNeovim = () => spawnSync('nvim', ['--version'], { stdio: 'ignore' }).status === 0;
const reason = hasNeovim() ? undefined : aptInstall('neovim');
if (reason) {
  console.log(`skipped: there is no nvim here, and ${reason}`);
  console.log('neovim: 0 passed, 0 failed, 1 skipped');
  process.exit(0);
}
const folder = mkdtempSync(path.join(tmpdir(), 'corpus-lint-neovim-'));
const report = path.join(folder, 'report.md');
writeFileSync(report, '# 图书馆\n\n今年图书馆开放𠮷，，读者很多。\n');
const result = spawnSync(
  'nvim',
  ['--headless', '-u', 'NONE', '-c', `luafile ${path.join(import.meta.dirname, 'check.lua')}`],
  {
    cwd: folder,
    encoding: 'utf8',
    timeout: 60_000,
    env: {
      ...process.env,
      REPORT: report,
      CORPUS_LINT: `${process.execPath} ${path.join(ROOT, 'dist/cli/bin.js')} lsp --stdio`,
    },
  },
);
rmSync(folder, { recursive: true, force: true });
const output = result.stdout + result.stderr;
try {
  // Neovim counts bytes: seven Han of three and one of four stand before the marks.
  assert.match(output, /3:26 punctuation\/repeated corpus-lint/);
  assert.match(output, /formatted: # 图书馆\|\|今年图书馆开放𠮷，读者很多。/);
  console.log('neovim: 1 passed, 0 failed, 0 skipped');
} catch (error) {
  console.log(output);
  console.error(error.message);
  console.log('neovim: 0 passed, 1 failed, 0 skipped');
  process.exitCode = 1;
}
