// The Gregorian calendar, without a clock: lint results may not depend on the day they are made.

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days of a month; February has 29 when the year is unknown. */
export const daysInMonth = (month: number, year?: number): number =>
  month === 2 ? (year === undefined || isLeapYear(year) ? 29 : 28) : (DAYS[month - 1] ?? 0);

/** 0 for Sunday … 6 for Saturday (Sakamoto's method). */
export function weekdayOf(year: number, month: number, day: number): number {
  const shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1]!;
  const y = month < 3 ? year - 1 : year;
  return (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + shift + day) % 7;
}

/** The character after 星期, from Sunday on. */
export const WEEKDAYS = '日一二三四五六';
