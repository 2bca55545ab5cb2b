// The state of a running server: open documents, their settings, and the last check of each. Features are functions
// of a snapshot and keep nothing themselves, so nothing can go stale but this one cache.

import type { Connection, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type ByteFacts,
  createDocument,
  createSourceText,
  type Document,
  detectFormat,
  type Format,
  type Linter,
  type LintResult,
  type Locale,
  type SourceText,
} from '../core/index.ts';
import type { ClientFacts } from './clientFacts.ts';
import type { Configuration, Configured } from './configuration.ts';
import { digest } from './digest.ts';
import { type FileFacts, factsFor, isMisread } from './fileFacts.ts';
import type { ServerPorts } from './ports.ts';
import { type Positions, positionsOf } from './positions.ts';
import type { CheckState, TextParams } from './protocol.ts';
import { isWorthChecking } from './relevance.ts';
import type { EditorSettings } from './settings.ts';

/** A document at one version, checked. */
export interface Snapshot {
  readonly uri: string;
  readonly version: number;
  readonly languageId: string;
  readonly source: SourceText;
  readonly positions: Positions;
  readonly doc: Document;
  readonly linter: Linter;
  readonly result: LintResult;
  readonly editor: EditorSettings;
  readonly state: CheckState;
  /** True where the editor shows something else than the file's text; see `isMisread`. */
  readonly isMisread: boolean;
  /** Milliseconds the check took. */
  readonly time: number;
  /** Equal for equal text and settings. */
  readonly id: string;
}

export interface Session {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly ports: ServerPorts;
  readonly client: ClientFacts;
  readonly configuration: Configuration;
  readonly files: FileFacts;
  /** The language of messages. */
  readonly locale: Locale;
  /** The document as it is now; undefined when it is not open. */
  snapshot(uri: string): Promise<Snapshot | undefined>;
  /** A text that need not be open; without a text, the open document. */
  given(params: TextParams): Promise<Snapshot | undefined>;
  /** URI of a rule's page; undefined where none is known. */
  pageOf(ruleId: string): string | undefined;
  forget(uri: string): void;
  forgetAll(): void;
}

/** Reports that are kept; older ones are made again when asked for. */
const KEPT = 12;

export function createSession(
  parts: Pick<Session, 'connection' | 'documents' | 'ports' | 'client' | 'configuration' | 'files'>,
): Session {
  const { documents, configuration, client, ports, files } = parts;
  const cache = new Map<string, Snapshot>();
  return {
    ...parts,
    get locale() {
      return configuration.locale;
    },
    async snapshot(uri) {
      const [configured, bytes] = await Promise.all([configuration.of(uri), files.of(uri)]);
      const document = documents.get(uri);
      if (!document) return undefined;
      const id = `${openingOf(document)}.${document.version}:${configured.key}${factsKey(bytes)}`;
      const known = cache.get(uri);
      cache.delete(uri);
      const snapshot = known?.id === id ? known : check(document, configured, id, bytes);
      cache.set(uri, snapshot);
      if (cache.size > KEPT) cache.delete(cache.keys().next().value!);
      return snapshot;
    },
    async given({ uri, languageId = 'markdown', text }) {
      if (text === undefined) return this.snapshot(uri);
      const document = TextDocument.create(uri, languageId, 0, text);
      const [configured, bytes] = await Promise.all([configuration.of(uri), files.of(uri)]);
      if (!documents.get(uri)) {
        files.forget(uri);
        configuration.forget(uri);
      }
      return check(document, configured, '', bytes);
    },
    pageOf(ruleId) {
      const base = client.options.pages ?? ports.pages;
      return base === undefined || ruleId.startsWith('terms/') ? undefined : `${base}${ruleId}.md`;
    },
    forget(uri) {
      cache.delete(uri);
      files.forget(uri);
      configuration.forget(uri);
    },
    forgetAll: () => cache.clear(),
  };
}

/**
 * What the text holds, also where it is not checked: by then `doc` is that of an empty text, as nobody wants to wait for
 * a large file that no finding comes of.
 */
export function wholeDocument({ state, doc, source }: Snapshot): Document {
  return state === 'checked' || doc.text.length > 0 ? doc : createDocument(source).doc;
}

const openings = new WeakMap<TextDocument, number>();
let opened = 0;

/** Tells a document from one of its name that was open before: versions begin anew, and the text may be another. */
function openingOf(document: TextDocument): number {
  let opening = openings.get(document);
  if (opening === undefined) {
    opening = ++opened;
    openings.set(document, opening);
  }
  return opening;
}

const factsKeys = new WeakMap<ByteFacts, string>();

function factsKey(bytes: ByteFacts | undefined): string {
  if (!bytes) return '';
  let key = factsKeys.get(bytes);
  if (!key) {
    key = `:${digest(JSON.stringify(bytes))}`;
    factsKeys.set(bytes, key);
  }
  return key;
}

function check(
  document: TextDocument,
  { editor, linter, ignored }: Configured,
  id: string,
  bytes?: ByteFacts,
): Snapshot {
  const content = document.getText();
  const bom = content.charCodeAt(0) === 0xfeff ? 1 : 0;
  const text = bom ? content.slice(1) : content;
  const source = createSourceText(document.uri, formatOf(document, text), text);
  const facts = factsFor(text, bytes);
  const base = {
    uri: document.uri,
    version: document.version,
    languageId: document.languageId,
    linter,
    editor,
    id,
    isMisread: isMisread(facts),
  };
  const positions = positionsOf(source, bom);
  const start = performance.now();
  const isTooLarge = text.length > editor.maxFileSize * 1e6;
  if (ignored || editor.enable === 'off' || isTooLarge) {
    const { doc } = createDocument(createSourceText(document.uri, 'text', ''));
    const state = editor.enable === 'off' ? 'off' : ignored ? 'ignored' : 'tooLarge';
    return { ...base, source, positions, doc, result: { doc, findings: [], faults: [] }, state, time: 0 };
  }
  const linted = linter.lint(source, facts);
  const result = base.isMisread ? onBytesAlone(linted, linter) : linted;
  const time = performance.now() - start;
  if (editor.enable === 'auto' && !isWorthChecking(result.doc)) {
    const nothing = { doc: result.doc, findings: [], faults: [] };
    return { ...base, source, positions, doc: result.doc, result: nothing, state: 'notChinese', time };
  }
  return { ...base, source, positions, doc: result.doc, result, state: 'checked', time };
}

/** What the rules that judge bytes say: the others judged a text that the file does not hold. */
const onBytesAlone = (result: LintResult, linter: Linter): LintResult => ({
  ...result,
  findings: result.findings.filter(finding => linter.ruleOf(finding)?.trigger.on === 'bytes'),
});

// The name decides as it does on the command line; the language mode speaks for documents without a telling name.
function formatOf(document: TextDocument, text: string): Format {
  const path = decodeURIComponent(document.uri.replace(/[?#].*$/, ''));
  if (!/\.[a-z0-9]+$/i.test(path)) {
    if (document.languageId === 'markdown') return 'markdown';
    if (document.languageId === 'html') return 'html';
  }
  return detectFormat(path, text);
}
