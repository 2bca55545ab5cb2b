// The numbers of a document, in the user's language.
import { statisticsOf } from '../../core/index.ts';
import { type MessageId, say } from '../messages.ts';
import type { StatisticsLine, TextParams } from '../protocol.ts';
import { type Session, wholeDocument } from '../session.ts';

const COUNTS = ['characters', 'han', 'words', 'sentences', 'paragraphs', 'headings', 'numbers'] as const;

export async function statistics(session: Session, params: TextParams): Promise<StatisticsLine[]> {
  const snapshot = await session.given(params);
  if (!snapshot) return [];
  const found = statisticsOf(wholeDocument(snapshot), snapshot.result.findings);
  const { locale } = session;
  const line = (id: MessageId, value: string): StatisticsLine => ({ label: say(locale, id), value });
  return [
    ...COUNTS.map(name => line(`stat.${name}`, found[name].toLocaleString('en'))),
    line('stat.script', say(locale, `script.${found.script}`)),
    line('stat.width', say(locale, `width.${found.width}`)),
    line('stat.damage', String(found.damage)),
  ];
}
