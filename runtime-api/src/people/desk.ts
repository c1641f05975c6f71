import type { ProcessClock } from '../ports.ts';
import type { PeopleModels } from '../store/models/people-models.ts';
import type { Store } from '../store/store.ts';

/** What everything about people needs: where they are kept, and the one clock. */
export interface Desk {
  readonly models: PeopleModels;
  readonly clock: ProcessClock;
  readonly store: Store;
}

export const instant = (atMs: number): string => new Date(atMs).toISOString();
export const minutesMs = (minutes: number): number => minutes * 60_000;
export const hoursMs = (hours: number): number => hours * 3_600_000;
export const daysMs = (days: number): number => days * 86_400_000;
