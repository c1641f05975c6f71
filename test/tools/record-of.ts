import type { Event, Step } from '@redress/engine';
import type { CaseRecord, RecordLine } from '../../definitions/src/operation/case-record.ts';
import { statesOf } from '../../runtime-api/src/store/case-state.ts';
import type { PretendCase } from './pretend-case.ts';

/** The line that a journal keeps of an event and of what the engine made of it. */
export const recordLine = ({ type, at, by }: Pick<Event, 'type' | 'at' | 'by'>, { state, trace }: Step): RecordLine => ({
  revision: state.revision,
  at,
  type,
  ...(by && { by }),
  to: statesOf(state.snapshot.value),
  taken: trace.flatMap(({ event, transitions }) => transitions.map((row) => [event, row.from, row.to.join(' '), row.at] as const)),
});

/** The journal of a pretended case. */
export const recordOf = ({ events, steps, state }: PretendCase): CaseRecord => ({
  id: state.caseId,
  receivedAt: state.startedAt,
  lines: steps.flatMap((step, place) => {
    const event = events[place];
    return event ? [recordLine(event, step)] : [];
  }),
});
