// Script conversion for a client that previews it. Edits that stand close together become one, so that a preview
// reads as phrases and not as thousands of characters; a character that no word decided stays alone, with its choices.
import { CONVERSIONS, convertDocument, type Span, type TextEdit } from '../../core/index.ts';
import type { ConversionChoice, ConvertEdit, ConvertParams, ConvertResult } from '../protocol.ts';
import type { Session, Snapshot } from '../session.ts';

export const conversions = ({ locale }: Session): ConversionChoice[] =>
  CONVERSIONS.map(({ id, name }) => ({ id, label: name[locale] }));

export async function convert(session: Session, params: ConvertParams): Promise<ConvertResult> {
  const config = CONVERSIONS.find(({ id }) => id === params.conversion);
  if (!config) throw new Error(`no conversion "${params.conversion}"`);
  const converter = await session.ports.loadConverter(config, session.client.options.chunks);
  const snapshot = await session.given(params);
  const version = params.text === undefined ? (snapshot?.version ?? null) : null;
  if (!snapshot) return { version, edits: [] };
  const { dictionary } = snapshot.linter.settings.expectations;
  const conversion = convertDocument(snapshot.source, converter, { dictionary });
  const ambiguous = new Map(conversion.ambiguities.map(a => [a.offset, a.alternatives]));
  const spans = params.ranges?.map(range => snapshot.positions.span(range));
  const wanted = [...conversion.edits].filter(
    edit => !spans || spans.some(span => edit.start >= span.start && edit.end <= span.end),
  );
  return { version, edits: grouped(snapshot, wanted, ambiguous, spans ?? []) };
}

/** Code units of unchanged text that two edits of one group may have between them. */
const NEAR = 6;

function grouped(
  { source: { text }, positions }: Snapshot,
  edits: readonly TextEdit[],
  ambiguous: ReadonlyMap<number, readonly string[]>,
  limits: readonly Span[],
): ConvertEdit[] {
  const result: ConvertEdit[] = [];
  const boundaries = new Set(limits.map(span => span.start));
  let open: TextEdit | undefined;
  const flush = (): void => {
    if (open) result.push({ range: positions.range(open), newText: open.text });
    open = undefined;
  };
  for (const edit of edits) {
    const alternatives = ambiguous.get(edit.start);
    if (alternatives && alternatives.length > 0) {
      flush();
      result.push({ range: positions.range(edit), newText: edit.text, alternatives });
      continue;
    }
    const between = open ? text.slice(open.end, edit.start) : '';
    if (open && between.length <= NEAR && !between.includes('\n') && !boundaries.has(edit.start))
      open = { start: open.start, end: edit.end, text: open.text + between + edit.text };
    else {
      flush();
      open = edit;
    }
  }
  flush();
  return result;
}
