import type { Definition, Delay, Duration, DurationUnit } from '../definition/definition.ts';
import { lengthOf } from '../time/term.ts';

/** How a working calendar lies in the week; holidays are left out of account. */
export interface Week {
  readonly workingDays: number;
  readonly hoursADay: number;
}
export const fiveDays: Week = { workingDays: 5, hoursADay: 8 };

/**
 * The most calendar days a delay can last, from the worst day of the week on: five working days from a Friday are seven days. A computed length lasts
 * its `atMost`, what is left of a clock the whole clock; without a bound it is infinite.
 */
export function daysOf(delay: Delay | undefined, definition: Definition, week: Week = fiveDays): number {
  if (!delay) return Number.POSITIVE_INFINITY;
  if (delay.remaining !== undefined) {
    const clock = definition.clocks[delay.remaining];
    const limits = [clock?.limit, clock?.extension?.limit].filter((limit) => limit !== undefined);
    return Math.max(...limits.map((limit) => daysOf(definition.delays[limit], definition, week)), 0) || Number.POSITIVE_INFINITY;
  }
  const length = lengthOf(delay);
  if (length && typeof length.amount === 'number')
    return Math.min(
      mostDays({ [length.unit]: length.amount }, week),
      delay.atMost ? mostDays(delay.atMost, week) : Number.POSITIVE_INFINITY,
    );
  return delay.atMost ? mostDays(delay.atMost, week) : Number.POSITIVE_INFINITY;
}

/** The most calendar days so long a time can last. */
export function mostDays(duration: Duration, week: Week = fiveDays): number {
  const length = lengthOf(duration);
  if (!length) return Number.POSITIVE_INFINITY;
  const { unit, amount } = length;
  switch (unit) {
    case 'minutes':
      return amount / 1440;
    case 'hours':
      return amount / 24;
    case 'days':
      return amount;
    case 'weeks':
      return amount * 7;
    case 'months':
      return amount * 31;
    case 'years':
      return amount * 366;
    case 'workingDays':
      return withWeekends(amount, week);
    case 'workingHours':
      return withWeekends(Math.ceil(amount / week.hoursADay), week);
  }
}

/** The fewest calendar days a delay can last; none where that is computed. */
export function leastDaysOf(delay: Delay | undefined, _definition: Definition, week: Week = fiveDays): number {
  const length = delay && lengthOf(delay);
  if (!length || typeof length.amount !== 'number') return 0;
  const firstCounts = delay.counts === 'sameDay' ? 1 : 0;
  return Math.max(0, fewestDays(length.unit, length.amount, week) - firstCounts);
}

const fewestDays = (unit: DurationUnit, amount: number, week: Week): number => {
  switch (unit) {
    case 'months':
      return amount * 28;
    case 'years':
      return amount * 365;
    case 'workingDays':
      return amount - 1;
    case 'workingHours':
      return Math.ceil(amount / week.hoursADay) - 1;
    default:
      return mostDays({ [unit]: amount }, week);
  }
};

/** The week's days off before each week of work that begins. */
const withWeekends = (workingDays: number, week: Week): number =>
  workingDays + (7 - week.workingDays) * Math.ceil(workingDays / week.workingDays);
