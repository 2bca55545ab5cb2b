// Findings of the engine → messages of a report, with excerpts and fingerprints where a format wants them.
import {
  automaticRepair,
  type Fault,
  type Finding,
  type Linter,
  type LintResult,
  type Locale,
  mergeEdits,
  type Repair,
  type Rule,
  renderMessage,
  type SourceText,
  type TextEdit,
} from '../core/index.ts';
import type { Detail } from './detail.ts';
import { hashText } from './hashText.ts';
import type { Excerpt, Message, Rendered, Suggestion } from './report.ts';

export function renderFindings(
  linter: Linter,
  { doc, findings }: Pick<LintResult, 'doc' | 'findings'>,
  locale: Locale,
  detail: Detail,
  fail?: (fault: Fault) => void,
): Rendered {
  const { text, source } = doc;
  const messages: Message[] = [];
  const excerpts: (Excerpt | undefined)[] = [];
  const fingerprints: string[] = [];
  const byteColumns: (readonly [number, number])[] = [];
  const seen = new Map<string, number>();
  const byteColumnsOf = byteColumnReader(text, source.lines.starts);
  for (const finding of findings) {
    const rule = linter.ruleOf(finding)!;
    const repairs = detail.repairs || detail.excerpts ? linter.repairs(doc, finding, fail) : NONE;
    const safe = automaticRepair(repairs, 'safe');
    const message = messageOf(finding, rule, source, locale);
    addRepairs(message, { text, rule, repairs, safe, locale });
    messages.push(message);
    if (detail.excerpts)
      excerpts.push(excerpt(text, finding, safe ?? (repairs.length === 1 ? repairs[0] : undefined)));
    if (detail.fingerprints) fingerprints.push(fingerprint(text, finding, seen));
    if (detail.byteColumns) byteColumns.push(byteColumnsOf(message));
  }
  return {
    messages,
    ...(detail.excerpts ? { excerpts } : {}),
    ...(detail.fingerprints ? { fingerprints } : {}),
    ...(detail.byteColumns ? { byteColumns } : {}),
  };
}

type MutableMessage = { -readonly [K in keyof Message]: Message[K] };

function messageOf(finding: Finding, rule: Rule, { lines }: SourceText, locale: Locale): MutableMessage {
  const start = lines.locate(finding.start);
  const end = finding.end === finding.start ? start : lines.locate(finding.end);
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
  };
}

interface Offer {
  readonly text: string;
  readonly rule: Rule;
  readonly repairs: readonly Repair[];
  /** The one of them that `--fix` applies. */
  readonly safe: Repair | undefined;
  readonly locale: Locale;
}

function addRepairs(message: MutableMessage, { text, rule, repairs, safe, locale }: Offer): void {
  const suggestions: Suggestion[] = [];
  for (const repair of repairs) {
    const edit = mergeEdits(text, repair.edits);
    if (!edit) continue;
    const fix = { range: [edit.start, edit.end], text: edit.text } as const;
    if (repair === safe) message.fix = fix;
    else {
      const desc = renderMessage(rule, repair.titleId, repair.args, locale);
      suggestions.push({ desc, fix, safety: repair.safety });
    }
  }
  if (suggestions.length > 0) message.suggestions = suggestions;
}

// The first column and the one behind the last, in bytes of UTF-8, 1-based. Findings come in text order, so each line's
// bytes are counted once however many findings it has.
function byteColumnReader(text: string, starts: Int32Array): (message: Message) => readonly [number, number] {
  let line = 0;
  let at = 0;
  let bytes = 0;
  return message => {
    const { offset, endOffset } = message;
    if (message.line !== line || offset < at) {
      line = message.line;
      at = starts[line - 1]!;
      bytes = 0;
    }
    bytes += utf8Length(text, at, offset);
    at = offset;
    const from = bytes + 1;
    return message.endLine === line
      ? [from, from + utf8Length(text, offset, endOffset)]
      : [from, 1 + utf8Length(text, starts[message.endLine - 1]!, endOffset)];
  };
}

function utf8Length(text: string, from: number, to: number): number {
  let bytes = 0;
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    // Each half of a surrogate pair counts two of the pair's four bytes.
    bytes += unit < 0x80 ? 1 : unit < 0x800 ? 2 : unit >= 0xd800 && unit <= 0xdfff ? 2 : 3;
  }
  return bytes;
}

/** The beginning of a text, as much of it as the excerpt and fingerprint of a finding there take. */
export const openingOf = (text: string): string => text.slice(0, whole(text, CONTEXT));

const NONE: readonly Repair[] = [];
/** UTF-16 code units shown on either side of a span. */
const CONTEXT = 60;
const LONGEST_SPAN = 160;

function excerpt(text: string, finding: Finding, repair: Repair | undefined): Excerpt {
  const edit = repair && mergeEdits(text, repair.edits);
  const start = Math.min(finding.start, edit?.start ?? finding.start);
  const end = Math.max(finding.end, edit?.end ?? finding.end);
  const shown = end - start <= LONGEST_SPAN ? { start, end } : { start: finding.start, end: finding.end };
  const before = text.slice(whole(text, Math.max(0, shown.start - CONTEXT)), shown.start);
  const after = text.slice(shown.end, whole(text, Math.min(text.length, shown.end + CONTEXT)));
  return {
    before: before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1),
    span: text.slice(shown.start, Math.min(shown.end, shown.start + LONGEST_SPAN)),
    after: /^[^\r\n]*/.exec(after)![0],
    ...(edit && edit.start >= shown.start && edit.end <= shown.end && edit.text.length <= LONGEST_SPAN
      ? { repaired: repairedSpan(text, shown, edit), safety: repair!.safety }
      : {}),
  };
}

const repairedSpan = (text: string, shown: { start: number; end: number }, edit: TextEdit): string =>
  text.slice(shown.start, edit.start) + edit.text + text.slice(edit.end, shown.end);

// Never cuts a surrogate pair in two.
const whole = (text: string, at: number): number => {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
};

/** UTF-16 code units of context that make a finding recognisable; more would make it change with its neighbours. */
const FINGERPRINT_CONTEXT = 8;

/**
 * Rule, span and the nearest characters, white space left out, and a number for repetitions: the same after edits
 * elsewhere, whatever line the finding has moved to.
 */
function fingerprint(text: string, finding: Finding, seen: Map<string, number>): string {
  const from = Math.max(0, finding.start - FINGERPRINT_CONTEXT);
  const end = Math.min(finding.end, finding.start + 200);
  const before = text.slice(from, finding.start);
  const after = text.slice(finding.end, finding.end + FINGERPRINT_CONTEXT);
  // Neighbouring lines are not context: they come and go.
  const near =
    before.slice(before.lastIndexOf('\n') + 1) + text.slice(finding.start, end) + after.split('\n', 1)[0];
  const content = `${finding.ruleId}\n${near.replace(/\s+/g, '')}`;
  const hash = hashText(content);
  const nth = seen.get(hash) ?? 0;
  seen.set(hash, nth + 1);
  return nth === 0 ? hash : `${hash}-${nth}`;
}
