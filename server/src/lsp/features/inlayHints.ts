// Inlay hints: what a figure is worth where it does not stand there as it is read (3.5万, 一千二百). A damaged figure
// gets none: what is left of it may be worth something else.
import type { InlayHint, InlayHintParams } from 'vscode-languageserver';
import {
  display,
  type Exact,
  groupOf,
  lexQuantities,
  QuantityKind,
  toFiniteDecimal,
} from '../../core/index.ts';
import type { Session } from '../session.ts';

export async function inlayHints(session: Session, params: InlayHintParams): Promise<InlayHint[]> {
  const snapshot = await session.snapshot(params.textDocument.uri);
  if (snapshot?.state !== 'checked' || !snapshot.editor.inlayHints) return [];
  const { doc, positions, result } = snapshot;
  const { start, end } = positions.span(params.range);
  const damage = result.findings.filter(({ ruleId }) => DAMAGING.has(groupOf(ruleId)));
  let next = 0;
  let damagedUntil = 0;
  const quantities = lexQuantities(doc);
  const hints: InlayHint[] = [];
  for (let i = quantities.firstAfter(start); i < quantities.count && quantities.starts[i]! < end; i++) {
    if (quantities.kinds[i] !== QuantityKind.Number) continue;
    const { value, valueEnd, start: from } = quantities.at(i);
    for (; next < damage.length && damage[next]!.start < valueEnd; next++)
      damagedUntil = Math.max(damagedUntil, damage[next]!.end);
    if (damagedUntil > from) continue;
    const written = doc.text.slice(from, valueEnd);
    if (!value || written.length < 2 || !/[十百千万萬亿億兆分]/.test(written)) continue;
    hints.push({ position: positions.position(valueEnd), label: grouped(value), paddingLeft: true });
  }
  return hints;
}

/** Groups whose findings may lie in a figure. */
const DAMAGING = new Set(['encoding', 'number']);

const grouped = (value: Exact): string => group(toFiniteDecimal(value) ?? display(value, 4));

const group = (decimal: string): string => {
  const [whole, fraction] = decimal.split('.');
  const spaced = whole!.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction ? `${spaced}.${fraction}` : spaced;
};
