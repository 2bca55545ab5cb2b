// Code lenses, off by default: above the text and above each of its sections, what was found there and what a click
// would mend. The click runs a command of the server, so every editor that shows lenses can follow it.
import type { CodeLens } from 'vscode-languageserver';
import { type Finding, outlineOf, type Span } from '../../core/index.ts';
import { countOf, fixableOf } from '../fixable.ts';
import { say } from '../messages.ts';
import { ServerCommand } from '../protocol.ts';
import type { Session, Snapshot } from '../session.ts';
import { toWorkspaceEdit } from '../toLsp.ts';
import { fileEdits } from './codeActions.ts';
import { flat } from './symbols.ts';

export async function codeLenses(session: Session, uri: string): Promise<CodeLens[]> {
  const snapshot = await session.snapshot(uri);
  if (snapshot?.state !== 'checked' || !snapshot.editor.codeLens) return [];
  const { findings } = snapshot.result;
  if (findings.length === 0) return [];
  const whole = { start: 0, end: snapshot.source.text.length };
  const lenses = [lens(session, snapshot, whole, findings)];
  const sections = sectionsOf(snapshot);
  let next = 0;
  for (const section of sections) {
    while (next < findings.length && findings[next]!.start < section.start) next++;
    const from = next;
    while (next < findings.length && findings[next]!.start < section.end) next++;
    // A text of one section says it once.
    if (next > from && next - from < findings.length)
      lenses.push(lens(session, snapshot, section, findings.slice(from, next)));
  }
  return lenses;
}

/** From each heading to the next one, of whatever level. */
function sectionsOf({ doc, source }: Snapshot): Span[] {
  const starts = flat(outlineOf(doc))
    .map(node => node.range.start)
    .sort((a, b) => a - b);
  return starts.map((start, i) => ({ start, end: starts[i + 1] ?? source.text.length }));
}

function lens(session: Session, snapshot: Snapshot, span: Span, findings: readonly Finding[]): CodeLens {
  const safe = fixableOf(snapshot);
  const fixable = findings.reduce((count, finding) => (safe.findings.has(finding) ? count + 1 : count), 0);
  const range = snapshot.positions.range({ start: span.start, end: span.start });
  const counts = { count: findings.length, fixable: countOf(fixable, safe) };
  if (fixable === 0) return { range, command: { title: say(session.locale, 'lens', counts), command: '' } };
  const part = [snapshot.uri, snapshot.positions.range(span)];
  const title = say(session.locale, 'lensFix', counts);
  return { range, command: { title, command: ServerCommand.applySafeFixes, arguments: part } };
}

/** Rounds after which a text that changes all the time is given up. */
const MAX_ROUNDS = 5;

/**
 * The command behind a lens: the safe repairs of a part of a document, as one edit that the client applies. It refuses
 * edits of a text that changed meanwhile; then they are made again.
 */
export async function applySafeFixes(session: Session, uri: unknown, range: unknown): Promise<boolean> {
  if (typeof uri !== 'string') return false;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const snapshot = await session.snapshot(uri);
    if (snapshot?.state !== 'checked') return false;
    const { start, end } = isRange(range) ? snapshot.positions.span(range) : { start: 0, end: Infinity };
    const edits = fileEdits(snapshot, { scope: 'all', safety: 'safe' });
    const inside = edits.filter(edit => edit.start >= start && edit.end <= end);
    if (inside.length === 0) return false;
    const edit = toWorkspaceEdit(session, snapshot, inside);
    const { applied } = await session.connection.workspace.applyEdit(edit);
    const isSame = session.documents.get(uri)?.version === snapshot.version;
    if (applied || isSame) return applied;
  }
  return false;
}

const isRange = (value: unknown): value is CodeLens['range'] =>
  typeof value === 'object' && value !== null && 'start' in value && 'end' in value;
