// What a Han character is: its code point, readings, and its forms in the other script and in the regions.
import { hanInfo, type Locale, type Span } from '../../core/index.ts';
import { say } from '../messages.ts';
import type { Snapshot } from '../session.ts';

export function describeHan(
  { doc: { text } }: Snapshot,
  offset: number,
  locale: Locale,
): (Span & { readonly markdown: string }) | undefined {
  const isLow = text.charCodeAt(offset) >= 0xdc00 && text.charCodeAt(offset) <= 0xdfff;
  const start = isLow ? offset - 1 : offset;
  const point = text.codePointAt(start);
  const info = point === undefined ? undefined : hanInfo(String.fromCodePoint(point));
  if (!info) return undefined;
  const lines = [`**${info.char}** ${info.code} ${info.readings.join(' ')}`.trim()];
  const rows = [
    ['hanTraditional', info.traditional],
    ['hanSimplified', info.simplified],
    ['hanTaiwan', info.taiwan],
    ['hanHongKong', info.hongKong],
    ['hanJapanese', info.japanese],
  ] as const;
  for (const [id, forms] of rows)
    if (forms.length > 0) lines.push(say(locale, id, { forms: forms.join(' ') }));
  if (info.level) lines.push(say(locale, 'hanLevel', { level: info.level }));
  return { start, end: start + info.char.length, markdown: lines.join('  \n') };
}
