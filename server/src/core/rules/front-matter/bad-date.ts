import { type DateReading, readDate } from '../../frontMatter/dates.ts';
import { isNodeOf } from '../../frontMatter/nodeKinds.ts';
import { type FrontMatterNode, innerSpan } from '../../frontMatter/types.ts';
import { WEEKDAYS } from '../../numbers/calendar.ts';
import { defineRule } from '../../rule/defineRule.ts';
import type { Localized, Repair } from '../../rule/types.ts';
import { Regions } from '../../scan/regionKind.ts';

const wanted: Localized = {
  en: 'Write it as 2024-03-05 or 2024-03-05 08:30:00 +0800.',
  'zh-CN': '应写作 2024-03-05 或 2024-03-05 08:30:00 +0800。',
  'zh-TW': '應寫作 2024-03-05 或 2024-03-05 08:30:00 +0800。',
};

export const rule = defineRule({
  meta: {
    id: 'front-matter/bad-date',
    level: 'warning',
    fix: 'safe',
    regions: Regions.frontMatter,
    summary: {
      en: 'A date that generators cannot sort by',
      'zh-CN': '生成器无法识别的日期',
      'zh-TW': '產生器無法辨識的日期',
    },
    messages: {
      format: {
        en: `“{date}” is no ISO 8601 date: generators read it as text and cannot sort by it. ${wanted.en}`,
        'zh-CN': `“{date}”不是 ISO 8601 日期：生成器只当作文字，无法排序。${wanted['zh-CN']}`,
        'zh-TW': `「{date}」不是 ISO 8601 日期：產生器只當作文字，無法排序。${wanted['zh-TW']}`,
      },
      ambiguous: {
        en: `“{date}” can be read day first or month first. ${wanted.en}`,
        'zh-CN': `“{date}”日、月先后不明。${wanted['zh-CN']}`,
        'zh-TW': `「{date}」日、月先後不明。${wanted['zh-TW']}`,
      },
      impossible: {
        en: '“{date}”: there is no such day or time. Correct it.',
        'zh-CN': '“{date}”：没有这样的日期或时刻。请更正。',
        'zh-TW': '「{date}」：沒有這樣的日期或時刻。請更正。',
      },
      weekday: {
        en: '“{date}”: the weekday contradicts the date (it was 星期{right}). Correct one of them.',
        'zh-CN': '“{date}”：星期与日期不符（当日为星期{right}）。请更正其一。',
        'zh-TW': '「{date}」：星期與日期不符（當日為星期{right}）。請更正其一。',
      },
      epoch: {
        en: `“{date}” is a count of seconds since 1970, which few generators read as a date. ${wanted.en}`,
        'zh-CN': `“{date}”是 1970 年以来的秒数，多数生成器不会当作日期。${wanted['zh-CN']}`,
        'zh-TW': `「{date}」是 1970 年以來的秒數，多數產生器不會當作日期。${wanted['zh-TW']}`,
      },
      replace: { en: 'Write {iso}', 'zh-CN': '改为 {iso}', 'zh-TW': '改為 {iso}' },
    },
  },
  trigger: {
    on: 'document',
    check({ doc, text, report }) {
      for (const node of doc.frontMatterData?.nodes ?? []) {
        if (!isNodeOf('date', node, doc.expectations.keys) || !isWritten(node)) continue;
        const span = innerSpan(text, node);
        const date = text.slice(span.start, span.end);
        const reading = readDate(date);
        const messageId = MESSAGES[reading.kind];
        if (!messageId) continue;
        const right = reading.kind === 'weekday' ? { right: WEEKDAYS[reading.actual]! } : {};
        report({ ...span, messageId, args: { date, ...right } });
      }
    },
  },
  fix({ text }, { start, end }) {
    return repairs(readDate(text.slice(start, end))).map(([iso, safety]) => ({
      titleId: 'replace',
      args: { iso },
      edits: [{ start, end, text: iso }],
      safety,
    }));
  },
});

const MESSAGES: Readonly<Partial<Record<DateReading['kind'], string>>> = {
  convertible: 'format',
  unknown: 'format',
  ambiguous: 'ambiguous',
  impossible: 'impossible',
  weekday: 'weekday',
  epoch: 'epoch',
};

function repairs(reading: DateReading): [string, Repair['safety']][] {
  switch (reading.kind) {
    case 'convertible':
      return [[reading.iso, 'safe']];
    case 'weekday':
    case 'epoch':
      return [[reading.iso, 'unsafe']];
    case 'ambiguous':
      return reading.candidates.map(iso => [iso, 'unsafe']);
    default:
      return [];
  }
}

// A switch such as `published: false` and an empty value are no dates.
const isWritten = (node: FrontMatterNode): boolean =>
  (node.style === 'plain' || node.style === 'single' || node.style === 'double') &&
  (typeof node.value === 'string' || typeof node.value === 'number') &&
  !/^(?:yes|no|on|off|[yn是否])$/i.test(String(node.value).trim()) &&
  String(node.value).trim() !== '';
