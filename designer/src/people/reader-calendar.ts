import { type Calendar, CalendarDate, GregorianCalendar, PersianCalendar, parseDate, toCalendar } from '@internationalized/date';
import { useMemo } from 'react';
import { digitsFor } from '../calendar/digits.ts';
import type { Language } from '../language/language.ts';
import { useLanguage } from '../language/words.tsx';

/** Years and months as the reader counts them: Jalali for Persian, Gregorian else. Days are ISO. */
export interface ReaderCalendar {
  /** 0 for what is no day. */
  readonly yearOf: (day: string) => number;
  readonly yearName: (year: number) => string;
  /** Twelve months with their days, and how many places of a week lie before the first. */
  readonly months: (year: number) => readonly { readonly name: string; readonly before: number; readonly days: readonly string[] }[];
  /** ISO weekdays, 1 Monday, in the order of the reader's week. */
  readonly weekdays: readonly number[];
}

export function useReaderCalendar(): ReaderCalendar {
  const language = useLanguage();
  return useMemo(() => readerCalendar(language), [language]);
}

export function readerCalendar(language: Language): ReaderCalendar {
  const calendar: Calendar = language === 'fa' ? new PersianCalendar() : new GregorianCalendar();
  const weekdays = language === 'fa' ? [6, 7, 1, 2, 3, 4, 5] : [1, 2, 3, 4, 5, 6, 7];
  const monthNames = new Intl.DateTimeFormat(language === 'fa' ? 'fa-IR-u-ca-persian' : language, { month: 'long', timeZone: 'UTC' });
  return {
    weekdays,
    yearOf: (day) => (/^\d{4}-\d{2}-\d{2}$/.test(day) ? toCalendar(parseDate(day), calendar).year : 0),
    yearName: (year) => digitsFor(language, String(year)),
    months: (year) =>
      Array.from({ length: 12 }, (_, month) => {
        const first = new CalendarDate(calendar, year, month + 1, 1);
        const days = Array.from({ length: calendar.getDaysInMonth(first) }, (_day, index) => isoOf(first.add({ days: index })));
        const begins = days[0] ?? '';
        return { name: monthNames.format(new Date(`${begins}T12:00:00Z`)), before: weekdays.indexOf(isoWeekday(begins)), days };
      }),
  };

  function isoOf(day: CalendarDate): string {
    return toCalendar(day, new GregorianCalendar()).toString();
  }
}

/** 1 Monday to 7 Sunday. */
export const isoWeekday = (day: string): number => new Date(`${day}T12:00:00Z`).getUTCDay() || 7;
