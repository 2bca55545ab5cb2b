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
  type MessageArgs,
  type NumberStyle,
  normaliseNumbers,
  renderMessage,
  type Safety,
  type Span,
  type TextEdit,
} from '../../core/index.ts';
import { countOf, fixableOf } from '../fixable.ts';
import { type MessageId, say } from '../messages.ts';
import { ClientCommand } from '../protocol.ts';
import type { Session, Snapshot } from '../session.ts';
import { toDiagnostic, toWorkspaceEdit } from '../toLsp.ts';
import { NUMBERS_KIND, numberActions, STYLE_EXAMPLES } from './numberActions.ts';
import { suppressionsOf } from './suppress.ts';

const FIX_ALL_KIND = `${CodeActionKind.SourceFixAll}.corpus-lint`;
export const CODE_ACTION_KINDS = [
  CodeActionKind.QuickFix,
  CodeActionKind.SourceFixAll,
  FIX_ALL_KIND,
  NUMBERS_KIND,
];

/** Findings under one cursor that get actions; a selection over a whole file has "fix all" instead. */
const MAX_FINDINGS = 40;

/** What a deferred action is to do: kept in the action's `data` until the client asks for the edits. */
export interface DeferredEdit extends Deferral {
  readonly uri: string;
}

interface Deferral {
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
        ...deferred(session, snapshot, title, { scope: { numbers: numberStyle }, safety: 'unsafe' }),
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
        edit: toWorkspaceEdit(session, snapshot, edits),
      });
  }
  return actions;
}

/** Completes an action that `codeActions` left without its edits. */
export async function resolveCodeAction(session: Session, action: CodeAction): Promise<CodeAction> {
  const deferred = action.data as DeferredEdit | undefined;
  const snapshot = deferred && (await session.snapshot(deferred.uri));
  return snapshot
    ? { ...action, edit: toWorkspaceEdit(session, snapshot, fileEdits(snapshot, deferred)) }
    : action;
}

async function quickFixes(session: Session, snapshot: Snapshot, range: Range): Promise<CodeAction[]> {
  const { findings } = snapshot.result;
  const under = findingsAt(findings, snapshot.positions.span(range)).slice(0, MAX_FINDINGS);
  const rules = new Map<string, Finding>(under.map(finding => [finding.ruleId, finding]));
  const actions = [
    ...under.flatMap(finding => repairActions(session, snapshot, finding)),
    ...fileRepairActions(session, snapshot, rules),
  ];
  for (const finding of rules.values()) {
    actions.push(
      ...ignoreActions(session, snapshot, finding),
      ...(await reopenActions(session, snapshot, finding)),
      ...pageActions(session, snapshot, finding),
    );
  }
  return actions;
}

/** Repairs of the whole file that go with what is under the cursor: of a rule, of all encodings, of all paragraphs. */
function fileRepairActions(
  session: Session,
  snapshot: Snapshot,
  rules: ReadonlyMap<string, Finding>,
): CodeAction[] {
  const actions: CodeAction[] = [];
  const add = (id: MessageId, finding: Finding, args: MessageArgs, data: Deferral): void => {
    // An editor shows actions that belong to a finding before all others.
    const diagnostics = [toDiagnostic(session, snapshot, finding)];
    actions.push({ ...deferred(session, snapshot, say(session.locale, id, args), data), diagnostics });
  };
  const fixable = fixableOf(snapshot);
  for (const [rule, finding] of rules) {
    let count = 0;
    for (const other of fixable.findings) if (other.ruleId === rule) count++;
    const args = { count: countOf(count, fixable), rule };
    if (count > 1) add('fixRule', finding, args, { scope: { rule }, safety: 'safe' });
  }
  const damage = [...rules.values()].find(isDamage);
  if (damage) {
    const count = countDamage(snapshot);
    if (count > 1)
      add('repairEncoding', damage, { count }, { scope: { group: 'encoding' }, safety: 'unsafe' });
  }
  const broken = rules.get(BROKEN);
  if (broken) {
    const { length: count } = joinAllEdits(snapshot.doc);
    if (count > 1) add('joinParagraphs', broken, { count }, { scope: 'joins', safety: 'unsafe' });
  }
  return actions;
}

function ignoreActions(session: Session, snapshot: Snapshot, finding: Finding): CodeAction[] {
  const diagnostics = [toDiagnostic(session, snapshot, finding)];
  return suppressionsOf(session.locale, snapshot, finding).map(({ title, edits }) => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics,
    edit: toWorkspaceEdit(session, snapshot, edits),
  }));
}

/** The rule's page, where the client opens it. */
function pageActions(session: Session, snapshot: Snapshot, finding: Finding): CodeAction[] {
  const { ruleId: rule } = finding;
  if (!session.client.options.commands?.includes(ClientCommand.openRulePage) || !session.pageOf(rule))
    return [];
  const title = say(session.locale, 'openPage', { rule });
  const command = { title, command: ClientCommand.openRulePage, arguments: [rule] };
  const diagnostics = [toDiagnostic(session, snapshot, finding)];
  return [{ title, kind: CodeActionKind.QuickFix, diagnostics, command }];
}

/** For a file in another encoding: reopen it as what it most likely is. */
async function reopenActions(session: Session, snapshot: Snapshot, finding: Finding): Promise<CodeAction[]> {
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
    edit: toWorkspaceEdit(session, snapshot, repair.edits),
  }));
}

function deferred(session: Session, snapshot: Snapshot, title: string, deferral: Deferral): CodeAction {
  const data: DeferredEdit = { uri: snapshot.uri, ...deferral };
  const action: CodeAction = { title, kind: CodeActionKind.QuickFix };
  return session.client.canResolveEdits
    ? { ...action, data }
    : { ...action, edit: toWorkspaceEdit(session, snapshot, fileEdits(snapshot, data)) };
}

/** The edits of every finding in scope that may be mended without asking, relinted until they settle. */
export function fileEdits(snapshot: Snapshot, { scope, safety }: Deferral): readonly TextEdit[] {
  if (snapshot.isMisread) return [];
  if (scope === 'joins') return joinAllEdits(snapshot.doc);
  if (scope !== 'all' && 'numbers' in scope) return normaliseNumbers(snapshot.doc, scope.numbers);
  const accept = (finding: Finding): boolean =>
    scope === 'all' ||
    ('rule' in scope ? finding.ruleId === scope.rule : groupOf(finding.ruleId) === scope.group);
  return fixAll(snapshot.linter, snapshot.source, { safety, accept }).edits;
}

const isDamage = ({ ruleId }: Finding): boolean => groupOf(ruleId) === 'encoding';

/** Spans of encoding damage that have one repair. */
const countDamage = ({ linter, doc, result }: Snapshot): number =>
  result.findings.filter(
    finding => isDamage(finding) && automaticRepair(linter.repairs(doc, finding), 'unsafe'),
  ).length;

/** Findings that touch the span, in text order. */
export const findingsAt = (findings: readonly Finding[], { start, end }: Span): Finding[] =>
  findings.filter(finding => finding.start <= end && finding.end >= start);
