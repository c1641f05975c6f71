import { own } from '../compile/own.ts';
import type { Refusal } from '../refusal.ts';
import type { Result } from '../result.ts';
import { refuse } from '../result.ts';
import { replanClock } from '../time/clock.ts';
import { put } from './clocks.ts';
import { fail } from './scope-of.ts';
import type { Step } from './step.ts';
import { settleTasks } from './tasks.ts';
import { dueOf } from './terms.ts';
import { unmoved } from './timer-events.ts';
import { settleTimers } from './timers.ts';
import type { Work } from './work.ts';

/** `calendar.changed {calendar}`: open timers and running clocks that count by it are counted again from where they began; what was moved by hand stays. */
export function replanCalendar(work: Work): Result<Step, Refusal> {
  const calendar = work.event.payload?.calendar;
  if (typeof calendar !== 'string') return refuse({ code: 'payload-invalid', facts: { calendar: 'text' } });
  return unmoved(work, () => {
    work.timers = work.timers.map((timer) => {
      const { term, delay, dueAt } = timer;
      if (timer.moved || !term || delay === undefined || term.calendar !== calendar) return timer;
      const again = dueOf(work, term, timer.armedAt, delay);
      return again === dueAt ? timer : { ...timer, dueAt: again };
    });
    for (const [id, clock] of Object.entries(work.clocks)) if (clock.term.calendar === calendar) replan(work, id);
    settleTimers(work);
    settleTasks(work);
  });
}

function replan(work: Work, id: string): void {
  const clock = own(work.clocks, id);
  if (!clock || clock.stoppedAt !== undefined) return;
  const planned = replanClock(clock, work.calendars);
  if (!planned.ok)
    throw fail(work, { reason: 'delay-not-finite', facts: { problem: planned.refusal.code, ...planned.refusal.facts } }, `/clocks/${id}`);
  if (planned.value.dueAt !== clock.dueAt || clock.term.workingDays !== undefined || clock.term.workingHours !== undefined)
    put(work, id, planned.value);
}
