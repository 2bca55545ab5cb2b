// VS Code for the Web without any remote: extension host and language server are web workers, files come over HTTP.
// What @vscode/test-web does, with the workbench that code-server carries.
import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { requireHost } from './host.mjs';

const TYPES = {
  '.js': 'text/javascript',
  '.cjs': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

/**
 * Serves VS Code for the Web on a free port.
 * `extension`: folder of the extension; `tests`: a script below it; `folder`: the folder to open, read-only.
 */
export async function serveWeb({ extension, tests, folder }) {
  const { vscode, fileSystem } = requireHost();
  const workbench = localWorkbench(vscode);
  const roots = [
    ['/static/build/', vscode],
    ['/static/devextensions/', extension],
    ['/static/extensions/fs/', fileSystem],
    ['/static/mount/', folder],
  ];
  const server = http.createServer((request, response) => {
    const url = new URL(request.url, 'http://localhost');
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    response.setHeader('Cache-Control', 'no-store');
    if (url.pathname === '/') {
      response.setHeader('Content-Type', 'text/html');
      response.end(startPage(vscode, request.headers.host, tests && path.relative(extension, tests)));
      return;
    }
    if (url.pathname.endsWith('/vs/code/browser/workbench/workbench.js')) {
      response.setHeader('Content-Type', 'text/javascript');
      response.end(workbench);
      return;
    }
    const root = roots.find(([prefix]) => `${url.pathname}/`.startsWith(prefix));
    if (!root || !sendFile(response, url, ...root)) {
      response.statusCode = 404;
      response.end('not found');
    }
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${server.address().port}/`,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

// code-server forces a remote and keeps the user's settings there. A version that does so otherwise fails here, loudly.
function localWorkbench(vscode) {
  let script = readFileSync(path.join(vscode, 'out/vs/code/browser/workbench/workbench.js'), 'utf8');
  const changes = [
    [/,remoteAuthority:location\.host\}/, '}'],
    [
      /get userRoamingDataHome\(\)\{return (\w+)\((\w+)\.file\(this\.userDataPath\)\.with\(\{scheme:(\w+)\.vscodeRemote\}\),"User"\)\}/,
      'get userRoamingDataHome(){return $2.file("/User").with({scheme:$3.vscodeUserData})}',
    ],
  ];
  for (const [from, to] of changes) {
    if (!from.test(script)) throw new Error(`code-server's workbench.js has changed: no ${from}`);
    script = script.replace(from, to);
  }
  return script;
}

function startPage(vscode, host, tests) {
  const uri = location => ({ scheme: 'http', authority: host, path: location });
  const configuration = {
    folderUri: { scheme: 'vscode-test-web', authority: 'mount', path: '/' },
    userDataPath: '/',
    webviewEndpoint: `http://${host}/static/build/out/vs/workbench/contrib/webview/browser/pre`,
    // code-server's additions to the workbench insist on these three.
    isEnabledFileDownloads: false,
    isEnabledFileUploads: false,
    isEnabledCoderGettingStarted: false,
    additionalBuiltinExtensions: [uri('/static/extensions/fs')],
    productConfiguration: {
      enableTelemetry: false,
      extensionEnabledApiProposals: {
        'vscode.vscode-test-web-fs': ['fileSearchProvider', 'textSearchProvider'],
      },
    },
    configurationDefaults: {
      'security.workspace.trust.enabled': false,
      'workbench.startupEditor': 'none',
      'chat.disableAIFeatures': true,
      'telemetry.telemetryLevel': 'off',
    },
    developmentOptions: {
      extensions: [uri('/static/devextensions')],
      ...(tests ? { extensionTestsPath: uri(`/static/devextensions/${tests}`) } : {}),
    },
  };
  const attribute = JSON.stringify(configuration).replace(/&/g, '&amp;').replace(/"/g, '&quot;');
  const values = {
    WORKBENCH_WEB_CONFIGURATION: attribute,
    WORKBENCH_WEB_BASE_URL: `http://${host}/static/build`,
    WORKBENCH_SCRIPT_NONCE: 'x',
    WORKBENCH_NLS_FALLBACK_URL: '/static/build/out/nls.messages.js',
    WORKBENCH_NLS_URL: '/static/build/out/nls.messages.js',
  };
  const page = readFileSync(path.join(vscode, 'out/vs/code/browser/workbench/workbench.html'), 'utf8');
  return page.replace(/\{\{([^}]+)\}\}/g, (_, key) => values[key] ?? '');
}

/** Sends a file or, for the opened folder, what its file system provider asks for; false where there is none. */
function sendFile(response, url, prefix, root) {
  const file = path.join(root, decodeURIComponent(url.pathname.slice(prefix.length)));
  if (!`${file}/`.startsWith(path.join(root, '/'))) return false;
  const stat = statSync(file, { throwIfNoEntry: false });
  if (prefix === '/static/mount/' && (url.searchParams.has('stat') || url.searchParams.has('readdir'))) {
    response.setHeader('Content-Type', 'application/json');
    response.end(
      JSON.stringify(stat ? describe(file, stat, url.searchParams.has('stat')) : { error: 'ENOENT' }),
    );
    return true;
  }
  if (!stat?.isFile()) return false;
  response.setHeader('Content-Type', TYPES[path.extname(file)] ?? 'application/octet-stream');
  createReadStream(file).pipe(response);
  return true;
}

function describe(file, stat, itself) {
  const kind = entry => (entry.isDirectory() ? 2 : entry.isFile() ? 1 : 0);
  if (itself) return { type: kind(stat), ctime: stat.ctimeMs, mtime: stat.mtimeMs, size: stat.size };
  return readdirSync(file, { withFileTypes: true }).map(entry => ({ name: entry.name, type: kind(entry) }));
}
