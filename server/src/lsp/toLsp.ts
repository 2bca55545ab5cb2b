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

/** The diagnostics of a snapshot: each rule up to its limit, then one that counts the rest. */
export function toDiagnostics(session: Session, snapshot: Snapshot): Diagnostic[] {
  const limit = snapshot.editor.maxFindingsPerRule;
  const shown = new Map<string, number>();
  const hidden = new Map<string, { first: Finding; count: number }>();
  const diagnostics: Diagnostic[] = [];
  for (const finding of snapshot.result.findings) {
    const count = shown.get(finding.ruleId) ?? 0;
    shown.set(finding.ruleId, count + 1);
    if (count < limit) {
      diagnostics.push(toDiagnostic(session, snapshot, finding));
      continue;
    }
    const rest = hidden.get(finding.ruleId);
    if (rest) rest.count++;
    else hidden.set(finding.ruleId, { first: finding, count: 1 });
  }
  for (const [rule, { first, count }] of hidden) {
    diagnostics.push({
      ...describeRule(session, rule),
      range: snapshot.positions.range(first),
      severity: DiagnosticSeverity.Information,
      message: say(session.locale, 'more', { count, rule }),
    });
  }
  for (const { ruleId, message } of snapshot.result.faults) {
    diagnostics.push({
      source: SOURCE,
      range: snapshot.positions.range({ start: 0, end: 0 }),
      severity: DiagnosticSeverity.Error,
      message: say(session.locale, 'fault', { rule: ruleId ?? '', message: message.split('\n')[0]! }),
    });
  }
  return diagnostics;
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
