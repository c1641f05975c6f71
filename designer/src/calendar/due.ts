import { daysBetween } from './dates.ts';

/** Where a due date stands today. */
export interface Due {
  readonly group: 'overdue' | 'today' | 'week' | 'later';
  /** Local days late (overdue) or ahead, never negative. */
  readonly days: number;
  /** Whole hours late or ahead, never negative; 0 under one hour. */
  readonly hours: number;
  readonly minutes: number;
  /** Within the next two days: the countdown's colour. */
  readonly near: boolean;
}

/** `at` is an instant, `now` milliseconds; the groups follow the local calendar: today, the next six days, later. */
export function dueOf({
  at,
  now,
  localDay,
}: {
  readonly at: string;
  readonly now: number;
  readonly localDay: (at: string | number) => string;
}): Due {
  const leftMs = Date.parse(at) - now;
  const days = daysBetween({ from: localDay(now), to: localDay(at) });
  const minutes = Math.floor(Math.abs(leftMs) / 60_000);
  const hours = Math.floor(minutes / 60);
  const facts = { days: Math.abs(days), hours, minutes };
  if (leftMs < 0) return { group: 'overdue', near: true, ...facts };
  if (days === 0) return { group: 'today', near: true, ...facts };
  return { group: days < 7 ? 'week' : 'later', near: days <= 2, ...facts };
}
