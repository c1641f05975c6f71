import type { Timer } from '../case-state.ts';
import { own } from '../compile/own.ts';
import type { Refusal } from '../refusal.ts';
import type { Result } from '../result.ts';
import { refuse } from '../result.ts';
import { instantOf, isoOf } from '../time/local-date.ts';
import { activeIds } from './actor-scope.ts';
import { clockOf } from './clocks.ts';
import { finish, finishUnmoved } from './finish.ts';
import { guarded, restore, takeEvent } from './run-machine.ts';
import type { Step } from './step.ts';
import { settleTasks } from './tasks.ts';
import type { Work } from './work.ts';

/**
 * `timer.fire {timer, armedRevision?}`: the row's time has come. Dropped as stale when the row is gone, was armed anew or its time is still
 * to come; a person may fire the timer of a step before its time.
 */
export function fireTimer(work: Work, again: boolean): Result<Step, Refusal> {
  const { timer: id, armedRevision } = work.event.payload ?? {};
  if (typeof id !== 'string') return refuse({ code: 'payload-invalid', facts: { timer: 'text' } });
  const compiled = work.compiled.timers.get(id);
  const timer = work.timers.find((row) => row.id === id);
  const early = timer !== undefined && timer.dueAt > work.event.at && work.event.by?.person === undefined;
  const other = timer !== undefined && armedRevision !== undefined && armedRevision !== timer.armedRevision;
  if (!compiled || early || other || (!timer && !again)) return stale('timer', id);

  work.timers = work.timers.filter((row) => row !== timer);
  const snapshot = restore(work);
  if (!activeIds(snapshot).includes(compiled.state)) return stale('timer', id);
  const next = takeEvent(work, snapshot, { type: compiled.event });
  if (!next.ok) return next;
  const lasts = activeIds(next.value).includes(compiled.state);
  const armed = work.requests.some((request) => request.ask === 'arm' && request.timer === id);
  // It comes again while the step lasts, whatever its rows did.
  if (own(work.compiled.definition.delays, compiled.delay)?.repeat && lasts && !armed)
    work.requests.push({ ask: 'arm', timer: id, fields: work.fields, again: true });
  return finish(work, next.value);
}

/** `clock.<id>.warn|due {timer}`: marks the clock and tells the machine, whether or not a row waits for it. */
export function ringClock(work: Work, again: boolean): Result<Step, Refusal> {
  const [, id = '', kind] = work.event.type.split('.');
  const named = work.event.payload?.timer;
  const timer = work.timers.find((row) => row.event === work.event.type && (named === undefined || row.id === named));
  const clock = own(work.clocks, id);
  if (!clock || (kind !== 'warn' && kind !== 'due') || (!timer && !again) || (timer && timer.dueAt > work.event.at))
    return stale('clock', work.event.type);

  work.timers = work.timers.filter((row) => row !== timer);
  const percent = timer ? percentOf(timer) : undefined;
  if (kind === 'due') {
    work.clocks = { ...work.clocks, [id]: { ...clock, overdue: true } };
    work.timers = work.timers.filter((row) => clockOf(row.id) !== id);
  } else if (percent !== undefined) {
    work.clocks = { ...work.clocks, [id]: { ...clock, warned: [...clock.warned, percent] } };
  }
  if (!work.compiled.rows.has(work.event.type)) return finishUnmoved(work);
  const next = takeEvent(work, restore(work), { type: work.event.type });
  return next.ok ? finish(work, next.value) : next;
}

export const percentOf = (timer: Timer): number | undefined => {
  const percent = Number(timer.id.split('.')[3]);
  return Number.isInteger(percent) ? percent : undefined;
};

/** `timer.move {timer, dueAt}`: another time for a step's timer, by hand. A clock is extended with its letter, never moved in silence. */
export function moveTimer(work: Work): Result<Step, Refusal> {
  const { timer: id, dueAt } = work.event.payload ?? {};
  const at = typeof dueAt === 'string' ? instantOf(dueAt) : undefined;
  if (typeof id !== 'string' || at === undefined) return refuse({ code: 'payload-invalid', facts: { timer: 'text', dueAt: 'instant' } });
  const timer = work.timers.find((row) => row.id === id);
  if (!timer) return stale('timer', id);
  if (timer.step === undefined) return refuse({ code: 'payload-invalid', facts: { timer: id, because: 'clock' } });
  work.timers = work.timers.map((row) => (row === timer ? { ...row, dueAt: isoOf(at), moved: true, armedRevision: work.revision } : row));
  settleTasks(work);
  return finishUnmoved(work);
}

export const stale = (what: 'timer' | 'invoke' | 'clock', id: string): Result<never, Refusal> => refuse({ code: 'stale', what, id });

/** Runs what may fail in time arithmetic or FEEL outside the machine. */
export function unmoved(work: Work, change: () => void): Result<Step, Refusal> {
  const changed = guarded(work, change);
  return changed.ok ? finishUnmoved(work) : changed;
}
