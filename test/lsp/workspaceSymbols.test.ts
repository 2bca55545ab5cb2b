// Headings of the workspace's reports, open or not.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { CancellationToken, CancellationTokenSource } from 'vscode-jsonrpc';
import type { WorkspaceSymbol } from 'vscode-languageserver-protocol';
import { createWorkspaceSymbols } from '../../server/src/lsp/features/workspaceSymbols.ts';
import type { ReportFile } from '../../server/src/lsp/ports.ts';
import type { Session } from '../../server/src/lsp/session.ts';
import { type LspClient, startClient } from '../support/lspClient.ts';

const BODY = '今年水库开工，市民都很高兴，工期一年。\n';

describe('workspace symbols', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'corpus-lint-symbols-'));
  const write = (name: string, text: string): void => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };
  const uriOf = (name: string): string => pathToFileURL(path.join(folder, name)).href;
  let client: LspClient;
  const found = async (query: string): Promise<string[]> =>
    (await client.request<WorkspaceSymbol[]>('workspace/symbol', { query }))
      .map(({ name, location }) => {
        const line = 'range' in location ? location.range.start.line : -1;
        return `${path.basename(decodeURIComponent(location.uri))}:${line} ${name}`;
      })
      .sort();

  before(async () => {
    write('corpus-lint.jsonc', '{ "ignore": ["drafts/"] }\n');
    write('.gitignore', '/out/\n');
    mkdirSync(path.join(folder, '.git'));
    write('水库.md', `# 水库扩容\n\n${BODY}`);
    write('roads/road.txt', `一、道路进度\n\n${BODY}\n二、道路养护\n\n${BODY}`);
    write('drafts/draft.md', `# 道路草稿\n\n${BODY}`);
    write('out/built.md', `# 道路成品\n\n${BODY}`);
    write('node_modules/x/readme.md', `# 道路包\n\n${BODY}`);
    write('notes.csv', '# 道路表\n');
    client = await startClient({ rootUri: pathToFileURL(folder).href });
  });
  after(async () => {
    await client.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are found in files that are not open, but not in those left out', async () => {
    assert.deepEqual(await found('道路'), ['road.txt:0 一、道路进度', 'road.txt:4 二、道路养护']);
    assert.deepEqual(await found('水库'), ['水库.md:0 水库扩容']);
  });

  it('an open document counts as it stands, not as it is on disk', async () => {
    client.open(uriOf('水库.md'), `# 桥梁扩建\n\n${BODY}`);
    assert.deepEqual(await found('水库'), []);
    assert.deepEqual(await found('桥梁'), ['水库.md:0 桥梁扩建']);
    client.close(uriOf('水库.md'));
    assert.deepEqual(await found('水库'), ['水库.md:0 水库扩容']);
  });

  it('follow changes on disk', async () => {
    write('parks/park.md', `# 公园开放\n\n${BODY}`);
    rmSync(path.join(folder, '水库.md'));
    // A look at the disk counts for a second.
    await new Promise(resolve => setTimeout(resolve, 1100));
    assert.deepEqual(await found('公园'), ['park.md:0 公园开放']);
    assert.deepEqual(await found('水库'), []);
  });

  it('a query that is cancelled stops, and the next one is complete', async () => {
    const source = new CancellationTokenSource();
    async function* reports(): AsyncGenerator<ReportFile> {
      for (let i = 0; i < 30; i++) {
        // The tenth file is the last one that the first query sees.
        if (i === 10) source.cancel();
        yield { path: `/corpus/${i}.md`, size: 100, modified: 0 };
      }
    }
    const read = async (file: string): Promise<Uint8Array> =>
      new TextEncoder().encode(`# 栈桥${path.basename(file, '.md')}\n\n${BODY}`);
    const query = createWorkspaceSymbols({
      client: { options: {} },
      configuration: {
        folders: () => ['/corpus'],
        of: async () => ({ editor: { enable: 'auto' } }),
        isIgnored: async () => false,
      },
      connection: { console },
      documents: { all: () => [] },
      ports: { files: { reports, read } },
    } as unknown as Session);
    assert.equal((await query({ query: '栈桥' }, source.token)).length, 10);
    assert.equal((await query({ query: '栈桥' }, CancellationToken.None)).length, 30);
  });
});
