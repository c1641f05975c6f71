import type { Finding } from '../definition/finding.ts';
import type { JsonObject } from '../json.ts';
import type { Calendar, Interval } from './calendar.ts';
import { dayOf, timeOf } from './local-date.ts';
import { zoneOf } from './zone.ts';

/**
 * What is wrong with a calendar somebody typed; pointers lead into the calendar. Errors keep it from being saved.
 * `calendar-zone` · `calendar-weekday` · `calendar-time` (no `HH:MM`) · `calendar-backwards` (from ≥ to) · `calendar-overlap` · `calendar-date` ·
 * `calendar-holiday-twice` · `calendar-never-works`; warning: `calendar-empty-week` (people work on single days only).
 */
export function checkCalendar(calendar: Calendar): readonly Finding[] {
  const findings: Finding[] = [];
  if (!zoneOf(calendar.timeZone)) findings.push(error('calendar-zone', '/timeZone', { timeZone: calendar.timeZone }));
  for (const [weekday, intervals] of Object.entries(calendar.week)) {
    if (/^[1-7]$/.test(weekday)) findings.push(...checkHours(intervals, `/week/${weekday}`));
    else findings.push(error('calendar-weekday', `/week/${pointer(weekday)}`, { weekday }));
  }
  findings.push(...checkHolidays(calendar));
  const works = Object.values(calendar.week).some((intervals) => intervals.length > 0);
  if (!works) {
    const worksOnSome = calendar.holidays.some((holiday) => (holiday.hours ?? []).length > 0);
    findings.push(worksOnSome ? warning('calendar-empty-week', '/week', {}) : error('calendar-never-works', '/week', {}));
  }
  return findings;
}

function checkHolidays(calendar: Calendar): readonly Finding[] {
  const findings: Finding[] = [];
  const first = new Map<string, number>();
  for (const [index, holiday] of calendar.holidays.entries()) {
    const at = `/holidays/${index}`;
    if (dayOf(holiday.date) === undefined) findings.push(error('calendar-date', `${at}/date`, { date: holiday.date }));
    const before = first.get(holiday.date);
    if (before === undefined) first.set(holiday.date, index);
    else
      findings.push(
        error('calendar-holiday-twice', `${at}/date`, {
          date: holiday.date,
          first: `/holidays/${before}`,
        }),
      );
    findings.push(...checkHours(holiday.hours ?? [], `${at}/hours`));
  }
  return findings;
}

function checkHours(intervals: readonly Interval[], at: string): readonly Finding[] {
  const findings: Finding[] = [];
  const spans: { index: number; from: number; to: number }[] = [];
  for (const [index, interval] of intervals.entries()) {
    const from = timeOf(interval.from);
    const to = timeOf(interval.to);
    if (from === undefined || from >= timeOfMidnight) findings.push(error('calendar-time', `${at}/${index}/from`, { time: interval.from }));
    if (to === undefined) findings.push(error('calendar-time', `${at}/${index}/to`, { time: interval.to }));
    if (from === undefined || to === undefined || from >= timeOfMidnight) continue;
    if (from >= to)
      findings.push(
        error('calendar-backwards', `${at}/${index}`, {
          from: interval.from,
          to: interval.to,
        }),
      );
    else spans.push({ index, from, to });
  }
  spans.sort((one, other) => one.from - other.from);
  let longest: (typeof spans)[number] | undefined;
  for (const span of spans) {
    if (longest && span.from < longest.to)
      findings.push(
        error('calendar-overlap', `${at}/${span.index}`, {
          with: `${at}/${longest.index}`,
        }),
      );
    if (!longest || span.to > longest.to) longest = span;
  }
  return findings;
}

const timeOfMidnight = timeOf('24:00') ?? Number.NaN;

const error = (code: string, at: string, facts: JsonObject): Finding => ({
  code,
  severity: 'error',
  at,
  facts,
});
const warning = (code: string, at: string, facts: JsonObject): Finding => ({
  code,
  severity: 'warning',
  at,
  facts,
});
const pointer = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');
