// npm start: installs, builds, lints the sample corpus and opens it in VS Code with the extension: in the desktop
// program `code` if there is one, else in VS Code for the Web served from this machine. Ctrl-C stops it.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { installPackages, ROOT, run } from './bootstrap.mjs';

const EXAMPLES = path.join(ROOT, 'examples');

installPackages();
if (run('node', ['esbuild.mjs']) !== 0) process.exit(1);
console.log('\nThe sample corpus, linted:\n');
run('node', ['dist/cli/bin.js', 'examples', '--format', 'concise', '--fail-on', 'never']);

if (process.argv.includes('--no-open')) process.exit(0);
if (hasDesktop()) openDesktop();
else await serve();

function hasDesktop() {
  return (
    spawnSync('code', ['--version'], { stdio: 'ignore', shell: process.platform === 'win32' }).status === 0
  );
}

function openDesktop() {
  console.log('\nOpening the sample corpus in VS Code …');
  const args = [
    `--extensionDevelopmentPath=${ROOT}`,
    EXAMPLES,
    path.join(EXAMPLES, 'reports/01-library-folded.md'),
  ];
  process.exitCode = run('code', args, { shell: process.platform === 'win32' });
}

async function serve() {
  const { startServer, remoteUri, workbenchUrl } = await import('./vscode/host.mjs');
  let server;
  try {
    server = await startServer();
  } catch (error) {
    console.log(`\nThere is no VS Code here to open the corpus in: ${error.message}`);
    console.log(
      'Install the extension elsewhere with "npm run package", or lint with "node dist/cli/bin.js".',
    );
    return;
  }
  const payload = [
    ['extensionDevelopmentPath', remoteUri(server.host, ROOT)],
    ['openFile', remoteUri(server.host, path.join(EXAMPLES, 'reports/01-library-folded.md'))],
  ];
  console.log('\nVS Code with the sample corpus (Ctrl-C stops it):\n');
  console.log(`  ${workbenchUrl(server.host, { folder: EXAMPLES, payload })}\n`);
  await new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, resolve);
  });
  await server.stop();
  console.log('Stopped.');
}
