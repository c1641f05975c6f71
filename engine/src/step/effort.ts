import { fail } from './scope-of.ts';
import type { Work } from './work.ts';

/**
 * What one step may cost, in units of about ten microseconds: 2,000 states entered at once fit in, and a stage of 800 tracks left with all tasks and
 * timers that a case may have. A machine that asks for more only turns in a circle, and whoever waits behind it waits a fifth of a second at most.
 */
export const effortMax = 20_000;
/** XState makes the position anew for each action, and looks for rows in every active step: so many active steps cost as much as the action itself. */
const stepsAUnit = 20;

const costOf = (work: Work): number => 1 + Math.floor(work.width / stepsAUnit);

/** A microstep has ended; what it cost is asked for when the next one acts. */
export function spendMicrostep(work: Work, width: number): void {
  work.effort += costOf(work);
  work.width = width;
}

export function spendAction(work: Work, starts: boolean): void {
  work.effort += costOf(work);
  if (starts) {
    work.started += 1;
    work.effort += Math.floor(work.started / stepsAUnit);
  }
  if (work.effort > effortMax) fail(work, { reason: 'loop', facts: { effort: work.effort, most: effortMax } }, '/machine');
}
