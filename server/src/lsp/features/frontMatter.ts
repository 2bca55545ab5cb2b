// Front matter: completion of keys and values, what a key means and its value reads as, a block for a text without one.
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  completeFrontMatter,
  createDocument,
  createSourceText,
  hoverFrontMatter,
  insertFrontMatter,
  type Locale,
  type Localized,
  type Span,
  valuesOf,
} from '../../core/index.ts';
import { say } from '../messages.ts';
import type { EditsResult, Position, TextParams } from '../protocol.ts';
import { type Session, type Snapshot, wholeDocument } from '../session.ts';
import { toTextEdits } from '../toLsp.ts';

const KINDS = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  date: CompletionItemKind.Constant,
  seen: CompletionItemKind.Text,
} as const;

export async function completion(
  session: Session,
  uri: string,
  position: Position,
): Promise<CompletionItem[]> {
  const snapshot = await session.snapshot(uri);
  if (!snapshot || snapshot.state === 'tooLarge' || !snapshot.doc.frontMatter) return [];
  const offset = snapshot.positions.offset(position);
  const sources = { today: today(), seen: await seenIn(session) };
  return completeFrontMatter(snapshot.doc, offset, sources).map(
    ({ kind, label, description, edit }, order) => ({
      label,
      kind: KINDS[kind],
      sortText: String(order).padStart(4, '0'),
      filterText: snapshot.source.text.slice(edit.start, offset) + label,
      textEdit: toTextEdits(snapshot, [edit])[0]!,
      ...(description ? { documentation: inLocale(description, session.locale) } : {}),
    }),
  );
}

/** Words under the keys of all open documents, the commonest first. */
async function seenIn(session: Session): Promise<ReadonlyMap<string, readonly string[]>> {
  const counts = new Map<string, Map<string, number>>();
  for (const document of session.documents.all()) {
    for (const [key, words] of await wordsIn(session, document)) {
      const known = counts.get(key) ?? new Map<string, number>();
      counts.set(key, known);
      for (const word of words) known.set(word, (known.get(word) ?? 0) + 1);
    }
  }
  return new Map(
    [...counts].map(([key, words]) => [key, [...words].sort((a, b) => b[1] - a[1]).map(([word]) => word)]),
  );
}

type Words = ReadonlyMap<string, readonly string[]>;

/** Code units of a text in which its front matter is sought. */
const HEAD = 16_000;
const words = new WeakMap<TextDocument, { readonly version: number; readonly found: Words }>();

/** Of hundreds of documents nobody wants to wait for the check of each: their heads are read, once for each version. */
async function wordsIn({ configuration, ports }: Session, document: TextDocument): Promise<Words> {
  const { version } = document;
  const known = words.get(document);
  if (known?.version === version) return known.found;
  const { linter } = await configuration.of(document.uri);
  const head = document
    .getText()
    .slice(0, HEAD)
    .replace(/^\ufeff/, '');
  const source = createSourceText(document.uri, 'markdown', head);
  const { doc } = createDocument(source, { frontMatter: ports.frontMatter }, linter.settings.expectations);
  const found = valuesOf(doc);
  if (document.version === version) words.set(document, { version, found });
  return found;
}

function today(): string {
  const now = new Date();
  const pad = (n: number): string => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

export function describeFrontMatter(
  { locale }: Session,
  { doc }: Snapshot,
  offset: number,
): (Span & { readonly markdown: string }) | undefined {
  const found = hoverFrontMatter(doc, offset);
  if (!found) return undefined;
  const { start, end, key, description, types, written, generator, yaml11, date } = found;
  const lines = [`**${key}**${types.length > 0 ? ` · ${types.join(' | ')}` : ''}`];
  if (description) lines.push(inLocale(description, locale));
  if (date) lines.push(say(locale, 'fmDate', { date }));
  if (generator !== undefined && generator !== written)
    lines.push(say(locale, 'fmGenerator', { value: generator }));
  if (yaml11 !== undefined && yaml11 !== written && yaml11 !== generator)
    lines.push(say(locale, 'fmYaml11', { value: yaml11 }));
  return lines.length > 1 ? { start, end, markdown: lines.join('\n\n') } : undefined;
}

export async function frontMatterFor(session: Session, params: TextParams): Promise<EditsResult> {
  const snapshot = await session.given(params);
  const version = params.text === undefined ? (snapshot?.version ?? null) : null;
  const edit = snapshot && insertFrontMatter(wholeDocument(snapshot));
  return { version, edits: edit ? toTextEdits(snapshot, [edit]) : [] };
}

const inLocale = (text: string | Localized, locale: Locale): string =>
  typeof text === 'string' ? text : text[locale];
