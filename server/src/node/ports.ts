import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import packageJson from '../../../package.json' with { type: 'json' };
import { frontMatterReader } from '../adapters/frontMatter.ts';
import { localSchemaChecker } from '../adapters/schemaFiles.ts';
import type { ServerPorts } from '../lsp/ports.ts';
import { reportsUnder } from './reportFiles.ts';

/** `root`: URL of the package's folder, where its pages are. */
export const nodePorts = (root: URL): ServerPorts => ({
  version: packageJson.version,
  frontMatter: frontMatterReader,
  schema: localSchemaChecker(file => readFileSync(file)),
  pages: new URL('docs/rules/', root).href,
  loadConverter: async config => (await import('../adapters/lexicon.ts')).loadConverter(config),
  files: {
    read: file =>
      readFile(file).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
        throw error;
      }),
    reports: folder => reportsUnder(folder),
    isRoot: folder => folder === homedir() || existsSync(path.join(folder, '.git')),
  },
});
