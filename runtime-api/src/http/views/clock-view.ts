import { type ClockState, elapsedOf, isResting, lengthOf } from '@redress/engine';
import type { Static } from '@sinclair/typebox';
import type { ClockView } from '../shapes/cases.ts';
import { words } from './form-view.ts';
import { own, type ReadCase } from './read-case.ts';

/** Clocks of the case, law before service, each with how much of its limit has run. */
export function clockViews(read: ReadCase, at: string): Static<typeof ClockView>[] {
  const views = Object.entries(read.state.clocks).flatMap(([id, state]) => {
    const clock = own(read.definition.clocks, id);
    return clock ? [clockView(id, clock, state, read, at)] : [];
  });
  return views.sort((one, other) => (one.kind === other.kind ? (one.dueAt < other.dueAt ? -1 : 1) : one.kind === 'law' ? -1 : 1));
}

function clockView(
  id: string,
  clock: ReadCase['definition']['clocks'][string],
  state: ClockState,
  { runnable }: ReadCase,
  at: string,
): Static<typeof ClockView> {
  const length = lengthOf(state.term);
  const limit = length?.amount ?? 0;
  const elapsed = (of: ClockState, until: string): number | undefined => {
    const counted = runnable && elapsedOf(of, until, runnable.calendars);
    return counted?.ok ? counted.value : undefined;
  };
  const run = elapsed(state, at);
  const { stoppedAt, ...running } = state;
  const whole = elapsed(running, state.dueAt);
  const share = run !== undefined && whole !== undefined && whole > 0 ? run / whole : 0;
  return {
    id,
    title: words(clock.title),
    kind: clock.kind,
    startedAt: state.startedAt,
    dueAt: state.dueAt,
    ...(stoppedAt === undefined ? {} : { stoppedAt }),
    paused: stoppedAt === undefined && isResting(state),
    overdue: (stoppedAt ?? at) > state.dueAt,
    elapsed: Math.round(share * limit * 100) / 100,
    limit,
    unit: length?.unit ?? 'until',
  };
}
