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
  const bounds = [
    ...(length && typeof length.amount === 'number' ? [{ [length.unit]: length.amount }] : []),
    ...(delay.atMost ? [delay.atMost] : []),
  ];
  return Math.min(...bounds.map((bound) => mostDays(bound, week) + daysAround(delay, bound, week)));
}

/**
 * What counting adds: it may begin with the next day or the next day of work, and what ends with a day ends up to a day later. Days and longer are
 * told by their date, so that the end of that day is no later; the first day of work counts as one.
 */
function daysAround({ counts, ends }: Delay, bound: Duration, week: Week): number {
  const unit = lengthOf(bound)?.unit ?? 'days';
  const daysOff = 7 - week.workingDays;
  if (!withinADay.has(unit)) return counts === 'nextWorkingDay' && unit !== 'workingDays' ? daysOff : 0;
  const begins = counts === 'nextDay' ? 1 : counts === 'nextWorkingDay' ? 1 + (unit === 'workingHours' ? 0 : daysOff) : 0;
  return begins + (ends === 'endOfDay' ? 1 : 0);
}
const withinADay: ReadonlySet<string> = new Set(['minutes', 'hours', 'workingHours'] satisfies readonly DurationUnit[]);

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
