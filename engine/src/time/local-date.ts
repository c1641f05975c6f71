/**
 * Dates without a zone. A day is its number since 1970-01-01, a month counts from 0, wall time is milliseconds as if the zone were UTC.
 * Gregorian; how a date is shown (Jalali) is not decided here.
 */
export const dayMs = 86_400_000;
export const minuteMs = 60_000;

const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const timePattern = /^([01]\d|2[0-3]):([0-5]\d)$/;
const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/;

/** Years that are read at all: zones have rules only since about 1900, ISO has four digits. */
const years = { first: 1900, last: 9999 };

/** Number of the day `YYYY-MM-DD`; nothing for a date that does not exist, e.g. 2026-02-30, or lies before 1900. */
export function dayOf(date: string): number | undefined {
  const parts = datePattern.exec(date);
  if (!parts) return undefined;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (year < years.first || year > years.last) return undefined;
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month - 1)) return undefined;
  return dayOfParts(year, month - 1, day);
}

/** `YYYY-MM-DD` of a day. */
export const dateOf = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);

/** ISO weekday, 1 Monday to 7 Sunday. */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

export const daysInMonth = (year: number, month: number): number =>
  new Date(Date.UTC(2000, month + 1, 0)).getUTCDate() - (month === 1 && !isLeap(year) ? 1 : 0);

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const dayOfParts = (year: number, month: number, day: number): number => Math.floor(Date.UTC(year, month, day) / dayMs);

/** The same day of the month, `months` later; the last day of that month where it is shorter (31 January + 1 is 28 or 29 February). */
export function addMonths(day: number, months: number): number {
  const start = new Date(day * dayMs);
  return dayInMonth(start, months, start.getUTCDate());
}

/** Last of `months` months whose first day is `day`: the day before the one of the same number, or the last of a shorter month. */
export function lastDayOfMonths(day: number, months: number): number {
  const start = new Date(day * dayMs);
  return dayInMonth(start, months, start.getUTCDate() - 1); // Day 0 is the last of the month before.
}

function dayInMonth(start: Date, monthsLater: number, number: number): number {
  const months = start.getUTCFullYear() * 12 + start.getUTCMonth() + monthsLater;
  const year = Math.floor(months / 12);
  const month = months - year * 12;
  return dayOfParts(year, month, Math.min(number, daysInMonth(year, month)));
}

/** Milliseconds since midnight of `HH:MM`, `24:00` included. */
export function timeOf(time: string): number | undefined {
  if (time === '24:00') return dayMs;
  const parts = timePattern.exec(time);
  return parts ? (Number(parts[1]) * 60 + Number(parts[2])) * minuteMs : undefined;
}

/** Milliseconds since 1970 of an ISO instant that says its offset, from 1900 on; nothing for anything else. */
export function instantOf(text: string): number | undefined {
  if (!instantPattern.test(text) || dayOf(text.slice(0, 10)) === undefined) return undefined;
  const instant = Date.parse(text);
  return Number.isFinite(instant) ? instant : undefined;
}

export const isoOf = (instant: number): string => new Date(Math.round(instant)).toISOString();
