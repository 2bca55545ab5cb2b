// node test/web/run.mjs: the extension in VS Code for the Web.
import { copyFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { ROOT } from '../../scripts/bootstrap.mjs';
import { launchBrowser, newPage } from '../../scripts/vscode/host.mjs';
import { installHost } from '../../scripts/vscode/install.mjs';
import { serveWeb } from '../../scripts/vscode/web.mjs';

const TIMEOUT = 600_000;
const CLOSING_LINE = /^vscode: \d+ passed, \d+ failed, \d+ skipped$/;
const NOISE =
  /^(Ignoring|ENOPRO|CodeExpectedError|Failed to get installed|Updating additional|\[|Found additional|Request to|Loading dev|vscode-test-web)/;

const host = installHost();
if ('reason' in host) {
  console.log(`skipped: ${host.reason}`);
  console.log('vscode: 0 passed, 0 failed, 1 skipped');
  process.exit(0);
}
const tests = path.join(ROOT, 'out/vscode-tests/web.cjs');
await build({
  entryPoints: [path.join(ROOT, 'test/web/main.ts')],
  outfile: tests,
  bundle: true,
  platform: 'browser',
  format: 'cjs',
  external: ['vscode'],
  alias: { 'node:assert/strict': path.join(ROOT, 'test/web/assert.ts') },
  banner: { js: readFileSync(path.join(ROOT, 'node_modules/mocha/mocha.js'), 'utf8') },
  logLevel: 'warning',
});
// The browser host of VS Code 1.100 adds .js to a name that does not end in it.
copyFileSync(tests, `${tests}.js`);
const server = await serveWeb({
  extension: ROOT,
  tests,
  folder: path.join(ROOT, 'test/vscode/workspace/configured'),
});
let browser;
let finished = false;
let code = 1;
try {
  browser = await launchBrowser();
  const page = await newPage(browser);
  code = await new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`no result within ${TIMEOUT / 1000} s`)), TIMEOUT).unref();
    start(page, resolve).catch(reject);
  });
} catch (error) {
  console.error(error.message);
}
// VS Code says 0 also when the worker died half-way.
process.exitCode = code === 0 && !finished ? 1 : code;
await browser?.close().catch(() => {});
server.stop();

async function start(page, resolve) {
  await page.exposeFunction('codeAutomationLog', (type, args) => {
    const line = String(args[0]);
    if (CLOSING_LINE.test(line.trim())) finished = true;
    else if (NOISE.test(line)) return;
    (type === 'error' || type === 'warn' ? console.error : console.log)(...args);
  });
  await page.exposeFunction('codeAutomationExit', exitCode => resolve(exitCode));
  await page.goto(server.url);
}
