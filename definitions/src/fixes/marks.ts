import type { Definition, State } from '@redress/engine';
import type { Examined } from '../check/examined.ts';
import { holds } from '../check/holds.ts';
import { leastOf } from '../check/purposes.ts';
import { kebab } from '../check/said.ts';
import { spotOf } from './draft.ts';
import type { Edit } from './edit.ts';
import { sourcesFor, stagesOf, statesIn } from './material.ts';

/**
 * Steps that do what a purpose asks and only do not say it: steps without any purpose, and those that are like one of ours with that purpose. Where it
 * asks for nothing, both must be so.
 */
export function marks(examined: Examined, stage: string): readonly Edit[] {
  const { graph, elements } = examined;
  const { definition } = graph;
  const ours = withPurpose(stage, definition);
  const isDoing = (id: string): boolean => {
    const state = graph.states.get(id)?.definition;
    const step = elements.whole(id);
    if (!state || step.stages.has(stage) || step.isEnd || state.states) return false;
    const asked = leastOf(stage, state.invoke?.src === 'case');
    const isLike = ours.some((each) => isAlike(state, definition, each));
    if (step.stages.size > 0 || asked.length === 0 ? !isLike : false) return false;
    return asked.every(({ is, lacks }) => (lacks === 'excludes' ? step.excludes.length > 0 : holds(is, step, definition)));
  };
  return [...graph.states.keys()].filter(isDoing).map((id) => ({
    act: 'mark',
    facts: { state: id, stage },
    write: (draft) => {
      const state = spotOf(draft, id)?.state;
      if (state) state.tags = [...(state.tags ?? []), `stage:${stage}`];
      return state !== undefined;
    },
  }));
}

interface Ours {
  readonly state: State;
  readonly source: Definition;
}

/** Steps of ours of the same kind of procedure, tasks or not. */
const withPurpose = (stage: string, { kind }: Definition): readonly Ours[] =>
  sourcesFor({ kind })
    .filter((source) => source.kind === kind)
    .flatMap((source) =>
      statesIn(source.machine.states).flatMap((state) => (!state.states && stagesOf(state).includes(stage) ? [{ state, source }] : [])),
    );

/** The same procedure is started in both; or whoever has the task is of the same side, and everything that can be done in ours can be done here. */
function isAlike(state: State, definition: Definition, { state: ours, source }: Ours): boolean {
  if (ours.invoke?.src !== state.invoke?.src) return false;
  if (ours.invoke?.src === 'case') return state.invoke?.src === 'case' && state.invoke.input.definition === ours.invoke.input.definition;
  const acts = actsIn(state, definition);
  const wanted = [...actsIn(ours, source)];
  return partyOf(state, definition) === partyOf(ours, source) && wanted.length > 0 && wanted.every((act) => acts.has(act));
}

const actsIn = ({ on }: State, { events }: Definition): ReadonlySet<string> =>
  new Set(Object.keys(on ?? {}).flatMap((event) => (event.startsWith('clock.') ? [] : [events[event]?.act ?? kebab(event)])));
const partyOf = ({ invoke }: State, { roles }: Definition): string | undefined =>
  invoke?.src === 'task' ? roles[invoke.input.role]?.party : undefined;
