// Bundles: the command line, the library, both language servers and both clients. Each runs without node_modules.
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { build } from 'esbuild';
import { mergeHotChunks } from './scripts/build/hotChunks.mjs';
import { tablesAsFiles, tablesMade, withoutChildProcess, withoutEsprima } from './scripts/build/plugins.mjs';

/** CommonJS packages inside an ES module bundle call require() for node's own modules. */
const requireShim =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";

const common = {
  bundle: true,
  target: 'es2022',
  // jsonc-parser's CommonJS build cannot be bundled.
  mainFields: ['module', 'main'],
  logLevel: 'warning',
  legalComments: 'none',
  // OpenCC's dictionaries are a megabyte of Han; escapes would triple them.
  charset: 'utf8',
  minify: !process.argv.includes('--readable'),
  sourcemap: process.argv.includes('--sourcemap'),
  plugins: [withoutEsprima, withoutChildProcess],
};
const tables = tablesAsFiles('dist/tables');
const isDebug = Boolean(common.sourcemap);

const jobs = [
  // Code splitting keeps the dictionaries and the parsers out of the start of a process.
  {
    entryPoints: { 'cli/bin': 'server/src/cli/bin.ts', 'cli/worker': 'server/src/cli/worker.ts' },
    outdir: 'dist',
    platform: 'node',
    format: 'esm',
    splitting: true,
    chunkNames: 'cli/chunks/[name]-[hash]',
    metafile: true,
    plugins: [...common.plugins, tables, tablesMade],
    ...(isDebug ? { banner: { js: requireShim } } : {}),
  },
  {
    entryPoints: { 'lib/index': 'server/src/lib/index.ts' },
    outdir: 'dist',
    platform: 'node',
    format: 'esm',
    banner: { js: requireShim },
  },
  // The language server: ES modules for node, one classic script for a web worker.
  {
    entryPoints: { 'server/node': 'server/src/node/main.ts' },
    outdir: 'dist',
    platform: 'node',
    format: 'esm',
    splitting: true,
    chunkNames: 'server/chunks/[name]-[hash]',
    plugins: [...common.plugins, tables, tablesMade],
    banner: { js: requireShim },
  },
  {
    entryPoints: { 'web/server': 'server/src/web/main.ts', 'web/lexicon': 'server/src/web/lexicon.ts' },
    outdir: 'dist',
    platform: 'browser',
    format: 'iife',
    // @cfworker/json-schema makes a URL of it when it loads, which fails where a worker was started from a blob.
    define: { 'self.location': 'undefined' },
  },
  // The extension. VS Code's browser host loads CommonJS only.
  {
    entryPoints: { 'client/node': 'client/src/node/extension.ts' },
    outdir: 'dist',
    outExtension: { '.js': '.cjs' },
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
  },
  {
    entryPoints: { 'client/web': 'client/src/web/extension.ts' },
    outdir: 'dist',
    outExtension: { '.js': '.cjs' },
    platform: 'browser',
    format: 'cjs',
    external: ['vscode'],
  },
];
// Files under dist/ that are copied as they are.
mkdirSync('dist', { recursive: true });
copyFileSync('server/src/config/schema.gen.json', 'dist/corpus-lint.schema.json');
// Chunks are named by their content; those of the last build would pile up.
for (const folder of ['cli', 'server', 'web', 'client', 'tables'])
  rmSync(`dist/${folder}`, { recursive: true, force: true });
const [cli] = await Promise.all(jobs.map(job => build({ ...common, ...job })));
const RUN = ['--format', 'concise', '--threads', '1', '--fail-on', 'never'];
if (!isDebug)
  await mergeHotChunks(cli.metafile, {
    common,
    folder: 'dist/cli/chunks',
    starts: ['server/src/cli/bin.ts', 'server/src/cli/worker.ts'],
    groups: [
      ['cli/main', 'cli/commands/lint', 'cli/formatters/concise', 'cli/version', 'cli/cache'],
      // What the cache saves a run from.
      ['cli/documentLinter', 'adapters/loadFrontMatter'],
    ].map(names => names.map(name => `server/src/${name}.ts`)),
    warmUp: {
      tables: 'dist/tables/made.bin',
      all: ['examples/reports', ...RUN],
      few: ['examples/reports/01-library-folded.md', 'examples/reports/03-trees-traditional.md', ...RUN],
    },
  });
// The browser host of VS Code 1.100 adds .js to a name that does not end in it.
copyFileSync('dist/client/web.cjs', 'dist/client/web.cjs.js');
