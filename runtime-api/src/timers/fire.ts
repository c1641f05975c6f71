import type { Timer } from '@redress/engine';
import { deliver } from '../deliver.ts';
import { bodyHash, timerEventId } from '../event-id.ts';
import type { Ports } from '../ports.ts';

/**
 * Delivers the timers of one case that are due, the earliest first, until none is. Never early; a timer that was taken back or replaced meanwhile
 * is dropped. Answers how many fired.
 */
export async function fireDue(which: { readonly organisation: string; readonly caseId: string }, ports: Ports): Promise<number> {
  let fired = 0;
  let fresh = false;
  for (;;) {
    const loaded = await ports.cases.load(which, fresh);
    if (!loaded.ok || loaded.value.state.status !== 'active') return fired;
    const timer = firstOf(loaded.value.state.timers);
    if (timer === undefined || Date.parse(timer.dueAt) > ports.clock.now()) return fired;
    const payload = { timer: timer.id, armedRevision: timer.armedRevision };
    const answer = await deliver(
      { ...which, type: timer.event, id: timerEventId(timer), bodyHash: bodyHash(timer.event, payload), payload },
      ports,
    );
    if (answer.ok && !answer.value.seen) {
      ports.work.fired(ports.clock.now() - Date.parse(timer.dueAt));
      fired++;
      fresh = false;
      continue;
    }
    if (fresh) {
      ports.log.warn({ case: which.caseId, timer: timer.id, answer: answer.ok ? 'seen' : answer.refusal.code }, 'timer not delivered');
      return fired;
    }
    fresh = true; // Another process was faster, or memory is behind: look again, once.
  }
}

/** Order of due time, then of arming. */
function firstOf(timers: readonly Timer[]): Timer | undefined {
  let first: Timer | undefined;
  for (const timer of timers)
    if (first === undefined || timer.dueAt < first.dueAt || (timer.dueAt === first.dueAt && timer.seq < first.seq)) first = timer;
  return first;
}
