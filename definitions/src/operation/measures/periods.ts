import { zoneOf } from '@redress/engine';
import { dayMs } from './measure.ts';

/** How often a procedure means to look at a measure. Weeks begin on Monday. */
export type Per = 'week' | 'month' | 'quarter' | 'year';
const pers: readonly Per[] = ['week', 'month', 'quarter', 'year'];
export const isPer = (word: unknown): word is Per => pers.some((per) => per === word);

const textOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** The calendar day on which an instant (UTC) falls in a time zone. */
export function dayOfInstant(instant: string, timeZone: string): string {
  const ms = Date.parse(instant);
  return textOf(ms + (zoneOf(timeZone)?.offsetAt(ms) ?? 0));
}

/** The first day of the period in which a day lies. */
export function periodOf(day: string, per: Per): string {
  const date = new Date(`${day}T00:00:00Z`);
  const month = date.getUTCMonth();
  switch (per) {
    case 'week':
      return textOf(date.getTime() - ((date.getUTCDay() + 6) % 7) * dayMs);
    case 'month':
      return textOf(Date.UTC(date.getUTCFullYear(), month, 1));
    case 'quarter':
      return textOf(Date.UTC(date.getUTCFullYear(), month - (month % 3), 1));
    case 'year':
      return textOf(Date.UTC(date.getUTCFullYear(), 0, 1));
  }
}
