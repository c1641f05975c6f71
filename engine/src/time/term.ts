import type { Delay, Duration, DurationUnit } from '../definition/definition.ts';
import type { JsonObject } from '../json.ts';

/**
 * A delay whose amounts are known: what `dueAt` counts. One unit, or `until`; whole numbers for working days, months and years,
 * fractions allowed elsewhere. Plain JSON, so that a timer or clock can be planned again when its calendar changes.
 */
export interface Term extends Duration {
  /** UTC ISO instant: falls due then, whatever the start. */
  readonly until?: string;
  /** Never later than this, counted from the same start with the same `ends` and `counts`. */
  readonly atMost?: Duration;
  /** Id of the working calendar it counts by; the zone of that calendar decides where a day begins. */
  readonly calendar: string;
  readonly ends?: NonNullable<Delay['ends']>;
  readonly counts?: NonNullable<Delay['counts']>;
}

/** Time during which a clock rests, UTC ISO; `to` is missing while it still rests. */
export interface Pause {
  readonly from: string;
  readonly to?: string;
}

/** Why a time could not be computed. Expected only for computed amounts and for calendars nobody checked. */
export interface TimeRefusal {
  readonly code:
    | 'not-a-number'
    | 'not-a-date'
    | 'not-whole'
    | 'too-far'
    | 'no-working-time'
    | 'unknown-zone'
    | 'unknown-calendar'
    | 'calendar-invalid'
    | 'clock-not-started';
  readonly facts: JsonObject;
}

export const durationUnits: readonly DurationUnit[] = [
  'minutes',
  'hours',
  'workingHours',
  'days',
  'workingDays',
  'weeks',
  'months',
  'years',
];

/** Unit and amount of a duration; nothing where it has none (a term with `until`). */
export function lengthOf<Amount>(duration: Duration<Amount>): { readonly unit: DurationUnit; readonly amount: Amount } | undefined {
  for (const unit of durationUnits) {
    const amount = duration[unit];
    if (amount !== undefined) return { unit, amount };
  }
  return undefined;
}

/** Units that only run while people work; all others run day and night. */
export const runsInWorkingTime = (duration: Duration<unknown>): boolean =>
  duration.workingHours !== undefined || duration.workingDays !== undefined;
