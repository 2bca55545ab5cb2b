// Bundles: the command line, the library, both language servers and both clients. Each runs without node_modules.
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { build } from 'esbuild';

const common = {
  bundle: true,
  target: 'es2022',
  // jsonc-parser's CommonJS build cannot be bundled.
  mainFields: ['module', 'main'],
  logLevel: 'warning',
  legalComments: 'none',
  minify: !process.argv.includes('--readable'),
  sourcemap: process.argv.includes('--sourcemap'),
};

/** CommonJS packages inside an ES module bundle call require() for node's own modules. */
const requireShim =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";

const jobs = [
  // Code splitting keeps the dictionaries and the parsers out of the start of a process.
  {
    entryPoints: { 'cli/bin': 'server/src/cli/bin.ts', 'cli/worker': 'server/src/cli/worker.ts' },
    outdir: 'dist',
    platform: 'node',
    format: 'esm',
    splitting: true,
    chunkNames: 'cli/chunks/[name]-[hash]',
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
    banner: { js: requireShim },
  },
  {
    entryPoints: { 'web/server': 'server/src/web/main.ts' },
    outdir: 'dist',
    platform: 'browser',
    format: 'iife',
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
rmSync('dist/cli', { recursive: true, force: true });
await Promise.all(jobs.map(job => build({ ...common, ...job })));
