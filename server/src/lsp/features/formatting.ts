// Formatting is the safe repairs, of the document or of a part of it: what `corpus-lint --fix` does.
import type { Range, TextEdit } from 'vscode-languageserver';
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
