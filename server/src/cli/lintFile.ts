// One file: bytes → text → findings → messages.
import { decode } from '../adapters/decode.ts';
import {
  automaticRepair,
  createSourceText,
  detectFormat,
  type Finding,
  type Linter,
  type LintResult,
  type Locale,
  mergeEdits,
  renderMessage,
} from '../core/index.ts';
import { type FileReport, fatalMessage, fileReport, type Message, type Suggestion } from './report.ts';

export interface LintFileOptions {
  readonly linter: Linter;
  readonly locale: Locale;
  readonly encoding?: string | undefined;
}

export function lintBytes(filePath: string, bytes: Uint8Array, options: LintFileOptions): FileReport {
  const { text, facts } = decode(bytes, { encoding: options.encoding });
  const source = createSourceText(filePath, detectFormat(filePath, text), text);
  const result = options.linter.lint(source, facts);
  return fileReport(filePath, toMessages(result, options));
}

function toMessages(result: LintResult, { linter, locale }: LintFileOptions): Message[] {
  const messages = result.findings.map(finding => toMessage(result, finding, linter, locale));
  for (const fault of result.faults) messages.push(fatalMessage(`${fault.ruleId ?? ''}: ${fault.message}`));
  return messages;
}

function toMessage(result: LintResult, finding: Finding, linter: Linter, locale: Locale): Message {
  const { doc } = result;
  const rule = linter.ruleOf(finding)!;
  const start = doc.source.lines.locate(finding.start);
  const end = doc.source.lines.locate(finding.end);
  const repairs = linter.repairs(doc, finding);
  const safe = automaticRepair(repairs, 'safe');
  const merged = safe && mergeEdits(doc.text, safe.edits);
  const suggestions: Suggestion[] = [];
  for (const repair of repairs) {
    const edit = repair === safe ? undefined : mergeEdits(doc.text, repair.edits);
    if (edit)
      suggestions.push({
        desc: renderMessage(rule, repair.titleId, repair.args, locale),
        fix: { range: [edit.start, edit.end], text: edit.text },
        safety: repair.safety,
      });
  }
  return {
    ruleId: finding.ruleId,
    severity: finding.level === 'error' ? 2 : 1,
    level: finding.level,
    message: renderMessage(rule, finding.messageId, finding.args, locale),
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    offset: finding.start,
    endOffset: finding.end,
    ...(merged ? { fix: { range: [merged.start, merged.end] as const, text: merged.text } } : {}),
    ...(suggestions.length > 0 ? { suggestions } : {}),
  };
}
