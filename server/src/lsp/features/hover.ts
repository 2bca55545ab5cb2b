// Hovers say what the text cannot show: the repair of a damaged span before it is applied, the value of a quantity,
// the rule behind a name in a suppression comment. The message of a finding is the editor's own part of the hover.
import { type Hover, type MarkupContent, MarkupKind, type Position } from 'vscode-languageserver';
import {
  applyEdits,
  describeQuantity,
  type Finding,
  groupOf,
  RegionKind,
  type Repair,
  RULES,
  type Span,
} from '../../core/index.ts';
import { say } from '../messages.ts';
import { ClientCommand } from '../protocol.ts';
import type { Session, Snapshot } from '../session.ts';
import { findingsAt } from './codeActions.ts';
import { describeFrontMatter } from './frontMatter.ts';
import { describeHan } from './hanCharacter.ts';

interface Part extends Span {
  readonly markdown: string;
}

export async function hover(session: Session, uri: string, position: Position): Promise<Hover | null> {
  const snapshot = await session.snapshot(uri);
  if (snapshot?.state !== 'checked') return null;
  const offset = snapshot.positions.offset(position);
  const under = findingsUnder(snapshot, offset);
  const parts = [
    ...findingParts(session, snapshot, under),
    ...quantityPart(session, snapshot, offset, under),
    ...suppressionPart(session, snapshot, offset),
  ];
  const front = describeFrontMatter(session, snapshot, offset);
  if (front) parts.push(front);
  const han = parts.length === 0 && describeHan(snapshot, offset, session.locale);
  if (han) parts.push(han);
  if (parts.length === 0) return null;
  const contents: MarkupContent = {
    kind: MarkupKind.Markdown,
    value: parts.map(part => part.markdown).join('\n\n---\n\n'),
  };
  return { contents, range: snapshot.positions.range(parts[0]!) };
}

const findingsUnder = ({ result }: Snapshot, offset: number): Finding[] =>
  findingsAt(result.findings, { start: offset, end: offset }).filter(finding => finding.end > offset);

function findingParts(session: Session, { doc, linter }: Snapshot, under: readonly Finding[]): Part[] {
  // A client that opens rule pages itself shows message, rule and link in the same hover.
  const saysRule = !session.client.options.commands?.includes(ClientCommand.openRulePage);
  return under.flatMap(finding => {
    const { summary } = linter.ruleOf(finding)!.meta;
    const page = session.pageOf(finding.ruleId);
    const name = page ? `[${finding.ruleId}](${page})` : finding.ruleId;
    const lines = saysRule ? [`${name} · ${summary[session.locale]}`] : [];
    for (const repair of linter.repairs(doc, finding)) {
      const shown = preview(doc.text, finding, repair);
      if (shown) lines.push(say(session.locale, 'repair', { change: shown }));
    }
    return lines.length > 0 ? [{ start: finding.start, end: finding.end, markdown: lines.join('\n\n') }] : [];
  });
}

/** Longest text shown on either side of an arrow. */
const MAX_PREVIEW = 60;

function preview(text: string, finding: Finding, repair: Repair): string | undefined {
  const start = Math.min(finding.start, ...repair.edits.map(e => e.start));
  const end = Math.max(finding.end, ...repair.edits.map(e => e.end));
  if (end - start > MAX_PREVIEW) return undefined;
  const before = text.slice(start, end);
  const after = applyEdits(
    before,
    repair.edits.map(edit => ({ ...edit, start: edit.start - start, end: edit.end - start })),
  );
  return after.length > MAX_PREVIEW ? undefined : `${code(before)} → ${code(after)}`;
}

// Line breaks and backticks would end the code span; what cannot be seen is named.
const code = (text: string): string => {
  const visible = text
    .replace(/\r?\n/g, '⏎')
    .replace(/`/g, 'ˋ')
    .replace(
      /[\u0000-\u001f\u007f-\u00a0\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]/g,
      c => `⟨${hex(c)}⟩`,
    );
  return visible === '' ? '∅' : `\`${visible}\``;
};
const hex = (char: string): string => char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');

/** The figure's value, but where a finding says that the figure is not whole. */
function quantityPart(
  { locale }: Session,
  { doc }: Snapshot,
  offset: number,
  under: readonly Finding[],
): Part[] {
  const found = describeQuantity(doc, offset, locale);
  if (!found) return [];
  const isPart = under.some(
    ({ ruleId, start, end }) => groupOf(ruleId) === 'number' && (start < found.start || end > found.end),
  );
  if (isPart) return [];
  const { start, end, facts } = found;
  return [
    {
      start,
      end,
      markdown: facts.map(fact => say(locale, 'fact', { label: fact.label, text: fact.text })).join('  \n'),
    },
  ];
}

function suppressionPart(session: Session, { doc }: Snapshot, offset: number): Part[] {
  const { regions, text } = doc;
  const region = regions.indexAt(offset);
  if (regions.kinds[region] !== RegionKind.Comment) return [];
  const start = regions.starts[region]!;
  for (const match of text
    .slice(start, Math.min(regions.endOf(region), start + 2000))
    .matchAll(/[a-z-]+\/[a-z-]+/g)) {
    const from = start + match.index;
    const rule = RULES.find(({ meta }) => meta.id === match[0]);
    if (!rule || offset < from || offset > from + match[0].length) continue;
    return [{ start: from, end: from + match[0].length, markdown: rule.meta.summary[session.locale] }];
  }
  return [];
}
