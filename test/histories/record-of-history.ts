import { advance, begin, type CaseState } from '@redress/engine';
import type { CaseRecord, RecordLine } from '../../definitions/src/operation/case-record.ts';
import { deepFrozen } from '../tools/pretend-case.ts';
import { recordLine, standingOf } from '../tools/record-of.ts';
import { type History, keptDefinition } from './history.ts';

/** The journal of a recorded case, entered at once as a drawing takes it to be: refused events leave no line. */
export function recordOfHistory({ definition, start, calendars, steps }: History): CaseRecord {
  const compiled = keptDefinition(definition);
  const begun = begin(compiled, deepFrozen({ ...start, calendars }));
  if (!begun.ok) throw new Error(JSON.stringify(begun.refusal));
  const lines: RecordLine[] = [recordLine(start.event, begun.value)];
  let state: CaseState = JSON.parse(JSON.stringify(begun.value.state));
  for (const { event } of steps) {
    const step = advance(compiled, deepFrozen(state), deepFrozen(event), calendars);
    if (!step.ok) continue;
    lines.push(recordLine(event, step.value));
    state = JSON.parse(JSON.stringify(step.value.state));
  }
  return { id: start.caseId, receivedAt: start.event.at, lines, standing: standingOf(compiled.definition, state) };
}
