// Code actions: repairs of the findings under the cursor, of all findings of a rule, and of a whole file; ways to
// silence a finding; the rule's page. Everything follows from text and findings, so edits that concern the whole file
// are made only when the client picks the action.
import { type CodeAction, CodeActionKind, type CodeActionParams, type Range } from 'vscode-languageserver';
import {
  automaticRepair,
  type Finding,
  fixAll,
  groupOf,
  joinAllEdits,
  type NumberStyle,
  normaliseNumbers,
  renderMessage,
  type Safety,
  type Span,
  type TextEdit,
} from '../../core/index.ts';
import { say } from '../messages.ts';
import { ClientCommand } from '../protocol.ts';
import type { Session, Snapshot } from '../session.ts';
import { toDiagnostic, toWorkspaceEdit } from '../toLsp.ts';
import { NUMBERS_KIND, numberActions, STYLE_EXAMPLES } from './numberActions.ts';
import { suppressionsOf } from './suppress.ts';

export const FIX_ALL_KIND = `${CodeActionKind.SourceFixAll}.corpus-lint`;
export const CODE_ACTION_KINDS = [
  CodeActionKind.QuickFix,
  CodeActionKind.SourceFixAll,
  FIX_ALL_KIND,
  NUMBERS_KIND,
];

/** Findings under one cursor that get actions; a selection over a whole file has "fix all" instead. */
const MAX_FINDINGS = 40;

/** What a deferred action is to do: kept in the action's `data` until the client asks for the edits. */
export interface DeferredEdit {
  readonly uri: string;
  readonly scope:
    | { readonly rule: string }
    | { readonly group: string }
    | { readonly numbers: NumberStyle }
    | 'all'
    | 'joins';
  readonly safety: Safety;
}

export async function codeActions(session: Session, params: CodeActionParams): Promise<CodeAction[]> {
  const snapshot = await session.snapshot(params.textDocument.uri);
  if (snapshot?.state !== 'checked') return [];
  const wants = (kind: string): boolean =>
    params.context.only === undefined ||
    params.context.only.some(only => kind === only || kind.startsWith(`${only}.`));
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) actions.push(...(await quickFixes(session, snapshot, params.range)));
  if (wants(NUMBERS_KIND)) {
    const figures = numberActions(session, snapshot, params.range);
    actions.push(...figures);
    if (figures.length > 0) {
      const { numberStyle } = snapshot.editor;
      const title = say(session.locale, 'writeNumbers', { example: STYLE_EXAMPLES[numberStyle] });
      actions.push({
        ...deferred(session, snapshot, title, { numbers: numberStyle }, 'unsafe'),
        kind: NUMBERS_KIND,
      });
    }
  }
  // Asked for without a filter, VS Code would show it among the quick fixes.
  if (params.context.only && wants(FIX_ALL_KIND)) {
    const edits = fileEdits(snapshot, { scope: 'all', safety: 'safe' });
    if (edits.length > 0)
      actions.push({
        title: say(session.locale, 'fixAll'),
        kind: FIX_ALL_KIND,
        edit: toWorkspaceEdit(snapshot, edits),
      });
  }
  return actions;
}

/** Completes an action that `codeActions` left without its edits. */
export async function resolveCodeAction(session: Session, action: CodeAction): Promise<CodeAction> {
  const deferred = action.data as DeferredEdit | undefined;
  const snapshot = deferred && (await session.snapshot(deferred.uri));
  return snapshot ? { ...action, edit: toWorkspaceEdit(snapshot, fileEdits(snapshot, deferred)) } : action;
}

async function quickFixes(session: Session, snapshot: Snapshot, range: Range): Promise<CodeAction[]> {
  const { findings } = snapshot.result;
  const under = findingsAt(findings, snapshot.positions.span(range)).slice(0, MAX_FINDINGS);
  const actions: CodeAction[] = [];
  for (const finding of under) actions.push(...repairActions(session, snapshot, finding));
  const rules = new Map(under.map(finding => [finding.ruleId as string, finding]));
  for (const rule of rules.keys()) {
    const count = countMendable(snapshot, f => f.ruleId === rule, 'safe');
    if (count > 1)
      actions.push(
        deferred(session, snapshot, say(session.locale, 'fixRule', { count, rule }), { rule }, 'safe'),
      );
  }
  if ([...rules.keys()].some(rule => groupOf(rule) === 'encoding')) {
    const count = countMendable(snapshot, f => groupOf(f.ruleId) === 'encoding', 'unsafe');
    if (count > 1)
      actions.push(
        deferred(
          session,
          snapshot,
          say(session.locale, 'repairEncoding', { count }),
          { group: 'encoding' },
          'unsafe',
        ),
      );
  }
  if (rules.has(BROKEN)) {
    const count = joinAllEdits(snapshot.doc).length;
    if (count > 1)
      actions.push(
        deferred(session, snapshot, say(session.locale, 'joinParagraphs', { count }), 'joins', 'unsafe'),
      );
  }
  for (const [rule, finding] of rules) {
    const diagnostics = [toDiagnostic(session, snapshot, finding)];
    for (const { title, edits } of suppressionsOf(session.locale, snapshot, finding))
      actions.push({
        title,
        kind: CodeActionKind.QuickFix,
        diagnostics,
        edit: toWorkspaceEdit(snapshot, edits),
      });
    actions.push(...(await reopenAction(session, snapshot, finding)));
    if (session.client.options.commands?.includes(ClientCommand.openRulePage) && session.pageOf(rule)) {
      const title = say(session.locale, 'openPage', { rule });
      const command = { title, command: ClientCommand.openRulePage, arguments: [rule] };
      actions.push({ title, kind: CodeActionKind.QuickFix, diagnostics, command });
    }
  }
  return actions;
}

/** For a file in another encoding: reopen it as what it most likely is. */
async function reopenAction(session: Session, snapshot: Snapshot, finding: Finding): Promise<CodeAction[]> {
  if (finding.ruleId !== 'encoding/undecodable') return [];
  if (!session.client.options.commands?.includes(ClientCommand.reopenWithEncoding)) return [];
  const encoding = (await session.files.of(snapshot.uri))?.undecodable?.likely;
  if (!encoding) return [];
  const title = say(session.locale, 'reopen', { encoding });
  const command = {
    title,
    command: ClientCommand.reopenWithEncoding,
    arguments: [snapshot.uri, encoding],
  };
  const diagnostics = [toDiagnostic(session, snapshot, finding)];
  return [{ title, kind: CodeActionKind.QuickFix, isPreferred: true, diagnostics, command }];
}

const BROKEN = 'structure/broken-paragraph';

function repairActions(session: Session, snapshot: Snapshot, finding: Finding): CodeAction[] {
  const { doc, linter } = snapshot;
  const repairs = linter.repairs(doc, finding);
  const preferred = automaticRepair(repairs, 'safe');
  const rule = linter.ruleOf(finding)!;
  return repairs.map(repair => ({
    title: renderMessage(rule, repair.titleId, repair.args, session.locale),
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(session, snapshot, finding)],
    isPreferred: repair === preferred,
    edit: toWorkspaceEdit(snapshot, repair.edits),
  }));
}

function deferred(
  session: Session,
  snapshot: Snapshot,
  title: string,
  scope: DeferredEdit['scope'],
  safety: Safety,
): CodeAction {
  const data: DeferredEdit = { uri: snapshot.uri, scope, safety };
  const action: CodeAction = { title, kind: CodeActionKind.QuickFix };
  return session.client.canResolveEdits
    ? { ...action, data }
    : { ...action, edit: toWorkspaceEdit(snapshot, fileEdits(snapshot, data)) };
}

/** The edits of every finding in scope that may be mended without asking, relinted until they settle. */
export function fileEdits(
  snapshot: Snapshot,
  { scope, safety }: Omit<DeferredEdit, 'uri'>,
): readonly TextEdit[] {
  if (scope === 'joins') return joinAllEdits(snapshot.doc);
  if (scope !== 'all' && 'numbers' in scope) return normaliseNumbers(snapshot.doc, scope.numbers);
  const accept = (finding: Finding): boolean =>
    scope === 'all' ||
    ('rule' in scope ? finding.ruleId === scope.rule : groupOf(finding.ruleId) === scope.group);
  return fixAll(snapshot.linter, snapshot.source, { safety, accept }).edits;
}

function countMendable(snapshot: Snapshot, accept: (finding: Finding) => boolean, safety: Safety): number {
  let count = 0;
  for (const finding of snapshot.result.findings) {
    if (accept(finding) && automaticRepair(snapshot.linter.repairs(snapshot.doc, finding), safety)) count++;
  }
  return count;
}

/** Findings that touch the span, in text order. */
export const findingsAt = (findings: readonly Finding[], { start, end }: Span): Finding[] =>
  findings.filter(finding => finding.start <= end && finding.end >= start);
