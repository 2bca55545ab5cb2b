// Bundles: the command line, the library, both language servers and both clients. Each runs without node_modules.
import { build } from 'esbuild';

const common = {
  bundle: true,
  target: 'es2022',
  // jsonc-parser's CommonJS build cannot be bundled.
  mainFields: ['module', 'main'],
  logLevel: 'warning',
  legalComments: 'none',
  minify: true,
  sourcemap: process.argv.includes('--sourcemap'),
};

/** CommonJS packages inside an ES module bundle call require() for node's own modules. */
const requireShim =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";

const jobs = [
  // Code splitting keeps the dictionaries and the parsers out of the start of a process.
  {
    entryPoints: { 'cli/bin': 'server/src/cli/bin.ts' },
    outdir: 'dist',
    platform: 'node',
    format: 'esm',
    splitting: true,
    chunkNames: 'cli/chunks/[name]-[hash]',
    banner: { js: requireShim },
  },
  {
    entryPoints: { 'server/node': 'server/src/node/main.ts' },
    outdir: 'dist',
    platform: 'node',
    format: 'esm',
    splitting: true,
    chunkNames: 'server/chunks/[name]-[hash]',
    banner: { js: requireShim },
  },
];
await Promise.all(jobs.map(job => build({ ...common, ...job })));
