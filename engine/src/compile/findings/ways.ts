import type { Row } from '../../definition/definition.ts';
import type { CompiledState } from '../compiled.ts';
import { enteredBy } from '../entered-states.ts';
import type { Survey } from './survey.ts';

export const targetOf = (row: Pick<Row, 'target'>, { states }: Survey): CompiledState | undefined =>
  row.target === undefined ? undefined : states.get(row.target.slice(1));

/** Steps and stages that the row may enter; through a history, everything that may be remembered. */
export function mayEnter(row: Pick<Row, 'target' | 'reenter'>, source: string, survey: Survey): readonly CompiledState[] {
  const target = targetOf(row, survey);
  if (!target) return [];
  const ids = new Set(
    enteredBy(
      { source, target: target.id, reenter: row.reenter ?? false, inTracks: survey.definition.machine.type === 'parallel' },
      survey.states,
    )(() => undefined),
  );
  const remembered = [target, ...idsOf(ids, survey)].flatMap((state) => historyStage(state, survey) ?? []);
  for (const stage of remembered) for (const state of survey.places) if (state.around.includes(stage)) ids.add(state.id);
  return idsOf(ids, survey);
}

const idsOf = (ids: Iterable<string>, { states }: Survey): readonly CompiledState[] => [...ids].flatMap((id) => states.get(id) ?? []);

/** The stage that a history stands in, also when the stage begins with it. */
function historyStage(state: CompiledState, { states }: Survey): string | undefined {
  if (state.kind === 'history') return state.around[0];
  return state.definition.initial !== undefined && states.get(state.definition.initial)?.kind === 'history' ? state.id : undefined;
}

/** A row that is always taken once it is asked: no condition, and no limit of visits where it leads. */
export const isDefinite = (row: Pick<Row, 'target' | 'guard' | 'reenter'>, source: string, survey: Survey): boolean =>
  row.guard === undefined && mayEnter(row, source, survey).every((state) => state.definition.meta?.maxVisits === undefined);

/** Whether somebody works there: on the step, or on one within the stage. */
export const holdsTask = (source: string, { places }: Survey): boolean =>
  places.some(
    ({ id, around, definition: { invoke } }) => invoke?.src === 'task' && (source === '' || id === source || around.includes(source)),
  );
