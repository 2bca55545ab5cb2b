// Code lenses, off by default: above the text and above each of its sections, what was found there and what a click
// would mend. The click runs a command of the server, so every editor that shows lenses can follow it. The command names
// the section by its heading, since the text may have changed between the lens and the click; a range would then be
// that of other lines.
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
  const lenses = [lens(session, snapshot, undefined, findings)];
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

/** How a lens names the section it stands above. */
interface SectionName {
  readonly heading: string;
  /** Among the headings of the same text, from 0. */
  readonly index: number;
}

interface Section extends Span {
  readonly name: SectionName;
}

/** From each heading to the next one, of whatever level. */
function sectionsOf({ doc, source }: Snapshot): Section[] {
  const headings = flat(outlineOf(doc)).sort((a, b) => a.range.start - b.range.start);
  const counts = new Map<string, number>();
  return headings.map(({ name: heading, range: { start } }, i) => {
    const index = counts.get(heading) ?? 0;
    counts.set(heading, index + 1);
    return { name: { heading, index }, start, end: headings[i + 1]?.range.start ?? source.text.length };
  });
}

/** A lens above a section, or above the whole text. */
function lens(
  session: Session,
  snapshot: Snapshot,
  section: Section | undefined,
  findings: readonly Finding[],
): CodeLens {
  const safe = fixableOf(snapshot);
  const fixable = findings.reduce((count, finding) => (safe.findings.has(finding) ? count + 1 : count), 0);
  const start = section?.start ?? 0;
  const range = snapshot.positions.range({ start, end: start });
  const counts = { count: findings.length, fixable: countOf(fixable, safe) };
  if (fixable === 0) return { range, command: { title: say(session.locale, 'lens', counts), command: '' } };
  const part = section ? [snapshot.uri, section.name] : [snapshot.uri];
  const title = say(session.locale, 'lensFix', counts);
  return { range, command: { title, command: ServerCommand.applySafeFixes, arguments: part } };
}

/** Rounds after which a text that changes all the time is given up. */
const MAX_ROUNDS = 5;

/**
 * The command behind a lens: the safe repairs of a document or of a section, as one edit that the client applies. It
 * refuses edits of a text that changed meanwhile; then they are made again. False where nothing was to be done, as
 * where the section has gone.
 */
export async function applySafeFixes(session: Session, uri: unknown, name?: unknown): Promise<boolean> {
  if (typeof uri !== 'string') return false;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const snapshot = await session.snapshot(uri);
    if (snapshot?.state !== 'checked') return false;
    const part = name === undefined ? { start: 0, end: Infinity } : sectionNamed(snapshot, name);
    if (!part) return false;
    const edits = fileEdits(snapshot, { scope: 'all', safety: 'safe' });
    const inside = edits.filter(edit => edit.start >= part.start && edit.end <= part.end);
    if (inside.length === 0) return false;
    const edit = toWorkspaceEdit(session, snapshot, inside);
    const { applied } = await session.connection.workspace.applyEdit(edit);
    const isSame = session.documents.get(uri)?.version === snapshot.version;
    if (applied || isSame) return applied;
  }
  return false;
}

function sectionNamed(snapshot: Snapshot, wanted: unknown): Section | undefined {
  const { heading, index } = (wanted ?? {}) as Partial<SectionName>;
  return sectionsOf(snapshot).find(({ name }) => name.heading === heading && name.index === index);
}
