import type { Timer } from '../case-state.ts';
import { clockOf, clockTimers } from './clocks.ts';
import { fail } from './scope-of.ts';
import { dueOf, termOf } from './terms.ts';
import type { Request, Work } from './work.ts';

/** Once the machine rests: timers it asked for, in order, then those of the clocks that changed. */
export function settleTimers(work: Work): void {
  for (const request of work.requests) {
    if (request.ask === 'arm') armTimer(work, request);
    if (request.ask === 'disarm') work.timers = work.timers.filter((timer) => timer.id !== request.timer);
  }
  const unchanged = work.timers.filter((timer) => {
    const clock = clockOf(timer.id);
    return clock === undefined || !work.clocksTouched.has(clock);
  });
  work.timers = [...unchanged, ...clockTimers(work, nextSeq(work))];
  followClocks(work);
}

/**
 * Counts from the event's time. One pending row per id: arming again replaces. A time already past is due at once, but not again and again:
 * what repeats would never end.
 */
function armTimer(work: Work, { timer: id, fields, again }: Extract<Request, { ask: 'arm' }>): void {
  const compiled = work.compiled.timers.get(id);
  if (!compiled) return;
  const { state, delay } = compiled;
  const term = termOf(work, { delay, fields, state });
  const dueAt = dueOf(work, term, work.event.at, delay);
  if (again && dueAt <= work.event.at)
    fail(work, { reason: 'delay-not-finite', facts: { problem: 'not-later', due: dueAt } }, `/delays/${delay}`);
  const timer: Timer = {
    id,
    event: 'timer.fire',
    step: state,
    delay,
    dueAt,
    armedAt: work.event.at,
    armedRevision: work.revision,
    seq: nextSeq(work),
    term,
  };
  work.armed.push(timer);
  work.timers = [...work.timers.filter((row) => row.id !== id), timer];
}

const nextSeq = (work: Work): number =>
  Math.max(
    0,
    ...work.before.timers.map((timer) => timer.seq),
    ...work.armed.map((timer) => timer.seq),
    ...work.timers.map((timer) => timer.seq),
  ) + 1;

/** A deadline that is what a clock has left moves with that clock, unless somebody moved it by hand. */
function followClocks(work: Work): void {
  const { delays } = work.compiled.definition;
  work.timers = work.timers.map((timer) => {
    const clock = timer.delay === undefined ? undefined : delays[timer.delay]?.remaining;
    if (timer.step === undefined || timer.delay === undefined || timer.moved || clock === undefined || !work.clocksTouched.has(clock))
      return timer;
    const term = termOf(work, { delay: timer.delay, fields: work.fields, state: timer.step });
    return { ...timer, term, dueAt: dueOf(work, term, timer.armedAt, timer.delay) };
  });
}
