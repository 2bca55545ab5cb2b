// Rewriting the figure under the cursor in another style; never offered as a repair, because nothing is wrong with it.
import { type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver';
import { lexQuantities, NUMBER_STYLES, type NumberStyle, normaliseQuantity } from '../../core/index.ts';
import { say } from '../messages.ts';
import type { Session, Snapshot } from '../session.ts';
import { toWorkspaceEdit } from '../toLsp.ts';

export const NUMBERS_KIND = `${CodeActionKind.RefactorRewrite}.corpus-lint.numbers`;

/** One figure in each style, for the title of the action on a whole text. */
export const STYLE_EXAMPLES: Readonly<Record<NumberStyle, string>> = {
  grouped: '37,306',
  plain: '37306',
  wan: '3.7306万',
  han: '三万七千三百零六',
};

/** One action for each other way to write the figure at the start of the range. */
export function numberActions(session: Session, snapshot: Snapshot, range: Range): CodeAction[] {
  const { doc, positions } = snapshot;
  const quantity = lexQuantities(doc).covering(positions.span(range).start);
  if (!quantity) return [];
  const actions: CodeAction[] = [];
  const seen = new Set<string>();
  for (const style of [...NUMBER_STYLES, 'rounded'] as const) {
    const edit = normaliseQuantity(doc, quantity, style);
    if (!edit || seen.has(edit.text)) continue;
    seen.add(edit.text);
    const title = say(session.locale, 'writeNumber', { text: edit.text });
    actions.push({ title, kind: NUMBERS_KIND, edit: toWorkspaceEdit(session, snapshot, [edit]) });
  }
  return actions;
}
