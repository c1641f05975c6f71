import { expect, test } from '@jest/globals';
import { calendars, shipped } from '../../../test/tools/pretend-case.ts';
import type { Delay } from '../definition/definition.ts';
import { dueAt } from '../time/due-at.ts';
import { resolveDelay } from '../time/resolve-delay.ts';
import { daysOf, leastDaysOf } from './days.ts';

const { definition } = shipped('starter');
const lengths: readonly Delay[] = [
  { minutes: 30 },
  { hours: 5 },
  { days: 1 },
  { days: 4 },
  { weeks: 2 },
  { months: 1 },
  { workingDays: 1 },
  { workingDays: 5 },
  { workingDays: 6 },
  { workingHours: 2 },
  { workingHours: 12 },
  { workingHours: 40 },
];
const counts = [undefined, 'nextDay', 'sameDay', 'nextWorkingDay'] as const;
const delays = lengths.flatMap((length) => counts.map((each): Delay => ({ ...length, ...(each && { counts: each }) })));
/** Three weeks, every five hours. */
const starts = Array.from({ length: 100 }, (_, place) => new Date(Date.UTC(2026, 5, 1, place * 5, 7)).toISOString());
const dayMs = 86_400_000;

test.each(delays.map((delay) => [JSON.stringify(delay), delay] as const))(
  '%s lasts no longer and no shorter than the days that count',
  (_, delay) => {
    const term = resolveDelay(delay, {}, calendars);
    const { organisation } = calendars;
    if (!term.ok || !organisation) throw new Error('no term');
    const lasts = starts.map((from) => {
      const due = dueAt(term.value, from, organisation);
      if (!due.ok) throw new Error(due.refusal.code);
      return (Date.parse(due.value) - Date.parse(from)) / dayMs;
    });
    expect(Math.max(...lasts)).toBeLessThanOrEqual(daysOf(delay, definition) + 1e-9);
    expect(Math.min(...lasts)).toBeGreaterThanOrEqual(leastDaysOf(delay, definition) - 1e-9);
  },
);
