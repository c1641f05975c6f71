import { dueOf } from '../calendar/due.ts';

export const taskGroups = ['overdue', 'today', 'week', 'later'] as const;
export type TaskGroup = (typeof taskGroups)[number];

/** The organisation's day: what is due today is due until its midnight. */
export interface Today {
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly localDay: (at: string | number) => string;
}

/** The rows under their headings, in the order of the list; headings without rows are left out. What has no date stands under `later`. */
export function grouped<Row extends { readonly dueAt?: string }>(
  rows: readonly Row[],
  today: Today,
): readonly { readonly group: TaskGroup; readonly rows: readonly Row[] }[] {
  const found = rows.map((row) => ({
    row,
    group: row.dueAt === undefined ? ('later' as const) : dueOf({ at: row.dueAt, ...today }).group,
  }));
  return taskGroups
    .map((group) => ({ group, rows: found.filter((each) => each.group === group).map((each) => each.row) }))
    .filter((each) => each.rows.length > 0);
}

/** The end of a local day as an instant, `days` from today: the bound of a search for what is due until then. */
export function endOfDay(days: number, { now, localDay }: Today): string {
  const hour = 3_600_000;
  const wanted = localDay(now + days * 24 * hour);
  let at = Math.floor(now / hour) * hour + days * 24 * hour;
  while (localDay(at) === wanted) at += hour / 4; // Zones and summer time shift midnight; quarters of an hour find it.
  return new Date(at).toISOString();
}
