import type { Language } from '../language/language.ts';

/** From the first to the last day, both included, `2026-01-01`; without one it is open on that side. */
export interface Period {
  readonly from?: string;
  readonly to?: string;
}

export const usualPeriods = ['everything', 'this-quarter', 'last-quarter', 'last-year'] as const;
export type UsualPeriod = (typeof usualPeriods)[number];

/** A usual period as it lies around a day; quarters are those of the reader's calendar. */
export function usualPeriod(usual: UsualPeriod, today: string, language: Language): Period {
  const calendar = language === 'fa' ? 'persian' : 'gregory';
  const first = quarterStart(today, calendar);
  switch (usual) {
    case 'everything':
      return {};
    case 'this-quarter':
      return { from: first, to: daysLater(quarterStart(daysLater(first, quarterAndMore), calendar), -1) };
    case 'last-quarter':
      return { from: quarterStart(daysLater(first, -1), calendar), to: daysLater(first, -1) };
    case 'last-year':
      return { from: daysLater(yearBefore(today), 1), to: today };
  }
}

export const isEverything = ({ from, to }: Period): boolean => from === undefined && to === undefined;
/** It ends before it begins. */
export const isReversed = ({ from, to }: Period): boolean => from !== undefined && to !== undefined && from > to;

/** Two days as they stand in an address or are being typed; what is no day there is none. */
export const periodIn = ({ from, to }: { readonly from?: string | undefined; readonly to?: string | undefined }): Period => ({
  ...(isDay(from) ? { from } : {}),
  ...(isDay(to) ? { to } : {}),
});

/** Years in which anybody complains to anybody here: what is typed passes through others on its way. */
const dayPattern = /^(?:19|20|21)\d{2}-\d{2}-\d{2}$/;
const isDay = (day: string | undefined): day is string =>
  day !== undefined && dayPattern.test(day) && new Date(`${day}T00:00:00Z`).toJSON()?.slice(0, 10) === day;

export const isSamePeriod = (one: Period, other: Period): boolean => one.from === other.from && one.to === other.to;

/** From the first day of a quarter into the next one and no further, in every calendar. */
const quarterAndMore = 100;
const monthsAQuarter = 3;
const dayMs = 86_400_000;

const daysLater = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

/** The 29th of February has no day of the same number a year before: the one after it is the first of March there too. */
const yearBefore = (day: string): string => {
  const before = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
  return day.endsWith('-02-29') ? before.replace('-29', '-28') : before;
};

function quarterStart(day: string, calendar: 'persian' | 'gregory'): string {
  const parts = new Intl.DateTimeFormat(`en-u-ca-${calendar}`, { timeZone: 'UTC', day: 'numeric', month: 'numeric' });
  const read = (of: string, type: 'day' | 'month'): number =>
    Number(parts.formatToParts(new Date(`${of}T00:00:00Z`)).find((part) => part.type === type)?.value);
  const months = (read(day, 'month') - 1) % monthsAQuarter;
  let first = daysLater(day, 1 - read(day, 'day'));
  for (let back = 0; back < months; back += 1) {
    const last = daysLater(first, -1);
    first = daysLater(last, 1 - read(last, 'day'));
  }
  return first;
}
