import type { CaseState, Definition, Event, Step } from '@redress/engine';
import type { CaseRecord, CaseStanding, RecordLine } from '../../definitions/src/operation/case-record.ts';
import { measuredValues } from '../../definitions/src/operation/measures/measured-values.ts';
import { statesOf } from '../../runtime-api/src/store/case-state.ts';
import type { PretendCase } from './pretend-case.ts';

/** The line that a journal keeps of an event and of what the engine made of it. */
export const recordLine = (
  { type, at, by }: Pick<Event, 'type' | 'at' | 'by'>,
  { state, trace, changed, filed, effects }: Step,
): RecordLine => ({
  revision: state.revision,
  at,
  type,
  ...(by && { by }),
  to: statesOf(state.snapshot.value),
  changed,
  filed,
  lettersTo: effects.flatMap((effect) => (effect.kind === 'letter' ? [effect.to] : [])),
  taken: trace.flatMap(({ event, transitions }) => transitions.map((row) => [event, row.from, row.to.join(' '), row.at] as const)),
});

/** What a case holds and waits for, as a server reads it beside the journal. */
export const standingOf = (definition: Definition, { status, snapshot, tasks }: CaseState): CaseStanding => {
  const [dueAt] = tasks.flatMap((task) => task.dueAt ?? []).sort();
  return {
    isOpen: status === 'active',
    ...(dueAt !== undefined && { dueAt }),
    holders: tasks.flatMap(({ assignee }) => assignee ?? []),
    values: measuredValues(definition, snapshot.context),
  };
};

/** The journal of a pretended case. */
export const recordOf = ({ compiled, events, steps, state }: PretendCase): CaseRecord => ({
  id: state.caseId,
  receivedAt: state.startedAt,
  standing: standingOf(compiled.definition, state),
  lines: steps.flatMap((step, place) => {
    const event = events[place];
    return event ? [recordLine(event, step)] : [];
  }),
});

/** The record with one of its lines changed. */
export const withLine =
  (revision: number, more: object) =>
  ({ lines, ...record }: CaseRecord): CaseRecord => ({
    ...record,
    lines: lines.map((line) => (line.revision === revision ? { ...line, ...more } : line)),
  });
