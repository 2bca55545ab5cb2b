// Semantic tokens: what a grammar cannot know. Damage and minority script come from findings, so they agree with the
// squiggles; figures, units and dates from the lexer that the number rules use.
import { type SemanticTokens, SemanticTokensBuilder, type SemanticTokensLegend } from 'vscode-languageserver';
import { creditsOf, groupOf, lexQuantities, QuantityKind, type Span } from '../../core/index.ts';
import type { Session, Snapshot } from '../session.ts';

const TYPES = ['quantity', 'unit', 'date', 'minorityScript', 'damage', 'credit'] as const;
type TokenType = (typeof TYPES)[number];

export const LEGEND: SemanticTokensLegend = { tokenTypes: [...TYPES], tokenModifiers: [] };

interface Token extends Span {
  readonly type: TokenType;
}

export async function semanticTokens(
  session: Session,
  uri: string,
  within?: (snapshot: Snapshot) => Span,
): Promise<SemanticTokens> {
  const builder = new SemanticTokensBuilder();
  const snapshot = await session.snapshot(uri);
  if (snapshot?.state !== 'checked') return builder.build();
  const { positions, source } = snapshot;
  const limit = within?.(snapshot) ?? { start: 0, end: source.text.length };
  let line = 0;
  for (const token of disjoint(tokensOf(snapshot, limit))) {
    // A token may not span lines.
    for (let start = token.start; start < token.end; ) {
      line = source.lines.lineAt(start);
      const lineEnd = source.lines.starts[line + 1] ?? source.text.length;
      const end = Math.min(token.end, lineEnd);
      const { character } = positions.position(start);
      builder.push(line, character, end - start, TYPES.indexOf(token.type), 0);
      start = end;
    }
  }
  return builder.build();
}

function tokensOf({ doc, result }: Snapshot, { start, end }: Span): Token[] {
  const tokens: Token[] = [];
  for (const finding of result.findings) {
    if (finding.end <= start || finding.start >= end) continue;
    const type =
      groupOf(finding.ruleId) === 'encoding'
        ? 'damage'
        : MINORITY.has(finding.ruleId)
          ? 'minorityScript'
          : undefined;
    if (type) tokens.push({ start: finding.start, end: finding.end, type });
  }
  for (const credit of creditsOf(doc)) {
    if (credit.end > start && credit.start < end) tokens.push({ ...credit, type: 'credit' });
  }
  const quantities = lexQuantities(doc);
  for (let i = quantities.firstAfter(start); i < quantities.count && quantities.starts[i]! < end; i++) {
    const kind = quantities.kinds[i]!;
    const from = quantities.starts[i]!;
    const to = quantities.ends[i]!;
    if (kind === QuantityKind.Literal) continue;
    if (kind === QuantityKind.Date || kind === QuantityKind.Time)
      tokens.push({ start: from, end: to, type: 'date' });
    else {
      const valueEnd = quantities.valueEnds[i]!;
      tokens.push({ start: from, end: valueEnd, type: 'quantity' });
      if (valueEnd < to) tokens.push({ start: valueEnd, end: to, type: 'unit' });
    }
  }
  return tokens;
}

const MINORITY = new Set(['script/mixed-han', 'script/wrong-conversion', 'script/japanese-form']);

/** In text order; where tokens meet, the earlier in this list wins: damage, minority script, credit, figures. */
function disjoint(tokens: Token[]): Token[] {
  const rank = (type: TokenType): number => ['damage', 'minorityScript', 'credit'].indexOf(type) & 3;
  const sorted = tokens.sort((a, b) => a.start - b.start || rank(a.type) - rank(b.type));
  const kept: Token[] = [];
  for (const token of sorted) {
    const last = kept.at(-1);
    if (!last || token.start >= last.end) kept.push(token);
    else if (rank(token.type) < rank(last.type)) {
      // The stronger one cuts the weaker one in two.
      kept.pop();
      if (last.start < token.start) kept.push({ ...last, end: token.start });
      kept.push(token);
      if (last.end > token.end) kept.push({ ...last, start: token.end });
    }
  }
  return kept;
}
