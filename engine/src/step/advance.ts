import type { CaseState } from '../case-state.ts';
import type { Compiled } from '../compile/compiled.ts';
import type { Event } from '../event.ts';
import type { Refusal } from '../refusal.ts';
import type { Result } from '../result.ts';
import { refuse } from '../result.ts';
import type { Calendars } from '../time/calendar.ts';
import { instantOf, isoOf } from '../time/local-date.ts';
import { replanCalendar } from './calendar-changed.ts';
import { cancelCase } from './cancel-case.ts';
import { finishUnmoved } from './finish.ts';
import { takeDone, takeFailed } from './invoke-events.ts';
import { askToPrint, takeSent } from './letter-events.ts';
import { takePersonEvent } from './person-event.ts';
import { retriedEvent } from './retried-event.ts';
import type { Step } from './step.ts';
import { assignTask, claimTask, releaseTask } from './task-events.ts';
import { fireTimer, moveTimer, ringClock } from './timer-events.ts';
import { openWork, type Work } from './work.ts';

/**
 * What one event does to a case: the next state and what the world must do, or a refusal that changes nothing. Pure: arguments are left as
 * they are, the only time is the event's, and the same arguments give the same answer.
 */
export function advance(compiled: Compiled, state: CaseState, event: Event, calendars: Calendars): Result<Step, Refusal> {
  const at = instantOf(event.at);
  if (at === undefined || isoOf(at) < state.updatedAt)
    return refuse({ code: 'payload-invalid', facts: { at: event.at, updatedAt: state.updatedAt } });
  const timed: Event = { ...event, at: isoOf(at) };
  if (state.status !== 'active' && !mayComeLate(state, timed)) {
    return refuse({ code: 'case-ended', status: state.status, ...(state.outcome !== undefined && { outcome: state.outcome }) });
  }
  if (timed.type === 'case.cancel') return cancelCase(state, timed, compiled.definition);
  if (timed.type === 'incident.retry') {
    const original = retriedEvent(timed);
    return original.ok ? take(openWork(compiled, state, original.value, calendars), true) : original;
  }
  return take(openWork(compiled, state, timed, calendars), false);
}

/** A letter of a case that has ended may still have to be printed and posted; its number may arrive after it. */
function mayComeLate(state: CaseState, event: Event): boolean {
  if (['letter.print', 'letter.sent', 'case.numbered', 'incident.skip'].includes(event.type)) return true;
  const task = event.payload?.task;
  return event.type.startsWith('task.') && state.tasks.some((open) => open.kind === 'print' && open.id === task);
}

function take(work: Work, again: boolean): Result<Step, Refusal> {
  const { type } = work.event;
  if (!type.includes('.')) return takePersonEvent(work);
  if (/^clock\.[^.]+\.(warn|due)$/.test(type)) return ringClock(work, again);
  switch (type) {
    case 'task.claim':
      return claimTask(work);
    case 'task.release':
      return releaseTask(work);
    case 'task.assign':
      return assignTask(work);
    case 'timer.fire':
      return fireTimer(work, again);
    case 'timer.move':
      return moveTimer(work);
    case 'invoke.done':
      return takeDone(work);
    case 'invoke.failed':
      return takeFailed(work);
    case 'letter.print':
      return askToPrint(work);
    case 'letter.sent':
      return takeSent(work);
    case 'case.numbered':
      return takeNumber(work);
    case 'calendar.changed':
      return replanCalendar(work);
    case 'incident.skip':
      return finishUnmoved(work);
    default:
      return refuse({ code: 'event-not-accepted', event: type, accepted: [], because: 'unknown' });
  }
}

/** `case.numbered {number}`: the register has given its number, once and for ever. */
function takeNumber(work: Work): Result<Step, Refusal> {
  const number = work.event.payload?.number;
  if (typeof number !== 'string' || number === '' || (work.number !== undefined && work.number !== number)) {
    return refuse({ code: 'payload-invalid', facts: { number: work.number ?? 'text' } });
  }
  work.number = number;
  return finishUnmoved(work);
}
