// node test/vscode/run.mjs [dev|vsix]: the suite in a real VS Code.
// VSCODE_EXECUTABLE names the program; without it, our own host on Linux, else what @vscode/test-electron downloads.
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { ROOT } from '../../scripts/bootstrap.mjs';
import { packExtension } from '../../scripts/package.mjs';
import { installHost, installVsix } from '../../scripts/vscode/install.mjs';

const tests = path.join(ROOT, 'out/vscode-tests/main.cjs');
await build({
  entryPoints: [path.join(ROOT, 'test/vscode/main.ts')],
  outfile: tests,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  external: ['vscode', 'mocha'],
  logLevel: 'warning',
});

let executable = process.env.VSCODE_EXECUTABLE;
if (!executable && process.platform === 'linux') {
  const host = installHost();
  if ('reason' in host) {
    console.log(`skipped: ${host.reason}`);
    console.log('vscode: 0 passed, 0 failed, 1 skipped');
    process.exit(0);
  }
  executable = path.join(ROOT, 'scripts/vscode/vscode-browser.mjs');
}

const isVsix = process.argv[2] === 'vsix';
const workspace = mkdtempSync(path.join(tmpdir(), 'corpus-lint-test-'));
cpSync(path.join(ROOT, 'test/vscode/workspace'), workspace, { recursive: true });
const extensions = path.join(workspace, '../', `${path.basename(workspace)}-extensions`);
try {
  if (isVsix) {
    mkdirSync(extensions, { recursive: true });
    installVsix(await packExtension(path.dirname(tests)), extensions, process.env.VSCODE_EXECUTABLE);
  }
  const code = await runTests({
    ...(executable ? { vscodeExecutablePath: executable } : {}),
    // With the extension installed, VS Code still wants one under development: an empty one.
    extensionDevelopmentPath: isVsix ? path.join(ROOT, 'test/vscode/host') : ROOT,
    extensionTestsPath: tests,
    launchArgs: [
      path.join(workspace, 'test.code-workspace'),
      ...(isVsix ? [`--extensions-dir=${extensions}`] : []),
    ],
  });
  process.exitCode = code;
} catch (error) {
  console.error(String(error));
  process.exitCode = 1;
} finally {
  for (const folder of [workspace, extensions])
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
