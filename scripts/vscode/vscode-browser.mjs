#!/usr/bin/env node
// Stands in for the desktop executable of VS Code: takes the arguments that @vscode/test-electron passes, runs the
// suite in the VS Code server with a headless Chromium, and returns its exit code.
//   runTests({ vscodeExecutablePath: '<this file>', … })
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { launchBrowser, newPage, remoteUri, startServer, workbenchUrl } from './host.mjs';

const TIMEOUT = 900_000;
const CLOSING_LINE = /^(\w+: )?\d+ passed, \d+ failed(, \d+ skipped)?$/;
/** What the workbench says in a sealed-off run; it tells nothing of the tests. */
const NOISE =
  /^(Ignoring|SettingsEditor2|Timed out waiting for auth|Updating additional|Creating a socket|Resolv|\[|ChatSessionStore|Canceled|Failed to get installed|Loading dev|The web worker|Creation of workbench)/;

const options = { extensions: [] };
for (const argument of process.argv.slice(2)) {
  const [, key, value] = /^--([\w-]+)(?:=(.*))?$/s.exec(argument) ?? [];
  if (!key) options.folder = path.resolve(argument);
  else if (key === 'extensionDevelopmentPath') options.extensions.push(path.resolve(value));
  else if (key === 'extensionTestsPath') options.tests = path.resolve(value);
  else if (key === 'extensions-dir') options.extensionsDir = path.resolve(value);
} // Everything else is for Electron only.
const logs = process.env.VSCODE_BROWSER_LOGS;

let browser;
let finished = false;
const server = await startServer({ extensionsDir: options.extensionsDir });
const stop = async () => {
  await browser?.close().catch(() => {});
  await server.stop();
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.once(signal, () => stop().finally(() => process.exit(130)));

let code = 1;
try {
  browser = await launchBrowser();
  const page = await newPage(browser);
  code = await runIn(page);
} catch (error) {
  console.error(`vscode-browser: ${error.message}`);
  if (logs) {
    mkdirSync(logs, { recursive: true });
    await browser
      ?.contexts()[0]
      ?.pages()[0]
      ?.screenshot({ path: path.join(logs, 'screen.png') });
  }
}
// VS Code says 0 also when the extension host died half-way.
if (code === 0 && options.tests && !finished) {
  console.error('vscode-browser: exit code 0, but the tests never printed their closing line');
  code = 1;
}
await stop();
process.exit(code);

function runIn(page) {
  return new Promise((resolve, reject) => {
    page.once('crash', () => reject(new Error('the page crashed')));
    setTimeout(() => reject(new Error(`no exit code within ${TIMEOUT / 1000} s`)), TIMEOUT).unref();
    open(page, resolve).catch(reject);
  });
}

async function open(page, resolve) {
  await page.exposeFunction('codeAutomationLog', (type, args) => {
    const line = String(args[0]);
    if (CLOSING_LINE.test(line.trim())) finished = true;
    else if (NOISE.test(line)) return;
    (type === 'error' || type === 'warn' ? console.error : console.log)(...args);
  });
  await page.exposeFunction('codeAutomationExit', (exitCode, files) => {
    if (logs)
      for (const { relativePath, contents } of files ?? []) write(path.join(logs, relativePath), contents);
    resolve(exitCode);
  });
  const payload = options.extensions.map(folder => [
    'extensionDevelopmentPath',
    remoteUri(server.host, folder),
  ]);
  if (options.tests) payload.push(['extensionTestsPath', remoteUri(server.host, options.tests)]);
  await page.goto(workbenchUrl(server.host, { folder: options.folder, payload }));
}

function write(file, contents) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, contents);
}
