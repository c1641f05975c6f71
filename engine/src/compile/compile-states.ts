import type { Definition, State } from '../definition/definition.ts';
import { compileValue } from '../feel/compile-value.ts';
import type { JsonObject } from '../json.ts';
import type { CompiledInvoke, CompiledState, CompiledValue } from './compiled.ts';
import { leavingDelays } from './leaving-delays.ts';
import { own } from './own.ts';

/** All steps, stages and ends of the machine by id, in document order. */
export function compileStates(definition: Definition): ReadonlyMap<string, CompiledState> {
  const states = new Map<string, CompiledState>();
  const walk = (children: Readonly<Record<string, State>> | undefined, at: string, around: readonly CompiledState[]): void => {
    for (const [id, state] of Object.entries(children ?? {})) {
      const here = `${at}/states/${id}`;
      const compiled = compileState(definition, state, { id, at: here, order: states.size, around });
      states.set(id, compiled);
      walk(state.states, here, [compiled, ...around]);
    }
  };
  walk(definition.machine.states, '/machine', []);
  return states;
}

interface Spot {
  readonly id: string;
  readonly at: string;
  readonly order: number;
  readonly around: readonly CompiledState[];
}

function compileState(definition: Definition, state: State, spot: Spot): CompiledState {
  const due = dueOf(definition, state);
  const owner = ownerOf(definition, state, spot.around);
  const maxVisits = state.meta?.maxVisits;
  return {
    id: spot.id,
    at: spot.at,
    order: spot.order,
    kind: state.type ?? (state.states ? 'compound' : 'atomic'),
    around: spot.around.map((stage) => stage.id),
    children: Object.keys(state.states ?? {}),
    definition: state,
    tags: tagsOf(definition, state),
    ...(owner !== undefined && { owner }),
    ...(maxVisits !== undefined && { maxVisits }),
    ...(due !== undefined && { due }),
    ...(state.invoke && { invoke: compileInvoke(definition, state.invoke) }),
  };
}

/** A task waits for the party of its role; everything else says so itself. */
function tagsOf(definition: Definition, state: State): ReadonlySet<string> {
  const party = state.invoke?.src === 'task' ? own(definition.roles, state.invoke.input.role)?.party : undefined;
  return new Set([...(state.tags ?? []), ...(party === undefined ? [] : [`wait:${party}`])]);
}

/** Who answers: the step's own word, else who works, unless that is the complainant or a customer, else who answers for the stage. */
function ownerOf(definition: Definition, state: State, around: readonly CompiledState[]): string | undefined {
  if (state.meta?.owner !== undefined) return state.meta.owner;
  const role = state.invoke?.src === 'task' ? state.invoke.input.role : undefined;
  const party = role === undefined ? undefined : own(definition.roles, role)?.party;
  if (role !== undefined && party !== 'complainant' && party !== 'customer') return role;
  return around.find((stage) => stage.owner !== undefined)?.owner;
}

/** The due date people see: the one the task names, else the row that leads away. */
export function dueOf(definition: Definition, state: State): string | undefined {
  if (state.invoke?.src === 'task' && state.invoke.input.due !== undefined) return state.invoke.input.due;
  return leavingDelays(state.after, definition)[0];
}

function compileInvoke(definition: Definition, invoke: NonNullable<State['invoke']>): CompiledInvoke {
  const given = invoke.src === 'case' ? invoke.input.data : invoke.src === 'service' ? invoke.input.with : undefined;
  const priority = invoke.src === 'task' ? invoke.input.priority : undefined;
  return {
    definition: invoke,
    values: compileValues(given, definition),
    ...(priority !== undefined && { priority: compileValue(priority, definition) }),
    handlesFailure: (invoke.src === 'letter' || invoke.src === 'service') && invoke.onError.length > 0,
  };
}

export const compileValues = (values: JsonObject | undefined, definition: Definition): readonly CompiledValue[] =>
  Object.entries(values ?? {}).map(([name, value]) => ({ name, compute: compileValue(value, definition) }));
