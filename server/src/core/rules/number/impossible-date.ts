import type { Document } from '../../document/document.ts';
import { daysInMonth, WEEKDAYS, weekdayOf } from '../../numbers/calendar.ts';
import { isQuoted } from '../../numbers/context.ts';
import { lexQuantities } from '../../numbers/lexer.ts';
import { type Quantity, QuantityKind } from '../../numbers/quantities.ts';
import { defineRule } from '../../rule/defineRule.ts';
import type { Report } from '../../rule/types.ts';
import { Regions } from '../../scan/regionKind.ts';

export const rule = defineRule({
  meta: {
    id: 'number/impossible-date',
    level: 'error',
    fix: 'none',
    regions: Regions.prose,
    summary: {
      en: 'A date or time that does not exist',
      'zh-CN': '不存在的日期或时刻',
      'zh-TW': '不存在的日期或時刻',
    },
    messages: {
      month: {
        en: '“{date}”: there is no month {month}; a digit is wrong or doubled. Check the source.',
        'zh-CN': '“{date}”：没有{month}月，数字有误或重出。请核对原文。',
        'zh-TW': '「{date}」：沒有{month}月，數字有誤或重出。請核對原文。',
      },
      day: {
        en: '“{date}”: that month has {days} days. Check the source.',
        'zh-CN': '“{date}”：该月只有{days}天。请核对原文。',
        'zh-TW': '「{date}」：該月只有{days}天。請核對原文。',
      },
      weekday: {
        en: '“{date}” falls on 星期{right}, not on 星期{stated}; the date or the weekday is wrong. Check the source.',
        'zh-CN': '“{date}”是星期{right}，不是星期{stated}；日期与星期必有一误。请核对原文。',
        'zh-TW': '「{date}」是星期{right}，不是星期{stated}；日期與星期必有一誤。請核對原文。',
      },
      time: {
        en: '“{date}”: no such time of day. Check the source.',
        'zh-CN': '“{date}”：没有这样的时刻。请核对原文。',
        'zh-TW': '「{date}」：沒有這樣的時刻。請核對原文。',
      },
    },
  },
  trigger: {
    on: 'document',
    check({ doc, text, report }) {
      const list = lexQuantities(doc);
      for (let i = 0; i < list.count; i++) {
        const kind = list.kinds[i]!;
        if (kind === QuantityKind.Ratio) {
          const clock = judgeClock(text, list.starts[i]!, list.ends[i]!);
          if (clock && !isQuoted(text, clock.start, clock.end)) report(clock);
        }
        if (kind !== QuantityKind.Date && kind !== QuantityKind.Time) continue;
        // 2021年 and 6月 are never impossible, 13月 may be.
        const length = list.ends[i]! - list.starts[i]!;
        if (kind === QuantityKind.Date && length < 4 && !(length === 3 && text[list.ends[i]! - 1] === '月'))
          continue;
        if (kind === QuantityKind.Date && length === 5 && text[list.ends[i]! - 1] === '年') continue;
        const quantity = list.at(i);
        const found =
          kind === QuantityKind.Date
            ? judgeDate(text, quantity)
            : judgeTime(text, quantity, list.at(Math.max(0, i - 1)));
        if (!found || isQuoted(text, found.start, found.end)) continue;
        if (kind === QuantityKind.Date && (isDenied(text, found) || doc.share(speaksOfCalendars))) continue;
        report(found);
      }
    },
  },
});

// 没有2月30日, 2月30日并不存在: the text itself says that there is no such day.
const isDenied = (text: string, { start, end }: Report): boolean =>
  DENIED_BEFORE.test(text.slice(Math.max(0, start - 6), start)) ||
  DENIED_AFTER.test(text.slice(end, end + CLAUSE));
const DENIED_BEFORE = /(?:没有|沒有|并无|並無|不存在|不会有|不會有|哪来的|哪來的)\s?$/;
const DENIED_AFTER =
  /^[^。！？；\n]{0,20}(?:不存在|不合法|非法|无效|無效|虚构|虛構|子虚乌有|子虛烏有|没有这[一个]?[天日]|沒有這[一個]?[天日])/;
/** Code units of a clause that can speak of the date before it. */
const CLAUSE = 26;

/** A text on calendars, known by several of their terms, speaks of days that were, or that are not. */
const speaksOfCalendars = ({ text }: Document): boolean =>
  new Set(text.match(new RegExp(OTHER_CALENDARS, 'g')) ?? []).size >= FEWEST_TERMS;
const FEWEST_TERMS = 3;

function judgeDate(text: string, quantity: Quantity): Report | undefined {
  const { start, end, date } = quantity;
  if (!date || date.month === undefined) return undefined;
  const { year, month, day } = date;
  const isPlausible =
    month >= 1 && month <= 12 && (day === undefined || (day >= 1 && day <= daysInMonth(month, year)));
  if (isPlausible && (year === undefined || day === undefined)) return undefined;
  // The lunar calendar has a 30th of the second month; Han numerals without a year may mean it.
  if (
    (quantity.isHan && year === undefined) ||
    /[农農阴陰夏旧舊藏傣][历曆]|[闰閏]/.test(text.slice(Math.max(0, start - 12), start)) ||
    OTHER_CALENDARS.test(text.slice(Math.max(0, start - NEAR), end + NEAR))
  )
    return undefined;
  const written = text.slice(start, end);
  // 2021.2.30 may be a version, “2·30” an allusion.
  if (/[.·‧・]/.test(written)) return undefined;
  const args = { date: written, month, days: daysInMonth(month, year) };
  if (month < 1 || month > 12) {
    if (
      year === undefined &&
      day === undefined &&
      !NAMED_YEAR.test(text.slice(Math.max(0, start - 2), start))
    )
      return undefined;
    return { start, end, messageId: 'month', args };
  }
  if (day === undefined) return undefined;
  if (day < 1 || day > args.days) return { start, end, messageId: 'day', args };
  if (year === undefined || year < 1900) return undefined;
  const stated = weekdayAfter(text, end);
  const right = weekdayOf(year, month, day);
  if (!stated || stated.weekday === right) return undefined;
  return {
    start,
    end: stated.end,
    messageId: 'weekday',
    args: { date: written, right: WEEKDAYS[right]!, stated: WEEKDAYS[stated.weekday]! },
  };
}

// 13月 alone may count months; 去年13月 cannot.
const NAMED_YEAR = /[去今明前每当當同]年$/;

// Sweden's 30 February, 俄历10月25日: who speaks of calendars counts by more than one.
const OTHER_CALENDARS =
  /(?:[俄回彝]|儒略|格里[高哥]?里?|波斯|伊斯[兰蘭]|[犹猶]太|希伯[来來]|瑞典)[历曆]|[历曆]法|[闰閏][年月日]|世界[历曆]/;
const NEAR = 60;

// 周三 right after a date may open a name (周三多), so it needs a bracket, a mark or a part of the day behind it.
const WEEKDAY =
  /^[ ，,]?(?:[（(]?(?:是|为|為)?(?:星期|礼拜|禮拜)([一二三四五六日天])(?!期)|[（(]?(?:是|为|為)?[周週]([一二三四五六日])(?=[）)，,。、；; 上下早中晚凌]))/;

function weekdayAfter(text: string, end: number): { weekday: number; end: number } | undefined {
  const match = WEEKDAY.exec(text.slice(end, end + 8));
  if (!match) return undefined;
  const name = match[1] ?? match[2]!;
  const close = /[（(]/.test(match[0]) && /[）)]/.test(text[end + match[0].length] ?? ' ') ? 1 : 0;
  return { weekday: name === '天' ? 0 : WEEKDAYS.indexOf(name), end: end + match[0].length + close };
}

function judgeTime(text: string, quantity: Quantity, before: Quantity): Report | undefined {
  const { start, end, time } = quantity;
  const written = text.slice(start, end);
  if (!time || !/[时時]/.test(written)) return undefined;
  const [hour = 0, minute = 0] = time;
  const isTimeOfDay =
    followsDate(text, before, start) || HALF_DAY.test(text.slice(Math.max(0, start - 2), start));
  if (!(isTimeOfDay && hour > 24) && minute <= 59) return undefined;
  return { start, end, messageId: 'time', args: { date: written } };
}

// Right behind the date, or with the part of the day between them: 5月1日上午25时.
function followsDate(text: string, before: Quantity, start: number): boolean {
  if (before.kind !== QuantityKind.Date || before.end > start || start - before.end > 4) return false;
  const between = text.slice(before.end, start);
  return between.length <= 1 || PART_OF_DAY.test(between);
}

// 下午17:75 reads as a ratio, but for the part of the day before it.
function judgeClock(text: string, start: number, end: number): Report | undefined {
  const written = text.slice(start, end);
  const minute = /^(?:[01]?\d|2[0-4])[:：]([6-9]\d)$/.exec(written)?.[1];
  if (!minute || !PART_OF_DAY.test(text.slice(Math.max(0, start - 2), start))) return undefined;
  return { start, end, messageId: 'time', args: { date: written } };
}

/** Broadcasters count 深夜25时 on from the day before; nobody does so in the morning or the afternoon. */
const HALF_DAY = /[上下中]午$/;
const PART_OF_DAY = /(?:[上下中]午|早上|早晨|清晨|凌晨|傍晚|晚上|[午深]夜|夜[里裡]|晚间|晚間)$/;
