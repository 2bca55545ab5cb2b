// Dates as people and programs write them, read without a clock and without the host's Date parser, whose answers
// differ from engine to engine. A standard date is ISO 8601, or `YYYY-MM-DD HH:MM[:SS] [±HHMM]` as generators write it.

export interface DateParts {
  readonly year: number;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
  readonly hour?: number | undefined;
  readonly minute?: number | undefined;
  readonly second?: number | undefined;
  /** `Z` or `±HH:MM`. */
  readonly zone?: string | undefined;
  /** 0 is Sunday. */
  readonly weekday?: number | undefined;
}

export type DateReading =
  /** Written as the standard wants it. `parts` is undefined for weeks, ordinal days and intervals. */
  | { readonly kind: 'standard'; readonly parts: DateParts | undefined }
  | { readonly kind: 'convertible'; readonly parts: DateParts; readonly iso: string }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly string[] }
  | { readonly kind: 'impossible' }
  | {
      readonly kind: 'weekday';
      readonly parts: DateParts;
      readonly iso: string;
      /** 0 for Sunday. */
      readonly actual: number;
    }
  /** Seconds or milliseconds since 1970. */
  | { readonly kind: 'epoch'; readonly iso: string }
  /** A template, or a word that a generator replaces. */
  | { readonly kind: 'placeholder' }
  | { readonly kind: 'unknown' };

const PLACEHOLDER = /\{\{|\{%|<%|\$\{|^`|^(?:today|now|last-modified|none|null|~)$/i;
const ISO_DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const ISO_BASIC = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/;
const ISO_TIME =
  /^(\d{4})-(\d{2})-(\d{2})(?:[Tt]| +)(\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?: *(Z|z|[+-]\d{2}(?::?\d{2})?))?$/;
const ISO_OTHER =
  /^\d{4}-?(?:W(?:0[1-9]|[1-4]\d|5[0-3])(?:-?[1-7])?|(?:00[1-9]|0[1-9]\d|[12]\d\d|3[0-5]\d|36[0-6]))$/;

export function readDate(written: string): DateReading {
  const text = written.trim();
  if (text === '' || text.length > 100) return { kind: 'unknown' };
  const iso = ISO_DATE.exec(text) ?? ISO_TIME.exec(text) ?? ISO_BASIC.exec(text);
  if (iso) return judged(partsOf(iso), true);
  if (PLACEHOLDER.test(text)) return { kind: 'placeholder' };
  if (ISO_OTHER.test(text)) return { kind: 'standard', parts: undefined };
  const slash = text.indexOf('/');
  if (slash > 6 && text.includes('-')) {
    const ends = [readDate(text.slice(0, slash)), readDate(text.slice(slash + 1))];
    if (ends.every(end => end.kind === 'standard')) return { kind: 'standard', parts: undefined };
  }
  return readOther(text);
}

function readOther(text: string): DateReading {
  const plain = normalise(text);
  if (plain !== text) {
    const iso = ISO_DATE.exec(plain) ?? ISO_TIME.exec(plain);
    if (iso) return judged(partsOf(iso), false);
  }
  if (/^\d{10}$|^\d{13}$/.test(plain)) return { kind: 'epoch', iso: fromEpoch(plain) };
  const { rest, weekday } = takeWeekday(plain);
  const { head, time } = takeTime(rest);
  const day = dayOf(head);
  if (!day || time === null) return { kind: 'unknown' };
  if ('candidates' in day) {
    const readings = day.candidates
      .map(parts => judged({ ...parts, ...time, weekday }, false))
      .flatMap(reading => (reading.kind === 'convertible' ? [reading] : []));
    if (readings.length === 1) return readings[0]!;
    if (readings.length === 0) return { kind: 'impossible' };
    return { kind: 'ambiguous', candidates: readings.map(reading => reading.iso) };
  }
  return judged({ ...day, ...time, weekday }, false);
}

function judged(parts: DateParts, isStandard: boolean): DateReading {
  if (!isPossible(parts)) return { kind: 'impossible' };
  if (parts.weekday !== undefined && parts.month && parts.day) {
    const actual = weekdayOf(parts.year, parts.month, parts.day);
    if (actual !== parts.weekday) return { kind: 'weekday', parts, iso: formatDate(parts), actual };
  }
  return isStandard ? { kind: 'standard', parts } : { kind: 'convertible', parts, iso: formatDate(parts) };
}

function partsOf(match: RegExpExecArray): DateParts {
  const part = (group: number): number | undefined =>
    match[group] === undefined ? undefined : Number(match[group]);
  return {
    year: Number(match[1]),
    month: part(2),
    day: part(3),
    hour: part(4),
    minute: part(5),
    second: part(6),
    zone: match[7] && zoneOf(match[7]),
  };
}

function isPossible({ year, month, day, hour, minute, second, zone }: DateParts): boolean {
  if (month !== undefined && (month < 1 || month > 12)) return false;
  if (day !== undefined && (day < 1 || day > daysIn(year, month!))) return false;
  if ((minute ?? 0) > 59 || (second ?? 0) > 60) return false;
  if ((hour ?? 0) > 24 || (hour === 24 && ((minute ?? 0) > 0 || (second ?? 0) > 0))) return false;
  return zone === undefined || zone === 'Z' || Number(zone.slice(1, 3)) <= 14;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Day of the week in the Gregorian calendar, 0 for Sunday (Sakamoto's method). */
function weekdayOf(year: number, month: number, day: number): number {
  const y = month < 3 ? year - 1 : year;
  const shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1]!;
  return (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + shift + day) % 7;
}

const two = (n: number): string => String(n).padStart(2, '0');

/** ISO 8601; with a time but no zone, the space that generators write instead of `T`. */
export function formatDate({ year, month, day, hour, minute, second, zone }: DateParts): string {
  const date = [String(year).padStart(4, '0'), month && two(month), month && day && two(day)]
    .filter(Boolean)
    .join('-');
  if (hour === undefined || !day) return date;
  const time = `${two(hour)}:${two(minute ?? 0)}`;
  if (zone) return `${date}T${time}:${two(second ?? 0)}${zone}`;
  return `${date} ${time}${second === undefined ? '' : `:${two(second)}`}`;
}

const HAN_DIGITS = '〇一二三四五六七八九';
const FULLWIDTH = /[\uff01-\uff5e]/g;

function normalise(text: string): string {
  return text
    .replace(FULLWIDTH, c => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0]/g, ' ')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/[零○Ｏ]/g, '〇')
    .replace(
      /(?<=^|[年月日号號前国國])\s*([〇一二三四五六七八九十廿卅元]+)(?=\s*[年月日号號])/g,
      (_, han: string) => hanNumber(han),
    )
    .replace(/\s+/g, ' ');
}

function hanNumber(han: string): string {
  if (han === '元') return '1';
  const digits = han.replace(/廿/g, '二十').replace(/卅/g, '三十');
  const ten = digits.indexOf('十');
  const value = (part: string): string => [...part].map(c => HAN_DIGITS.indexOf(c)).join('');
  if (ten < 0) return value(digits);
  const tens = ten === 0 ? '1' : value(digits.slice(0, ten));
  const ones = value(digits.slice(ten + 1)) || '0';
  return `${tens}${ones}`;
}

const ENGLISH_DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const HAN_DAYS = '日一二三四五六';

function takeWeekday(text: string): { rest: string; weekday: number | undefined } {
  const english = /^(sun|mon|tue|wed|thu|fri|sat)(?:[a-z]{2,6})?\.?(?:,\s*|\s+)/i.exec(text);
  if (english)
    return { rest: text.slice(english[0].length), weekday: ENGLISH_DAYS.indexOf(english[1]!.toLowerCase()) };
  const han = /[\s(,]*(?:星期|週|周|礼拜|禮拜)([日天一二三四五六])\)?\s*/.exec(text);
  if (!han) return { rest: text, weekday: undefined };
  const rest = `${text.slice(0, han.index)} ${text.slice(han.index + han[0].length)}`.trim();
  return { rest, weekday: HAN_DAYS.indexOf(han[1] === '天' ? '日' : han[1]!) };
}

type Time = Pick<DateParts, 'hour' | 'minute' | 'second' | 'zone'>;

const TIME =
  /(?:^|[ ,T日号號]|(?<=[日号號]))\s*(上午|下午|晚上|晚|凌晨|中午|早上|早|傍晚|夜间|夜間)?\s*(\d{1,2})(?::|[时時点點])\s*(\d{1,2})?\s*(?:(?::|分)\s*(?:(\d{1,2})\s*秒?)?)?(?:\.\d+)?\s*(am|pm)?\s*((?:gmt|utc|ut|z|[ecmp][sd]t)?\s*(?:[+-]\s*\d{1,2}(?::?\d{2})?)?)\s*(?:\([^)]*\))?\s*(?:\d{4})?$/i;
const AFTERNOON = /下午|晚|傍晚|夜|pm/i;

// The time and what stands before it; `null` where there is a time that says nothing certain.
function takeTime(text: string): { head: string; time: Time | null } {
  const match = /\d\s*(?::|[时時点點])/.test(text) ? TIME.exec(text) : null;
  if (!match) return { head: text, time: {} };
  // "Feb 16 22:00:01 2022": the year follows the time.
  const year = /\s(\d{4})$/.exec(match[0]);
  const before = text.slice(0, match.index + (/[日号號]/.test(match[0][0] ?? '') ? 1 : 0));
  const head = `${before.replace(/[\s,T]+$/, '')}${year && !/\d{4}/.test(before) ? ` ${year[1]}` : ''}`;
  const [, period, hour, minute, second, half, zone] = match;
  let h = Number(hour);
  if (AFTERNOON.test(`${period ?? ''}${half ?? ''}`) && h < 12) h += 12;
  else if (/^am$/i.test(half ?? '') && h === 12) h = 0;
  const found = zone?.trim() ? zoneOf(zone.trim()) : undefined;
  if (zone?.trim() && found === undefined) return { head, time: null };
  const time = { hour: h, minute: minute === undefined ? 0 : Number(minute), zone: found };
  return { head, time: second === undefined ? time : { ...time, second: Number(second) } };
}

// Zone names of RFC 2822. CST is left out: it is China's as well as America's.
const ZONES: Readonly<Record<string, string>> = {
  EST: '-05:00',
  EDT: '-04:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
};

function zoneOf(zone: string): string | undefined {
  const name = zone.toUpperCase().replace(/\s/g, '');
  if (/^(?:GMT|UTC|UT|Z)$/.test(name)) return 'Z';
  if (ZONES[name]) return ZONES[name];
  const offset = /^(?:GMT|UTC|UT)?([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(name);
  if (!offset) return undefined;
  const value = `${offset[1]}${offset[2]!.padStart(2, '0')}:${offset[3] ?? '00'}`;
  return /^[+-]00:00$/.test(value) ? 'Z' : value;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const HAN_DATE = /^(?:公元)?(\d{4})\s*年\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*[日号號])?$/;
const MINGUO = /^(?:中[华華])?民[国國]\s*(\d{1,3})\s*年\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*[日号號])?$/;
const NUMERIC = /^(\d{4})\s?([/.-])\s?(\d{1,2})(?:\s?\2\s?(\d{1,2}))?$/;
const DAY_FIRST = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[ -]+(?:of )?${MONTH}[ ,-]+(\\d{4})$`, 'i');
const MONTH_FIRST = new RegExp(`^${MONTH}[ -]+(\\d{1,2})(?:st|nd|rd|th)?[ ,-]+(\\d{4})$`, 'i');
const YEAR_LAST = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/;

function dayOf(text: string): DateParts | { candidates: DateParts[] } | undefined {
  const head = text.trim().replace(/,$/, '');
  let match = HAN_DATE.exec(head) ?? undefined;
  if (match) return ymd(match[1], match[2], match[3]);
  match = MINGUO.exec(head) ?? undefined;
  if (match) return ymd(String(Number(match[1]) + 1911), match[2], match[3]);
  match = NUMERIC.exec(head) ?? undefined;
  if (match) return ymd(match[1], match[3], match[4]);
  match = DAY_FIRST.exec(head) ?? undefined;
  if (match) return ymd(match[3], month(match[2]!), match[1]);
  match = MONTH_FIRST.exec(head) ?? undefined;
  if (match) return ymd(match[3], month(match[1]!), match[2]);
  match = YEAR_LAST.exec(head) ?? undefined;
  if (!match) return undefined;
  const [, first, , second, year] = match;
  if (first === second) return ymd(year, first, second);
  return { candidates: [ymd(year, first, second), ymd(year, second, first)] };
}

const ymd = (
  year: string | undefined,
  m: string | number | undefined,
  day: string | undefined,
): DateParts => ({
  year: Number(year),
  month: Number(m),
  ...(day === undefined ? {} : { day: Number(day) }),
});
const month = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;

// Civil date from a count of days (H. Hinnant, chrono-Compatible Low-Level Date Algorithms).
function fromEpoch(digits: string): string {
  const seconds = Math.floor(Number(digits) / (digits.length === 13 ? 1000 : 1));
  const days = Math.floor(seconds / 86400);
  const z = days + 719468;
  const era = Math.floor(z / 146097);
  const doe = z - era * 146097;
  const yoe = Math.floor(
    (doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365,
  );
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const m = mp < 10 ? mp + 3 : mp - 9;
  const time = seconds - days * 86400;
  return formatDate({
    year: yoe + era * 400 + (m <= 2 ? 1 : 0),
    month: m,
    day: doy - Math.floor((153 * mp + 2) / 5) + 1,
    hour: Math.floor(time / 3600),
    minute: Math.floor(time / 60) % 60,
    second: time % 60,
    zone: 'Z',
  });
}
