// The language server in a web worker.
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import packageJson from '../../../package.json' with { type: 'json' };
import { frontMatterReader } from '../adapters/frontMatter.ts';
import { schemaChecker } from '../adapters/schema.ts';
import { startServer } from '../lsp/server.ts';
import type { LexiconScope } from './lexicon.ts';

const scope = self as unknown as DedicatedWorkerGlobalScope &
  LexiconScope & { importScripts(url: string): void };
startServer(createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope)), {
  version: packageJson.version,
  frontMatter: frontMatterReader,
  schema: schemaChecker,
  async loadConverter(config, chunks) {
    if (!scope.corpusLintLexicon) scope.importScripts(`${chunks ?? ''}lexicon.js`);
    return scope.corpusLintLexicon!.loadConverter(config);
  },
});
