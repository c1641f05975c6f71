import type { ClockView } from '../server/shapes/cases.ts';

/** How a clock stands: kept or broken when it stopped, late or running while it goes, resting while it is paused. */
export type ClockState = 'kept' | 'broken' | 'late' | 'running' | 'resting';

export function clockState(clock: ClockView, now: number): ClockState {
  if (clock.stoppedAt !== undefined) return Date.parse(clock.stoppedAt) <= Date.parse(clock.dueAt) ? 'kept' : 'broken';
  if (clock.overdue || Date.parse(clock.dueAt) < now) return 'late';
  return clock.paused ? 'resting' : 'running';
}

/** Share of the limit that is used, 0 to 1. A clock that has stopped or run out is full. */
export function clockShare(clock: ClockView, now: number): number {
  if (clock.stoppedAt !== undefined || clockState(clock, now) === 'late' || clock.limit <= 0) return 1;
  return Math.min(1, Math.max(0, clock.elapsed / clock.limit));
}

/** Those of the law first, then our own; what runs out first stands first. */
export function clocksInOrder(clocks: readonly ClockView[]): readonly ClockView[] {
  const rank = (clock: ClockView) => (clock.kind === 'law' ? 0 : 1);
  return [...clocks].sort((one, two) => rank(one) - rank(two) || one.dueAt.localeCompare(two.dueAt));
}
