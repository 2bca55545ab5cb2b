// Headings of all reports of the workspace: open documents as they stand, the others as they are on disk. Files are
// scanned when first asked for and kept until they change; nothing is linted for it. Folders that are on no disk of the
// server (virtual workspaces) give their open documents only.
import {
  type CancellationToken,
  SymbolKind,
  type WorkspaceSymbol,
  type WorkspaceSymbolParams,
} from 'vscode-languageserver';
import { decode } from '../../adapters/decode.ts';
import { createDocument, createSourceText, detectFormat, type Span } from '../../core/index.ts';
import { fileIdOf, uriOf } from '../fileId.ts';
import type { ReportFile } from '../ports.ts';
import { positionsOf } from '../positions.ts';
import type { Range } from '../protocol.ts';
import type { Session, Snapshot } from '../session.ts';
import { flat, ownOutline } from './symbols.ts';

/** Files, bytes of a file and headings beyond which nothing is indexed. */
const MAX_FILES = 5000;
const MAX_BYTES = 2_000_000;
const MAX_HEADINGS = 50_000;
/** Symbols in an answer: more are of no use to a reader, who types on. */
const MAX_ANSWER = 500;
/** Milliseconds for which a look at the disk counts: an editor asks anew with each key. */
const FRESH = 1000;
/** Milliseconds of work after which messages are let in, a cancellation among them. */
const SLICE = 15;

interface Heading {
  readonly name: string;
  readonly range: Range;
}

interface Indexed {
  readonly stamp: string;
  readonly headings: readonly Heading[];
}

export function createWorkspaceSymbols(
  session: Session,
): (params: WorkspaceSymbolParams, token: CancellationToken) => Promise<WorkspaceSymbol[]> {
  const { configuration, documents, ports, connection } = session;
  let index = new Map<string, Indexed>();
  let lookedAt = Number.NEGATIVE_INFINITY;
  let isFull = false;
  /** One walk at a time: what the last one read, the next need not. */
  let walk: Promise<void> = Promise.resolve();

  async function update(token: CancellationToken): Promise<void> {
    const { files } = ports;
    if (!files || token.isCancellationRequested || performance.now() - lookedAt < FRESH) return;
    const seen = new Map<string, Indexed>();
    let headings = 0;
    let start = performance.now();
    for (const folder of configuration.folders()) {
      if (folder.includes('://')) continue;
      if ((await configuration.of(uriOf(folder))).editor.enable === 'off') continue;
      for await (const file of files.reports(folder)) {
        if (performance.now() - start > SLICE) {
          await new Promise(resolve => setTimeout(resolve));
          start = performance.now();
        }
        if (token.isCancellationRequested) return;
        if (seen.size >= MAX_FILES || headings >= MAX_HEADINGS) {
          if (!isFull)
            connection.console.info(`workspace symbols: only the first ${seen.size} files are indexed`);
          isFull = true;
          break;
        }
        const id = fileIdOf(uriOf(file.path));
        const stamp = `${file.size}:${file.modified}`;
        const known = index.get(id);
        const entry = known?.stamp === stamp ? known : { stamp, headings: await headingsIn(file, id) };
        index.set(id, entry);
        seen.set(id, entry);
        headings += entry.headings.length;
      }
    }
    index = seen;
    lookedAt = performance.now();
  }

  async function headingsIn({ path, size }: ReportFile, id: string): Promise<readonly Heading[]> {
    if (size > MAX_BYTES || (await configuration.isIgnored(id))) return [];
    try {
      const bytes = await ports.files!.read(path);
      if (!bytes) return [];
      const { text } = await decode(bytes);
      const source = createSourceText(id, detectFormat(id, text), text);
      const languageId = source.format === 'markdown' ? 'markdown' : '';
      const { doc } = createDocument(source);
      return headingsOf(session, { doc, state: 'checked', languageId }, span =>
        positionsOf(source, 0).range(span),
      );
    } catch {
      // A file that cannot be read has no headings; nobody asked for it by name.
      return [];
    }
  }

  return async ({ query }, token) => {
    walk = walk.then(() => update(token)).catch(error => connection.console.error(String(error)));
    await walk;
    const wanted = query.toLowerCase();
    const found: WorkspaceSymbol[] = [];
    const add = (uri: string, headings: readonly Heading[]): void => {
      for (const { name, range } of headings) {
        if (found.length < MAX_ANSWER && name.toLowerCase().includes(wanted))
          found.push({ name, kind: SymbolKind.String, location: { uri, range } });
      }
    };
    const open = new Set<string>();
    for (const { uri } of documents.all()) {
      const snapshot = await session.snapshot(uri);
      if (!snapshot || token.isCancellationRequested) continue;
      open.add(fileIdOf(uri));
      add(uri, headingsOf(session, snapshot, snapshot.positions.range));
    }
    for (const [id, { headings }] of index) if (!open.has(id)) add(uriOf(id), headings);
    return found;
  };
}

const headingsOf = (
  session: Session,
  shown: Pick<Snapshot, 'doc' | 'state' | 'languageId'>,
  rangeOf: (span: Span) => Range,
): Heading[] =>
  flat(ownOutline(session, shown)).map(node => ({ name: node.name, range: rangeOf(node.selection) }));
