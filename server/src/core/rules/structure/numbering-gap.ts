import { headingsOf } from '../../outline/headings.ts';
import { type MarkerStyle, markerValue } from '../../paragraphs/looks.ts';
import { type Shape, shapesOf } from '../../paragraphs/shapes.ts';
import { unitsOf } from '../../paragraphs/units.ts';
import { defineRule } from '../../rule/defineRule.ts';
import { Regions } from '../../scan/regionKind.ts';

/** From the outermost; a new number of an outer style starts the inner ones again. */
const NESTED: readonly MarkerStyle[] = ['chapter', 'section', 'letter', 'padded', 'han', 'hanParen', 'digit'];

export const rule = defineRule({
  meta: {
    id: 'structure/numbering-gap',
    level: 'info',
    fix: 'none',
    regions: Regions.structure,
    summary: {
      en: 'A number missing in a sequence of headings',
      'zh-CN': '标题编号不连续',
      'zh-TW': '標題編號不連續',
    },
    messages: {
      found: {
        en: '“{marker}” follows number {last}: what stood between is missing or was numbered wrongly. Check the source.',
        'zh-CN': '“{marker}”之前是第 {last} 项，中间缺号，可能漏了一节或编号有误。应核对原文。',
        'zh-TW': '「{marker}」之前是第 {last} 項，中間缺號，可能漏了一節或編號有誤。應核對原文。',
      },
    },
  },
  trigger: {
    on: 'document',
    check({ doc, text, report }) {
      const shapes = doc.share(shapesOf);
      if (!shapes.some(shape => shape.marker)) return;
      const units = doc.share(unitsOf);
      let headings: ReadonlySet<number> | undefined;
      const last: number[] = NESTED.map(() => 0);
      const lastUnit: number[] = NESTED.map(() => 0);
      units.forEach((unit, i) => {
        const { marker } = shapes[i]!;
        const rank = marker ? NESTED.indexOf(marker.style) : -1;
        if (!marker || rank < 0 || Number.isNaN(marker.value) || unit.kind === 'tableRow') return;
        // Markdown numbers its own lists, and a figure at the start of a line is no number of a section.
        if (!COUNTS_ANYWHERE.has(marker.style)) {
          headings ??= new Set(doc.share(headingsOf).map(h => h.firstUnit));
          if (!headings.has(i)) return;
        }
        const before = last[rank]!;
        // 第七章更详细地讨论……。 begins with a reference.
        if (marker.style === 'chapter' && text[unit.end - 1] === '。') return;
        const isGap = before > 0 && marker.value > before + 1 && marker.value <= before + FARTHEST;
        // Links to the chapters before and after, at the foot of one, and a heading that is written as a list item.
        const from = marker.style === 'chapter' ? 0 : lastUnit[rank]!;
        const until = marker.style === 'chapter' ? units.length : i;
        if (
          isGap &&
          !areThere(shapes, marker.style, from, until, before + 1, marker.value) &&
          !areWritten(
            text.slice(Math.max(units[lastUnit[rank]!]!.start, unit.start - LONGEST_ITEM), unit.start),
            marker.style,
            before + 1,
            marker.value,
          )
        ) {
          const end = unit.start + marker.length;
          const written = text.slice(unit.start, end).trim();
          report({
            start: unit.start,
            end: unit.start + written.length,
            messageId: 'found',
            args: { marker: written, last: before },
          });
        }
        last[rank] = marker.value;
        lastUnit[rank] = i;
        last.fill(0, rank + 1);
      });
    },
  },
});

/** True when every value from `first` up to `stop` is written among the units from `from` up to `until`. */
function areThere(
  shapes: readonly Shape[],
  style: MarkerStyle,
  from: number,
  until: number,
  first: number,
  stop: number,
): boolean {
  const missing = new Set<number>();
  for (let value = first; value < stop; value++) missing.add(value);
  for (let i = from; i < until && missing.size > 0; i++) {
    const { marker } = shapes[i]!;
    if (marker?.style === style) missing.delete(marker.value);
  }
  return missing.size === 0;
}

// （一）及（二）　有關數字…… heads both, and columns have two items in a line (1. 地點　2. 時間).
function areWritten(text: string, style: MarkerStyle, first: number, stop: number): boolean {
  const isWritten = style === 'hanParen' ? IN_BRACKETS : style === 'digit' ? IN_COLUMNS : undefined;
  if (!isWritten) return false;
  const missing = new Set<number>();
  for (let value = first; value < stop; value++) missing.add(value);
  for (const match of text.matchAll(isWritten)) missing.delete(markerValue(match[1]!));
  return missing.size === 0;
}

const IN_BRACKETS = /[、及和與与至][（(]([一二三四五六七八九十]{1,3})[)）]/g;
const IN_COLUMNS = /[ \u3000\t](\d{1,2})[.、．](?!\d)/g;
/** UTF-16 code units. */
const LONGEST_ITEM = 2000;

const COUNTS_ANYWHERE: ReadonlySet<MarkerStyle> = new Set<MarkerStyle>([
  'chapter',
  'section',
  'letter',
  'han',
  'hanParen',
]);
/** A greater jump is another sequence: a year, a clause quoted from a law. */
const FARTHEST = 4;
