// Starts the VS Code server and opens its workbench in headless Chromium.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { installHost } from './install.mjs';

/** What every run needs: nothing asks, updates or phones home. */
const SETTINGS = {
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'telemetry.telemetryLevel': 'off',
  'workbench.enableExperiments': false,
  'git.enabled': false,
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
};

/** The installed host; throws with the reason where there is none. */
export function requireHost() {
  const host = installHost();
  if ('reason' in host) throw new Error(host.reason);
  return host;
}

/** Starts a server on a free port, with its own settings and folders, which `stop` removes. */
export async function startServer({ settings = {}, extensionsDir, log = () => {}, userData, port = 0 } = {}) {
  const { node, vscode } = requireHost();
  const root = mkdtempSync(path.join(tmpdir(), 'vscode-host-'));
  const data = userData ?? path.join(root, 'user-data');
  mkdirSync(path.join(data, 'User'), { recursive: true });
  mkdirSync(path.join(root, 'extensions'), { recursive: true });
  writeFileSync(
    path.join(data, 'User', 'settings.json'),
    JSON.stringify({ ...SETTINGS, ...settings }, null, 1),
  );
  const server = spawn(
    node,
    [
      path.join(vscode, 'out/server-main.js'),
      ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'],
      ...['--user-data-dir', data, '--server-data-dir', path.join(root, 'server-data')],
      ...['--extensions-dir', extensionsDir ?? path.join(root, 'extensions')],
      ...['--accept-server-license-terms', '--disable-telemetry', '--disable-workspace-trust'],
      // Without it the workbench ignores the extension and tests named in its URL.
      '--enable-smoke-test-driver',
    ],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        XDG_RUNTIME_DIR: root,
        EXTENSIONS_GALLERY: '{"serviceUrl":""}',
      },
    },
  );
  const clean = () => rmSync(root, { recursive: true, force: true, maxRetries: 5 });
  const listening = await new Promise((resolve, reject) => {
    let output = '';
    const read = chunk => {
      output += chunk;
      log(String(chunk));
      const match = /Extension host agent listening on (\d+)/.exec(output);
      if (match) resolve(Number(match[1]));
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    server.once('exit', code => {
      clean();
      reject(new Error(`the VS Code server ended with ${code}:\n${output}`));
    });
    setTimeout(() => reject(new Error(`the VS Code server did not start:\n${output}`)), 60_000).unref();
  });
  return {
    host: `localhost:${listening}`,
    async stop() {
      const ended = new Promise(resolve => server.once('exit', resolve));
      if (server.exitCode === null && server.signalCode === null) {
        signal(server.pid, 'SIGTERM');
        const late = setTimeout(() => signal(server.pid, 'SIGKILL'), 5000);
        await ended;
        clearTimeout(late);
      }
      clean();
    },
  };
}

function signal(pid, name) {
  try {
    process.kill(-pid, name);
  } catch {
    // It is gone.
  }
}

export function launchBrowser() {
  return chromium.launch({
    executablePath: requireHost().chromium,
    headless: true,
    // Without the background flags Chromium's own requests are refused by a closed network, over and over.
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
      ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
    ],
  });
}

/** A page that reaches this machine only. */
export async function newPage(browser, { locale = 'en-US', size = { width: 1280, height: 800 } } = {}) {
  const context = await browser.newContext({ viewport: size, locale });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']).catch(() => {});
  const page = await context.newPage();
  const isElsewhere = url =>
    /^(https?|wss?):$/.test(url.protocol) && !/^((.+\.)?localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
  await page.route(isElsewhere, route => route.abort());
  return page;
}

/** URL of the workbench with a folder, and what VS Code reads from the `payload` parameter. */
export function workbenchUrl(host, { folder, payload = [] } = {}) {
  const query = new URLSearchParams();
  if (folder?.endsWith('.code-workspace')) query.set('workspace', folder);
  else if (folder) query.set('folder', folder);
  query.set('payload', JSON.stringify([['skipWelcome', 'true'], ['skipReleaseNotes', 'true'], ...payload]));
  return `http://${host}/?${query}`;
}

export const remoteUri = (host, file) => `vscode-remote://${host}${encodeURI(file)}`;
