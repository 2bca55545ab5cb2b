// Formatting is the safe repairs, of the document or of a part of it: what `corpus-lint --fix` does.
import type { Range, TextEdit } from 'vscode-languageserver';
import type { EditsResult, TextParams } from '../protocol.ts';
import type { Session } from '../session.ts';
import { toTextEdits } from '../toLsp.ts';
import { fileEdits } from './codeActions.ts';

export async function formatting(session: Session, uri: string, range?: Range): Promise<TextEdit[]> {
  const snapshot = await session.snapshot(uri);
  if (snapshot?.state !== 'checked') return [];
  const edits = fileEdits(snapshot, { scope: 'all', safety: 'safe' });
  const span = range && snapshot.positions.span(range);
  return toTextEdits(snapshot, span ? edits.filter(e => e.start >= span.start && e.end <= span.end) : edits);
}

/** All safe repairs of a text that need not be open. */
export async function fixText(session: Session, params: TextParams): Promise<EditsResult> {
  const snapshot = await session.given(params);
  const version = params.text === undefined ? (snapshot?.version ?? null) : null;
  if (snapshot?.state !== 'checked') return { version, edits: [] };
  return { version, edits: toTextEdits(snapshot, fileEdits(snapshot, { scope: 'all', safety: 'safe' })) };
}
