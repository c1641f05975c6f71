import type { AskedAction } from './actor-scope.ts';
import { fail } from './scope-of.ts';
import type { Work } from './work.ts';

/**
 * What one step may cost, in units of about ten microseconds: 2,000 states entered at once fit in, and a stage of 800 tracks left with all tasks and
 * timers that a case may have. Whoever waits behind the dearest step waits a fifth of a second.
 */
const effortMax = 20_000;
/** What may follow when a state is entered for the second time: some hundred rounds of a narrow circle, part of one through a wide stage. */
const circlingMax = 2_500;
/** XState makes the position anew for each action, and looks for rows in every active step: so many active steps cost as much as the action itself. */
const stepsAUnit = 20;

/** A microstep has ended; what it cost is asked for when the next one acts. */
export function spendMicrostep(work: Work, width: number): void {
  pay(work, 1 + Math.floor(work.width / stepsAUnit));
  work.width = width;
}

/** More than this only a machine asks for that turns in a circle. */
export function spendAction(work: Work, action: AskedAction): void {
  pay(work, 1 + Math.floor(work.width / stepsAUnit));
  if (action.type === 'xstate.spawnChild') {
    work.started += 1;
    pay(work, Math.floor(work.started / stepsAUnit));
  }
  if (work.effort > effortMax) fail(work, { reason: 'loop', facts: { effort: work.effort, most: effortMax } }, '/machine');
  if (work.circling > circlingMax) fail(work, { reason: 'loop', facts: { circling: work.circling, most: circlingMax } }, '/machine');
}

export function noteEntered(work: Work, state: string): void {
  if (work.entered.has(state) && work.circling === 0) work.circling = 1;
  work.entered.add(state);
}

function pay(work: Work, units: number): void {
  work.effort += units;
  if (work.circling > 0) work.circling += units;
}
