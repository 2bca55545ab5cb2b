// Findings and edits in the protocol's words.
import {
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type TextEdit as LspTextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { type Finding, type Level, renderMessage, type TextEdit } from '../core/index.ts';
import { say } from './messages.ts';
import { SOURCE } from './protocol.ts';
import type { Session, Snapshot } from './session.ts';

const SEVERITY: Readonly<Record<Level, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** Rules whose findings are text that could go: editors fade it. */
const UNNECESSARY = new Set([
  'front-matter/duplicate-value',
  'spacing/trailing',
  'structure/boilerplate',
  'structure/duplicate-paragraph',
  'structure/excess-blank-lines',
  'structure/leftover-markup',
]);

/**
 * The diagnostics of a snapshot: each rule up to its limit, then one as severe that counts the rest. Those come first:
 * VS Code shows a thousand of a file, the most severe ones, and of equal ones the first.
 */
export function toDiagnostics(session: Session, snapshot: Snapshot): Diagnostic[] {
  const { result, positions, editor } = snapshot;
  const counts = new Map<string, number>();
  const firstHidden = new Map<string, Finding>();
  const shown: Finding[] = [];
  for (const finding of result.findings) {
    const { ruleId } = finding;
    const count = (counts.get(ruleId) ?? 0) + 1;
    counts.set(ruleId, count);
    if (count <= editor.maxFindingsPerRule) shown.push(finding);
    else if (!firstHidden.has(ruleId)) firstHidden.set(ruleId, finding);
  }
  const faults = result.faults.map(({ ruleId, message }) => ({
    source: SOURCE,
    range: positions.range({ start: 0, end: 0 }),
    severity: DiagnosticSeverity.Error,
    message: say(session.locale, 'fault', { rule: ruleId ?? '', message: message.split('\n')[0]! }),
  }));
  const rest = [...firstHidden].map(([rule, finding]) => ({
    ...describeRule(session, rule),
    range: positions.range(finding),
    severity: SEVERITY[finding.level],
    message: say(session.locale, 'more', { count: counts.get(rule)! - editor.maxFindingsPerRule, rule }),
  }));
  return [...faults, ...rest, ...shown.map(finding => toDiagnostic(session, snapshot, finding))];
}

export function toDiagnostic(session: Session, snapshot: Snapshot, finding: Finding): Diagnostic {
  const { positions, linter, uri } = snapshot;
  const rule = linter.ruleOf(finding)!;
  const message = (id: string, args: Finding['args']): string =>
    renderMessage(rule, id, args, session.locale);
  return {
    ...describeRule(session, finding.ruleId),
    range: positions.range(finding),
    severity: SEVERITY[finding.level],
    message: message(finding.messageId, finding.args),
    ...(UNNECESSARY.has(finding.ruleId) ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(finding.related && session.client.hasRelatedInformation
      ? {
          relatedInformation: finding.related.map(related => ({
            location: { uri, range: positions.range(related) },
            message: message(related.messageId, related.args),
          })),
        }
      : {}),
  };
}

function describeRule(
  session: Session,
  ruleId: string,
): Pick<Diagnostic, 'source' | 'code' | 'codeDescription'> {
  const href = session.pageOf(ruleId);
  return {
    source: SOURCE,
    code: ruleId,
    ...(href === undefined ? {} : { codeDescription: { href } }),
  };
}

export const toTextEdits = (snapshot: Snapshot, edits: readonly TextEdit[]): LspTextEdit[] =>
  edits.map(edit => ({ range: snapshot.positions.range(edit), newText: edit.text }));

/** Edits of one document, bound to its version where the client can check it. */
export function toWorkspaceEdit(
  { client }: Session,
  snapshot: Snapshot,
  edits: readonly TextEdit[],
): WorkspaceEdit {
  const { uri, version } = snapshot;
  const converted = toTextEdits(snapshot, edits);
  return client.canCheckVersions
    ? { documentChanges: [{ textDocument: { uri, version }, edits: converted }] }
    : { changes: { [uri]: converted } };
}
