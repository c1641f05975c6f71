import { CalendarDate, GregorianCalendar, PersianCalendar, toCalendar } from '@internationalized/date';
import { latinDigits } from './digits.ts';

const [gregorian, persian] = [new GregorianCalendar(), new PersianCalendar()];
const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const dayFirst = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;

/**
 * A day as spreadsheets write it, in any digits, as `2026-03-01`: the year first, or with dots the day first. A year from 1300 to 1499 is one of the
 * Persian calendar; nobody complains of the Middle Ages. Nothing where there is no such day.
 */
export function readDay(typed: string): string | undefined {
  const text = latinDigits(typed.trim());
  const [year, month, day] = (yearFirst.exec(text)?.slice(1) ?? dayFirst.exec(text)?.slice(1).reverse() ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const read = new CalendarDate(year >= 1300 && year < 1500 ? persian : gregorian, year, month, day);
  // What the calendar does not have, it moves to what it has.
  return read.month === month && read.day === day ? toCalendar(read, gregorian).toString() : undefined;
}
